//go:build !js

package locale

import (
	"bytes"
	"cmp"
	"slices"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// SortBy puts items into the language's alphabetical order of their keys: å, ä and ö last in
// Swedish, capitals beside small letters, numbers by value ("Dialog 2" before "Dialog 10"). Keys
// that count as the same are ordered by their bytes, and items with the same key stay as they were;
// so a list is sorted by several keys by sorting it by the last one first.
func SortBy[T any](l *Language, items []T, key func(T) string) {
	type entry struct {
		item     T
		key      string
		collated []byte
	}
	collator := collate.New(language.Make(l.Tag), collate.Numeric) // no two goroutines may share one
	var buffer collate.Buffer
	entries := make([]entry, len(items))
	for i, item := range items {
		k := key(item)
		entries[i] = entry{item, k, collator.KeyFromString(&buffer, k)}
	}
	slices.SortStableFunc(entries, func(a, b entry) int {
		return cmp.Or(bytes.Compare(a.collated, b.collated), cmp.Compare(a.key, b.key))
	})
	for i, e := range entries {
		items[i] = e.item
	}
}
