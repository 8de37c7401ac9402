package routes

import (
	"slices"

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
	All          everything      // where the rest of them is
	List         crumb           // of all terms of the section
	Feed         string          // address of its Atom feed, "" where it has none
	Calendar     string          // of a series, "" where none of its meetings has a date
}

type termsView struct {
	Edition *site.Edition
	Crumbs  []crumb
	Section string
	Title   string
	Terms   []*site.Term
}

// listTerms adds the page of every term of a section and the list of them. A site without any has no list either.
func (e *edition) listTerms(section string, terms []*site.Term) {
	for _, t := range terms {
		e.listTerm(t)
	}
	crumbs := e.crumbs(e.sectionCrumb(section))
	e.page(pageSpec{
		url: e.URL(section), section: section, source: e.Site.Settings.File,
		translations: e.elsewhere(func(other *site.Edition) string {
			if len(other.Terms(section)) == 0 {
				return ""
			}
			return other.URL(section)
		}),
		template: "terms.html",
		content: func() (pageContent, diag.List) {
			title := e.Words.Text(section + ".title")
			return pageContent{
				title: title, crumbs: crumbs,
				description: e.Words.Text(section+".description", "organisation", e.Organisation.Name),
				view:        termsView{Edition: e.Edition, Crumbs: crumbs, Section: section, Title: title, Terms: terms},
			}, nil
		},
	})
}

// listTerm adds the pages of a term. Those of a topic lead through all its releases; that of an organisation or a
// series is about its meetings, and shows the latest of what was written of them.
func (e *edition) listTerm(t *site.Term) {
	v := e.newTermView(t)
	sheets := cut(e.Edition, t.URL, t.Releases)
	if t.IsOfMeetings() {
		sheets = cut(e.Edition, t.URL, firstOf(t.Releases, min(contactItems, e.Site.Settings.PageSize)))
	}
	var feeds []feed
	if t.HasFeed() {
		feeds = []feed{e.termFeed(t)}
		v.Feed = feeds[0].url + atomName
	}
	for _, s := range sheets {
		v := v
		v.Title, v.Releases, v.Pager = e.pageTitle(v.Title, s.pager), s.items, s.pager
		spec := pageSpec{
			url: s.url, section: t.Section, source: t.File, modified: newest(s.items), template: "term.html",
		}
		if s.pager.Page == 1 {
			v.Coming, v.Past = divide(t.Meetings)
			spec.translations = t.Translations
		}
		spec.content = func() (pageContent, diag.List) {
			return pageContent{
				title: v.Title, crumbs: v.Crumbs, feeds: feeds, view: v,
				description: e.Words.Text(t.Section+".one-description", "name", t.Name, "title", v.Title, "organisation", e.Organisation.Name),
			}, nil
		}
		e.page(spec)
	}
}

// newTermView is what all pages of a term show. The lists of all that it has are added.
func (e *edition) newTermView(t *site.Term) termView {
	v := termView{
		Term: t, Edition: e.Edition, Title: e.Words.Text(t.Section+".one", "name", t.Name),
		Crumbs: e.crumbs(e.sectionCrumb(t.Section), step(t.Name, t.URL)),
	}
	v.List = e.termList(t.Section, "all")
	o := owner{name: t.Name, url: t.URL, section: t.Section, source: t.File, crumbs: v.Crumbs}
	if t.IsOfMeetings() {
		v.All = e.listEverything(o, t.Releases, t.Meetings)
	} else {
		v.All = e.listEverything(o, nil, t.Meetings)
	}
	if t.Section == "series" && slices.ContainsFunc(t.Meetings, hasDate) {
		v.Calendar = e.seriesCalendar(t)
	}
	return v
}

// termLists lead to the list of terms of each section, by the name that it has as a title ("title") or in running text
// ("all").
func (e *edition) termLists(name string) []crumb {
	var lists []crumb
	for _, taxonomy := range e.Taxonomies() {
		lists = append(lists, e.termList(taxonomy.Section, name))
	}
	return lists
}

func (e *edition) termList(section, name string) crumb {
	return step(e.Words.Text(section+"."+name), e.URL(section))
}

// seriesCalendar is where one subscribes to the meetings of a series.
func (e *edition) seriesCalendar(t *site.Term) string {
	return t.URL + e.Words.Text("path.calendar") + ".ics"
}
