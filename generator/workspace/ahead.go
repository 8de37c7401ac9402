package workspace

import (
	"slices"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/routes"
	"alingsas.se/dialog/generator/site"
)

// momentsAhead is how many moments to come are looked at; each costs what linking the site does. Those after them
// have their turn when the first ones have passed.
const momentsAhead = 3

// Ahead finds the errors that a site will have at the moments when something becomes public by itself: an
// embargo ends, a correction's day comes. They are told now, while somebody is there to mend them. Found first
// at that moment they would keep the whole site from being built, by the text itself and everything after it.
func (a *Assembly) Ahead() diag.List {
	if len(a.Model.Ahead) == 0 {
		return nil
	}
	options, err := a.job.options(a.Set.Settings)
	if err != nil {
		return nil // told already
	}
	options.Words = a.work.words
	var found diag.List
	for _, moment := range a.Model.Ahead[:min(len(a.Model.Ahead), momentsAhead)] {
		options.Now = moment
		found = append(found, a.faultsAt(options)...)
	}
	told := func(d diag.Diagnostic) bool {
		return d.Severity() != diag.Error || slices.ContainsFunc(a.Diags, d.Equal)
	}
	return slices.DeleteFunc(found.Sorted(), told)
}

// faultsAt links the site as of a moment and looks at the texts that are new then.
func (a *Assembly) faultsAt(options site.Options) diag.List {
	later, diags := site.Link(a.Set, options)
	_, found := routes.List(later, a.work.sources(true))
	diags = append(diags, found...)
	shown := map[*content.Text]bool{}
	for _, b := range a.Model.Bodies() {
		shown[b.Version()] = true
	}
	for _, b := range later.Bodies() {
		if !shown[b.Version()] {
			diags = append(diags, b.Check()...)
		}
	}
	return diags
}
