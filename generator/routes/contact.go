package routes

import (
	"path"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/formats"
	"alingsas.se/dialog/generator/site"
)

type contactView struct {
	*site.Contact
	Edition      *site.Edition
	Crumbs       []crumb
	Body         passage
	Card         string // address of the vCard
	Releases     []*site.Release
	ReleaseCount int
	Coming, Past []*site.Meeting
	All          everything // where the rest of them is
	State        string
}

type contactsView struct {
	Edition       *site.Edition
	Crumbs        []crumb
	Press, Others []*site.Contact
}

// contactItems is how many releases and meetings the page of a contact lists: the latest. The others are in a list of
// their own.
const contactItems = 10

// listContacts adds every contact and the list of them.
func (e *edition) listContacts() {
	for _, p := range e.Contacts {
		e.listContact(p)
	}
	for _, p := range e.Departed {
		e.listContact(p)
	}
	crumbs := e.crumbs(e.sectionCrumb("contacts"))
	e.page(pageSpec{
		url: e.URL("contacts"), section: "contacts", source: e.Site.Settings.File,
		translations: e.sectionElsewhere("contacts"), template: "contacts.html",
		content: func() (pageContent, diag.List) {
			v := contactsView{Edition: e.Edition, Crumbs: crumbs}
			for _, p := range e.Contacts {
				if p.Press {
					v.Press = append(v.Press, p)
				} else {
					v.Others = append(v.Others, p)
				}
			}
			return pageContent{
				title: e.Words.Text("contacts.title"), crumbs: crumbs, nodes: e.organisationNodes(), view: v,
				description: e.Words.Text("contacts.description", "organisation", e.Organisation.Name, "site", e.Title),
			}, nil
		},
	})
}

func (e *edition) listContact(p *site.Contact) {
	crumbs := e.crumbs(e.sectionCrumb("contacts"), step(p.Title, p.URL))
	all := e.listEverything(owner{name: p.Title, url: p.URL, section: "contacts", source: p.Source.File, crumbs: crumbs, noIndex: p.Departed}, p.Releases, p.Meetings)
	spec := pageSpec{
		url: p.URL, section: "contacts", source: p.Source.File, translations: p.Translations, template: "contact.html",
		content: func() (pageContent, diag.List) {
			body := e.shown(&p.Item)
			v := &contactView{Contact: p, Edition: e.Edition, Crumbs: crumbs, All: all, Body: body.write, State: e.state(&p.Item),
				Releases: firstOf(p.Releases, contactItems), ReleaseCount: len(p.Releases)}
			v.Coming, v.Past = divide(p.Meetings)
			c := pageContent{title: e.title(&p.Item), description: p.Description(), crumbs: crumbs, image: p.Photo, body: body}
			if !p.Departed {
				c.nodes = []formats.Node{e.personNode(p)}
			}
			if p.Reachable() {
				v.Card = cardURL(p)
			}
			c.view = v
			return c, nil
		},
	}
	if p.Departed {
		// The page of a person who has left is there for old links, not to be found.
		spec.noIndex, spec.translations = true, nil
	}
	e.page(spec)
}

// divide gives the next meetings, soonest first, and the latest that have passed.
func divide(meetings []*site.Meeting) (coming, past []*site.Meeting) {
	for _, m := range meetings {
		if !m.Past {
			coming = append(coming, m)
		}
	}
	for i := len(meetings) - 1; i >= 0; i-- {
		if meetings[i].Past {
			past = append(past, meetings[i])
		}
	}
	return firstOf(coming, contactItems), firstOf(past, contactItems)
}

func cardURL(p *site.Contact) string { return p.URL + path.Base(p.URL) + ".vcf" }
