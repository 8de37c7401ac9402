package main

import (
	"alingsas.se/dialog/generator/check"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/routes"
	"alingsas.se/dialog/generator/site"
)

// ahead finds what a build would say of what is withheld from a site, were it public.
func (w *workspace) ahead(j job, model *site.Site, known diag.List) diag.List {
	return w.lookAhead(j, model, known, func(s *site.Site, table, some routes.Table) diag.List {
		return check.Outputs(some, w.inspectors(s, table, w.places(s))...)
	})
}

// aheadInFull finds what a check would say of it.
func (w *workspace) aheadInFull(j job, model *site.Site, known diag.List) diag.List {
	return w.lookAhead(j, model, known, func(s *site.Site, table, some routes.Table) diag.List {
		places := w.places(s)
		result, _ := check.RunSome(s, table, some, places, w.inspectors(s, table, places)...) // what cannot be rendered is told when it is to be
		return result.Diags
	})
}

func (w *workspace) lookAhead(j job, model *site.Site, known diag.List, look func(s *site.Site, table, some routes.Table) diag.List) diag.List {
	options, err := j.options(w.set.Settings)
	if err != nil {
		return nil // told already
	}
	options.Words = w.words
	return check.Ahead{Set: w.set, Options: options, Sources: w.sources(j, j.noIndex), Look: look}.Find(model, known)
}

// sources are what the workspace's site is rendered with.
func (w *workspace) sources(j job, noIndex bool) routes.Sources {
	return routes.Sources{
		Templates: w.templatesFS, TemplatesLabel: label(j.templates),
		Static: w.staticFS, StaticLabel: label(j.static),
		Content: w.contentFS, NoIndex: noIndex,
	}
}
