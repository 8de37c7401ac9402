//go:build !js

package search

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// Words are sorted as if each were compared with the others, also those that begin alike and those shorter than what is
// looked at first.
func TestWordsAreSortedByAllTheirLetters(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	var words []string
	for range 3000 {
		word := make([]rune, random.IntN(12))
		for i := range word {
			word[i] = []rune("abyåö")[random.IntN(5)]
		}
		words = append(words, strings.Repeat("a", random.IntN(6))+string(word))
	}
	var got []string
	for _, w := range sorted(words, func(w *string) string { return *w }, func(a, b *string) int { return strings.Compare(*a, *b) }) {
		got = append(got, *w)
	}
	if want := slices.Sorted(slices.Values(words)); !slices.Equal(got, want) {
		t.Error("the words are in another order")
	}
}
