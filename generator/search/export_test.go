package search

import (
	"strings"
	"unicode/utf8"
)

// What the reader of the tests needs of the package, to read as the script does.

// Group is words that belong together, and the forms in which they are one.
type Group struct{ Words, Joined []string }

// Groups finds them in a query.
func Groups(text string, months []string) []Group {
	s := newScanner(months)
	s.scan([]byte(text), false)
	var all []Group
	for at := 0; at < len(s.tokens); {
		g, next := s.groupAt(at)
		at = next
		var one Group
		for i := g.from; i < g.to; i++ {
			one.Words = append(one.Words, string(shortened(s.word(i))))
		}
		for _, joined := range g.joined {
			one.Joined = append(one.Joined, string(shortened([]byte(joined))))
		}
		all = append(all, one)
	}
	return all
}

// Tokens gives the words of a text.
func Tokens(text string) []string {
	s := newScanner(nil)
	s.scan([]byte(text), false)
	var all []string
	for i := range s.tokens {
		all = append(all, string(s.word(i)))
	}
	return all
}

// Digits are what numbers are written with.
const Digits = digits

// Reversed is a word from behind.
func Reversed(word string) string { return string(appendReversed(nil, word)) }

// Common is what all words with a stem begin with, and how the script finds it: see static/assets/search-words.js.
func Common(lang, stem string) string {
	if lang != "sv" {
		return stem
	}
	longest, cut := "", 0
	for form, other := range forms {
		if !strings.HasSuffix(stem, other) || len(other) < len(longest) {
			continue
		}
		if other != longest {
			longest, cut = other, 0
		}
		alike := 0
		for a, b := Key(form), Key(other); alike < min(len(a), len(b)) && a[alike] == b[alike]; alike++ {
		}
		cut = max(cut, len(Key(other))-alike)
	}
	rest, isL := strings.CutSuffix(stem, "l")
	if last, _ := utf8.DecodeLastRuneInString(rest); longest == "" && isL && !strings.ContainsRune("aeiouyåäö", last) {
		cut = 1
	}
	return stem[:len(stem)-cut]
}
