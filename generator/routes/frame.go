package routes

import (
	"bytes"
	"html/template"
	"slices"
	"strings"
	"time"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/formats"
	"alingsas.se/dialog/generator/site"
	"alingsas.se/dialog/generator/web"
)

// sections are the places in the menu, beside the pages that stand there by their address; "" is none.
var sections = []string{"", "home", "press", "meetings", "contacts", "topics", "regions", "organisations", "series", "statement"}

// A frame is what base.html shows around every page.
type frame struct {
	Edition     *site.Edition
	Title       string // of the window: the page's and the site's
	Description string
	Canonical   string // absolute; "" on a page that is at no address of its own
	NoIndex     bool
	Policy      string             // that the page itself has to tell; "" where the host does
	Alternates  []site.Translation // the page in every language, itself among them; absolute
	Common      template.HTML      // what the head of every page has
	Feeds       []feedLink         // of this page, beside those of every page
	Social      social
	Data        passage // JSON-LD
	Header      template.HTML
	Footer      template.HTML
	Languages   []languageLink
	Main        passage
}

// social is how the page looks where it is shared (Open Graph).
type social struct {
	Title, Type         string
	Image               sharePicture
	Published, Modified string
}

// A feedLink announces a feed in the head of a page.
type feedLink struct{ Title, Type, URL string }

// A languageLink leads to the page in another language, or to where that language tells of it.
type languageLink struct {
	site.Translation
	Missing string // says, in that language, that this page is not there
}

type headView struct {
	Edition *site.Edition
	Feeds   []feedLink // that every page announces
}

type headerView struct {
	Edition *site.Edition
	Section string
}

type footerView struct {
	Edition   *site.Edition
	Pages     []*site.Page
	Statement string // address of the accessibility statement, or ""
	Data      string // address of the page about open data, or ""
	About     template.HTML
	Lists     []crumb // of topics, regions and so on
	CanFollow bool
}

// places are the sections, and the pages that the menu leads to.
func (e *edition) places() []string {
	places := slices.Clone(sections)
	for _, p := range e.Menu(content.MainMenu) {
		places = append(places, p.URL)
	}
	return places
}

func (e *edition) newFooter() footerView {
	v := footerView{Edition: e.Edition, Pages: e.Menu(content.FooterMenu), Lists: e.termLists("title"), CanFollow: canFollow(e.Edition)}
	if e.Site.Statement != nil {
		v.Statement = e.URL("statement")
	}
	if hasData(e.Site) {
		v.Data = e.URL("data")
	}
	return v
}

// A pageSpec is what is known of a page before it is rendered.
type pageSpec struct {
	url, source  string
	section      string // its place in the menu
	template     string
	noIndex      bool
	isEverywhere bool               // it speaks every language of the site, and is translated nowhere
	translations []site.Translation // the same page in other languages
	modified     time.Time          // zero where it is not known
	own          *sharePicture      // drawn for it; nil where there is none
	// content makes the rest. It runs when the page is rendered, so that a page which nobody asks for
	// costs next to nothing.
	content func() (pageContent, diag.List)
}

// A pageContent is a page as its kind describes it; newFrame adds what all pages have.
type pageContent struct {
	title       string // without the site's
	description string
	crumbs      []crumb // from the first page to this one
	feeds       []feed
	image       *site.Image
	body        *shownBody     // that the view shows; nil where there is none
	published   time.Time      // of a release
	nodes       []formats.Node // JSON-LD beside the breadcrumbs
	view        any            // what the template shows
}

// A shownBody is converted when the template of its page comes to it, and right into the page.
type shownBody struct {
	body        *site.Body
	isConverted bool
	diags       diag.List    // what is wrong in it, then
	heard       func([]byte) // is told what was written; nil where nobody listens
}

// write is the part that a view has.
func (s *shownBody) write(w *bytes.Buffer) error {
	from := w.Len()
	s.diags, s.isConverted = s.body.WriteHTML(w), true
	if s.heard != nil {
		s.heard(w.Bytes()[from:])
	}
	return nil
}

// found tells what is wrong in the body, also where the template does not show it.
func (s *shownBody) found() diag.List {
	switch {
	case s == nil:
		return nil
	case !s.isConverted:
		return s.body.Check()
	}
	return s.diags
}

