package site

import (
	"slices"
	"strings"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/locale"
)

// A Term is a topic or a region: what releases and meetings are found by.
type Term struct {
	Edition      *Edition
	Section      string // "topics" or "regions"
	Name, Slug   string
	URL          string
	Releases     []*Release // newest first, without those withdrawn
	Meetings     []*Meeting // by start
	Translations []Translation
	File         string // the first that names it
}

// terms gathers the terms of one section of an edition.
type terms struct {
	edition *Edition
	section string
	bySlug  map[string]*Term
	slugs   map[string]string // by name: a few names stand on thousands of items
	count   map[string]int    // how many items have the name
	usual   map[string]string // by slug: the name that most items have
}

func newTerms(e *Edition, section string) *terms {
	return &terms{edition: e, section: section, bySlug: map[string]*Term{}, slugs: map[string]string{}, count: map[string]int{}, usual: map[string]string{}}
}

func (t *terms) slug(name string) string {
	slug, known := t.slugs[name]
	if !known {
		slug = locale.Slug(name, t.edition.Lang.Tag)
		t.slugs[name] = slug
	}
	return slug
}

// note counts how names are spelled, so that the usual spelling is known before one is reported.
func (t *terms) note(names []string) {
	for _, name := range names {
		t.count[name]++
		slug := t.slug(name)
		usual, known := t.usual[slug]
		if !known || t.count[name] > t.count[usual] {
			t.usual[slug] = name
		}
	}
}

// find gives the terms of these names, making those that are new where create is set. A name without a
// letter that an address can hold is reported and left out; one that differs from an earlier one in spelling only
// is reported too, since both would land on one page.
func (t *terms) find(l *linker, names []string, item *content.Item, key string, create bool) []*Term {
	var found []*Term
	for _, name := range names {
		slug := t.slug(name)
		term := t.bySlug[slug]
		switch {
		case slug == "":
			l.diags.Add(item.At(key), diag.BadSlug, "value", name, "example", key+": [Centrum]")
			continue
		case term == nil && !create:
			continue
		case term == nil:
			term = &Term{Edition: t.edition, Section: t.section, Name: t.usual[slug], Slug: slug, URL: t.edition.URL(t.section, slug), File: item.File}
			t.bySlug[slug] = term
		}
		if name != term.Name {
			l.diags.Add(item.At(key), diag.TermSpelling, "name", name, "other", term.Name, "suggestion", term.Name)
		}
		if !slices.Contains(found, term) {
			found = append(found, term)
		}
	}
	return found
}

func (t *terms) sorted() []*Term {
	all := make([]*Term, 0, len(t.bySlug))
	for _, term := range t.bySlug {
		all = append(all, term)
	}
	slices.SortFunc(all, func(a, b *Term) int { return strings.Compare(a.Slug, b.Slug) })
	locale.SortBy(t.edition.Lang, all, func(term *Term) string { return term.Name })
	return all
}

// linkTerms puts releases and meetings under their topics and regions.
func (l *linker) linkTerms(e *Edition) {
	topics := newTerms(e, "topics")
	regions := newTerms(e, "regions")
	for _, r := range e.Releases {
		topics.note(r.source.Topics)
		regions.note(r.source.Regions)
	}
	for _, m := range e.Meetings {
		topics.note(m.source.Topics)
		regions.note(m.source.Regions)
	}
	for _, r := range e.Releases {
		r.Topics = topics.find(l, r.source.Topics, r.Source, "topics", true)
		r.Regions = regions.find(l, r.source.Regions, r.Source, "regions", true)
		for _, t := range slices.Concat(r.Topics, r.Regions) {
			t.Releases = append(t.Releases, r)
		}
	}
	for _, m := range e.Meetings {
		m.Topics = topics.find(l, m.source.Topics, m.Source, "topics", true)
		m.Regions = regions.find(l, m.source.Regions, m.Source, "regions", true)
		for _, t := range slices.Concat(m.Topics, m.Regions) {
			t.Meetings = append(t.Meetings, m)
		}
	}
	// A release that was withdrawn is in no list, so it makes no topic either.
	for _, r := range e.Withdrawn {
		r.Topics = topics.find(l, r.source.Topics, r.Source, "topics", false)
		r.Regions = regions.find(l, r.source.Regions, r.Source, "regions", false)
	}
	e.Topics, e.Regions = topics.sorted(), regions.sorted()
}
