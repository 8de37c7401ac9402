package check

import (
	"slices"
	"time"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/routes"
	"alingsas.se/dialog/generator/site"
)

// An Ahead looks at what is not public yet: at texts under embargo as they will be at their moments, and at drafts.
// What is wrong with them is told while somebody is there to mend it. Found first at its moment it would keep
// the whole site from being built, by the text itself and everything after it.
type Ahead struct {
	Set     *content.Set
	Options site.Options
	Sources routes.Sources
	// Look renders some routes of a site, of which table are all, and tells what is wrong with them.
	Look func(s *site.Site, table, some routes.Table) diag.List
}

// Each moment costs what linking the site and listing its routes do, so not all of very many are looked at.
const (
	exactLooks = 12 // at each of so many moments that come first
	otherLooks = 8  // and at so many of all that follow, each at what is new since the one before
)

// Find tells all that would be said of what is withheld from present, were it public, but for what is known.
func (a Ahead) Find(present *site.Site, known diag.List) diag.List {
	var found diag.List
	since := present.Now
	for _, moment := range looks(present.Ahead) {
		a.Options.Now = moment
		found = append(found, a.at(present, since)...)
		since = moment
	}
	if !a.Options.Drafts && a.Set.HasDrafts() {
		found = append(found, a.drafts(present.Now)...)
	}
	return a.Set.Heard(found).Sorted().Without(known)
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
func (a Ahead) at(present *site.Site, since time.Time) diag.List {
	later, table, diags := a.site()
	isNew := map[string]bool{}
	for i := range a.Set.Items() {
		state, from := later.StateOf(i)
		isNew[i.File] = isNew[i.File] || state == site.Public && from.After(since) && !from.After(later.Now)
	}
	told := append(diags, a.look(later, table, isNew)...)
	told = slices.DeleteFunc(a.Set.Heard(told), func(d diag.Diagnostic) bool { return d.Severity() != diag.Error && !isNew[d.File] })
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
func (a Ahead) drafts(now time.Time) diag.List {
	a.Options.Now, a.Options.Drafts, a.Options.Future = now, true, true
	shown, table, diags := a.site()
	isDraft := map[string]bool{}
	for i := range a.Set.Items() {
		isDraft[i.File] = a.Set.IsDraft(i.File)
	}
	diags = append(diags, a.look(shown, table, isDraft)...)
	for _, b := range shown.Bodies() {
		if isDraft[b.File()] {
			diags = append(diags, b.Check()...)
		}
	}
	return slices.DeleteFunc(diags, func(d diag.Diagnostic) bool { return !isDraft[d.File] })
}

func (a Ahead) site() (*site.Site, routes.Table, diag.List) {
	linked, diags := site.Link(a.Set, a.Options)
	table, found := routes.List(linked, a.Sources)
	return linked, table, append(diags, found...)
}

// look looks at the outputs of some files, by their names in messages.
func (a Ahead) look(s *site.Site, table routes.Table, files map[string]bool) diag.List {
	return a.Look(s, table, slices.DeleteFunc(slices.Clone(table), func(r routes.Route) bool { return !files[r.Source] }))
}

// Outputs renders routes and tells what is wrong with the texts that they are made of and what inspectors see.
func Outputs(table routes.Table, inspectors ...routes.Inspector) (found diag.List) {
	diags := make([]diag.List, len(table))
	table.RenderAll(func(i int, o routes.Output) {
		diags[i] = o.Diags
		for _, inspector := range inspectors {
			if o.Data != nil {
				inspector.Inspect(table[i], o.Data)
			}
		}
	})
	found = slices.Concat(diags...)
	for _, inspector := range inspectors {
		found = append(found, inspector.Found()...)
	}
	return found
}
