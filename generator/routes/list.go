package routes

import (
	"bytes"
	"html/template"
	"io/fs"
	"sync"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/formats"
	"alingsas.se/dialog/generator/site"
	"alingsas.se/dialog/generator/stencil"
)

// Sources are what a site is rendered with beside its content.
type Sources struct {
	Templates, Static           fs.FS
	TemplatesLabel, StaticLabel string // the folders' names in messages
	Content                     fs.FS  // for pictures and attachments
	NoIndex                     bool   // search engines are told to stay away: a preview
}

// List makes the table of all routes of a site.
func List(s *site.Site, from Sources) (Table, diag.List) {
	l, table := list(s, from)
	return table, l.diags
}

func list(s *site.Site, from Sources) (*lister, Table) {
	l := &lister{site: s, from: from}
	assets, diags := loadAssets(from.Static, from.StaticLabel)
	l.assets = assets
	l.diags = append(l.diags, diags...)
	releases, meetings := 0, 0 // that a large site is made of: each has a page, and a meeting a file beside it
	for _, e := range s.Editions {
		releases, meetings = releases+len(e.Releases), meetings+len(e.Meetings)
	}
	l.pages, l.table = make([]indexed, 0, releases+meetings), make(Table, 0, releases+2*meetings)
	for _, model := range s.Editions {
		e := l.newEdition(model)
		l.editions = append(l.editions, e)
		e.listPages()
		e.listFeeds()
		e.listCalendars()
		e.listCards()
	}
	l.table = append(l.table, assets.routes(from.StaticLabel)...)
	l.listFiles()
	l.listHostFiles()
	table, diags := l.table.sorted()
	l.diags = append(append(l.diags, diags...), table.checkLengths()...)
	return l, table
}

// A lister gathers routes and what the files for the host and for search engines need to know of them.
type lister struct {
	site     *site.Site
	from     Sources
	assets   *assets
	editions []*edition
	table    Table
	pages    []indexed // for the sitemap
	diags    diag.List
}

func (l *lister) add(r Route) { l.table = append(l.table, r) }

// noIndex tells whether search engines are told to stay away from the whole site.
func (l *lister) noIndex() bool { return l.from.NoIndex || l.site.ShowsWithheld }

// An edition is a site's edition with what renders it.
type edition struct {
	*site.Edition
	list       *lister
	templates  *stencil.Set
	headers    map[string]template.HTML // by section: the part that is marked as the reader's place
	common     template.HTML            // of the head of every page
	footer     template.HTML
	titles     map[*site.Item]string        // of those that share theirs with others
	covers     []feed                       // feeds that every page announces
	entries    map[*site.Release]*keptEntry // of those that a feed holds
	shareImage string

	// In the JSON-LD of most pages.
	publisher       formats.Prepared
	eventReferences sync.Map // *site.Meeting: formats.Prepared
}

func (l *lister) newEdition(model *site.Edition) *edition {
	templates, diags := parseTemplates(l.from.Templates, l.from.TemplatesLabel, model, l.assets)
	l.diags = append(l.diags, diags...)
	e := &edition{Edition: model, list: l, templates: templates, entries: map[*site.Release]*keptEntry{}, headers: map[string]template.HTML{}, publisher: formats.Prepare(newPublisher(model)), shareImage: l.shareImage()}
	e.titles = longerTitles(model)
	if len(model.Releases) > 0 {
		e.covers = []feed{e.releaseFeed()}
	}
	if diags.HasErrors() {
		return e
	}
	for _, section := range e.places() {
		e.headers[section] = e.part("header.html", headerView{Edition: model, Section: section})
	}
	e.footer = e.part("footer.html", e.newFooter())
	head := headView{Edition: model}
	for _, one := range e.covers {
		head.Feeds = append(head.Feeds, one.links()...)
	}
	e.common = e.part("head.html", head)
	return e
}

// part renders what is the same on many pages, once.
func (e *edition) part(name string, view any) template.HTML {
	var w bytes.Buffer
	if err := execute(e.templates, e.list.from.TemplatesLabel, &w, name, view); err != nil {
		if d, ok := Fault(err); ok {
			e.list.diags = append(e.list.diags, d)
		}
		return "" // half a tag would take the text after it for its own
	}
	return template.HTML(w.String())
}

// listFiles adds the pictures and attachments of what is shown.
func (l *lister) listFiles() {
	for _, f := range l.site.Files {
		l.add(Route{URL: f.URL, Source: f.Source, Render: func(w *bytes.Buffer) (diag.List, error) {
			data, err := fs.ReadFile(l.from.Content, f.OnDisk)
			w.Write(data)
			return nil, err
		}})
	}
}
