package routes

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"alingsas.se/dialog/generator/admin"
	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/formats"
	"alingsas.se/dialog/generator/site"
	"alingsas.se/dialog/generator/web"
)

// idYear is the year of the tag: URIs (RFC 4151) that name entries of feeds: one in which the
// publisher holds the host name. It never changes, or every feed reader would show every entry again.
const idYear = "2026"

// tag names something of the edition for ever. The host is the one of the settings, not of this build:
// a preview's entries are the same entries.
func (e *edition) tag(id string) string {
	return e.tagPrefix() + id
}

func (e *edition) newTagPrefix() string {
	return "tag:" + e.authority() + "," + idYear + ":" + strings.TrimPrefix(e.Prefix+"/", "/")
}

// permanent writes an item's id as it stands in names that other programs keep for ever. Ids that differ
// stay different, which their slugs might not: träff and traff.
func permanent(id string) string { return url.PathEscape(id) }

// authority is the host that ids are made of.
func (e *edition) authority() string {
	base := e.Site.Settings.BaseURL
	if base == "" {
		base = e.Site.BaseURL
	}
	if u, err := url.Parse(base); err == nil && u.Hostname() != "" {
		return u.Hostname()
	}
	return "localhost"
}

// The files that Netlify obeys and does not publish.
const (
	redirectsURL = "/_redirects"
	headersURL   = "/_headers"
)

// notFoundURL is the page that the host shows at every address where there is nothing.
const notFoundURL = "/404.html"

// An indexed page is one that search engines should know.
type indexed struct {
	edition      *edition
	url          string
	modified     time.Time
	translations []site.Translation
}

// text adds a route whose output is known.
func (l *lister) text(url, source string, make func() (string, error)) {
	l.add(web.Route{URL: url, Source: source, Render: func(w *bytes.Buffer) (diag.List, error) {
		s, err := make()
		w.WriteString(s)
		return nil, err
	}})
}

// listHostFiles adds what search engines and the host read. It comes last: some of it is about the
// other routes.
func (l *lister) listHostFiles() {
	source := l.site.Settings.File
	l.keepOut(source)
	l.listSitemap(source)
	l.text("/robots.txt", source, func() (string, error) {
		// A preview is not disallowed: a search engine must fetch a page to see that it says noindex.
		return "User-agent: *\nAllow: /\n\nSitemap: " + l.site.BaseURL + "/sitemap.xml\n", nil
	})
	if contact := l.site.Settings.SecurityContact; contact != "" {
		l.text("/.well-known/security.txt", source, func() (string, error) { return l.securityText(contact), nil })
	}
	l.text(NextChangeURL, source, func() (string, error) { return nextChange(l.site.Next.At) })
	redirects := l.redirects()
	if redirects != "" {
		l.text(redirectsURL, source, func() (string, error) { return redirects, nil })
	}
	headers := l.headers()
	l.text(headersURL, source, func() (string, error) { return headers, nil })
}

// keepOut reports what lies where only the generator may put files: the two that the host obeys, and the
// folder that browsers keep for good.
func (l *lister) keepOut(source string) {
	fingerprinted := path.Join(l.from.StaticLabel, assetFolder)
	told := map[string]bool{} // a page has a picture beside it
	for _, r := range l.table {
		key := web.FileKey(r.URL)
		switch {
		case key == redirectsURL: // where there are redirects or headers, two routes collide anyway
			l.diags.Add(diag.Position{File: r.Source}, diag.URLCollision, "url", r.URL, "other", source)
		case strings.HasPrefix(key, "/"+assetFolder+"/") && !strings.HasPrefix(r.Source, fingerprinted+"/") && !told[r.Source]:
			told[r.Source] = true
			l.diags.Add(diag.Position{File: r.Source}, diag.URLCollision, "url", r.URL, "other", fingerprinted)
		}
	}
}

