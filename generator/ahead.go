package main

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

// ahead finds the errors that a site will have at the moments when something becomes public by itself: an
// embargo ends, a correction's day comes. They are told now, while somebody is there to mend them. Found first
// at that moment they would keep the whole site from being built, by the text itself and everything after it.
func (w *workspace) ahead(j job, model *site.Site, known diag.List) diag.List {
	if len(model.Ahead) == 0 {
		return nil
	}
	options, err := j.options(w.set.Settings)
	if err != nil {
		return nil // told already
	}
	options.Words = w.words
	var found diag.List
	for _, moment := range model.Ahead[:min(len(model.Ahead), momentsAhead)] {
		options.Now = moment
		found = append(found, w.faultsAt(j, options, model)...)
	}
	told := func(d diag.Diagnostic) bool {
		return d.Severity() != diag.Error || slices.ContainsFunc(known, d.Equal)
	}
	return slices.DeleteFunc(found.Sorted(), told)
}

// faultsAt links the site as of a moment and looks at the texts that are new then.
func (w *workspace) faultsAt(j job, options site.Options, present *site.Site) diag.List {
	later, diags := site.Link(w.set, options)
	_, found := routes.List(later, w.sources(j, true))
	diags = append(diags, found...)
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

// sources are what the workspace's site is rendered with.
func (w *workspace) sources(j job, noIndex bool) routes.Sources {
	return routes.Sources{
		Templates: w.templatesFS, TemplatesLabel: label(j.templates),
		Static: w.staticFS, StaticLabel: label(j.static),
		Content: w.contentFS, NoIndex: noIndex,
	}
}
