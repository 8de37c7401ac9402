//go:build !js

package search

import (
	"strings"
	"unicode/utf8"
)

// A vocabulary knows the words of the site, to find what compounds are made of.
type vocabulary struct {
	*stemmer
	words []string
	bare  []string // by the number of a word: without its endings; "" for what is no compound
	stems table
	parts table // words, and stems that nothing else was taken from

	places []int // room for boundaries
}

// vocabulary knows the words that are in a document, as it is now.
func (b *Builder) vocabulary(documents *postings) *vocabulary {
	v := &vocabulary{stemmer: newStemmer(b.lang), words: b.known.words}
	if !hasCompounds[b.lang] {
		return v
	}
	v.bare, v.stems, v.parts = make([]string, len(v.words)), newTable(len(v.words)), newTable(2*len(v.words))
	for id, word := range v.words {
		if len(documents.of(uint32(id))) == 0 {
			continue
		}
		v.parts.add(hashOf(word), 1)
		if isLetters(word) {
			v.bare[id] = v.withoutEndings(word)
			stem := v.settled(v.bare[id])
			hash := hashOf(stem)
			v.stems.add(hash, 1)
			if stem == v.bare[id] { // komm of kommer begins nothing
				v.parts.add(hash, 1)
			}
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
	word := v.words[id]
	if !hasCompounds[v.lang] || len(word) < shortestCompound || v.bare[id] == "" {
		return nil
	}
	bare := v.bare[id]
	_, changed := shared(word, bare)
	kept := len(bare) - len(changed) // so many bytes of the word stand in it
	if sure := v.cuts(word, func(at, before, after int) bool {
		if tail := v.tail(bare, at, kept); tail >= shortestTail {
			return tail >= surelyLong && before > shortestHead || v.isHead(word[:at])
		}
		return v.isShortTail(word[at:], before, after) && v.isHead(word[:at])
	}); len(sure) > 0 {
		return sure
	}
	spare := utf8.RuneCountInString(word) - utf8.RuneCountInString(v.settled(bare))
	return v.cuts(word, func(at, before, after int) bool {
		return before >= longHead && after-spare >= surelyLong && v.isHead(word[:at])
	})
}

// tail gives how many letters the stem has of what a word ends with, 0 where that is none of the site.
func (v *vocabulary) tail(bare string, at, kept int) int {
	if at > kept {
		return 0
	}
	stem := v.settled(bare[at:])
	if !v.isStem(stem) {
		return 0
	}
	return utf8.RuneCountInString(stem)
}

// isShortTail finds what loses more when it is stemmed in a compound than alone: the plan of detaljplan, the bad of utomhusbad.
func (v *vocabulary) isShortTail(tail string, before, after int) bool {
	return (after > shortestTail || before >= surelyLong) && after <= surelyLong+1 && v.isWord(tail)
}

// cuts gives the places in a word where it may be cut, that have enough letters before and after them. They hold until the
// next call.
func (v *vocabulary) cuts(word string, may func(at, before, after int) bool) []int {
	places := v.places[:0]
	letters := utf8.RuneCountInString(word)
	before := 0
	for at := range word {
		if after := letters - before; before >= shortestHead && after >= shortestTail && len(places) < mostBoundaries && may(at, before, after) {
			places = append(places, at)
		}
		before++
	}
	v.places = places
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

// isWord tells whether a word of the site is so, or is without its endings.
func (v *vocabulary) isWord(text string) bool { return v.parts.has(text) }

func (v *vocabulary) isStem(text string) bool { return v.stems.has(text) }

// isLetters tells whether a word has no digits.
func isLetters(word string) bool { return !strings.ContainsAny(word, "0123456789") }
