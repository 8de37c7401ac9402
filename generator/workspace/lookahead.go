package workspace

import (
	"slices"
	"time"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/routes"
	"alingsas.se/dialog/generator/site"
	"alingsas.se/dialog/generator/web"
)

// A lookahead looks at what is not public yet: at texts under embargo as they will be at their moments, and at drafts.
// What is wrong with them is told while somebody is there to mend it. Found first at its moment it would keep
// the whole site from being built, by the text itself and everything after it.
type lookahead struct {
	set     *content.Set
	options site.Options
	sources routes.Sources
	// look renders some routes of a site, of which table are all, and tells what is wrong with them.
	look func(s *site.Site, table, some web.Table) diag.List
}

// Each moment costs what linking the site and listing its routes do, so not all of very many are looked at.
const (
	exactLooks = 12 // at each of so many moments that come first
	otherLooks = 8  // and at so many of all that follow, each at what is new since the one before
)

// find tells all that would be said of what is withheld from present, were it public, but for what is known.
func (a lookahead) find(present *site.Site, known diag.List) diag.List {
	var found diag.List
	since := present.Now
	for _, moment := range looks(present.Ahead) {
		a.options.Now = moment
		found = append(found, a.at(present, since)...)
		since = moment
	}
	if !a.options.Drafts && a.set.HasDrafts() {
		found = append(found, a.drafts(present.Now)...)
	}
	return a.set.Heard(found).Sorted().Without(known)
}

// looks are the moments that are looked at. Whatever is public at the last of a group of moments is looked at then;
// as time passes each of them comes to be one of the first.
func looks(moments []time.Time) []time.Time {
	if len(moments) <= exactLooks+otherLooks {
		return moments
	}
	first, rest := moments[:exactLooks], moments[exactLooks:]
	picked := slices.Clone(first)
	for i := range otherLooks {
		picked = append(picked, rest[(i+1)*len(rest)/otherLooks-1])
	}
	return picked
}

// at links the site as of a moment and looks at the texts that became public after since. An error is told wherever
// it is, since it keeps everything back; all else of these texts alone.
func (a lookahead) at(present *site.Site, since time.Time) diag.List {
	later, table, diags := a.site()
	isNew := map[string]bool{}
	for i := range a.set.Items() {
		state, from := later.StateOf(i)
		isNew[i.File] = isNew[i.File] || state == site.Public && from.After(since) && !from.After(later.Now)
	}
	told := append(diags, a.lookAtFiles(later, table, isNew)...)
	told = slices.DeleteFunc(a.set.Heard(told), func(d diag.Diagnostic) bool { return d.Severity() != diag.Error && !isNew[d.File] })
	return append(told, newTexts(present, later)...)
}

// newTexts tells what is wrong in texts that are shown later only: those of items, and those of corrections and
// changes, which are no items.
func newTexts(present, later *site.Site) (diags diag.List) {
	shown := map[*content.Text]bool{}
	for _, b := range present.Bodies() {
		shown[b.Version()] = true
	}
	for _, b := range later.Bodies() {
		if !shown[b.Version()] {
			diags = append(diags, b.Check()...)
		}
	}
	return diags
}

// drafts tells what is wrong in drafts, as if all that is withheld were shown.
func (a lookahead) drafts(now time.Time) diag.List {
	a.options.Now, a.options.Drafts, a.options.Future = now, true, true
	shown, table, diags := a.site()
	isDraft := map[string]bool{}
	for i := range a.set.Items() {
		isDraft[i.File] = a.set.IsDraft(i.File)
	}
	diags = append(diags, a.lookAtFiles(shown, table, isDraft)...)
	for _, b := range shown.Bodies() {
		if isDraft[b.File()] {
			diags = append(diags, b.Check()...)
		}
	}
	return slices.DeleteFunc(diags, func(d diag.Diagnostic) bool { return !isDraft[d.File] })
}

func (a lookahead) site() (*site.Site, web.Table, diag.List) {
	linked, diags := site.Link(a.set, a.options)
	table, found := routes.List(linked, a.sources)
	return linked, table, append(diags, found...)
}

// lookAtFiles looks at the outputs of some files, by their names in messages.
func (a lookahead) lookAtFiles(s *site.Site, table web.Table, files map[string]bool) diag.List {
	return a.look(s, table, slices.DeleteFunc(slices.Clone(table), func(r web.Route) bool { return !files[r.Source] }))
}
