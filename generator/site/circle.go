package site

import (
	"strings"

	"alingsas.se/dialog/generator/diag"
)

// checkCircles reports releases and contacts that replace each other: none of them would be the one that
// holds. A circle is told once, at the first of its ids.
func (l *linker) checkCircles() {
	first := l.first()
	for _, r := range l.releases.shown[first] {
		l.checkCircle(&r.Item, func(i *Item) *Item {
			if next := l.releases.shown[first][i.ID].ReplacedBy; next != nil {
				return &next.Item
			}
			return nil
		})
	}
	for _, p := range l.people.shown[first] {
		l.checkCircle(&p.Item, func(i *Item) *Item {
			if next := l.people.shown[first][i.ID].ReplacedBy; next != nil {
				return &next.Item
			}
			return nil
		})
	}
}

func (l *linker) checkCircle(start *Item, next func(*Item) *Item) {
	ids := []string{start.ID}
	seen := map[*Item]bool{start: true}
	for i := next(start); i != nil; i = next(i) {
		ids = append(ids, i.ID)
		switch {
		case i == start:
			l.diags.Add(start.Source.At("replaced_by"), diag.ReplacedInCircle, "circle", strings.Join(ids, " → "))
			return
		case i.ID < start.ID || seen[i]:
			return // told at that one, or a circle further on
		}
		seen[i] = true
	}
}
