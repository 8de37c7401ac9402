package diag

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
)

// Suggest gives the known name that the author most likely meant by word, or "" where none is
// near: at most two slips of the finger, and fewer than half of the letters.
func Suggest(word string, known []string) string {
	best, least := "", 3
	length := utf8.RuneCountInString(word)
	for _, name := range known {
		other := utf8.RuneCountInString(name)
		if max(length-other, other-length) >= least {
			continue // their lengths alone are too far apart, and thousands of names may be known
		}
		d := levenshtein.ComputeDistance(word, name)
		if d < least && 2*d < max(length, other) {
			best, least = name, d
		}
	}
	return best
}

// leastLetters is how long a word must be for one letter to be a slip: "Mark" and "Park" are two words.
const leastLetters = 5

// OneLetterOff gives the first of the known names that differs from word in one letter, or in two that changed places;
// "" where none does. Numbers that differ are meant to.
func OneLetterOff(word string, known []string) string {
	for _, name := range known {
		a, b := []rune(strings.ToLower(word)), []rune(strings.ToLower(name))
		if min(len(a), len(b)) >= leastLetters && isOneSlip(a, b) {
			return name
		}
	}
	return ""
}

func isOneSlip(a, b []rune) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	from := 0
	for from < len(a) && a[from] == b[from] {
		from++
	}
	a, b = a[from:], b[from:]
	for len(a) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	isSwapped := len(a) == 2 && len(b) == 2 && a[0] == b[1] && a[1] == b[0]
	return (len(b) == 1 || isSwapped) && !slices.ContainsFunc(slices.Concat(a, b), unicode.IsDigit)
}

// listed is how many names a hint lists: more are not read.
const listed = 5

// Nearest lists the known names that are most like word, the nearest first; "–" where none is known.
func Nearest(word string, known []string) string {
	if len(known) == 0 {
		return "–"
	}
	distance := make(map[string]int, len(known))
	for _, name := range known {
		distance[name] = levenshtein.ComputeDistance(word, name)
	}
	nearest := slices.SortedFunc(slices.Values(known), func(a, b string) int {
		return cmp.Or(cmp.Compare(distance[a], distance[b]), cmp.Compare(a, b))
	})
	return strings.Join(nearest[:min(len(nearest), listed)], ", ")
}
