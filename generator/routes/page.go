package routes

import (
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
	crumbs := e.crumbs(crumb{p.Title, p.URL})
	e.page(pageSpec{
		url: p.URL, source: p.Source.File, title: e.titles[&p.Item], description: p.Description,
		translations: p.Translations, crumbs: crumbs, modified: p.Updated.Time,
		template: "page.html",
		view: func() (any, diag.List) {
			body, diags := p.Body.HTML()
			return pageView{Page: p, Crumbs: crumbs, Body: template.HTML(body), State: e.state(&p.Item)}, diags
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
		url: e.Home(), section: "home", source: e.Site.Settings.File, title: e.Title,
		description:  e.Words.Text("home.description", "tagline", e.Tagline, "organisation", e.Organisation.Name),
		translations: e.sectionElsewhere("home"), modified: e.newestChange(), nodes: e.organisationNodes(),
		template: "home.html",
		view: func() (any, diag.List) {
			v := homeView{Edition: e.Edition, Releases: firstOf(e.Releases, homeReleases), Coming: firstOf(e.Coming, homeMeetings),
				Undated: firstOf(e.Undated, homeMeetings), Press: e.PressContacts, More: len(e.Releases) > homeReleases}
			if len(e.Coming) == 0 {
				v.Past = firstOf(e.Past, homePast)
			}
			return v, nil
		},
	})
}

func firstOf[T any](items []T, n int) []T { return items[:min(n, len(items))] }

type notFoundView struct{ Edition *site.Edition }

// listNotFound adds the page for addresses that do not exist. The host shows that of the first
// language only; one for each language would never be seen.
func (e *edition) listNotFound() {
	if e.Prefix != "" {
		return
	}
	e.page(pageSpec{
		url: "/404.html", source: e.list.from.TemplatesLabel + "/notfound.html", title: e.Words.Text("notfound.title"),
		description: e.Words.Text("notfound.text"), noIndex: true, template: "notfound.html",
		view: func() (any, diag.List) { return notFoundView{e.Edition}, nil },
	})
}
