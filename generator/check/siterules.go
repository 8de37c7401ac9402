package check

import (
	"slices"
	"strings"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/site"
)

// siteRules are what all pages are looked at for together.
var siteRules = []func(*site.Site, []*page) diag.List{duplicateTitles, sameTitles, deadFragments, almostSameTerms}

// duplicateTitles: two pages of a language can be told apart by their titles (WCAG 2.4.2; duplicate-title).
func duplicateTitles(_ *site.Site, pages []*page) diag.List {
	var diags diag.List
	first := map[[2]string]*page{}
	for _, p := range pages {
		if !p.isIndexed {
			continue
		}
		key := [2]string{p.lang, p.title}
		other, again := first[key]
		if !again {
			first[key] = p
			continue
		}
		if !isText(p) && isText(other) {
			p, other = other, p // its author can choose another title
		}
		title, _, _ := strings.Cut(p.title, " – ")
		diags.Add(p.places.text(p.route.Source, title), diag.DuplicateTitle, "url", p.route.URL, "other", other.route.URL, "title", p.title)
	}
	return diags
}

// sameTitles: an author who copies a file also writes a title for the copy (duplicate-title). The window's
// title of such pages has a date, a role or the id added; meetings and people are told apart by the former.
func sameTitles(s *site.Site, _ []*page) diag.List {
	var diags diag.List
	for _, e := range s.Editions {
		first := map[[2]string]*site.Item{}
		see := func(i *site.Item, distinction string) {
			key := [2]string{i.Title, distinction}
			other, again := first[key]
			if !again {
				first[key] = i
				return
			}
			if other.State == site.Draft {
				i, other = other, i // what is public has its title
			}
			if i.TextLang == e.Lang.Tag {
				at := i.Source.At("title")
				if !at.IsKnown() {
					at = i.Source.At("name") // of a contact
				}
				diags.Add(at, diag.DuplicateTitle, "url", i.URL, "other", other.URL, "title", i.Title)
			}
		}
		for _, r := range slices.Backward(e.Releases) {
			if r.Withdrawn == nil { // else a word before its title tells it from the one that came after
				see(&r.Item, "press")
			}
		}
		for _, p := range e.Pages {
			see(&p.Item, "pages")
		}
		for _, m := range e.Meetings {
			see(&m.Item, m.Distinction())
		}
		for _, p := range e.Contacts {
			see(&p.Item, p.Distinction())
		}
	}
	return diags
}

// isText tells whether a page shows a text that somebody wrote, not a list.
func isText(p *page) bool { return strings.HasSuffix(p.route.Source, ".md") }

// deadFragments: a link to a place on a page leads to one (dead-fragment).
func deadFragments(_ *site.Site, pages []*page) diag.List {
	byFile := map[string]*page{}
	for _, p := range pages {
		byFile[p.route.File()] = p
	}
	var diags diag.List
	for _, p := range pages {
		for _, j := range p.jumps {
			target := byFile[fileOf(j.path)]
			if target == nil || target.ids[j.fragment] {
				continue // a page that is not there is told elsewhere
			}
			diags.Add(p.places.link(p.route.Source, j.href), diag.DeadFragment, "fragment", j.fragment, "known", target.placesLike(j.fragment))
		}
	}
	return diags
}

// placesLike lists the places of a page that a link to a fragment may have meant: not those of templates, whose ids
// begin with an underscore.
func (p *page) placesLike(fragment string) string {
	var known []string
	for id := range p.ids {
		if !strings.HasPrefix(id, "_") {
			known = append(known, "#"+id)
		}
	}
	return diag.Nearest("#"+fragment, known)
}
