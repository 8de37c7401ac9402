package routes

import (
	"cmp"
	"html/template"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/site"
)

// listPages adds every page of the edition.
func (e *edition) listPages() {
	e.listHome()
	e.listReleases()
	e.listMeetings()
	e.listContacts()
	e.listTerms("topics", e.Topics)
	e.listTerms("regions", e.Regions)
	for _, p := range e.Pages {
		e.listPage(p)
	}
	e.listStatement()
	e.listNotFound()
}

type pageView struct {
	*site.Page
	Crumbs []crumb
	Body   template.HTML
	State  string
}

func (e *edition) listPage(p *site.Page) {
	e.page(pageSpec{
		url: p.URL, source: p.Source.File, translations: p.Translations, modified: p.Updated.Time, template: "page.html",
		content: func() (pageContent, diag.List) {
			crumbs := e.crumbs(crumb{p.Title, p.URL})
			body, diags := p.Body.HTML()
			return pageContent{
				title: e.title(&p.Item), description: p.Description(), crumbs: crumbs,
				view: pageView{Page: p, Crumbs: crumbs, Body: template.HTML(body), State: e.state(&p.Item)},
			}, diags
		},
	})
}

// state says why an item is shown that the public cannot see yet, "" where it can.
func (e *edition) state(i *site.Item) string {
	switch i.State {
	case site.Draft:
		return e.Words.Text("state.draft")
	case site.Embargoed:
		return e.Words.Text("state.embargoed")
	}
	return ""
}

type homeView struct {
	Edition  *site.Edition
	Releases []*site.Release
	Coming   []*site.Meeting
	Undated  []*site.Meeting
	Past     []*site.Meeting // only where nothing is coming
	Press    []*site.Contact
	More     bool // there are more releases than are shown
}

// How much the first page shows of each list.
const (
	homeReleases = 5
	homeMeetings = 6 // that are coming
	homePast     = 3 // where nothing is coming
)

func (e *edition) listHome() {
	e.page(pageSpec{
		url: e.Home(), section: "home", source: e.Site.Settings.File,
		translations: e.sectionElsewhere("home"), modified: e.newestChange(), template: "home.html",
		content: func() (pageContent, diag.List) {
			tagline := cmp.Or(e.Tagline, e.Title)
			v := homeView{Edition: e.Edition, Releases: firstOf(e.Releases, homeReleases), Coming: firstOf(e.Coming, homeMeetings),
				Undated: firstOf(e.Undated, homeMeetings), Press: e.PressContacts, More: len(e.Releases) > homeReleases}
			if len(e.Coming) == 0 {
				v.Past = firstOf(e.Past, homePast)
			}
			return pageContent{
				title:       e.Title,
				description: e.Words.Text("home.description", "tagline", tagline, "organisation", e.Organisation.Name),
				nodes:       e.organisationNodes(), view: v,
			}, nil
		},
	})
}

func firstOf[T any](items []T, n int) []T { return items[:min(n, len(items))] }

type notFoundView struct{ Editions []*site.Edition }

// listNotFound adds the page for addresses that do not exist. The host has one for the whole site, so
// it speaks every language.
func (e *edition) listNotFound() {
	if e.Prefix != "" {
		return
	}
	e.page(pageSpec{
		url: "/404.html", source: e.list.from.TemplatesLabel + "/notfound.html", noIndex: true, isEverywhere: true, template: "notfound.html",
		content: func() (pageContent, diag.List) {
			return pageContent{title: e.Words.Text("notfound.title"), description: e.Words.Text("notfound.text"), view: notFoundView{e.Site.Editions}}, nil
		},
	})
}
