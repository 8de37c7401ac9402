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

// withForeign adds to releases of an edition those of the first language that have no translation in it.
func (l *linker) withForeign(e *Edition, own, originals []*Release) []*Release {
	all := slices.Clone(own)
	for _, r := range originals {
		if l.releases.find(r.ID, e.Lang.Tag) == nil {
			all = append(all, r)
		}
	}
	slices.SortFunc(all, byDate)
	return all
}
