package site

import (
	"strings"

	"alingsas.se/dialog/generator/diag"
)

// checkCircles reports releases and contacts that replace each other: none of them would be the one that
// holds. A circle is told once, at the first of its ids, and broken there in every edition, so that
// whoever follows it comes to an end.
func (l *linker) checkCircles() {
	first := l.first()
	for id, r := range l.releases.shown[first] {
		isCircle := l.checkCircle(&r.Item, func(i *Item) *Item {
			if next := l.releases.shown[first][i.ID].ReplacedBy; next != nil {
				return &next.Item
			}
			return nil
		})
		for _, shown := range l.releases.shown {
			if r := shown[id]; isCircle && r != nil {
				r.ReplacedBy = nil
			}
		}
	}
	for id, p := range l.people.shown[first] {
		isCircle := l.checkCircle(&p.Item, func(i *Item) *Item {
			if next := l.people.shown[first][i.ID].ReplacedBy; next != nil {
				return &next.Item
			}
			return nil
		})
		for _, shown := range l.people.shown {
			if p := shown[id]; isCircle && p != nil {
				p.ReplacedBy = nil
			}
		}
	}
}

// checkCircle tells whether a circle is reported at start.
func (l *linker) checkCircle(start *Item, next func(*Item) *Item) bool {
	ids := []string{start.ID}
	at := start // a draft, where there is one: what is public is right without it
	seen := map[*Item]bool{start: true}
	for i := next(start); i != nil; i = next(i) {
		ids = append(ids, i.ID)
		if i.State == Draft && at.State != Draft {
			at = i
		}
		switch {
		case i == start:
			l.diags.Add(at.Source.At("replaced_by"), diag.ReplacedInCircle, "circle", strings.Join(ids, " → "))
			return true
		case i.ID < start.ID || seen[i]:
			return false // told at that one, or a circle further on
		}
		seen[i] = true
	}
	return false
}
