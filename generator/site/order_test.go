package site

import (
	"strings"
	"testing"
)

func TestContactsAreListedPressFirstThenByOrderAndName(t *testing.T) {
	contact := func(name, more string) string { return "---\nname: " + name + "\nrole: roll\n" + more + "---\n" }
	s, diags := link(t, folderOf(t,
		"contacts/a.md", contact("Östen Ek", ""),
		"contacts/b.md", contact("Åke Ek", ""),
		"contacts/c.md", contact("Zeb Ek", ""),
		"contacts/d.md", contact("Adam Ek", "order: 2\n"),
		"contacts/e.md", contact("Press Ek", "press: true\nphone: '112'\norder: 9\n"),
		"contacts/f.md", contact("Borta Ek", "left: 2026-01-01\n")), Options{})
	if len(diags) > 0 {
		t.Fatalf("reported %v", diags)
	}
	var names []string
	for _, p := range s.Edition("sv").Contacts {
		names = append(names, strings.Fields(p.Title)[0])
	}
	if got, want := strings.Join(names, " "), "Press Zeb Åke Östen Adam"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if press := s.Edition("sv").PressContacts; len(press) != 1 || press[0].Title != "Press Ek" {
		t.Errorf("to be called: %d contacts, want Press Ek", len(press))
	}
}

func TestPagesOfAMenuGoByOrderAndTitle(t *testing.T) {
	s, _ := link(t, folderOf(t,
		"pages/a.md", "---\ntitle: Ö\nmenu: main\n---\n",
		"pages/b.md", "---\ntitle: Ä\nmenu: main\n---\n",
		"pages/c.md", "---\ntitle: C\nmenu: footer\n---\n",
		"pages/d.md", "---\ntitle: D\nmenu: main\norder: -1\n---\n"), Options{})
	got := ""
	for _, p := range s.Edition("sv").Menu("main") {
		got += p.Title
	}
	if got != "DÄÖ" {
		t.Errorf("the menu is %s, want DÄÖ", got)
	}
}

func TestDescriptionsAreTheAuthorsOrTheFirstWords(t *testing.T) {
	s, _ := link(t, folderOf(t,
		"contacts/anna-ek.md", anna,
		"meetings/m.md", "---\ntitle: Kväll\nstart: 2026-07-01 18:00\ntime_note: drop-in\nplace: Rådhuset\n---\nVälkommen.\n",
		"press/a.md", "---\ntitle: A\ndate: 2026-06-01\ncontacts: [anna-ek]\ndescription: Egen text\nlead: Ingress\n---\nText\n",
		"press/b.md", "---\ntitle: B\ndate: 2026-05-01\ncontacts: [anna-ek]\nlead: Ingress\n---\nText\n",
		"press/c.md", "---\ntitle: C\ndate: 2026-04-01\ncontacts: [anna-ek]\n---\n\nFörsta *stycket*\nmed en [länk](b.md).\n\nAndra.\n",
		"press/d.md", "---\ntitle: D\ndate: 2026-03-01\ncontacts: [anna-ek]\n---\n"), Options{})
	e := s.Edition("sv")
	want := []string{"Egen text", "Ingress", "Första stycket med en länk.", "D"}
	for i, r := range e.Releases {
		if r.Description() != want[i] {
			t.Errorf("%s is described as %q, want %q", r.Title, r.Description(), want[i])
		}
	}
	if r := e.Releases[2]; !r.LeadIsInBody || r.Lead() != want[2] {
		t.Errorf("its lead is %q (in the body: %v), want the first paragraph", r.Lead(), r.LeadIsInBody)
	}
	got := e.Meetings[0].Description()
	for _, part := range []string{"Kväll.", "1 juli 2026", "drop-in", "Rådhuset", "Välkommen."} {
		if !strings.Contains(got, part) {
			t.Errorf("the meeting is described as %q, without %q", got, part)
		}
	}
}

func TestReleasesKnowTheirNeighboursAndLastChange(t *testing.T) {
	s, _ := link(t, folderOf(t,
		"contacts/anna-ek.md", anna,
		"press/a.md", "---\ntitle: A\ndate: 2026-06-01\ncontacts: [anna-ek]\n---\n",
		"press/b.md", "---\ntitle: B\ndate: 2026-05-01\nupdated: 2026-05-03\ncontacts: [anna-ek]\ncorrections: [{date: 2026-05-02, text: Fel.}, {date: 2026-05-04, text: Mer fel.}]\n---\n",
		"press/c.md", "---\ntitle: C\ndate: 2026-04-01\ncontacts: [anna-ek]\n---\n"), Options{})
	r := s.Edition("sv").Releases[1]
	if r.Newer == nil || r.Newer.Title != "A" || r.Older == nil || r.Older.Title != "C" || r.Newer.Newer != nil || r.Older.Older != nil {
		t.Error("B does not stand between A and C")
	}
	if want := day("2026-05-05").Time.Add(-59e9); !r.Modified.Equal(want) {
		t.Errorf("changed %v, want %v", r.Modified, want)
	}
	if len(r.Corrections) != 2 || !r.Corrections[0].Date.Time.After(r.Corrections[1].Date.Time) {
		t.Error("the newest correction does not come first")
	}
}
