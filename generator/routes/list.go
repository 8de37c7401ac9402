// Package routes lists everything that a site consists of: List, Sources.
//
// In come the linked model and the templates. Out comes a [web.Table]: each URL with the function that renders it.
// There is a file for each kind of page, one for feeds, calendars and cards, and one for what only the host reads.
package routes

import (
	"bytes"
	"errors"
	"html/template"
	"io/fs"
	"path"
	"sync"
	"sync/atomic"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/formats"
	"alingsas.se/dialog/generator/pictures"
	"alingsas.se/dialog/generator/sharing"
	"alingsas.se/dialog/generator/site"
	"alingsas.se/dialog/generator/web"
)

// Sources are what a site is rendered with beside its content.
type Sources struct {
	Templates, Static           fs.FS
	TemplatesLabel, StaticLabel string // the folders' names in messages
	Content                     fs.FS  // for pictures and attachments
	Pictures                    *pictures.Cache
	NoIndex                     bool  // search engines are told to stay away: a preview
	Admin                       fs.FS // packages that the editor in the browser is made of; nil where they are not installed
	AdminLabel                  string
	Statics                     *Statics // what is known of the static files; nil reads them
	Editor                      fs.FS    // what shows pages in that editor; nil where it is not made
	EditorLabel                 string
	Kept                        *Templates // those of the site before, where one is made after the other; nil parses them
}

// List makes the table of all routes of a site.
func List(s *site.Site, from Sources) (web.Table, diag.List) {
	l, table := list(s, from, compiled)
	return table, l.diags
}

func list(s *site.Site, from Sources, by executing) (*lister, web.Table) {
	if from.Pictures == nil {
		from.Pictures = pictures.Open("")
	}
	l := &lister{site: s, from: from, galleries: make([]*gallery, len(s.Editions))}
	l.loadStatics()
	releases, meetings := 0, 0 // that a large site is made of: each has a page, and a file beside it
	for _, e := range s.Editions {
		releases, meetings = releases+len(e.Releases), meetings+len(e.Meetings)
	}
	l.pages, l.table = make([]indexed, 0, releases+meetings), make(web.Table, 0, 2*releases+2*meetings)
	for _, model := range s.Editions {
		e := l.newEdition(model, by)
		e.listPages()
		e.listFeeds()
		e.listCalendars()
		e.listCards()
	}
	l.table = append(l.table, l.assets.routes(from.StaticLabel)...)
	l.listOpenData()
	l.listFiles()
	l.listEditor()
	l.leaveOutDoubles()
	l.listEditing()
	l.listHostFiles()
	table, diags := l.table.Sorted()
	l.diags = append(append(l.diags, diags...), table.CheckLengths()...)
	return l, table
}

// A lister gathers routes and what the files for the host and for search engines need to know of them.
type lister struct {
	site     *site.Site
	from     Sources
	assets   *assets
	editions []*edition
	table    web.Table
	pages    []indexed // for the sitemap
	colours  sharing.Colours
	share    sharePicture // of the site

	galleries []*gallery // of each edition, once it is asked for
	diags     diag.List
}

// leaveOutDoubles leaves out what drafts have in the place of something else.
func (l *lister) leaveOutDoubles() {
	drafts, aliases := draftSources(l.site), map[string]string{}
	if len(drafts) == 0 {
		return
	}
	for _, i := range l.draftsLast() {
		for _, a := range i.Aliases {
			if i.State != site.Draft {
				aliases[a.Path] = i.Source.File
			}
		}
	}
	table, diags := withoutDoubles(l.table, drafts, aliases)
	l.table, l.diags = table, append(l.diags, diags...)
}

func (l *lister) add(r web.Route) { l.table = append(l.table, r) }

// hasEditor tells whether the settings turn the editor on.
func (l *lister) hasEditor() bool { return l.site.Settings.Editable() }

// noIndex tells whether search engines are told to stay away from the whole site.
func (l *lister) noIndex() bool { return l.from.NoIndex || l.site.ShowsWithheld }

