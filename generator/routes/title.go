package routes

import (
	"alingsas.se/dialog/generator/site"
)

// distinctTitles gives every item a title that no other page of its edition has, so that a reader
// can tell two tabs or two search results apart: where titles are the same, a date or a role is
// added, and the id where that is the same too.
func distinctTitles(e *site.Edition) map[*site.Item]string {
	t := &titles{all: map[*site.Item]string{}}
	var items []titled
	for _, r := range e.Releases {
		items = append(items, titled{&r.Item, e.Lang.Date(r.Date)})
	}
	for _, r := range e.Withdrawn {
		items = append(items, titled{&r.Item, e.Lang.Date(r.Date)})
	}
	for _, m := range e.Meetings {
		when := e.Words.Text("meeting.date-later")
		if !m.Start.IsZero() {
			when = e.Lang.Range(m.Start, m.End)
		}
		items = append(items, titled{&m.Item, when})
	}
	for _, p := range e.Contacts {
		items = append(items, titled{&p.Item, p.Role})
	}
	for _, p := range e.Departed {
		items = append(items, titled{&p.Item, p.Role})
	}
	for _, p := range e.Pages {
		items = append(items, titled{&p.Item, p.ID})
	}
	t.give(items, func(i titled) string { return i.item.Title })
	return t.all
}

type titled struct {
	item *site.Item
	more string
}

type titles struct{ all map[*site.Item]string }

// give uses the title where no two share it, and a longer one for those that do.
func (t *titles) give(items []titled, title func(titled) string) {
	same := map[string][]titled{}
	for _, i := range items {
		same[title(i)] = append(same[title(i)], i)
	}
	for name, group := range same {
		if len(group) == 1 {
			t.all[group[0].item] = name
			continue
		}
		again := map[string]int{}
		for _, i := range group {
			again[i.more]++
		}
		for _, i := range group {
			more := i.more
			if again[more] > 1 {
				more += ", " + i.item.ID
			}
			t.all[i.item] = name + " (" + more + ")"
		}
	}
}
