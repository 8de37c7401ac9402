package site

import (
	"slices"

	"alingsas.se/dialog/generator/content"
)

// A meetingKey is a key of fact sheets whose values are terms: the organisations met, and the series.
type meetingKey struct {
	section, key string
	names        func(*content.Meeting) []string
	isProper     bool // the names are those of organisations, which need no translation
	set          func(*Meeting, []*Term)
	get          func(*Meeting) []*Term
}

var (
	organisationsKey = meetingKey{
		section: "organisations", key: "organisations", isProper: true,
		names: func(m *content.Meeting) []string { return m.Organisations },
		set: func(m *Meeting, terms []*Term) {
			m.Met = terms
			if !m.Foreign(m.Edition) {
				m.Organisations = namesOf(terms) // as they are spelled everywhere
			}
		},
		get: func(m *Meeting) []*Term { return m.Met },
	}
	seriesKey = meetingKey{
		section: "series", key: "series",
		names: func(m *content.Meeting) []string {
			if m.Series == "" {
				return nil
			}
			return []string{m.Series}
		},
		set: func(m *Meeting, terms []*Term) {
			m.SeriesTerm = one(terms)
			if m.SeriesTerm != nil && !m.Foreign(m.Edition) {
				m.Series = m.SeriesTerm.Name
			}
		},
		get: func(m *Meeting) []*Term {
			if m.SeriesTerm == nil {
				return nil
			}
			return []*Term{m.SeriesTerm}
		},
	}
)

func namesOf(terms []*Term) []string {
	names := make([]string, len(terms))
	for i, t := range terms {
		names[i] = t.Name
	}
	return names
}

// linkMet gives the organisations of an edition that are met, and its series of meetings.
func (l *linker) linkMet(e *Edition) {
	e.Organisations = l.linkMeetingKey(e, organisationsKey)
	e.Series = l.linkMeetingKey(e, seriesKey)
}

// linkMeetingKey puts the meetings of an edition under what they name in a key, and the releases that tell of them
// under the same.
func (l *linker) linkMeetingKey(e *Edition, k meetingKey) []*Term {
	all, here := newTerms(e, k.section), l.namesHere(e, k)
	names := func(m *Meeting) []string {
		if !m.Foreign(e) {
			return k.names(m.source)
		}
		return k.translated(m.source, here)
	}
	for _, isDraft := range []bool{false, true} {
		for _, m := range e.Meetings {
			if isDraft == (m.State == Draft) {
				all.note(names(m), &m.Item, m.day())
			}
		}
	}
	for _, m := range e.Meetings {
		found := all.find(l, names(m), m.Source, k.key)
		k.set(m, found)
		for _, t := range found {
			t.Meetings = append(t.Meetings, m)
		}
	}
	for _, r := range e.Listed {
		l.listUnder(e, k, r)
	}
	return all.sorted()
}

// listUnder lists a release under what the meetings are under that it tells of. It may be one of the first language
// that has no translation: the meetings are those of the edition all the same.
func (l *linker) listUnder(e *Edition, k meetingKey, r *Release) {
	for _, m := range r.Meetings {
		if m.Edition != e {
			m = l.meetings.find(m.ID, e.Lang.Tag)
		}
		if m == nil {
			continue
		}
		for _, t := range k.get(m) {
			if n := len(t.Releases); n == 0 || t.Releases[n-1] != r {
				t.Releases = append(t.Releases, r)
			}
		}
	}
}

// namesHere tells how an edition calls what the first language names, as the translated fact sheets say by the place
// in the list, by their [spelling]. A name with two translations has "".
func (l *linker) namesHere(e *Edition, k meetingKey) map[string]string {
	here := map[string]string{}
	for _, m := range e.Meetings {
		original := l.meetings.find(m.ID, l.first())
		if m.Foreign(e) || original == nil || original == m {
			continue
		}
		from, to := k.names(original.source), k.names(m.source)
		for i := range from {
			if len(from) != len(to) {
				break
			}
			name := spelling(from[i])
			if known, isKnown := here[name]; isKnown && spelling(known) != spelling(to[i]) {
				here[name] = ""
				continue
			}
			here[name] = to[i]
		}
	}
	return here
}

// translated gives the names of a fact sheet in another language as the edition calls them. Of what is no proper name
// and was translated nowhere, nobody knows what it is called here.
func (k meetingKey) translated(m *content.Meeting, here map[string]string) []string {
	var names []string
	for _, name := range k.names(m) {
		switch known := here[spelling(name)]; {
		case known != "":
			name = known
		case !k.isProper:
			continue
		}
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}
