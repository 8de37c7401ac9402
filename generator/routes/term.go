package routes

import (
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/site"
)

type termView struct {
	*site.Term
	Edition      *site.Edition
	Crumbs       []crumb
	Title        string
	Releases     []*site.Release
	Pager        pager
	Coming, Past []*site.Meeting // on the first page
	Feed         string          // address of its Atom feed, "" where it has no releases
}

type termsView struct {
	Edition *site.Edition
	Crumbs  []crumb
	Section string
	Terms   []*site.Term
}

// listTerms adds the page of every topic or region and the list of them. A site without any has no
// list either.
func (e *edition) listTerms(section string, terms []*site.Term) {
	if len(terms) == 0 {
		return
	}
	for _, t := range terms {
		e.listTerm(t)
	}
	crumbs := e.crumbs(e.sectionCrumb(section))
	e.page(pageSpec{
		url: e.URL(section), section: section, source: e.Site.Settings.File,
		translations: e.elsewhere(func(other *site.Edition) string {
			if section == "topics" && len(other.Topics) == 0 || section == "regions" && len(other.Regions) == 0 {
				return ""
			}
			return other.URL(section)
		}),
		template: "terms.html",
		content: func() (pageContent, diag.List) {
			return pageContent{
				title: e.Words.Text(section + ".title"), crumbs: crumbs,
				description: e.Words.Text(section+".description", "organisation", e.Organisation.Name),
				view:        termsView{Edition: e.Edition, Crumbs: crumbs, Section: section, Terms: terms},
			}, nil
		},
	})
}

func (e *edition) listTerm(t *site.Term) {
	crumbs := e.crumbs(e.sectionCrumb(t.Section), step(t.Name, t.URL))
	coming, past := divide(t.Meetings)
	var feeds []feed
	if len(t.Releases) > 0 {
		feeds = []feed{e.termFeed(t)}
	}
	for _, s := range cut(e.Edition, t.URL, t.Releases) {
		title := e.pageTitle(e.Words.Text(t.Section+".one", "name", t.Name), s.pager)
		v := termView{Term: t, Edition: e.Edition, Crumbs: crumbs, Title: title, Releases: s.items, Pager: s.pager}
		if len(feeds) > 0 {
			v.Feed = feeds[0].url + atomName
		}
		spec := pageSpec{
			url: s.url, section: t.Section, source: t.File, modified: newest(s.items), template: "term.html",
		}
		if s.pager.Page == 1 {
			v.Coming, v.Past = coming, past
			spec.translations = t.Translations
		}
		spec.content = func() (pageContent, diag.List) {
			return pageContent{
				title: title, crumbs: crumbs, feeds: feeds, view: v,
				description: e.Words.Text(t.Section+".one-description", "name", t.Name, "title", title, "organisation", e.Organisation.Name),
			}, nil
		}
		e.page(spec)
	}
}
