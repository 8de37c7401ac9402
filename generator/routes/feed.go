package routes

import (
	"bytes"
	"html/template"
	"io"
	"time"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/formats"
	"alingsas.se/dialog/generator/site"
)

// A feed tells of the latest releases of a list, in Atom and in JSON Feed.
type feed struct {
	url      string // of the folder that it lies in
	page     string // of the list
	id       string // what tells it from the site's other feeds
	title    string
	releases []*site.Release
}

const (
	atomName = "feed.xml"
	jsonName = "feed.json"
	// feedEntries is how many releases a feed holds.
	feedEntries = 20
)

func (f feed) links() []feedLink {
	return []feedLink{
		{f.title + " (Atom)", "application/atom+xml", f.url + atomName},
		{f.title + " (JSON Feed)", "application/feed+json", f.url + jsonName},
	}
}

func (e *edition) releaseFeed() feed {
	return feed{url: e.Home(), page: e.URL("press"), id: "press", title: e.Title + ": " + e.Words.Text("press.title"), releases: e.Releases}
}

func (e *edition) termFeed(t *site.Term) feed {
	return feed{url: t.URL, page: t.URL, id: t.Section + "/" + t.Slug, title: e.Title + ": " + t.Name, releases: t.Releases}
}

// listFeeds adds one feed for all releases and one for each topic and region that has any.
func (e *edition) listFeeds() {
	for _, f := range e.covers {
		e.listFeed(f)
	}
	for _, terms := range [][]*site.Term{e.Topics, e.Regions} {
		for _, t := range terms {
			if len(t.Releases) > 0 {
				e.listFeed(e.termFeed(t))
			}
		}
	}
}

func (e *edition) listFeed(f feed) {
	latest := firstOf(f.releases, feedEntries)
	for _, r := range latest {
		r.Body.Keep() // its page and several feeds will ask for it
	}
	e.listFeedFile(f.url+atomName, f, latest, formats.Atom)
	e.listFeedFile(f.url+jsonName, f, latest, formats.JSONFeed)
}

func (e *edition) listFeedFile(url string, f feed, latest []*site.Release, write func(io.Writer, formats.Feed) error) {
	e.list.add(Route{URL: url, Source: e.Site.Settings.File, Render: func(w *bytes.Buffer) (diag.List, error) {
		v, err := e.feed(f, latest)
		if err != nil {
			return nil, err
		}
		return nil, write(w, v)
	}})
}

func (e *edition) feed(f feed, releases []*site.Release) (formats.Feed, error) {
	base := e.Site.BaseURL
	v := formats.Feed{
		ID: e.tag(f.id), Title: f.title, Subtitle: e.Tagline, Lang: e.Lang.Tag,
		AtomURL: base + f.url + atomName, JSONURL: base + f.url + jsonName, PageURL: base + f.page,
		Author: formats.Author{Name: e.Organisation.Name, URL: e.Organisation.URL, Email: e.Organisation.Email},
	}
	if url, err := e.list.assets.url(shareImage); err == nil {
		v.Icon = base + url
	}
	for _, r := range releases {
		v.Updated = later(v.Updated, r.Modified)
		entry, err := e.entry(r)
		if err != nil {
			return v, err
		}
		v.Entries = append(v.Entries, entry)
	}
	return v, nil
}

func (e *edition) entry(r *site.Release) (formats.Entry, error) {
	base := e.Site.BaseURL
	html, err := e.entryHTML(r)
	v := formats.Entry{
		ID: e.tag("press/" + r.ID), URL: base + r.URL, Title: r.Title, Summary: r.Lead(), HTML: html,
		Published: r.Date.Time, Updated: r.Modified,
	}
	for _, t := range append(append([]*site.Term{}, r.Topics...), r.Regions...) {
		v.Categories = append(v.Categories, t.Name)
	}
	for _, a := range r.Attachments {
		v.Enclosures = append(v.Enclosures, formats.Enclosure{URL: base + a.URL, Type: a.Type, Title: a.Title, Size: a.Size})
	}
	if image := firstImage(r.Images); image != nil {
		v.Image = base + image.URL
	}
	return v, err
}

type entryView struct {
	*site.Release
	Edition *site.Edition
	Body    template.HTML
	Notes   []noteView
}

// entryHTML is the whole release: what was corrected, the lead, the text, and whom to call.
func (e *edition) entryHTML(r *site.Release) (string, error) {
	v := entryView{Release: r, Edition: e.Edition, Body: template.HTML(r.Body.AbsoluteHTML())}
	for _, c := range r.Corrections {
		v.Notes = append(v.Notes, noteView{c, template.HTML(c.Body.AbsoluteHTML())})
	}
	var w bytes.Buffer
	err := execute(e.templates, e.list.from.TemplatesLabel, &w, "feed-entry.html", v)
	return w.String(), err
}

// later gives the later of two moments.
func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

// newest gives the last change among releases.
func newest(releases []*site.Release) time.Time {
	var last time.Time
	for _, r := range releases {
		last = later(last, r.Modified)
	}
	return last
}

// newestChange gives the last change that the edition tells of.
func (e *edition) newestChange() time.Time {
	last := newest(e.Releases)
	for _, m := range e.Meetings {
		last = later(last, m.Modified)
	}
	return last
}
