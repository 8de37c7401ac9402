package routes

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// relatedPart is what a page names as related.
func relatedPart(page string) string {
	_, part, _ := strings.Cut(page, "<h2>Läs också</h2>")
	part, _, _ = strings.Cut(part, "</section>")
	return part
}

// A reader is led on to what has to do with the text: by a meeting, an organisation, a topic, or words that few have. What
// was withdrawn or replaced, what is withheld, and what the page names already is never among it.
func TestAPageNamesWhatIsRelated(t *testing.T) {
	s := newSample(t)
	s.templates = os.DirFS("../../templates")
	add := func(name, keys string) { s.content[name+".md"] = file("---\n" + keys + "\n---\nText.\n") }
	release := func(id, title, keys string) {
		add("press/"+id, "title: "+title+"\ndate: 2026-05-01\ncontacts: [anna-ek]\n"+keys)
	}
	release("a", "Torget stängs för bilar", "topics: [Trafik]\nmeetings: [kvall]")
	release("b", "Annat om kvällen", "meetings: [kvall]")
	release("c", "Torgets bilar får plats", "lead: Ingen ska stänga något.")
	release("d", "Bussen går", "topics: [Trafik]")
	release("e", "Torget stängs för bilar igen", "topics: [Trafik]\nmeetings: [kvall]\nwithdrawn: {date: 2026-05-02, reason: Fel.}")
	s.content["press/f.md"] = file("---\ntitle: Torget stängs för bilar\ntopics: [Trafik]\nmeetings: [kvall]\ncontacts: [anna-ek]\ndate: 2026-07-01\n---\nText.\n")
	release("g", "Torget stängs för bilar", "topics: [Trafik]\ndraft: true")
	release("h", "Parken öppnar", "topics: [Parker]\nreplaced_by: i")
	release("i", "Parken öppnar nu", "topics: [Parker]")
	release("j", "Parken är stor", "topics: [Parker]")
	add("meetings/kvall", "title: Kväll\nstart: 2026-06-01\norganisations: [Handlarna]")
	add("meetings/morgon", "title: Morgon\nstart: 2026-05-01\norganisations: [Handlarna]")
	for i := range 30 {
		release(fmt.Sprint("x", i), fmt.Sprint("Helt andra saker ", i), "")
	}
	table, diags := s.list(t)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	for url, want := range map[string][]string{
		"/pressmeddelanden/a/": {`href="/pressmeddelanden/b/"`, "Samma träff: Kväll", `href="/pressmeddelanden/c/"`, `href="/traffar/morgon/"`, "Träffar med Handlarna"},
		"/pressmeddelanden/d/": {`href="/pressmeddelanden/a/"`, "Ämne: Trafik"},
		"/pressmeddelanden/c/": {`href="/pressmeddelanden/a/"`},
		"/traffar/morgon/":     {`href="/traffar/kvall/"`, "Träffar med Handlarna", `href="/pressmeddelanden/a/"`, `href="/pressmeddelanden/b/"`},
		"/pressmeddelanden/h/": {`href="/pressmeddelanden/j/"`},
	} {
		part := relatedPart(output(t, table, url))
		for _, text := range want {
			if !strings.Contains(part, text) {
				t.Errorf("%s lacks %s: %s", url, text, part)
			}
		}
		for _, never := range []string{`href="` + url + `"`, "/pressmeddelanden/e/", "/pressmeddelanden/f/", "/pressmeddelanden/g/"} {
			if strings.Contains(part, never) {
				t.Errorf("%s names %s: %s", url, never, part)
			}
		}
		if url == "/pressmeddelanden/h/" && strings.Contains(part, "/pressmeddelanden/i/") {
			t.Errorf("%s names twice what replaces it: %s", url, part)
		}
		if n := strings.Count(part, "<li>"); n > relatedItems {
			t.Errorf("%s names %d", url, n)
		}
	}
	if part := relatedPart(output(t, table, "/pressmeddelanden/a/")); strings.Contains(part, "/traffar/kvall/") {
		t.Errorf("what the page names already is named again: %s", part)
	}
	if part := relatedPart(output(t, table, "/pressmeddelanden/x1/")); strings.Contains(part, "/pressmeddelanden/a/") {
		t.Errorf("what has nothing to do with it is related: %s", part)
	}
}
