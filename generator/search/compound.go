//go:build !js

package search

import (
	"strings"
	"unicode/utf8"
)

// A vocabulary knows the words of the site, to find what compounds are made of.
type vocabulary struct {
	ids   map[string]uint32
	used  func(id uint32) bool // in a document, as it is now
	stems map[string]bool
	*stemmer
}

func (b *Builder) vocabulary(documents [][]uint32) *vocabulary {
	v := &vocabulary{stemmer: newStemmer(b.lang), ids: b.ids, used: func(id uint32) bool { return len(documents[id]) > 0 }, stems: map[string]bool{}}
	if !hasCompounds[b.lang] {
		return v
	}
	for id, word := range b.words {
		if len(documents[id]) > 0 && isLetters(word) {
			v.stems[v.stem(word)] = true
		}
	}
	return v
}

// Lengths in letters of what compounds are made of.
const (
	shortestCompound = 6
	shortestHead     = 2
	shortestTail     = 3
	surelyLong       = 5 // so that a tail that is a word is one by no chance
	mostBoundaries   = 3
)

// boundaries gives where a compound may be cut: where what follows is a word of the site, and what goes before it is
// one too or the tail is long. Where there is no such place, where a long word ends and something long follows.
func (v *vocabulary) boundaries(word string) []int {
	if !hasCompounds[v.lang] || len(word) < shortestCompound || !isLetters(word) {
		return nil
	}
	stem := v.stem(word)
	letters := utf8.RuneCountInString(stem)
	var sure, likely []int
	before := 0 // letters
	for at := range stem {
		tail := letters - before
		if before >= shortestHead && tail >= shortestTail {
			isTail, isHead := v.stems[stem[at:]], v.isHead(word[:at])
			switch {
			case isTail && (isHead || tail >= surelyLong && before > shortestHead):
				sure = append(sure, at)
			case isHead && before > surelyLong-1 && tail >= surelyLong:
				likely = append(likely, at)
			}
		}
		before++
	}
	if len(sure) == 0 {
		sure = likely
	}
	return sure[:min(len(sure), mostBoundaries)]
}

// isHead tells whether a compound may begin so: with a word, or with one and the s that links it.
func (v *vocabulary) isHead(head string) bool {
	if v.isWord(head) {
		return true
	}
	linked, found := strings.CutSuffix(head, "s")
	return found && v.isWord(linked)
}

func (v *vocabulary) isWord(text string) bool {
	id, isWord := v.ids[text]
	return isWord && v.used(id) || v.stems[text]
}

// isLetters tells whether a word has no digits.
func isLetters(word string) bool { return !strings.ContainsAny(word, "0123456789") }
