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
			`<meta property="og:image:alt" content="Pressmeddelande: Nytt. 1 juni 2026. Alingsås kommun">`, `<meta name="twitter:card" content="summary_large_image">`,
			`"image":["https://dialog.example.se/pressmeddelanden/a/og.`, `"logo":"https://dialog.example.se/assets/icon.`,
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

// What a reader needs beside the number and the address is shown in every place where these are.
func TestPagesTellWhenOneIsReachedAndHowOneGetsThere(t *testing.T) {
	s := newSample(t)
	s.templates = os.DirFS("../../templates")
	s.content["site.yaml"] = file("title: Dialog\nbase_url: https://dialog.example.se\nlanguages: [sv, en]\norganisation: {name: Alingsås kommun, email: press@example.se}\n" +
		"press_hours: {sv: vardagar 8–16, en: weekdays 8–16}\nregistration_privacy: {sv: Vi raderar anmälan efteråt., en: We delete it afterwards.}\nnewsletter: mailto:nyhetsbrev@example.se\n")
	s.content["contacts/anna-ek.md"] = file("---\nname: Anna Ek\nrole: ordförande\npress: true\nemail: anna.ek@example.se\nhours: mån–tors 9–15\nareas: [etablering, tillstånd]\n---\n")
	s.content["press/a.md"] = file("---\ntitle: Nytt\ndate: 2026-06-01\ncontacts: [anna-ek]\n---\n\nNytt.\n")
	s.content["meetings/a.md"] = file("---\ntitle: Kväll\nstart: 2026-07-01 18:00\nplace: {address: Storgatan 1, travel: Buss 1 till Torget.}\nregistration: {email: a@example.se}\n---\n")
	s.content["meetings/b.md"] = file("---\ntitle: Lunch\nstart: 2026-07-02 12:00\nregistration: {email: a@example.se, privacy: Listan hänger på dörren.}\n---\n")
	table, diags := s.list(t)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	for url, texts := range map[string][]string{
		"/":                            {"Nås: vardagar 8–16", "Nås: <span>mån–tors 9–15</span>", `<a href="mailto:nyhetsbrev@example.se">Nyhetsbrev`},
		"/en/":                         {"Available: weekdays 8–16", `Available: <span lang="sv">mån–tors 9–15</span>`},
		"/kontakt/":                    {"Nås: vardagar 8–16", "Svarar för: <span>etablering, tillstånd</span>"},
		"/kontakt/anna-ek/":            {"Nås: <span>mån–tors 9–15</span>"},
		"/kontakt/anna-ek/anna-ek.vcf": {"mån–tors 9–15"},
		"/pressmeddelanden/a/":         {"Nås: <span>mån–tors 9–15</span>"},
		"/traffar/a/":                  {"Buss 1 till Torget.", "Vi raderar anmälan efteråt.", `href="https://www.openstreetmap.org/search?query=Storgatan&#43;1"`},
		"/traffar/b/":                  {"Listan hänger på dörren."},
		"/traffar/kalender.ics":        {"Buss 1 till Torget."},
	} {
		page := strings.ReplaceAll(output(t, table, url), "\r\n ", "")
		for _, text := range texts {
			if !strings.Contains(page, text) {
				t.Errorf("%s lacks %q:\n%s", url, text, page)
			}
		}
	}
	if strings.Contains(output(t, table, "/traffar/b/"), "Vi raderar") {
		t.Error("a meeting's own word on privacy does not take the place of the site's")
	}
}
