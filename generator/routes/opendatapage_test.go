package routes

import (
	"os"
	"strings"
	"testing"
)

// Where a release's text is found is said where there are releases, and only there.
func TestDataPageTellsOfReleasesWhereThereAreAny(t *testing.T) {
	const note = "Hela texten till ett pressmeddelande"
	s := newSample(t)
	s.templates = os.DirFS("../../templates")
	tell := func() string {
		table, diags := s.list(t)
		if diags.HasErrors() {
			t.Fatal(diags)
		}
		return output(t, table, "/data/")
	}
	if page := tell(); strings.Contains(page, "press.json") != strings.Contains(page, note) {
		t.Errorf("the sample's page: %s", page)
	}
	for name := range s.content {
		if strings.HasPrefix(name, "press/") {
			delete(s.content, name)
		}
	}
	if page := tell(); strings.Contains(page, note) {
		t.Errorf("without releases the page says where their texts are:\n%s", page)
	}
	s.content["press/a.md"] = file("---\ntitle: Nytt\ndate: 2026-06-01\ncontacts: [anna-ek]\n---\n\nNytt.\n")
	if page := tell(); !strings.Contains(page, note) {
		t.Errorf("with a release the page does not say where its text is:\n%s", page)
	}
}

// What was withdrawn is given to nobody as a text, and its record names none.
func TestDataNamesNoTextOfWhatWasWithdrawn(t *testing.T) {
	s := newSample(t)
	s.content["press/a.md"] = file("---\ntitle: Nytt\ndate: 2026-06-01\ncontacts: [anna-ek]\n---\n\nNytt.\n")
	s.content["press/b.md"] = file("---\ntitle: Fel\ndate: 2026-06-02\ncontacts: [anna-ek]\nwithdrawn: {date: 2026-06-03, reason: Fel.}\n---\n\nFel.\n")
	table, diags := s.list(t)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	data := output(t, table, "/data/press.json")
	if !strings.Contains(data, "/a/text.txt") || strings.Contains(data, "/b/text.txt") {
		t.Errorf("the texts that are named: %s", data)
	}
}
