// Package routes lists every URL of a site with the function that renders it: Route, Table.
//
// A page, a feed, a picture, a file for the host are all routes. Which there are is known before
// the first is rendered, and rendering reads the model and writes bytes, nothing else; so routes can
// be rendered in any order, at once, and one alone.
package routes

import (
	"bytes"
	"cmp"
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
}

// File is where the route's output lies in the published folder.
func (r Route) File() string {
	name, err := url.PathUnescape(strings.TrimPrefix(r.URL, "/"))
	if err != nil {
		name = strings.TrimPrefix(r.URL, "/")
	}
	if name == "" || strings.HasSuffix(name, "/") {
		return name + "index.html"
	}
	return name
}

// IsPage tells whether people read it in a browser.
func (r Route) IsPage() bool { return strings.HasSuffix(r.File(), ".html") }

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

// sorted gives the table in order, each URL once, and reports the sources that wanted the same. Two
// addresses that differ in case only are one file on many disks, so they count as the same; and a file
// cannot have the name of a folder.
func (t Table) sorted() (Table, diag.List) {
	var diags diag.List
	slices.SortFunc(t, func(a, b Route) int {
		return cmp.Or(strings.Compare(a.URL, b.URL), strings.Compare(a.Source, b.Source))
	})
	taken := make(map[string]int32, len(t))
	unique := t[:0]
	for _, r := range t {
		key := r.key()
		if first, ok := taken[key]; ok {
			source, other := r.Source, unique[first].Source
			if strings.HasSuffix(other, ".md") && !strings.HasSuffix(source, ".md") {
				source, other = other, source // its author can choose another address
			}
			diags.Add(diag.Position{File: source}, diag.URLCollision, "url", r.URL, "other", other)
			continue
		}
		taken[key] = int32(len(unique))
		unique = append(unique, r)
	}
	for _, r := range unique {
		if below, found := unique.firstBelow(r.URL); found {
			diags.Add(diag.Position{File: r.Source}, diag.URLCollision, "url", r.URL, "other", below.Source)
		}
	}
	return unique, diags
}

// key is the same for all URLs that would be one file.
func (r Route) key() string {
	url := r.URL
	if strings.Contains(url, "%") {
		url = "/" + r.File()
	}
	return strings.ToLower(strings.TrimSuffix(url, "index.html"))
}

// firstBelow finds a route in the folder that has the name of the file at url.
func (t Table) firstBelow(url string) (Route, bool) {
	if strings.HasSuffix(url, "/") {
		return Route{}, false
	}
	folder := url + "/"
	i, _ := slices.BinarySearchFunc(t, folder, func(r Route, folder string) int { return strings.Compare(r.URL, folder) })
	if i < len(t) && strings.HasPrefix(t[i].URL, folder) {
		return t[i], true
	}
	return Route{}, false
}
