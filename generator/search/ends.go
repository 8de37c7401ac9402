//go:build !js

package search

import (
	"strings"
	"unicode/utf8"
)

// shortestEnd is how many bytes a word has that is looked for from behind.
const shortestEnd = 4

// An ending is a word from behind.
type ending struct{ key, word string }

// endFiles lists the words from behind.
func endFiles(entries []entry, count int) (files [][]byte, firsts []string) {
	ends := sorted(endings(entries), func(e *ending) string { return e.key }, func(a, b *ending) int {
		if c := strings.Compare(a.key, b.key); c != 0 {
			return c
		}
		return strings.Compare(a.word, b.word)
	})
	parts, firsts := divide(len(ends), count, func(i int) int { return len(ends[i].word) }, func(i int) string { return ends[i].key })
	var words list
	for _, p := range parts {
		words.reset()
		for _, e := range ends[p[0]:p[1]] {
			words.add(e.word)
			words.end()
		}
		file := append(append(beginFile(len(words.text)+len(`[]`)), '['), words.text...)
		files = append(files, endFile(append(file, ']')))
	}
	return files, firsts
}

func endings(entries []entry) []ending {
	ends := make([]ending, 0, len(entries))
	var kept texts
	var spare []byte
	for i := range entries {
		e := &entries[i]
		if len(e.heads) == 0 && len(e.word) >= shortestEnd && e.word[0] > '9' {
			spare = appendReversed(spare[:0], e.word)
			word := kept.keep(spare)
			ends = append(ends, ending{Key(word), word})
		}
	}
	return ends
}

func appendReversed(to []byte, word string) []byte {
	for len(word) > 0 {
		_, size := utf8.DecodeLastRuneInString(word)
		to = append(to, word[len(word)-size:]...)
		word = word[:len(word)-size]
	}
	return to
}
