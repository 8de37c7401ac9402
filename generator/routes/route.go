// Package routes lists every URL of a site with the function that renders it: Route, Table.
//
// A page, a feed, a picture, a file for the host are all routes. Which there are is known before
// the first is rendered, and rendering reads the model and writes bytes, nothing else; so routes can
// be rendered in any order, at once, and one alone.
package routes

import (
	"bytes"
	"net/url"
	"slices"
	"strings"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/site"
)

// A Route is one output of the site.
type Route struct {
	URL    string // from the root and escaped; a page's ends with a slash
	Source string // the file that it comes from, for messages
	// Render writes the output. The diagnostics are about the texts that were converted on the way;
	// the error is a template's or a file's and means that there is no output.
	Render func(w *bytes.Buffer) (diag.List, error)
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

// EscapePath writes a path as it stands in the URL of a route.
func EscapePath(path string) string { return site.EscapePath(path) }

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
