package browser

import (
	"bytes"
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"alingsas.se/dialog/generator/command"
	"alingsas.se/dialog/generator/site"
	"alingsas.se/dialog/generator/sitetest"
	"alingsas.se/dialog/generator/workspace"
)

// A builtSite is a site that the build command made, served on this computer.
type builtSite struct {
	name    string
	model   *site.Site
	dir     string
	address string
	pages   []sitePage
}

// A sitePage is one page of a site. Pages of one kind are made by the same lines of the same template.
type sitePage struct {
	site      *builtSite
	url, kind string
	lang      string
}

func (p sitePage) String() string { return p.site.name + p.url }

// publicSites are what is looked at: the real content as it is and as it was when the meetings were to
// come, and an invented municipality with every kind of page in every state.
var publicSites = []struct{ name, content, now string }{
	{realName, "../../content", ""},
	{"real-2012", "../../content", "2012-03-28 12:00"},
	{looksName, "../testdata/looks/content", "2026-06-15 12:00"},
}

const (
	realName  = "real"
	looksName = "looks"
)

// pagesClock is when the real content is looked at.
var pagesClock = time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC)

func buildSites(t *testing.T) (sites []*builtSite) {
	t.Helper()
	for _, s := range publicSites {
		sites = append(sites, buildSite(t, s.name, s.content, s.now))
	}
	return sites
}

func buildSite(t *testing.T, name, content, now string) *builtSite {
	t.Helper()
	return buildSiteIn(t, sitetest.Project, name, content, now)
}

// buildSiteIn builds a site with the project's templates. What shows pages in the editor lies in the root, or does not.
func buildSiteIn(t *testing.T, root, name, content, now string) *builtSite {
	t.Helper()
	s := &builtSite{name: name, dir: filepath.Join(t.TempDir(), "public")}
	var output bytes.Buffer
	args := []string{"build", "--root", root, "--content", content, "--out", s.dir}
	for _, folder := range []string{"templates", "static"} {
		args = append(args, "--"+folder, filepath.Join(sitetest.Project, folder))
	}
	args = append(args, "--admin", filepath.Join(sitetest.Project, ".admin", "node_modules"))
	if now != "" {
		args = append(args, "--now", now)
	}
	clock := func() time.Time { return pagesClock }
	if code := command.Run(args, command.Environment{Stdout: &output, Stderr: &output, Getenv: func(string) string { return "" }, Clock: clock}); code != 0 {
		t.Fatalf("%v exits with %d:\n%s", args, code, &output)
	}
	a, err := workspace.Assemble(workspace.Job{Content: content, Templates: "../../templates", Static: "../../static", Now: now, Clock: pagesClock})
	if err != nil {
		t.Fatal(err)
	}
	s.model, s.address = a.Model, serveFolder(t, s.dir)
	kinds := kindsOf(a.Model)
	for _, r := range a.Table {
		if !r.IsPage() {
			continue
		}
		kind, isKnown := kinds[r.URL]
		if !isKnown {
			t.Errorf("%s%s is of no known kind", name, r.URL)
		}
		s.pages = append(s.pages, sitePage{s, r.URL, kind.name, kind.lang})
	}
	// The first language first: its texts are whole, and its words are longer.
	first := a.Model.Editions[0].Lang.Tag
	slices.SortStableFunc(s.pages, func(a, b sitePage) int {
		return cmp.Compare(strings.Count(first, b.lang), strings.Count(first, a.lang))
	})
	return s
}

// A pageKind is what a page shows, in which language.
type pageKind struct{ name, lang string }

