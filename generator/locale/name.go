package locale

import (
	"slices"
	"strings"
)

// particles are the words that a family name may begin with, in the languages that names here come from. They are part
// of the name, and lists are not sorted by them: von Berg stands under B (Svenska skrivregler; for other countries
// IFLA, Names of Persons, where sorting differs from ours for names that are rare here).
var particles = []string{
	"af", "av", "von", "zu", "zum", "zur", "vom", "van", "der", "den", "de", "ter", "ten", "du", "des", "da", "das", "do", "dos", "di",
	"del", "della", "la", "le", "les", "el", "al", "bin", "ibn", "ben", "abu",
}

// nobiliary are those that stand with a capital as well in Swedish names: De Geer, Von Essen.
var nobiliary = []string{"Af", "De", "Von"}

// FamilyName gives the part of a full name that it is sorted and filed by: the last word, with the particles before it
// and whatever stands between. Of a name of one word it is that word. A double surname without a hyphen cannot be told
// from a second given name: Anna Lindström Öberg needs to be told.
func FamilyName(name string) string {
	words := strings.Fields(name)
	if len(words) == 0 {
		return ""
	}
	for i := 1; i < len(words)-1; i++ {
		if isParticle(words[i]) {
			return strings.Join(words[i:], " ")
		}
	}
	return words[len(words)-1]
}

func isParticle(word string) bool {
	return slices.Contains(particles, word) || slices.Contains(nobiliary, word)
}

// WithoutParticles gives what a family name is sorted by: von Berg → Berg, de la Gardie Bäck → Gardie Bäck.
func WithoutParticles(family string) string {
	words := strings.Fields(family)
	for len(words) > 1 && isParticle(words[0]) {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

// GivenNames gives what is left of a full name without its family name, which stands at its end or, as in Hungarian or
// Vietnamese, at its beginning. It is not found where the family name is no part of the name in whole words.
func GivenNames(name, family string) (given string, found bool) {
	name, family = strings.Join(strings.Fields(name), " "), strings.Join(strings.Fields(family), " ")
	if name == family {
		return "", true
	}
	if given, found = strings.CutSuffix(name, " "+family); found {
		return given, true
	}
	return strings.CutPrefix(name, family+" ")
}
