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
	longHead         = 4
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
	stem := v.stemOf[id]
	spare := utf8.RuneCountInString(word) - utf8.RuneCountInString(stem)
	_, changed := shared(word, stem)
	kept := len(stem) - len(changed) // so many bytes of the word stand in its stem
	if sure := cuts(word, func(at, before, after int) bool {
		if after -= spare; after >= shortestTail && at <= kept && v.isStem(stem[at:]) {
			return after >= surelyLong && before > shortestHead || v.isHead(word[:at])
		}
		return v.isShortTail(word[at:], before, after+spare) && v.isHead(word[:at])
	}); len(sure) > 0 {
		return sure
	}
	return cuts(word, func(at, before, after int) bool {
		return before >= longHead && after-spare >= surelyLong && v.isHead(word[:at])
	})
}

// isShortTail finds what loses more when it is stemmed in a compound than alone: the plan of detaljplan, the bad of utomhusbad.
func (v *vocabulary) isShortTail(tail string, before, after int) bool {
	return (after > shortestTail || before >= surelyLong) && after <= surelyLong+1 && v.isWord(tail)
}

// cuts gives the places in a word where it may be cut, that have enough letters before and after them.
func cuts(word string, may func(at, before, after int) bool) (places []int) {
	letters := utf8.RuneCountInString(word)
	before := 0
	for at := range word {
		if after := letters - before; before >= shortestHead && after >= shortestTail && len(places) < mostBoundaries && may(at, before, after) {
			places = append(places, at)
		}
		before++
	}
	return places
}

// links are what a word may end with where another follows, and what it ends with alone: arbetsmarknad, skolbuss,
// hälsovård, gatukontor, oljepris.
var links = []struct{ linked, alone string }{{"s", ""}, {"s", "e"}, {"", "a"}, {"", "e"}, {"o", "a"}, {"u", "a"}, {"e", "a"}}

// isHead tells whether a compound may begin so: with a word, or with one as it is linked.
func (v *vocabulary) isHead(head string) bool {
	if v.isWord(head) {
		return true
	}
	for _, link := range links {
		if rest, found := strings.CutSuffix(head, link.linked); found && v.isWord(rest+link.alone) {
			return true
		}
	}
	return false
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
