package site

import (
	"fmt"
	"strings"
	"testing"

	"alingsas.se/dialog/generator/diag"
)

// describe lists terms with their meetings and releases: "Frukostar: a b | nyhet".
func describe(terms []*Term) string {
	var lines []string
	for _, t := range terms {
		var meetings, releases []string
		for _, m := range t.Meetings {
			meetings = append(meetings, m.ID)
		}
		for _, r := range t.Releases {
			releases = append(releases, r.ID)
		}
		lines = append(lines, fmt.Sprintf("%s: %s | %s", t.Name, strings.Join(meetings, " "), strings.Join(releases, " ")))
	}
	return strings.Join(lines, "\n")
}

// Whoever looks for what the municipality has had to do with an organisation finds all meetings with it and all that
// was written of them, in both languages: the name is the same, and a text that was not translated is told of.
func TestOrganisationsAndSeriesHoldTheirMeetingsAndWhatTellsOfThem(t *testing.T) {
	fsys := folderOf(t, "contacts/anna-ek.md", anna,
		"meetings/a.md", "---\ntitle: A\nstart: 2026-06-01\norganisations: [Handlarna, Åkarna]\nseries: Frukostar\n---\n",
		"meetings/a.en.md", "---\ntitle: A\norganisations: [Handlarna, The Hauliers]\nseries: Breakfasts\n---\n",
		"meetings/b.md", "---\ntitle: B\nstart: 2026-06-02\norganisations: [Åkarna]\nseries: Frukostar\n---\n",
		"meetings/c.md", "---\ntitle: C\nstart: 2026-06-03\norganisations: [Bara här]\nseries: Kvällar\n---\n",
		"press/ny.md", "---\ntitle: Ny\ndate: 2026-06-03\ncontacts: [anna-ek]\nmeetings: [a, b]\n---\n",
		"press/ny.en.md", "---\ntitle: News\n---\n",
		"press/old.md", "---\ntitle: Gammal\ndate: 2026-06-02\ncontacts: [anna-ek]\nmeetings: [b]\n---\n",
		"press/hidden.md", "---\ntitle: Hemlig\ndate: 2026-07-02\ncontacts: [anna-ek]\nmeetings: [b]\n---\n",
		"meetings/utkast.md", "---\ntitle: Utkast\ndraft: true\norganisations: [Bara i utkastet, handlarna]\nseries: Hemligt\n---\n",
	)
	s, diags := link(t, fsys, Options{})
	for _, d := range diags {
		if d.Severity() == diag.Error {
			t.Error(d)
		}
	}
	sv, en := s.Editions[0], s.Editions[1]
	for _, c := range []struct{ name, got, want string }{
		{"sv organisations", describe(sv.Organisations), "Bara här: c | \nHandlarna: a | ny\nÅkarna: a b | ny old"},
		{"sv series", describe(sv.Series), "Frukostar: a b | ny old\nKvällar: c | "},
		{"en organisations", describe(en.Organisations), "Bara här: c | \nHandlarna: a | ny\nThe Hauliers: a b | ny old"},
		{"en series", describe(en.Series), "Breakfasts: a b | ny old"},
		{"sections", sv.Taxonomies()[0].Section + " " + sv.Taxonomies()[1].Section, "organisations series"},
	} {
		if c.got != c.want {
			t.Errorf("%s:\n%s\nwant:\n%s", c.name, c.got, c.want)
		}
	}
	for i, want := range []string{"/en/organisations/bara-har/", "/en/organisations/handlarna/", "/en/organisations/the-hauliers/"} {
		if got := sv.Organisations[i].Translations; len(got) != 1 || got[0].URL != want {
			t.Errorf("%s is translated by %v, want %s", sv.Organisations[i].Name, got, want)
		}
	}
	if m := en.Series[0].Meetings[1]; len(m.InSeries) != 1 || m.InSeries[0].ID != "a" {
		t.Errorf("%s of another language is in a series with %v", m.ID, m.InSeries)
	}
}
