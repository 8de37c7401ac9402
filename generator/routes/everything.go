package routes

import (
	"slices"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/site"
)

// An owner is what a page is about that shows the latest of its releases and meetings: a contact, an organisation.
type owner struct {
	name, url, section, source string
	crumbs                     []crumb
	noIndex                    bool
}

// everything is where the lists of all that an owner has are, "" where the owner's page shows all.
type everything struct{ Releases, Meetings string }

// A line is a release or a meeting in a list that is to be looked through quickly: one of them is nil.
type line struct {
	Release *site.Release
	Meeting *site.Meeting
}

type everythingView struct {
	Edition *site.Edition
	Crumbs  []crumb
	Title   string
	Lines   []line
	Pager   pager
}

// lines is how many a page of such a list has: fifty of them weigh as much as twenty with their texts.
const lines = 50

// listEverything adds the lists of all releases and of all meetings of an owner, where the page shows the latest only.
func (e *edition) listEverything(o owner, releases []*site.Release, meetings []*site.Meeting) (all everything) {
	if len(releases) > contactItems {
		rows := make([]line, len(releases))
		for i, r := range releases {
			rows[i].Release = r
		}
		all.Releases = e.listLines(o, "press", rows)
	}
	if coming, past := divide(meetings); len(coming)+len(past) < len(meetings) {
		rows := make([]line, len(meetings))
		for i, m := range meetings {
			rows[len(rows)-1-i].Meeting = m
		}
		all.Meetings = e.listLines(o, "meetings", rows)
	}
	return all
}

// listLines adds a list of the releases or the meetings of an owner, and gives its address.
func (e *edition) listLines(o owner, section string, rows []line) string {
	url, name := o.url+e.Words.Text("path."+section)+"/", e.Words.Text(section+".all")
	crumbs := append(slices.Clone(o.crumbs), step(name, url))
	for _, s := range cutInto(e.Edition, url, rows, lines) {
		spec := pageSpec{url: s.url, section: o.section, source: o.source, template: "everything.html", noIndex: o.noIndex}
		spec.content = func() (pageContent, diag.List) {
			title := e.pageTitle(e.Words.Text("archive."+section+"-of", "name", o.name), s.pager)
			return pageContent{
				title: title, crumbs: crumbs, description: e.Words.Text("archive.description", "title", title, "organisation", e.Organisation.Name),
				view: everythingView{Edition: e.Edition, Crumbs: crumbs, Title: title, Lines: s.items, Pager: s.pager},
			}, nil
		}
		e.page(spec)
	}
	return url
}
