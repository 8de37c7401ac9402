//go:build !js

package search

import (
	"hash/maphash"
	"strings"
	"unicode/utf8"
)

// A vocabulary knows the words of the site, to find what compounds are made of.
type vocabulary struct {
	*stemmer
	words  *numbering
	used   func(id uint32) bool // in a document, as it is now
	stems  *numbering
	stemOf []string // by the number of a word; "" for what is no compound
}

func (b *Builder) vocabulary(documents [][]uint32) *vocabulary {
	v := &vocabulary{stemmer: newStemmer(b.lang), words: b.known, used: func(id uint32) bool { return len(documents[id]) > 0 }, stems: newNumbering()}
	if !hasCompounds[b.lang] {
		return v
	}
	v.stemOf = make([]string, len(documents))
	for id, word := range b.known.words {
		if len(documents[id]) > 0 && isLetters(word) {
			v.stemOf[id] = v.stem(word)
			v.stems.add(maphash.String(seed, v.stemOf[id]), []byte(v.stemOf[id]))
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
func (v *vocabulary) boundaries(id int) []int {
	word := v.words.words[id]
	if !hasCompounds[v.lang] || len(word) < shortestCompound || v.stemOf[id] == "" {
		return nil
	}
	sure := cuts(v.stemOf[id], shortestHead, shortestTail, func(at, before, tail int) bool {
		return v.isStem(v.stemOf[id][at:]) && (tail >= surelyLong && before > shortestHead || v.isHead(word[:at]))
	})
	if len(sure) > 0 {
		return sure
	}
	return cuts(v.stemOf[id], surelyLong, surelyLong, func(at, _, _ int) bool { return v.isHead(word[:at]) })
}

// cuts gives the places in a stem where a compound may be cut, that have so many letters before and after them.
func cuts(stem string, head, tail int, may func(at, before, after int) bool) (places []int) {
	letters := utf8.RuneCountInString(stem)
	before := 0
	for at := range stem {
		if after := letters - before; before >= head && after >= tail && len(places) < mostBoundaries && may(at, before, after) {
			places = append(places, at)
		}
		before++
	}
	return places
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
	id, found := v.words.of(text)
	return found && v.used(id) || v.isStem(text)
}

func (v *vocabulary) isStem(text string) bool {
	_, found := v.stems.of(text)
	return found
}

// isLetters tells whether a word has no digits.
func isLetters(word string) bool { return !strings.ContainsAny(word, "0123456789") }
