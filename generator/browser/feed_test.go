package browser

import (
	"strings"
	"testing"
)

// feedURLs are feeds that are opened as somebody does who has clicked on one.
var feedURLs = []string{"/feed.xml", "/en/feed.xml", "/traffar/andringar/feed.xml"}

// A feed that is opened in a browser is read, not downloaded, and no source text: at each width, in each scheme.
func TestFeedsCanBeReadInChromium(t *testing.T) {
	skipWithoutTime(t)
	s := buildSite(t, looksName, "../testdata/looks/content", "2026-06-15 12:00")
	tb := startBrowser(t).tab(t)
	for _, url := range feedURLs {
		for _, width := range []int{320, 1280} {
			for _, scheme := range []string{"light", "dark"} {
				v := pageView{sitePage{site: s, url: url}, width, scheme}
				if err := tb.show(v); err != nil {
					t.Fatalf("%s: %v", v, err)
				}
				found, err := ask[[]string](tb, "feed")
				if err != nil {
					t.Fatalf("%s: %v", v, err)
				}
				for _, text := range append(found, tb.told()...) {
					t.Errorf("%s: %s", v, text)
				}
			}
		}
	}
}

// The same in Firefox, which downloads what it is told to be Atom.
func TestFeedsCanBeReadInFirefox(t *testing.T) {
	skipWithoutTime(t)
	f := startFirefox(t)
	s := buildSite(t, looksName, "../testdata/looks/content", "2026-06-15 12:00")
	for _, url := range feedURLs {
		for _, width := range []int{320, 1280} {
			v := pageView{sitePage{site: s, url: url}, width, "light"}
			if err := f.open(v.page, width); err != nil {
				t.Fatalf("%s: %v", v, err)
			}
			var found []string
			if err := f.evaluate(script("feed"), &found); err != nil {
				t.Fatalf("%s: %v", v, err)
			}
			for _, text := range append(found, f.heard...) {
				if !strings.Contains(text, "/favicon.ico") { // no XML can name another icon
					t.Errorf("%s: %s", v, text)
				}
			}
		}
	}
}
