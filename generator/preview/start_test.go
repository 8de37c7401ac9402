package preview

import (
	"slices"
	"testing"
	"time"
)

func TestATranslationStandsBehindItsOriginal(t *testing.T) {
	day := func(n int) time.Time { return time.Date(2026, 6, n, 0, 0, 0, 0, time.UTC) }
	items := []startItem{
		{Item: Item{File: "a.en.md", Original: "a.md", State: "draft", From: day(1)}},
		{Item: Item{File: "a.md", Original: "a.md", State: "public", From: day(1)}},
		{Item: Item{File: "b.md", Original: "b.md", State: "public", From: day(2)}},
		{Item: Item{File: "b.en.md", Original: "b.md", State: "public", From: day(9)}},
		{Item: Item{File: "c.md", Original: "c.md", State: "embargoed", From: day(20)}},
		{Item: Item{File: "m.md", Original: "m.md", State: "public", Day: day(5)}},
	}
	sortItems(items)
	var got []string
	for _, i := range items {
		got = append(got, i.File)
	}
	if want := []string{"c.md", "m.md", "b.md", "b.en.md", "a.md", "a.en.md"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