// An edition is a site's edition with what renders it.
type edition struct {
	*site.Edition
	list      *lister
	templates executor
	headers   map[string]template.HTML // by section: the part that is marked as the reader's place
	common    template.HTML            // of the head of every page
	footer    template.HTML
	titles    map[*site.Item]string           // of those that share theirs with others
	covers    []feed                          // feeds that every page announces
	entries   map[*site.Release]*keptEntry    // of those that a feed holds
	kept      []atomic.Pointer[formats.Brief] // of releases in archives, by number
	hasText   map[*site.Release]bool
	related   func() *relations
	tagPrefix func() string // of the names of feeds and their entries
	search    *searchIndex
	aboutText func() string // what stands about the organisation under a release that is plain text

	// In the JSON-LD of most pages.
	publisher       formats.Prepared
	eventReferences sync.Map // *site.Meeting: formats.Prepared
}

func (l *lister) newEdition(model *site.Edition, by executing) *edition {
	templates, diags := l.templatesOf(model, by)
	l.diags = append(l.diags, diags...)
	e := &edition{Edition: model, list: l, templates: templates, entries: map[*site.Release]*keptEntry{}, headers: map[string]template.HTML{}, publisher: formats.Prepare(l.newPublisher(model))}
	e.kept = make([]atomic.Pointer[formats.Brief], model.Site.Numbers())
	e.tagPrefix = sync.OnceValue(e.newTagPrefix)
	e.aboutText = sync.OnceValue(e.newAboutText)
	e.related = relationsOf(e)
	l.editions = append(l.editions, e)
	e.titles = longerTitles(model)
	if len(model.Listed) > 0 {
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
		if d, ok := web.Fault(err); ok {
			e.list.diags = append(e.list.diags, d)
		}
		return "" // half a tag would take the text after it for its own
	}
	return template.HTML(w.String())
}

// listFiles adds the pictures and attachments of what is shown.
func (l *lister) listFiles() {
	for _, f := range l.site.Files {
		l.add(web.Route{URL: f.URL, Source: f.Source, OnDisk: l.originalFile(f), Render: func(w *bytes.Buffer) (diag.List, error) {
			_, data, err := l.published(f)
			w.Write(data)
			return nil, err
		}})
		for i, s := range f.Sizes() {
			l.add(web.Route{URL: s.URL, Source: f.Source, OnDisk: l.sizeFile(f, i), Render: func(w *bytes.Buffer) (diag.List, error) {
				data, err := l.from.Pictures.Size(f.Picture, i)
				w.Write(data)
				return l.pictureFault(f, err)
			}})
		}
	}
}

// originalFile tells where the file lies of a picture's route. Other files are small, or are read where they lie.
func (l *lister) originalFile(f *site.File) func() (web.File, error) {
	if f.Picture == nil {
		return nil
	}
	return func() (web.File, error) {
		stored, err := l.from.Pictures.OriginalFile(f.Picture, f.Words)
		return web.File(stored), err
	}
}

// sizeFile tells where one of the files lies that pages show of a picture. What is wrong with the picture, Render tells.
func (l *lister) sizeFile(f *site.File, i int) func() (web.File, error) {
	return func() (web.File, error) {
		stored, err := l.from.Pictures.SizeFile(f.Picture, i)
		if err != nil {
			return web.File{}, nil
		}
		return web.File(stored), nil
	}
}

// published gives a file as others may have it: a picture without what nobody meant to publish.
func (l *lister) published(f *site.File) (name string, data []byte, err error) {
	if f.Picture != nil {
		data, err = l.from.Pictures.Original(f.Picture, f.Words)
	} else {
		data, err = fs.ReadFile(l.from.Content, f.OnDisk)
	}
	return path.Base(f.Name), data, err
}

// pictureFault tells the author of a picture that cannot be decoded, though its header could be read.
func (l *lister) pictureFault(f *site.File, err error) (diag.List, error) {
	var fault *pictures.Fault
	if errors.As(err, &fault) {
		return diag.List{fault.At(diag.Position{File: f.Source})}, nil
	}
	return nil, err
}
