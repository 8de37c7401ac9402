package routes

import (
	"cmp"
	"slices"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/site"
)

// listPages adds every page of the edition.
func (e *edition) listPages() {
	e.search = newSearchIndex(e)
	e.listHome()
	e.listReleases()
	e.listMeetings()
	e.listContacts()
	for _, taxonomy := range e.Taxonomies() {
		e.listTerms(taxonomy.Section, taxonomy.Terms)
	}
	for i, p := range e.Pages {
		e.listPage(p, e.drawPage(i, p))
	}
	e.listDataPage()
	e.listStatement()
	e.listFollow()
	e.listSearch()
	e.listNotFound()
}

type pageView struct {
	*site.Page
	Crumbs []crumb
	Body   passage
	State  string
}

func (e *edition) listPage(p *site.Page, own *sharePicture) {
	e.page(pageSpec{
		url: p.URL, section: e.pageSection(p), source: p.Source.File, translations: p.Translations, modified: p.Updated.Time, template: "page.html", own: own,
		content: func() (pageContent, diag.List) {
			crumbs := e.crumbs(step(p.Title, p.URL))
			body := e.shown(&p.Item)
			return pageContent{
				title: e.title(&p.Item), description: p.Description(), crumbs: crumbs, body: body,
				view: pageView{Page: p, Crumbs: crumbs, Body: body.write, State: e.state(&p.Item)},
			}, nil
		},
	})
}

// pageSection is the place in the menu of a page: its own, or none.
func (e *edition) pageSection(p *site.Page) string {
	if slices.Contains(e.Menu(content.MainMenu), p) {
		return p.URL
	}
	return ""
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
	Newest   []*site.Release // one, or none where nothing is published
	Releases []*site.Release // those before it
	Next     []*site.Meeting // the first that takes place, or none
	Coming   []*site.Meeting // the others, without a date last
	Past     []*site.Meeting // only where nothing with a date is coming
	Press    []*site.Contact // whom to call first
	Others   bool            // there are more whom one can call
}

// How much the first page shows of each list.
const (
	homeReleases = 6
	homeMeetings = 7 // that are coming
	homePast     = 3 // where nothing is coming
	homePress    = 2 // in one look
)

func (e *edition) listHome() {
	e.page(pageSpec{
		url: e.Home(), section: "home", source: e.Site.Settings.File,
		translations: e.sectionElsewhere("home"), modified: e.newestChange(), template: "home.html",
		content: func() (pageContent, diag.List) {
			tagline := cmp.Or(e.Tagline, e.Title)
			v := homeView{Edition: e.Edition, Press: firstOf(e.PressContacts, homePress), Others: len(e.PressContacts) > homePress}
			v.Newest, v.Releases = headAndRest(firstOf(e.Listed, homeReleases))
			v.Next, v.Coming = nextAndRest(firstOf(slices.Concat(e.Coming, e.Undated), homeMeetings))
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

// headAndRest divides a list after its first item.
func headAndRest[T any](items []T) (head, rest []T) {
	n := min(1, len(items))
	return items[:n], items[n:]
}

// nextAndRest takes the first meeting that takes place out of a list.
func nextAndRest(meetings []*site.Meeting) (next, rest []*site.Meeting) {
	i := slices.IndexFunc(meetings, (*site.Meeting).IsOn)
	if i < 0 {
		return nil, meetings
	}
	return meetings[i : i+1], slices.Concat(meetings[:i], meetings[i+1:])
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
		url: notFoundURL, source: e.list.from.TemplatesLabel + "/notfound.html", noIndex: true, isEverywhere: true, template: "notfound.html",
		content: func() (pageContent, diag.List) {
			return pageContent{title: e.Words.Text("notfound.title"), description: e.Words.Text("notfound.text"), view: notFoundView{e.Site.Editions}}, nil
		},
	})
}
