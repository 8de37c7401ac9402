//go:build !js

package search

import (
	"slices"
	"strconv"
	"testing"
)

// Words keep their numbers and texts when there are more of them than there was room for.
func TestEachWordHasItsOwnNumber(t *testing.T) {
	n := newNumbering()
	word := func(i int) []byte { return strconv.AppendInt([]byte("ord"), int64(i), 36) }
	const words = 10 * usualWords
	for range 2 {
		for i := range words {
			if got := n.add(hashOf(string(word(i))), word(i)); int(got) != i+1 {
				t.Fatalf("%s has number %d, want %d", word(i), got, i+1)
			}
		}
	}
	for i, text := range n.words {
		if text != string(word(i)) {
			t.Fatalf("word %d is %q, want %q", i, text, word(i))
		}
	}
	if n.table.has("saknas") {
		t.Error("a word that was not added is there")
	}
}

func TestAUnionHasEachDocumentWithItsBestField(t *testing.T) {
	const documents = 200
	in := func(document int, field Field) uint32 { return uint32(document)<<fieldBits | uint32(field) }
	u := newUnion(documents)
	u.add([]uint32{in(3, Body), in(64, Title), in(199, Lead)})
	u.add([]uint32{in(0, Name), in(3, Title), in(64, Body)})
	want := []uint32{in(0, Name), in(3, Title), in(64, Title), in(199, Lead)}
	if got := u.take(); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	u.add([]uint32{in(3, Body)})
	if got, want := u.take(), []uint32{in(3, Body)}; !slices.Equal(got, want) {
		t.Errorf("what was taken is there again: got %v, want %v", got, want)
	}
}