// listSitemap adds one sitemap, or an index of several where the limit of one is passed.
func (l *lister) listSitemap(source string) {
	if len(l.pages) <= formats.SitemapLimit {
		l.sitemap("/sitemap.xml", source, l.pages)
		return
	}
	var index []formats.SitemapURL
	for part := range slices.Chunk(l.pages, formats.SitemapLimit) {
		name := "/sitemap-" + strconv.Itoa(len(index)+1) + ".xml"
		index = append(index, formats.SitemapURL{Loc: l.site.BaseURL + name})
		l.sitemap(name, source, part)
	}
	l.add(web.Route{URL: "/sitemap.xml", Source: source, Render: func(w *bytes.Buffer) (diag.List, error) {
		return nil, formats.SitemapIndex(w, index)
	}})
}

func (l *lister) sitemap(url, source string, pages []indexed) {
	l.add(web.Route{URL: url, Source: source, Render: func(w *bytes.Buffer) (diag.List, error) {
		pages := slices.Clone(pages)
		slices.SortFunc(pages, func(a, b indexed) int { return strings.Compare(a.url, b.url) })
		urls := make([]formats.SitemapURL, len(pages))
		for i, p := range pages {
			urls[i] = formats.SitemapURL{Loc: l.site.BaseURL + p.url, LastMod: p.modified}
			for _, a := range p.edition.alternates(p.url, p.translations) {
				urls[i].Alternates = append(urls[i].Alternates, formats.Alternate{Lang: a.Lang, URL: a.URL})
			}
		}
		return nil, formats.Sitemap(w, urls)
	}})
}

// securityText is RFC 9116.
func (l *lister) securityText(contact string) string {
	return fmt.Sprintf("Contact: %s\nExpires: %s\nPreferred-Languages: %s\nCanonical: %s/.well-known/security.txt\n",
		contact, l.site.SecurityExpires.Format(time.RFC3339), strings.Join(l.site.Settings.Languages, ", "), l.site.BaseURL)
}

// redirects are the old addresses of items, permanently moved.
func (l *lister) redirects() string {
	var rules []movedAddress
	var taken, files map[string]string // path: file
	for _, i := range l.draftsLast() {
		for _, a := range i.Aliases {
			if taken == nil {
				files = l.takenPaths()
				taken = maps.Clone(files)
			}
			from := visitedKey(a.Path)
			_, isThere := files[from]
			if len(a.Query) > 0 && from != visitedKey(i.URL) { // the host keeps the query: it would lead to itself
				from += "?" + strings.Join(a.Query, "&")
			}
			if other, isTaken := taken[from]; isTaken {
				l.diags.Add(a.At, diag.URLCollision, "url", a.Address(), "other", other)
				continue
			}
			taken[from] = i.Source.File
			rules = append(rules, movedAddress{a, i.URL, isThere})
		}
	}
	return linesOf(rules)
}

// A movedAddress is an old address and where it leads now.
type movedAddress struct {
	content.Alias
	to      string
	isThere bool // without its query the old address is one of this site's own
}

// linesOf writes the rules. The host takes the first that matches, so the longest queries come first; and it takes
// a file that is there for the answer, where ! does not tell it otherwise.
func linesOf(rules []movedAddress) string {
	slices.SortFunc(rules, func(a, b movedAddress) int {
		return cmp.Or(len(b.Query)-len(a.Query), strings.Compare(a.Rule(), b.Rule()))
	})
	var b strings.Builder
	for _, r := range rules {
		b.WriteString(r.Rule() + " " + r.to + " 301")
		if len(r.Query) > 0 && r.isThere {
			b.WriteString("!")
		}
		b.WriteString("\n")
	}
	return b.String()
}

// draftsLast are all items that have a page, those that are drafts last.
func (l *lister) draftsLast() []*site.Item {
	var items, drafts []*site.Item
	for _, e := range l.site.Editions {
		for _, i := range e.Items() {
			if i.State == site.Draft {
				drafts = append(drafts, i)
			} else {
				items = append(items, i)
			}
		}
	}
	return append(items, drafts...)
}

func (l *lister) takenPaths() map[string]string {
	taken := make(map[string]string, len(l.table))
	for _, r := range l.table {
		taken[visitedKey(r.URL)] = r.Source
	}
	taken[redirectsURL], taken[headersURL] = l.site.Settings.File, l.site.Settings.File
	return taken
}

// visitedKey is the same for all addresses that the host takes for one: it adds and drops the last slash.
func visitedKey(url string) string { return strings.TrimSuffix(web.FileKey(url), "/") }

