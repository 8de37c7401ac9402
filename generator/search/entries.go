//go:build !js

package search

import (
	"hash/maphash"
	"slices"
	"strings"
)

// entries gives every word, and the compounds that end with another under that.
func (b *Builder) entries() []entry {
	documents := b.documents()
	known := b.vocabulary(documents)
	entries := make([]entry, 0, len(b.known.words)*5/4)
	var lists arena
	tails := newTails()
	for id, word := range b.known.words {
		if len(documents[id]) == 0 {
			continue // it stood in a text that has changed
		}
		entries = append(entries, newEntry(word, nil, lists.write(documents[id])))
		for _, at := range known.boundaries(id) {
			tails.add(word[at:], compound{word[:at], id})
		}
	}
	for i, tail := range tails.known.words {
		compounds := tails.compounds[i]
		slices.SortFunc(compounds, func(a, b compound) int { return strings.Compare(a.head, b.head) })
		heads := make([]string, len(compounds))
		for i, c := range compounds {
			heads[i] = c.head
		}
		entries = append(entries, newEntry(tail, heads, lists.write(tails.documents(compounds, documents))))
	}
	return entries
}

// tails are what compounds end with. All that end alike have one list of documents: what they are worth is the same, and
// one list is shorter than many.
type tails struct {
	known     *numbering
	compounds [][]compound // by the number of their tail
	spare     []uint32
}

type compound struct {
	head string
	id   int // of the whole word
}

func newTails() *tails { return &tails{known: newNumbering()} }

func (t *tails) add(tail string, c compound) {
	n := t.known.add(maphash.String(seed, tail), []byte(tail))
	if int(n) == len(t.compounds) {
		t.compounds = append(t.compounds, nil)
	}
	t.compounds[n] = append(t.compounds[n], c)
}

// documents gives the documents that any of the compounds is in, with the best field. It holds until the next call.
func (t *tails) documents(compounds []compound, documents [][]uint32) []uint32 {
	if len(compounds) == 1 {
		return documents[compounds[0].id]
	}
	t.spare = t.spare[:0]
	for _, c := range compounds {
		t.spare = append(t.spare, documents[c.id]...)
	}
	slices.Sort(t.spare)
	kept := t.spare[:0]
	for i, d := range t.spare {
		if i+1 == len(t.spare) || t.spare[i+1]>>fieldBits != d>>fieldBits {
			kept = append(kept, d)
		}
	}
	return kept
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
