// Package prose reads what an author wrote the way a reader does: sentences, readability, and words
// that need mending. Its nouns: Span, Sentence, Reading, DateFault, Count, Abbreviation, DashFault.
//
// In comes a paragraph. Out come findings with their places in it.
//
// A paragraph is plain text without Markdown, and a language is its tag, "sv" or "en". Of other
// languages too little is known to find fault with a text, so there nothing is found; sentences and
// words are told in all. Every finding is advice: it is better to miss a fault than to blame an author
// for none. Everything here is safe for concurrent use.
package prose

import (
	"strings"
	"unicode/utf8"
)

// A Span is where something stands in a text: byte offsets, End behind the last byte. It is never
// empty and both ends lie between characters.
type Span struct{ Start, End int }

// In gives the words that stand there in the text.
func (s Span) In(text string) string { return text[s.Start:s.End] }

// words makes a set of the words in a list.
func words(list string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(list) {
		set[word] = true
	}
	return set
}

// firstRune gives the character that a text begins with, or 0 for none.
func firstRune(text string) rune {
	if text == "" {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(text)
	return r
}

// lastRune gives the character that a text ends with, or 0 for none.
func lastRune(text string) rune {
	if text == "" {
		return 0
	}
	r, _ := utf8.DecodeLastRuneInString(text)
	return r
}