// page adds the route of a page.
func (e *edition) page(p pageSpec) {
	if !p.noIndex {
		e.list.pages = append(e.list.pages, indexed{edition: e, url: p.url, modified: p.modified, translations: p.translations})
	}
	e.list.add(web.Route{URL: p.url, Source: p.source, Render: func(w *bytes.Buffer) (diag.List, error) {
		c, diags := p.content()
		f := e.newFrame(p, c)
		var fault error // of the page's own template, which base.html is not to blame for
		f.Main = func(w *bytes.Buffer) error {
			fault = execute(e.templates, e.list.from.TemplatesLabel, w, p.template, c.view)
			return fault
		}
		err := execute(e.templates, e.list.from.TemplatesLabel, w, "base.html", f)
		if fault != nil {
			err = fault
		}
		return append(c.body.found(), diags...), err
	}})
}

func (e *edition) newFrame(p pageSpec, c pageContent) *frame {
	f := &frame{
		Edition:     e.Edition,
		Title:       c.title + " – " + e.Title,
		Description: c.description,
		NoIndex:     p.noIndex || e.list.noIndex(),
		Alternates:  e.alternates(p.url, p.translations),
		Common:      e.common,
		Header:      e.headers[p.section],
		Footer:      e.footer,
		Languages:   e.languages(p),
		Social:      e.social(p, c),
		Data:        e.data(c),
	}
	if p.section == "home" {
		f.Title = e.Title + " – " + e.Organisation.Name
	}
	if p.url == notFoundURL && e.list.hasEditor() {
		f.Policy = policyInPage
	}
	if strings.HasSuffix(p.url, "/") {
		f.Canonical = e.Site.BaseURL + p.url
	}
	for _, one := range c.feeds {
		f.Feeds = append(f.Feeds, one.links()...)
	}
	return f
}

// alternates gives the page in every language, itself first; none where it has no other.
func (e *edition) alternates(url string, translations []site.Translation) []site.Translation {
	if len(translations) == 0 {
		return nil
	}
	all := append([]site.Translation{{Lang: e.Lang.Tag, Name: e.Lang.Name(), URL: url}}, translations...)
	for i := range all {
		all[i].URL = e.Site.BaseURL + all[i].URL
	}
	return all
}

// languages gives a link for each other language of the site.
func (e *edition) languages(p pageSpec) []languageLink {
	var links []languageLink
	for _, other := range e.Site.Editions {
		if other == e.Edition {
			continue
		}
		link := languageLink{Translation: site.Translation{Lang: other.Lang.Tag, Name: other.Lang.Name(), URL: nearest(other, p.section)}}
		if !p.isEverywhere {
			link.Missing = other.Words.Text("languages.missing")
		}
		for _, t := range p.translations {
			if t.Lang == other.Lang.Tag {
				link.URL, link.Missing = t.URL, ""
			}
		}
		links = append(links, link)
	}
	return links
}

// assetAddress gives the whole address of an asset, "" where there is none of that name.
func (l *lister) assetAddress(name string) string {
	url, err := l.assets.url(name)
	if err != nil {
		return ""
	}
	return l.site.BaseURL + url
}

// nearest is where a reader of another edition finds what has no translation: in the list that names it.
func nearest(other *site.Edition, section string) string {
	if section == "press" || section == "meetings" {
		return other.URL(section)
	}
	return other.Home()
}

func (e *edition) social(p pageSpec, c pageContent) social {
	s := social{Title: c.title, Type: "website", Image: e.shareOf(p, c.image)}
	if !c.published.IsZero() {
		s.Type = "article"
		s.Published, s.Modified = c.published.Format(time.RFC3339), p.modified.Format(time.RFC3339)
	}
	return s
}

// section gives the same section's address in the other languages.
func (e *edition) sectionElsewhere(section string, parts ...string) []site.Translation {
	return e.elsewhere(func(other *site.Edition) string {
		if section == "home" {
			return other.Home()
		}
		return other.URL(section, parts...)
	})
}

func (e *edition) elsewhere(url func(*site.Edition) string) []site.Translation {
	var all []site.Translation
	for _, other := range e.Site.Editions {
		if other != e.Edition {
			if u := url(other); u != "" {
				all = append(all, site.Translation{Lang: other.Lang.Tag, Name: other.Lang.Name(), URL: u})
			}
		}
	}
	return all
}

// A crumb is a step on the way from the first page.
type crumb struct{ Name, URL string }

func step(name, url string) crumb { return crumb{Name: name, URL: url} }

func (e *edition) crumbs(steps ...crumb) []crumb {
	return slices.Concat([]crumb{step(e.Words.Text("home.crumb"), e.Home())}, steps)
}

func (e *edition) sectionCrumb(section string) crumb {
	return step(e.Words.Text(section+".title"), e.URL(section))
}
