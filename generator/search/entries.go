//go:build !js

package search

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"
)

// entries gives every word, the compounds that end with another under that, and others.
func (b *Builder) entries(others []entry) []entry {
	documents := b.documents()
	known := b.vocabulary(documents)
	tails, compounds := known.compounds()
	entries := make([]entry, 0, len(known.words)+len(tails)+len(others))
	var lists arena
	for id, word := range known.words {
		if list := documents.of(uint32(id)); len(list) > 0 { // else it stood in a text that has changed
			entries = append(entries, newEntry(word, nil, lists.write(list)))
		}
	}
	heads := make([]string, len(compounds))
	for i, c := range compounds {
		heads[i] = c.head
	}
	any := newUnion(len(b.docs))
	for from := 0; from < len(compounds); {
		to := from
		for ; to < len(compounds) && compounds[to].tail == compounds[from].tail; to++ {
			any.add(documents.of(compounds[to].id))
		}
		entries = append(entries, newEntry(tails[compounds[from].tail], heads[from:to], lists.write(any.take())))
		from = to
	}
	return append(entries, others...)
}

// A compound is a word that may be cut. All that end alike have one list of documents: what they are worth is the same, and
// one list is shorter than many.
type compound struct {
	head     string
	tail, id uint32 // the number of what it ends with, and of the whole word
}

// compounds gives all that a word may be cut into, by their tails and heads.
func (v *vocabulary) compounds() (tails []string, compounds []compound) {
	known := newNumbering()
	compounds = make([]compound, 0, len(v.bare))
	for id, word := range v.words {
		for _, at := range v.boundaries(id) {
			compounds = append(compounds, compound{word[:at], known.number(word[at:]) - 1, uint32(id)})
		}
	}
	slices.SortFunc(compounds, func(a, b compound) int {
		if a.tail != b.tail {
			return cmp.Compare(a.tail, b.tail)
		}
		return strings.Compare(a.head, b.head)
	})
	return known.words, compounds
}

// A union gathers the documents of several words, each once with its best field. It has a bit for each document of the
// site, which is looked through in less time than lists are sorted.
type union struct {
	there []uint64
	best  []uint8 // by document
	list  []uint32
}

func newUnion(documents int) *union {
	return &union{there: make([]uint64, documents/64+1), best: make([]uint8, documents)}
}

func (u *union) add(list []uint32) {
	for _, d := range list {
		document, field := d>>fieldBits, uint8(d&(1<<fieldBits-1))
		u.there[document/64] |= 1 << (document % 64)
		u.best[document] = max(u.best[document], field)
	}
}

// take gives the documents in their order, and forgets them. What it gives holds until the next call.
func (u *union) take() []uint32 {
	u.list = u.list[:0]
	for i, set := range u.there {
		for ; set != 0; set &= set - 1 {
			document := uint32(64*i + bits.TrailingZeros64(set))
			u.list = append(u.list, document<<fieldBits|uint32(u.best[document]))
			u.best[document] = 0
		}
		u.there[i] = 0
	}
	return u.list
}

// An arena holds lists as they are written, in few pieces of memory.
type arena struct{ free []byte }

const arenaSize = 1 << 18

func (a *arena) write(documents []uint32) []byte {
	const longest = 6 // digits of a number
	if need := longest * len(documents); cap(a.free)-len(a.free) < need {
		a.free = make([]byte, 0, max(arenaSize, need))
	}
	from := len(a.free)
	a.free = appendDocuments(a.free, documents)
	return a.free[from:len(a.free):len(a.free)]
}
