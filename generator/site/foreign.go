package site

import "slices"

// listForeign lists in an edition what the first language alone has: a reader of another one is told that it is there.
func (l *linker) listForeign(e *Edition) {
	first := l.site.Editions[0]
	if e == first {
		e.Listed = e.Releases
		return
	}
	e.Listed = l.withForeign(e, e.Releases, first.Releases)
	for _, m := range e.Meetings {
		if original := l.meetings.find(m.ID, first.Lang.Tag); original != nil {
			m.Releases = l.withForeign(e, m.Releases, original.Releases)
		}
	}
	for _, p := range slices.Concat(e.Contacts, e.Departed) {
		if original := l.people.find(p.ID, first.Lang.Tag); original != nil {
			p.Releases = l.withForeign(e, p.Releases, original.Releases)
		}
	}
}

// listForeignUnderTerms lists under the terms of an edition what the first language alone has under the same ones.
// Of a term that no translated item pairs with one of this language, nobody knows what it is called here.
func (l *linker) listForeignUnderTerms(e *Edition, here map[*Term]*Term) {
	for original, own := range here {
		if own.IsOfMeetings() {
			continue // they are there: the meetings are
		}
		own.Releases = l.withForeign(e, own.Releases, original.Releases)
	}
	for _, m := range e.Meetings {
		original := l.meetings.find(m.ID, l.first())
		if original == nil || !m.Foreign(e) {
			continue
		}
		m.Topics, m.Regions = underTerms(m, original.Topics, here), underTerms(m, original.Regions, here)
	}
	for _, own := range here {
		slices.SortFunc(own.Meetings, byStart)
	}
}

// underTerms lists a meeting under those terms that the edition has, which it gives.
func underTerms(m *Meeting, originals []*Term, here map[*Term]*Term) []*Term {
	var found []*Term
	for _, t := range originals {
		if own := here[t]; own != nil {
			own.Meetings = append(own.Meetings, m)
			found = append(found, own)
		}
	}
	return found
}

// withForeign adds to releases of an edition those of the first language that have no translation in it.
func (l *linker) withForeign(e *Edition, own, originals []*Release) []*Release {
	all := slices.Clone(own)
	for _, r := range originals {
		if l.releases.find(r.ID, e.Lang.Tag) == nil {
			all = append(all, r)
		}
	}
	if len(all) > len(own) {
		slices.SortFunc(all, byDate)
	}
	return all
}
