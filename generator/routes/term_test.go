package routes

import (
	"strconv"
	"strings"
	"testing"

	"alingsas.se/dialog/generator/diag"
)

func TestATopicOfAnyNameHasAnAddressOrIsTold(t *testing.T) {
	for name, want := range map[string]string{
		"Näringsliv & handel": "/amnen/naringsliv-och-handel/", "%2e%2e": "/amnen/2e-2e/", "<script>alert(1)</script>": "/amnen/script-alert-1-script/",
		"a/../b": "/amnen/a-b/", "CON": "/amnen/con/", "index.html": "/amnen/index-html/", "feed.xml": "/amnen/feed-xml/", strings.Repeat("a", 255): "/amnen/" + strings.Repeat("a", 255) + "/",
		"..": "term-without-letters", ".": "term-without-letters", "/": "term-without-letters", "🙂": "term-without-letters", "\u200b": "term-without-letters", strings.Repeat("ä", 300): "long-name",
	} {
		s := newSample(t)
		s.content["press/a.md"] = file("---\ntitle: A\ndate: 2026-06-01\ncontacts: [anna-ek]\ntopics: [" + strconv.Quote(name) + "]\n---\nText.\n")
		table, diags := s.list(t)
		if _, found := table.Find(want); strings.HasPrefix(want, "/") && (!found || diags.HasErrors()) {
			t.Errorf("%q is not at %s: %v", name, want, diags)
		} else if !strings.HasPrefix(want, "/") && (len(diags) == 0 || diags[0].Code != diag.Code(want)) {
			t.Errorf("%q: reported %v, want %s", name, diags, want)
		}
	}
}
