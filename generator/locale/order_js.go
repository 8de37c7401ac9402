package locale

import (
	"cmp"
	"slices"
	"syscall/js"
)

// SortBy puts items into the language's alphabetical order of their keys, as the browser knows it: its tables are those
// of CLDR, too, and need not be loaded. A test compares the two.
func SortBy[T any](l *Language, items []T, key func(T) string) {
	options := js.Global().Get("Object").New()
	options.Set("numeric", true)
	collator := js.Global().Get("Intl").Get("Collator").New(l.Tag, options)
	slices.SortStableFunc(items, func(a, b T) int {
		x, y := key(a), key(b)
		if x == y {
			return 0
		}
		return cmp.Or(collator.Call("compare", x, y).Int(), cmp.Compare(x, y))
	})
}
