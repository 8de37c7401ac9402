//go:build !js

package search

import (
	"strings"
	"unicode/utf8"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/swedish"
)

// stemmers are the languages whose words are stemmed; those of others are taken as they are. The script has the same
// (static/assets/search-words.js), and testdata/stems.txt holds both to it.
var stemmers = map[string]func(*snowballstem.Env) bool{"sv": swedish.Stem, "en": english.Stem}

// hasCompounds are the languages that write two words as one.
var hasCompounds = map[string]bool{"sv": true, "nb": true, "nn": true, "da": true, "de": true, "fi": true}

// A stemmer finds what the forms of words have in common. It is for one goroutine.
type stemmer struct {
	lang string
	env  *snowballstem.Env
}

func newStemmer(lang string) *stemmer { return &stemmer{lang, snowballstem.NewEnv("")} }

// stem gives what the forms of a word have in common.
func (s *stemmer) stem(word string) string { return s.settled(s.withoutEndings(word)) }

func (s *stemmer) withoutEndings(word string) string {
	switch {
	case s.lang == "sv":
		return s.swedish(word)
	case stemmers[s.lang] == nil:
		return word
	}
	return s.snowball(word)
}

func (s *stemmer) settled(text string) string {
	if s.lang == "sv" {
		return settled(text)
	}
	return text
}

func (s *stemmer) snowball(word string) string {
	s.env.SetCurrent(word)
	stemmers[s.lang](s.env)
	return s.env.Current()
}

// swedish takes endings until there is none, so that what a form is without its ending has the stem of the form: rektorn is
// rektor, and both are rekt. The er of a verb (exporterar) stays, for that of a noun (rader) goes: to erase is no row.
func (s *stemmer) swedish(word string) string {
	word = unbent(word)
	for isVerb := false; !isVerb || !strings.HasSuffix(word, "er"); {
		shorter := s.snowball(word)
		if shorter == word {
			shorter = withoutEnding(word)
		}
		if shorter == word {
			break
		}
		isVerb = word[len(shorter)] == 'a' || word[len(shorter)] == 'o'
		word = shorter
	}
	return word
}

// swedishEndings are those that Snowball's stemmer for Swedish leaves: without them möte, möten, mötet and mötena have one
// stem, and so have skola and skolan, bostad and bostaden, viktig and viktigt, sektor and sektorn, hållbar and hållbart.
var swedishEndings = []struct{ ending, after string }{
	{"ligt", ""}, {"het", ""}, {"igt", ""}, {"orn", ""}, {"art", "b"}, {"et", ""}, {"an", ""}, {"en", ""}, {"ad", ""}, {"ar", ""}, {"or", ""},
}

// doubled are the ends of which Snowball takes the last letter: projekt is projek, and so projektet has to be.
var doubled = []string{"dd", "gd", "nn", "dt", "gt", "kt", "tt"}

// withoutEnding takes one ending, where three letters are left; also the s that Snowball takes for one in plats, and which
// platsen and konferenser have too.
func withoutEnding(word string) string {
	letters := utf8.RuneCountInString(word)
	if last := len(word) - 1; letters > 3 && word[last] == 's' && strings.IndexByte("bcdfghjklmnprtvy", word[last-1]) >= 0 {
		return word[:last]
	}
	for _, e := range swedishEndings {
		rest, found := strings.CutSuffix(word, e.ending)
		if !found || letters-len(e.ending)-len(e.after) < 3 || !strings.HasSuffix(rest, e.after) {
			continue
		}
		for _, end := range doubled {
			if tail, isDoubled := strings.CutSuffix(rest, end); isDoubled && len(tail) >= region(rest) {
				return rest[:len(rest)-1]
			}
		}
		return rest
	}
	return word
}

// region gives where Snowball begins to look for endings: after the first consonant that follows a vowel, and three
// letters.
func region(word string) int {
	const vowels = "aeiouyåäö"
	afterVowel, hasBegun, letters := false, false, 0
	for i, r := range word {
		letters++
		isVowel := strings.ContainsRune(vowels, r)
		if letters >= 3 && (hasBegun || afterVowel && !isVowel) {
			return i + utf8.RuneLen(r)
		}
		hasBegun = hasBegun || afterVowel && !isVowel
		afterVowel = isVowel
	}
	return len(word)
}

// Stem gives what the forms of a word have in common.
func Stem(lang, word string) string { return newStemmer(lang).stem(word) }
