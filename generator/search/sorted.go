//go:build !js

package search

import (
	"cmp"
	"slices"
)

// sorted gives pointers to all in the order of their keys; compare tells what stands first of two whose keys begin alike.
// Ranks are moved about in place of what is sorted, which is some times as large.
func sorted[T any](all []T, key func(*T) string, compare func(a, b *T) int) []*T {
	ranks := make([]rank, len(all))
	for i := range all {
		ranks[i] = rank{order(key(&all[i])), uint32(i)}
	}
	slices.SortFunc(ranks, func(a, b rank) int {
		if a.order != b.order {
			return cmp.Compare(a.order, b.order)
		}
		return compare(&all[a.at], &all[b.at])
	})
	inOrder := make([]*T, len(all))
	for i, r := range ranks {
		inOrder[i] = &all[r.at]
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
