package site

import (
	"testing"

	"alingsas.se/dialog/generator/diag"
)

func TestNamesThatAreTypedOtherwiseAreTheSame(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"Företagarna Alingsås", "företagarna  ALINGSÅS", true},
		{"Företagarna", "Fo\u0308retagarna", true},
		{"Handel\u00a0och kontor", "Handel och kontor", true},
		{"Tillväxt–Väst", "Tillväxt-Väst", true},
		{"Fast’igheter", "Fast'igheter", true},
		{"Å-bolaget", "A-bolaget", false},
		{"Handel & kontor", "Handel och kontor", false},
		{"Café", "Cafe", false},
	} {
		if got := spelling(c.a) == spelling(c.b); got != c.same {
			t.Errorf("%q and %q: %v", c.a, c.b, got)
		}
	}
}

// One author's capital never stops another's work: there is one page, named as most name it.
func TestTheUsualSpellingIsShown(t *testing.T) {
	meeting := func(day, series, organisation string) string {
		return "---\ntitle: Träff " + day + "\nstart: " + day + "\nseries: " + series + "\norganisations: [" + organisation + "]\n---\nText.\n"
	}
	s, diags := link(t, folderOf(t,
		"contacts/anna-ek.md", anna,
		"meetings/a.md", meeting("2026-05-04", "Frukostar", "Företagarna Ek"),
		"meetings/b.md", meeting("2026-05-03", "Frukostar", "företagarna ek"),
		"meetings/c.md", meeting("2026-05-02", "frukostar", "Fo\u0308retagarna  Ek"),
		"meetings/d.md", meeting("2026-05-01", "FRUKOSTAR", "FÖRETAGARNA EK"),
		"press/e.md", "---\ntitle: E\ndate: 2026-05-02\ncontacts: [anna-ek]\ntopics: [Handel, handel]\n---\nText.\n",
		"press/f.md", "---\ntitle: F\ndate: 2026-05-01\ncontacts: [anna-ek]\ntopics: [handel]\n---\nText.\n",
		"press/g.md", "---\ntitle: G\ndate: 2026-04-01\ncontacts: [anna-ek]\ntopics: [HANDEL, Näring]\n---\nText.\n",
		"press/h.md", "---\ntitle: H\ndate: 2026-03-01\ncontacts: [anna-ek]\ntopics: [näring]\n---\nText.\n",
	), Options{})
	if diags.HasErrors() {
		t.Errorf("told as errors: %v", diags)
	}
	told := 0
	for _, d := range diags {
		if d.Code == diag.TwoSpellings {
			told++
		}
	}
	if told != 2+2+3 { // of series, organisations (two are the same once they are read) and topics
		t.Errorf("told %d times: %v", told, diags)
	}
	e := s.Edition("sv")
	for _, c := range []struct {
		terms []*Term
		want  string
		count int
	}{
		{e.Series, "Frukostar", 4},             // most have it
		{e.Organisations, "Företagarna Ek", 4}, // two have it
	} {
		if len(c.terms) != 1 || c.terms[0].Name != c.want || len(c.terms[0].Meetings) != c.count {
			t.Errorf("%v, want one %q", namesOf(c.terms), c.want)
		}
	}
	// handel stands in two; of Näring and näring the oldest release has näring.
	if names := namesOf(e.Topics); len(names) != 2 || names[0] != "handel" || names[1] != "näring" || len(e.Topics[0].Releases) != 3 {
		t.Errorf("topics %q", names)
	}
	for _, m := range e.Meetings {
		if m.Series != "Frukostar" || m.Organisations[0] != "Företagarna Ek" {
			t.Errorf("%s shows %q and %q", m.Title, m.Series, m.Organisations)
		}
	}
}

// A fact sheet without a translation stands in the series of another language, however its series is typed.
func TestSeriesAreTranslatedHoweverTheyAreTyped(t *testing.T) {
	s, _ := link(t, folderOf(t,
		"contacts/anna-ek.md", anna,
		"meetings/a.md", "---\ntitle: A\nseries: Frukostar\n---\nText.\n",
		"meetings/a.en.md", "---\ntitle: A\nseries: Breakfasts\n---\nText.\n",
		"meetings/b.md", "---\ntitle: B\nseries: frukostar\n---\nText.\n",
	), Options{})
	if series := s.Edition("en").Series; len(series) != 1 || len(series[0].Meetings) != 2 {
		t.Errorf("series %v", namesOf(series))
	}
}