// kindsOf tells the kind of every page, by URL.
func kindsOf(model *site.Site) map[string]pageKind {
	kinds := map[string]pageKind{"/404.html": {"not found", model.Editions[0].Lang.Tag}}
	for _, e := range model.Editions {
		add := func(url, format string, args ...any) { kinds[url] = pageKind{fmt.Sprintf(format, args...), e.Lang.Tag} }
		add(e.Home(), "home")
		add(e.URL("statement"), "statement")
		add(e.URL("images"), "list of pictures")
		add(e.URL("search"), "search")
		add(e.URL("follow"), "how one follows")
		add(e.URL("data"), "open data")
		for _, section := range []string{"press", "meetings", "contacts", "topics", "regions", "organisations", "series"} {
			add(e.URL(section), "list of %s", section)
			for n := range 50 {
				add(e.URL(section, e.Words.Text("path.page"), fmt.Sprint(n)), "further list of %s", section)
			}
		}
		for _, r := range e.Releases {
			add(r.URL, "%s", releaseKind(r))
		}
		for _, r := range e.Listed {
			year := fmt.Sprint(r.Date.Time.Year())
			add(e.URL("press", year), "list of a year")
			add(e.URL("press", year, r.Date.Time.Format("01")), "list of a month")
			add(e.URL("press", year, e.Words.Text("path.page"), "2"), "further list of press")
		}
		for _, m := range e.Meetings {
			add(m.URL, "%s", meetingKind(m))
		}
		for _, c := range append(e.Contacts, e.Departed...) {
			add(c.URL, "%s", contactKind(c))
		}
		for _, p := range e.Pages {
			add(p.URL, "page")
		}
		for _, taxonomy := range e.Taxonomies() {
			for _, term := range taxonomy.Terms {
				add(term.URL, "one of %s", taxonomy.Section)
			}
		}
	}
	return kinds
}

func releaseKind(r *site.Release) string {
	switch {
	case r.Withdrawn != nil:
		return "release, withdrawn"
	case r.ReplacedBy != nil:
		return "release, replaced"
	case len(r.Replaces) > 0:
		return "release that replaces another"
	case len(r.Corrections) > 0:
		return "release, corrected"
	case !r.Updated.IsZero():
		return "release, updated"
	case len(r.Images) > 0:
		return "release with pictures"
	case len(r.Title) > 120:
		return "release with a long title"
	}
	return "release"
}

func meetingKind(m *site.Meeting) string {
	switch {
	case m.Start.IsZero() && m.Status == "planned":
		return "meeting, undated"
	case m.Place.Online != "":
		return "meeting, online"
	}
	return "meeting, " + string(m.Standing())
}

func contactKind(c *site.Contact) string {
	switch {
	case c.Departed:
		return "contact who has left"
	case !c.Reachable():
		return "contact without ways"
	case c.Photo != nil:
		return "contact with a photo"
	}
	return "contact"
}

// oneOfEachKind leaves one page of each kind, or one in each language.
func oneOfEachKind(pages []sitePage, inEachLanguage bool) (left []sitePage) {
	seen := map[pageKind]bool{}
	for _, p := range pages {
		kind := pageKind{name: p.kind}
		if inEachLanguage {
			kind.lang = p.lang
		}
		if !seen[kind] {
			seen[kind] = true
			left = append(left, p)
		}
	}
	return left
}

// The invented municipality must hold every kind that there is, else some would never be looked at.
func TestLooksHaveEveryKindOfPage(t *testing.T) {
	s := buildSite(t, "looks", "../testdata/looks/content", "2026-06-15 12:00")
	have := map[string]bool{}
	for _, p := range s.pages {
		have[p.kind] = true
	}
	for _, kind := range []string{
		"home", "statement", "not found", "page", "one of topics", "one of regions", "one of organisations", "one of series", "list of a year", "list of pictures", "how one follows", "open data", "search",
		"list of press", "further list of press", "list of meetings", "list of contacts", "list of topics", "list of regions", "list of organisations", "list of series",
		"release", "release, corrected", "release, updated", "release, replaced", "release that replaces another", "release, withdrawn", "release with pictures", "release with a long title",
		"meeting, planned", "meeting, confirmed", "meeting, moved", "meeting, postponed", "meeting, cancelled", "meeting, past", "meeting, undated", "meeting, online",
		"contact", "contact with a photo", "contact without ways", "contact who has left",
	} {
		if !have[kind] {
			t.Errorf("there is no page of the kind %q", kind)
		}
	}
}
