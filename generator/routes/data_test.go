package routes

import (
	"os"
	"strings"
	"testing"
)

// What search engines and those who share a page ask for is there also where an author gave nothing of the kind.
func TestPagesTellMachinesWhatTheyAskFor(t *testing.T) {
	s := newSample(t)
	s.templates = os.DirFS("../../templates")
	s.content["press/a.md"] = file("---\ntitle: Nytt\ndate: 2026-06-01\ncontacts: [anna-ek]\n---\n\nNytt.\n")
	s.content["meetings/utan-plats.md"] = file("---\ntitle: Kväll\nstart: 2026-07-01 18:00\n---\n")
	s.content["meetings/med-plats.md"] = file("---\ntitle: Kväll\nstart: 2026-07-02 18:00\nplace: Torget\n---\n")
	s.content["meetings/webb.md"] = file("---\ntitle: Kväll\nstart: 2026-07-03 18:00\nplace: {online: \"https://mote.example.se/\"}\n---\n")
	table, diags := s.list(t)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	for url, texts := range map[string][]string{
		"/pressmeddelanden/a/": {
			`<meta property="og:image:alt" content="Alingsås kommun: Dialog">`, `<meta name="twitter:card" content="summary_large_image">`,
			`"image":["https://dialog.example.se/assets/share.`, `"logo":"https://dialog.example.se/assets/icon.`,
		},
		"/traffar/utan-plats/": {`"location":[{"@type":"Place","name":"Platsen är inte angiven"}]`},
		"/traffar/med-plats/":  {`"location":[{"@type":"Place","name":"Torget"}]`, `"eventAttendanceMode":"https://schema.org/OfflineEventAttendanceMode"`},
		"/traffar/webb/":       {`"location":[{"@type":"VirtualLocation","url":"https://mote.example.se/"}]`, `"eventAttendanceMode":"https://schema.org/OnlineEventAttendanceMode"`},
	} {
		page := output(t, table, url)
		for _, text := range texts {
			if !strings.Contains(page, text) {
				t.Errorf("%s lacks %s:\n%s", url, text, page)
			}
		}
	}
	if page := output(t, table, "/traffar/utan-plats/"); strings.Contains(page, "eventAttendanceMode") {
		t.Error("where nobody knows the place, it is said that one meets in one")
	}
}
