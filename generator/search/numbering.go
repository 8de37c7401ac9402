//go:build !js

package search

import (
	"hash/maphash"
	"math/bits"
	"strings"
)

// A numbering gives words numbers, each once.
type numbering struct {
	words []string
	table table
	texts texts
}

// usualWords is for how many words there is room at first.
const usualWords = 1 << 11

func newNumbering() *numbering { return &numbering{table: newTable(usualWords)} }

// add gives the number of a word, from 1; a new one where it has none.
func (n *numbering) add(hash uint64, word []byte) uint32 {
	number, place := n.table.find(hash)
	if number > 0 {
		return number
	}
	return n.insert(place, hash, n.texts.keep(word))
}

// number is add for a word that is kept already.
func (n *numbering) number(word string) uint32 {
	hash := hashOf(word)
	number, place := n.table.find(hash)
	if number > 0 {
		return number
	}
	return n.insert(place, hash, word)
}

// insert gives a new word its number. place is where [table.find] has not found it.
func (n *numbering) insert(place, hash uint64, word string) uint32 {
	n.words = append(n.words, word)
	number := uint32(len(n.words))
	if n.table.put(place, hash, number); 2*len(n.words) > len(n.table) {
		n.table = newTable(len(n.words) + 1)
		for i, word := range n.words {
			n.table.add(hashOf(word), uint32(i)+1)
		}
	}
	return number
}

// A table holds numbers by hash, from 1, each beside as much of its hash as there is room for; 0 is a free place. There are
// at least twice as many places as numbers, so a number takes no more bits than say where a place is.
//
// What has the same hash is taken for the same: texts are not compared. They lie all over the memory, and to wait for them
// is 6 to 9 % of a build with the 120,000 words of 10,000 texts. That two of a million words are taken for one happens in one
// build of some millions, and in the next one they are two again.
type table []uint64

func newTable(numbers int) table { return make(table, 1<<bits.Len(uint(2*numbers))) }

// find gives the number of a hash, or 0 and the place where it would stand.
func (t table) find(hash uint64) (number uint32, place uint64) {
	mask := uint64(len(t) - 1)
	for place = hash & mask; t[place] != 0; place = (place + 1) & mask {
		if number = t.number(t[place], hash); number > 0 {
			return number, place
		}
	}
	return 0, place
}

// number gives the number in a slot, 0 where it is free or another hash's.
func (t table) number(slot, hash uint64) uint32 {
	mask := uint64(len(t) - 1)
	if (slot^hash)&^mask != 0 {
		return 0
	}
	return uint32(slot & mask)
}

func (t table) put(place, hash uint64, number uint32) {
	t[place] = hash&^uint64(len(t)-1) | uint64(number)
}

// add gives a hash its number, where it has none.
func (t table) add(hash uint64, number uint32) {
	if known, place := t.find(hash); known == 0 {
		t.put(place, hash, number)
	}
}

func (t table) has(text string) bool {
	number, _ := t.find(hashOf(text))
	return number > 0
}

var seed = maphash.MakeSeed() // of what is forgotten after the build, so no output depends on it

func hashOf(text string) uint64 { return maphash.String(seed, text) }

// texts are kept in few pieces of memory: what the collector looks at is not each of a hundred thousand words.
type texts struct{ piece strings.Builder }

const pieceSize = 1 << 16

func (t *texts) keep(text []byte) string {
	if t.piece.Cap()-t.piece.Len() < len(text) {
		t.piece.Reset()
		t.piece.Grow(max(pieceSize, len(text)))
	}
	from := t.piece.Len()
	t.piece.Write(text)
	return t.piece.String()[from:]
}
