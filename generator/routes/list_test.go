package routes

import (
	"os"
	"strings"
	"testing"
)

// Whoever looks for an older release on a phone need not pass all the newer ones.
func TestTheYearsComeBeforeTheReleases(t *testing.T) {
	s := newSample(t)
	s.templates = os.DirFS("../../templates")
	s.content["press/a.md"] = file("---\ntitle: Alfa\ndate: 2026-06-01\n---\nText.\n")
	s.content["press/b.md"] = file("---\ntitle: Beta\ndate: 2025-06-01\n---\nText.\n")
	table, _ := s.list(t)
	for _, url := range []string{"/pressmeddelanden/", "/pressmeddelanden/2025/"} {
		page := output(t, table, url)
		_, main, _ := strings.Cut(page, "<main")
		years, release := strings.Index(main, `href="/pressmeddelanden/2025/"`), strings.Index(main, `class="item"`)
		if years < 0 || release < 0 || years > release {
			t.Errorf("%s: the years stand at %d and the first release at %d", url, years, release)
		}
	}
}
