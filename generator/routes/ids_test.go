package routes

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// Headings may be called as the templates call their own places, and the texts of one page may have the same headings
// and footnotes.
func TestNoTwoElementsOfAPageHaveOneID(t *testing.T) {
	const text = `## Main\n\n## Years\n\n## _contacts\n\n## 1\n\n## _1\n\n## Fn:1\n\nText[^1], [main](#main).\n\n[^1]: Not.\n`
	body := strings.ReplaceAll(text, `\n`, "\n")
	s := newSample(t)
	s.templates = os.DirFS("../../templates")
	s.content["site.yaml"] = file("title: Dialog\nbase_url: https://dialog.example.se\nlanguages: [sv, en]\norganisation: {name: Alingsås kommun, about: \"" + text + "\"}\n")
	s.content["press/a.md"] = file("---\ntitle: Nytt\ndate: 2026-06-01\ncontacts: [anna-ek]\ncorrections:\n" +
		"  - {date: 2026-06-02, text: \"" + text + "\"}\n  - {date: 2026-06-03, text: \"" + text + "\"}\nwithdrawn: {date: 2026-06-03, reason: \"" + text + "\"}\n---\n\n" + body)
	s.content["meetings/a.md"] = file("---\ntitle: Kväll\nstart: 2026-07-01 18:00\nchanges:\n" +
		"  - {date: 2026-06-02, text: \"" + text + "\"}\n  - {date: 2026-06-03, text: \"" + text + "\"}\n---\n\n" + body)
	s.content["pages/om.md"] = file("---\ntitle: Om\n---\n\n" + body)
	table, _ := s.list(t)
	for _, r := range table {
		if !strings.HasSuffix(r.URL, "/") {
			continue
		}
		page := output(t, table, r.URL)
		ids := idsOf(t, page)
		for id, count := range ids {
			if count > 1 {
				t.Errorf("%s: %d elements have the id %q", r.URL, count, id)
			}
		}
		for _, to := range regexp.MustCompile(`href="#([^"]*)"`).FindAllStringSubmatch(page, -1) {
			if ids[to[1]] == 0 {
				t.Errorf("%s: #%s leads nowhere", r.URL, to[1])
			}
		}
	}
	if ids := idsOf(t, output(t, table, "/pressmeddelanden/a/")); ids["main"] != 1 || ids["_main"] != 1 || ids["_correction-2-main"] != 1 {
		t.Errorf("the ids are %v", ids)
	}
}

func idsOf(t *testing.T, page string) map[string]int {
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]int{}
	for n := range root.Descendants() {
		for _, a := range n.Attr {
			if a.Key == "id" {
				ids[a.Val]++
			}
		}
	}
	return ids
}

// By construction: no heading's id begins with an underscore (see markdown.Heading), and all others do.
func TestIDsOfTemplatesAreNoIDsOfHeadings(t *testing.T) {
	id := regexp.MustCompile(`\bid="([^"]*)"`)
	files, err := os.ReadDir("../../templates")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if f.IsDir() {
			continue
		}
		text, err := os.ReadFile("../../templates/" + f.Name())
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range id.FindAllSubmatch(text, -1) {
			if !strings.HasPrefix(string(found[1]), "_") {
				t.Errorf("templates/%s: the id %q does not begin with an underscore", f.Name(), found[1])
			}
		}
	}
}
