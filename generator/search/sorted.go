//go:build !js

package search

import "slices"

// sorted gives pointers to all in the order of their keys; compare tells what stands first of two whose keys begin alike.
func sorted[T any](all []T, key func(*T) string, compare func(a, b *T) int) []*T {
	ranks := make([]rank, len(all))
	for i := range all {
		ranks[i] = rank{order(key(&all[i])), uint32(i)}
	}
	byOrder(ranks)
	inOrder := make([]*T, len(all))
	for i, r := range ranks {
		inOrder[i] = &all[r.at]
	}
	for from := 0; from < len(ranks); {
		to := from + 1
		for to < len(ranks) && ranks[to].order == ranks[from].order {
			to++
		}
		if to > from+1 {
			slices.SortFunc(inOrder[from:to], compare)
		}
		from = to
	}
	return inOrder
}

// A rank is what a thing is sorted by, as far as that goes, and where it was.
type rank struct {
	order uint64
	at    uint32
}

// order is a number for the first bytes of a text, by which most texts are told apart.
func order(text string) (number uint64) {
	for i := range 8 {
		number <<= 8
		if i < len(text) {
			number |= uint64(text[i])
		}
	}
	return number
}

// byOrder sorts a byte at a time, the last one first, and compares nothing: that takes a quarter of the time,
// and 3 % of a build with the words of 10,000 texts.
func byOrder(ranks []rank) {
	other := make([]rank, len(ranks))
	for shift := 0; shift < 64; shift += 8 { // an even number of times: what is sorted ends where it began
		var places [257]int // by byte: where the next rank with it goes
		for _, r := range ranks {
			places[byte(r.order>>shift)+1]++
		}
		for i := 1; i < len(places); i++ {
			places[i] += places[i-1]
		}
		for _, r := range ranks {
			place := &places[byte(r.order>>shift)]
			other[*place] = r
			*place++
		}
		ranks, other = other, ranks
	}
}