// pagePolicy allows nothing that the pages don't need; connect-src is there because Lighthouse fetches robots.txt
// through the page.
const pagePolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; upgrade-insecure-requests"

// policyInPage is the same where a page says it, which cannot say who may frame it.
var policyInPage = strings.Replace(pagePolicy, " frame-ancestors 'none';", "", 1)

// pageHeaders are sent with every file but those of the editor.
var pageHeaders = []string{
	"Content-Security-Policy: " + pagePolicy,
	"Cross-Origin-Opener-Policy: same-origin",
}

// securityHeaders are sent with every file.
var securityHeaders = []string{
	"Strict-Transport-Security: max-age=63072000; includeSubDomains",
	"X-Content-Type-Options: nosniff",
	"Referrer-Policy: strict-origin-when-cross-origin",
	"Permissions-Policy: accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
}

const (
	cacheForGood = "Cache-Control: public, max-age=31536000, immutable"
	revalidate   = "Cache-Control: public, max-age=0, must-revalidate"
)

// headers is Netlify's _headers. Where several rules match a path their values are joined with commas,
// so no two rules that can match one path name the same header: caching is told for each first part
// of a path, once; and so is what the editor may do and no page may. A page that is not there has no first part: with an
// editor, it says in its head what it may do.
func (l *lister) headers() string {
	var b strings.Builder
	rule := func(path string, headers ...string) {
		b.WriteString(path + "\n")
		for _, h := range headers {
			b.WriteString("  " + h + "\n")
		}
	}
	all, ofPages := l.commonHeaders()
	if l.noIndex() {
		all = append(all, "X-Robots-Tag: noindex")
	}
	rule("/*", all...)
	for _, path := range l.firstParts() {
		switch path {
		case "/" + assetFolder + "/*":
			rule(path, append([]string{cacheForGood}, ofPages...)...)
		case dataFolder + "*":
			rule(path, append([]string{revalidate, forAllSites}, ofPages...)...)
		case admin.Folder + "*":
			rule(path, append([]string{revalidate}, l.editorHeaders()...)...)
		default:
			rule(path, append([]string{revalidate}, ofPages...)...)
		}
	}
	rule("/*.ics", "Content-Type: text/calendar; charset=utf-8")
	rule("/*.vcf", "Content-Type: text/vcard; charset=utf-8")
	rule("/*"+atomName, "Content-Type: application/xml; charset=utf-8")
	rule("/*"+jsonName, "Content-Type: application/feed+json; charset=utf-8")
	for _, f := range l.dataTypes() {
		rule(f.url, "Content-Type: "+f.mediaType)
	}
	for _, name := range l.textNames() {
		rule("/*/"+name, l.textHeaders()...)
	}
	return b.String()
}

// commonHeaders are sent with every file, and ofPages with all but those of the editor, where there is one.
func (l *lister) commonHeaders() (all, ofPages []string) {
	if l.hasEditor() {
		return append(slices.Clone(securityHeaders), "X-Frame-Options: DENY"), pageHeaders
	}
	return slices.Concat(pageHeaders[:1], securityHeaders, pageHeaders[1:]), nil
}

// textNames are what the plain texts of releases are called, in the site's languages.
func (l *lister) textNames() []string {
	var names []string
	for _, e := range l.editions {
		if len(e.Releases) > 0 {
			names = append(names, e.textName())
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// textHeaders are sent with them. They say what their pages say, so search engines show those alone.
func (l *lister) textHeaders() []string {
	headers := []string{"Content-Type: text/plain; charset=utf-8"}
	if !l.noIndex() {
		headers = append(headers, "X-Robots-Tag: noindex")
	}
	return headers
}

// firstParts gives a pattern for each folder and each file in the root of the published site.
func (l *lister) firstParts() []string {
	seen := map[string]string{} // Netlify takes A for a here
	for _, r := range l.table {
		if r.URL == redirectsURL || r.URL == headersURL {
			continue // for the host, not for readers
		}
		first, _, isFolder := strings.Cut(strings.TrimPrefix(r.URL, "/"), "/")
		path := "/" + first
		if isFolder {
			path += "/*"
		}
		if key := web.FileKey(path); seen[key] == "" {
			seen[key] = path
		}
	}
	return slices.Sorted(maps.Values(seen))
}
