package routes

import (
	"cmp"
	"slices"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/site"
)

type searchView struct {
	Edition *site.Edition
	Crumbs  []crumb
	Filters []searchFilter
	Lists   []crumb            // of topics, regions and so on
	Others  []site.Translation // the search in other languages; Name says so in that language
}

// A searchFilter is a choice by which results are left out.
type searchFilter struct {
	Name, Label string
	Options     []searchOption
}

// A searchOption is written as the index has it.
type searchOption struct{ Value, Text string }

// listSearch adds the page that one searches on, and what it reads.
func (e *edition) listSearch() {
	e.listSearchIndex()
	e.page(pageSpec{
		url: e.URL("search"), source: e.list.from.TemplatesLabel + "/search.html", template: "search.html",
		noIndex: true, translations: e.sectionElsewhere("search"), // what it finds has pages of its own
		content: func() (pageContent, diag.List) {
			title := e.Words.Text("search.title")
			v := searchView{Edition: e.Edition, Crumbs: e.crumbs(step(title, e.URL("search"))), Filters: e.searchFilters(), Lists: e.termLists("all")}
			for _, other := range e.Site.Editions {
				if other != e.Edition {
					v.Others = append(v.Others, site.Translation{Lang: other.Lang.Tag, Name: other.Words.Text("search.elsewhere"), URL: other.URL("search")})
				}
			}
			return pageContent{
				title: title, crumbs: v.Crumbs, view: v,
				description: e.Words.Text("search.description", "organisation", e.Organisation.Name),
			}, nil
		},
	})
}

// searchFilters are those with which one can choose.
func (e *edition) searchFilters() []searchFilter {
	filters := []searchFilter{
		{"kind", e.Words.Text("search.kind"), e.searchKinds()},
		{"topic", e.Words.Text("search.topic"), termOptions("topic:", e.Topics)},
		{"region", e.Words.Text("search.region"), termOptions("region:", e.Regions)},
		{"year", e.Words.Text("search.year"), e.searchYears()},
	}
	return slices.DeleteFunc(filters, func(f searchFilter) bool { return len(f.Options) < 2 })
}

// searchKinds are the kinds that there are.
func (e *edition) searchKinds() []searchOption {
	words := []searchOption{
		{string(content.KindRelease), "kind.release"}, {string(content.KindInvitation), "kind.invitation"}, {string(content.KindStatement), "kind.statement"},
		{meetingKind, "meeting.one"}, {contactKind, "search.contact"}, {pageKind, "search.page"}, {listKind, "search.list"},
	}
	there := map[string]bool{listKind: len(e.search.terms) > 0}
	for _, i := range e.search.items {
		there[i.kind] = true
	}
	var options []searchOption
	for _, o := range words {
		if there[o.Value] {
			options = append(options, searchOption{"kind:" + o.Value, e.Words.Text(o.Text)})
		}
	}
	return options
}

func termOptions(prefix string, terms []*site.Term) []searchOption {
	var options []searchOption
	for _, t := range terms {
		options = append(options, searchOption{prefix + t.Slug, t.Name})
	}
	return options
}

// searchYears are the years of releases and meetings, the latest first.
func (e *edition) searchYears() []searchOption {
	var options []searchOption
	for _, i := range e.search.items {
		if !i.date.IsZero() {
			year := i.date.Time.Format("2006")
			options = append(options, searchOption{year, year})
		}
	}
	slices.SortFunc(options, func(a, b searchOption) int { return cmp.Compare(b.Value, a.Value) })
	return slices.Compact(options)
}
