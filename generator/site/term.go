package site

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/locale"
)

// A Term is a topic, a region, an organisation met or a series: what releases and meetings are found by.
type Term struct {
	Edition      *Edition
	Section      string // see [Taxonomy]
	Name, Slug   string
	URL          string
	Releases     []*Release // newest first
	Meetings     []*Meeting // by start
	Translations []Translation
	File         string // the first that names it
}

// terms gathers the terms of one section of an edition.
type terms struct {
	edition *Edition
	section string
	names   map[string]*termName // a few names stand on thousands of items
	bySlug  map[string]*spellings
}

// A termName is how a term is written somewhere.
type termName struct {
	name   string
	count  int      // how many items have it
	oldest termItem // of these
	all    *spellings
}

// A termItem is an item as the oldest is found: by its day, and where there is none after all others.
type termItem struct {
	*Item
	day time.Time
}

func (i termItem) compare(o termItem) int {
	return cmp.Or(compareTrue(o.day.IsZero(), i.day.IsZero()), i.day.Compare(o.day), strings.Compare(i.Source.File, o.Source.File))
}

// compareTrue puts what holds last.
func compareTrue(other, own bool) int {
	switch {
	case own == other:
		return 0
	case own:
		return 1
	}
	return -1
}

// spellings are all names that get the same address.
type spellings struct {
	slug  string
	usual *termName // that most items have; of those that as many have, the one of the oldest item
	names []*termName
	file  string // the first that names it
	term  *Term  // nil until it is made

	isPublic bool // an item that is no draft names it
}

func newTerms(e *Edition, section string) *terms {
	return &terms{edition: e, section: section, names: map[string]*termName{}, bySlug: map[string]*spellings{}}
}

func (t *terms) name(name string) *termName {
	n := t.names[name]
	if n == nil {
		slug := locale.Slug(name, t.edition.Lang.Tag)
		all := t.bySlug[slug]
		if all == nil {
			all = &spellings{slug: slug}
			t.bySlug[slug] = all
		}
		n = &termName{name: name, all: all}
		t.names[name] = n
	}
	return n
}

// note counts how the names of an item are spelled, so that the usual spelling is known before one is reported. Those
// of drafts are noted last: how a draft spells a name is no reason to spell it so.
func (t *terms) note(names []string, item *Item, day time.Time) {
	for _, name := range names {
		n := t.name(name)
		all := n.all
		if item.State == Draft && all.isPublic {
			continue
		}
		all.isPublic = item.State != Draft
		all.file = cmp.Or(all.file, item.Source.File)
		if n.count == 0 {
			all.names = append(all.names, n)
		}
		if i := (termItem{item, day}); n.count == 0 || i.compare(n.oldest) < 0 {
			n.oldest = i
		}
		n.count++
	}
}

// chosen gives the spelling that is shown.
func (s *spellings) chosen() *termName {
	if s.usual == nil {
		s.usual = slices.MinFunc(s.names, func(a, b *termName) int {
			return cmp.Or(b.count-a.count, a.oldest.compare(b.oldest))
		})
	}
	return s.usual
}

// find gives the terms of these names, making those that are new. A name without a letter that an address can hold is
// reported and left out. One that is typed otherwise than most of its kind is the same, and its author is told; one that
// is another and would land on the same page is an error. An item in another language is told of in its own edition.
func (t *terms) find(l *linker, names []string, item *content.Item, key string) []*Term {
	var found []*Term
	for _, name := range names {
		all := t.name(name).all
		switch {
		case all.slug == "":
		case all.term == nil:
			all.term = &Term{Edition: t.edition, Section: t.section, Name: all.chosen().name, Slug: all.slug, URL: t.edition.URL(t.section, all.slug), File: all.file}
		}
		if item.Lang == t.edition.Lang.Tag {
			l.tellTerm(item.At(key), t.section, key, name, all)
		}
		if all.term != nil && !slices.Contains(found, all.term) {
			found = append(found, all.term)
		}
	}
	return found
}

func (t *terms) sorted() []*Term {
	all := make([]*Term, 0, len(t.bySlug))
	for _, s := range t.bySlug {
		if s.term != nil {
			all = append(all, s.term)
		}
	}
	slices.SortFunc(all, func(a, b *Term) int { return strings.Compare(a.Slug, b.Slug) })
	locale.SortBy(t.edition.Lang, all, func(term *Term) string { return term.Name })
	return all
}

// linkTerms puts releases and meetings under their topics and regions.
func (l *linker) linkTerms(e *Edition) {
	topics := newTerms(e, "topics")
	regions := newTerms(e, "regions")
	for _, isDraft := range []bool{false, true} {
		for _, r := range e.Releases {
			if isDraft == (r.State == Draft) {
				topics.note(r.source.Topics, &r.Item, r.Date.Time)
				regions.note(r.source.Regions, &r.Item, r.Date.Time)
			}
		}
		for _, m := range e.Meetings {
			if m.Foreign(e) {
				continue
			}
			if isDraft == (m.State == Draft) {
				topics.note(m.source.Topics, &m.Item, m.day())
				regions.note(m.source.Regions, &m.Item, m.day())
			}
		}
	}
	for _, r := range e.Releases {
		r.Topics = topics.find(l, r.source.Topics, r.Source, "topics")
		r.Regions = regions.find(l, r.source.Regions, r.Source, "regions")
		for _, of := range [...][]*Term{r.Topics, r.Regions} {
			for _, t := range of {
				t.Releases = append(t.Releases, r)
			}
		}
	}
	for _, m := range e.Meetings {
		if m.Foreign(e) {
			continue // its topics are words of another language
		}
		m.Topics = topics.find(l, m.source.Topics, m.Source, "topics")
		m.Regions = regions.find(l, m.source.Regions, m.Source, "regions")
		for _, of := range [...][]*Term{m.Topics, m.Regions} {
			for _, t := range of {
				t.Meetings = append(t.Meetings, m)
			}
		}
	}
	e.Topics, e.Regions = topics.sorted(), regions.sorted()
}
