package workspace

import (
	"slices"

	"alingsas.se/dialog/generator/check"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/site"
	"alingsas.se/dialog/generator/web"
)

// Ahead finds what a build would say of what is withheld from the site, were it public.
func (a *Assembly) Ahead() diag.List {
	return a.lookAhead(func(later *Assembly, some web.Table) diag.List {
		return outputs(some, later.Inspectors(later.Places())...)
	})
}

// AheadInFull finds what a check would say of it.
func (a *Assembly) AheadInFull() diag.List {
	return a.lookAhead(func(later *Assembly, some web.Table) diag.List {
		places := later.Places()
		result, _ := check.RunSome(later.Model, later.Table, some, places, later.Inspectors(places)...) // what cannot be rendered is told when it is to be
		return result.Diags
	})
}

func (a *Assembly) lookAhead(look func(later *Assembly, some web.Table) diag.List) diag.List {
	options, err := a.job.options(a.Set.Settings)
	if err != nil {
		return nil // told already
	}
	options.Words = a.work.words
	lookAt := func(s *site.Site, table, some web.Table) diag.List {
		return look(&Assembly{Set: a.Set, Model: s, Table: table, job: a.job, work: a.work}, some)
	}
	return lookahead{set: a.Set, options: options, sources: a.work.sources(a.job.NoIndex), look: lookAt}.find(a.Model, a.Diags)
}

// outputs renders routes and tells what is wrong with the texts that they are made of and what inspectors see.
func outputs(table web.Table, inspectors ...web.Inspector) (found diag.List) {
	diags := make([]diag.List, len(table))
	table.RenderAll(func(i int, o web.Output) {
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
