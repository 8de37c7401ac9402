package check

import (
	"bytes"
	"cmp"
	"html"
	"net/url"
	"slices"
	"strings"
	"sync"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/site"
	"alingsas.se/dialog/generator/web"
)

// Links looks whether every address in the pages that is on this site leads somewhere. It is a
// [web.Inspector], and so fast that every build can afford it: pages are searched, not parsed.
type Links struct {
	site   *site.Site
	places *Places
	urls   map[string]bool        // addresses of the site as pages are linked, for a quick look
	known  func() map[string]bool // the same as files in the published folder; old ones among them

	mu     sync.Mutex
	misses []miss
}

// A miss is a link that leads nowhere.
type miss struct{ source, target string }

// NewLinks makes the check for a site and all of its routes.
func NewLinks(s *site.Site, table web.Table, places *Places) *Links {
	l := &Links{site: s, places: places, urls: make(map[string]bool, len(table))}
	l.known = sync.OnceValue(func() map[string]bool { return knownFiles(s, table) })
	for _, r := range table {
		l.urls[r.URL] = true
	}
	return l
}

func knownFiles(s *site.Site, table web.Table) map[string]bool {
	known := make(map[string]bool, len(table))
	for _, r := range table {
		known[r.File()] = true
	}
	for _, e := range s.Editions {
		for _, i := range e.Items() {
			for _, a := range i.Aliases {
				known[fileOf(a.Path)] = true
			}
		}
	}
	return known
}

// InspectFile looks at nothing: what lies on the disk is no page.
func (l *Links) InspectFile(web.Route, web.File) error { return nil }

// Inspect looks at the addresses in a page: href="…" and src="…". Templates and texts are written with double
// quotes, and a page has few enough attributes to go from one equals sign to the next.
func (l *Links) Inspect(r web.Route, data []byte) {
	if !r.IsPage() {
		return
	}
	for rest := data; ; {
		equals := bytes.IndexByte(rest, '=')
		if equals < 0 || equals+1 == len(rest) {
			return
		}
		name := rest[:equals]
		rest = rest[equals+1:]
		if rest[0] != '"' || !isLink(name) {
			continue
		}
		end := bytes.IndexByte(rest[1:], '"')
		if end < 0 {
			return
		}
		l.look(r, rest[1:1+end])
		rest = rest[1+end+1:]
	}
}

// isLink tells whether text ends with the name of an attribute that holds an address.
func isLink(text []byte) bool {
	if n := len(text); n == 0 || text[n-1] != 'f' && text[n-1] != 'c' { // few names do
		return false
	}
	return bytes.HasSuffix(text, []byte(" href")) || bytes.HasSuffix(text, []byte(" src"))
}

func (l *Links) look(r web.Route, value []byte) {
	// A page says what its own address is, in full.
	url := bytes.TrimPrefix(value, []byte(l.site.BaseURL))
	if string(url) == r.URL || l.urls[string(url)] || !mayBeHere(value, l.site.BaseURL) {
		return
	}
	target := html.UnescapeString(string(value))
	if path, isHere := l.pathOf(r, target); isHere && !l.exists(path) {
		l.mu.Lock()
		l.misses = append(l.misses, miss{r.Source, target})
		l.mu.Unlock()
	}
}

// mayBeHere leaves out at a glance what leads elsewhere.
func mayBeHere(value []byte, base string) bool {
	switch {
	case len(value) == 0 || value[0] == '#' || bytes.HasPrefix(value, []byte("//")):
		return false
	case value[0] == '/' || bytes.HasPrefix(value, []byte(base)):
		return true
	}
	scheme, rest, found := bytes.Cut(value, []byte{':'})
	if !found || bytes.ContainsAny(scheme, "/?#") {
		return true
	}
	_, host, _ := strings.Cut(base, "//")
	rest = bytes.TrimLeft(rest, "/")
	return len(rest) >= len(host) && bytes.EqualFold(rest[:len(host)], []byte(host))
}

// pathOf gives the path on this site that an address on a page means.
func (l *Links) pathOf(r web.Route, target string) (path string, isHere bool) {
	if path := l.site.OnSite(target); path != "" {
		target = path
	}
	u, err := url.Parse(target)
	if err != nil {
		return target, true
	}
	if u.Host != "" || u.Scheme != "" {
		return "", false
	}
	from := &url.URL{Path: "/" + strings.TrimSuffix(r.File(), "index.html")}
	return from.ResolveReference(u).Path, true
}

// exists tells whether the host has something at a path. It adds the slash that is missing.
func (l *Links) exists(path string) bool {
	file := fileOf(path)
	return l.known()[file] || l.known()[file+"/index.html"]
}

// fileOf is the file that a host looks for at a path.
func fileOf(path string) string {
	path = strings.TrimPrefix(path, "/")
	if path == "" || strings.HasSuffix(path, "/") {
		return path + "index.html"
	}
	return path
}

// Found tells of each dead link where its author wrote it. One that stands in no text comes from a template,
// or from what every page has, and is told once.
func (l *Links) Found() diag.List {
	slices.SortFunc(l.misses, func(a, b miss) int {
		return cmp.Or(strings.Compare(a.target, b.target), strings.Compare(a.source, b.source))
	})
	var diags diag.List
	told := map[string]bool{}
	for i, m := range l.misses {
		if i > 0 && m == l.misses[i-1] {
			continue
		}
		at := l.places.link(m.source, m.target)
		if !at.IsKnown() && told[m.target] {
			continue
		}
		told[m.target] = told[m.target] || !at.IsKnown()
		diags = append(diags, l.fault(at, m.target))
	}
	return l.site.Heard(diags)
}

// fault says why an address leads nowhere: there is nothing, or nothing yet.
func (l *Links) fault(at diag.Position, target string) diag.Diagnostic {
	if w := l.site.WithheldAt(l.site.OnSite(target)); w != nil && w.State != site.Expired {
		sv, en := w.Why()
		return diag.New(at, diag.WithheldLink, "target", target, "why", sv, "why-en", en)
	}
	return diag.New(at, diag.DeadLink, "target", target, "suggestion", l.nearest(target))
}

// Text reports the links of one text that lead nowhere on this site. The preview asks for it: its pages are
// rendered only when somebody looks at them.
func (l *Links) Text(b *site.Body) diag.List {
	var diags diag.List
	for _, link := range b.Links() {
		if !mayBeHere([]byte(link.Address), l.site.BaseURL) {
			continue
		}
		if path, isHere := l.pathOf(web.Route{URL: b.URL()}, link.Address); isHere && !l.exists(path) {
			diags.Add(link.Position, diag.DeadLink, "target", link.Destination, "suggestion", l.nearest(link.Address))
		}
	}
	return diags
}

// nearest suggests the page that a dead address may mean.
func (l *Links) nearest(target string) string {
	if !strings.HasPrefix(target, "/") {
		return ""
	}
	var urls []string
	for _, e := range l.site.Editions {
		for _, i := range e.Items() {
			urls = append(urls, i.URL)
		}
	}
	slices.Sort(urls)
	return diag.Suggest(target, urls)
}
