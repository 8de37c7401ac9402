// Package web is a site as others see it: Route, Table, Inspector, EscapePath.
//
// In comes whatever can be rendered. Out come its bytes, at an address.
//
// A page, a feed, a picture, a file for the host are all routes: a URL, and a function that renders it. Which there are
// is known before the first is rendered, and rendering reads and writes bytes, nothing else; so routes can be rendered
// in any order, at once, and one alone. Package routes makes the table; whoever publishes, shows or checks a site
// needs to know no more of it than what stands here.
package web

import (
	"bytes"
	"net/url"
	"slices"
	"strings"

	"alingsas.se/dialog/generator/diag"
)

// A Route is one output of the site.
type Route struct {
	URL    string // from the root and escaped; a page's ends with a slash
	Source string // the file that it comes from, for messages
	// Render writes the output. The diagnostics are about the texts that were converted on the way;
	// the error is a template's or a file's and means that there is no output.
	Render func(w *bytes.Buffer) (diag.List, error)
	// OnDisk tells where on the disk the output lies already, so that it need not go through memory. It is nil, or the
	// File has no name, where it lies nowhere: Render gives the same bytes in any case.
	OnDisk func() (File, error)
	// IsLate says that it is made of what others leave, as an index of texts is: it is rendered after them, where all are.
	// Alone it gives the same bytes, and takes longer.
	IsLate bool
}

// A File is an output that lies on the disk. Whoever gets it may read it, or give it a second name; it is never
// written to.
type File struct {
	Name   string
	Size   int64
	SHA256 string // of its bytes, in hexadecimal
}

// File is where the route's output lies in the published folder.
func (r Route) File() string {
	if name := r.name(); name != "" && !strings.HasSuffix(name, "/") {
		return name
	}
	return r.name() + "index.html"
}

// name is the URL without the escapes.
func (r Route) name() string {
	name := strings.TrimPrefix(r.URL, "/")
	if plain, err := url.PathUnescape(name); err == nil {
		return plain
	}
	return name
}

// URLOf is the URL of the route whose output lies in a file of the published folder.
func URLOf(file string) string {
	url := "/" + EscapePath(file)
	if rest, isIndex := strings.CutSuffix(url, "/index.html"); isIndex {
		return rest + "/"
	}
	return url
}

// IsPage tells whether people read it in a browser.
func (r Route) IsPage() bool {
	name := r.name()
	return name == "" || strings.HasSuffix(name, "/") || strings.HasSuffix(name, ".html")
}

// A Table is all routes of a site, sorted by URL.
type Table []Route

// Find gives the route of a URL.
func (t Table) Find(url string) (Route, bool) {
	i, found := slices.BinarySearchFunc(t, url, func(r Route, url string) int { return strings.Compare(r.URL, url) })
	if !found {
		return Route{}, false
	}
	return t[i], true
}

// EscapePath writes a file's name as it stands in an address, folder by folder. A colon is escaped,
// too: a part that begins with one stands for any name in Netlify's _headers.
func EscapePath(name string) string {
	parts := strings.Split(name, "/")
	for i, part := range parts {
		parts[i] = strings.ReplaceAll(url.PathEscape(part), ":", "%3A")
	}
	return strings.Join(parts, "/")
}
