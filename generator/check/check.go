// Package check looks at a finished site as its strictest reader would: Run, Links, Places.
//
// In come a linked site and its web. Out come findings, and the links that lead out of the site.
//
// Every page is rendered to nowhere and parsed; rules look at one page, at all of them together, and at the
// texts as their authors wrote them. A rule is one function in a list, with a code of its own.
package check

import (
	"errors"
	"slices"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/site"
	"alingsas.se/dialog/generator/web"
	"golang.org/x/net/html"
)

// A Result is what a check found.
type Result struct {
	Diags   diag.List
	Outside []OutsideLink // that lead out of the site, each address once
}

// Run renders every route and looks at the output. The inspectors see it too. The error is for what no author
// can mend.
func Run(s *site.Site, table web.Table, places *Places, inspectors ...web.Inspector) (Result, error) {
	return RunSome(s, table, table, places, inspectors...)
}

// RunSome is Run for some of the routes of a table.
func RunSome(s *site.Site, all, table web.Table, places *Places, inspectors ...web.Inspector) (Result, error) {
	pages := make([]*page, len(table))
	diags := make([]diag.List, len(table))
	errs := make([]error, len(table))
	table.RenderAll(func(i int, o web.Output) {
		diags[i], errs[i] = o.Diags, o.Err
		if o.Data == nil {
			return
		}
		for _, inspector := range inspectors {
			inspector.Inspect(table[i], o.Data)
		}
		if !table[i].IsPage() {
			return
		}
		p, err := newPage(table[i], o.Data, s.BaseURL, places)
		if err != nil {
			errs[i] = err
			return
		}
		p.look()
		pages[i] = p
	})
	pages = slices.DeleteFunc(pages, func(p *page) bool { return p == nil })
	result := Result{Diags: slices.Concat(diags...), Outside: outsideLinks(pages)}
	for _, p := range pages {
		result.Diags = append(result.Diags, p.found...)
	}
	pages = append(pages, targetsOf(pages, all, s.BaseURL)...)
	for _, rule := range siteRules {
		result.Diags = append(result.Diags, rule(s, pages)...)
	}
	for _, inspector := range inspectors {
		result.Diags = append(result.Diags, inspector.Found()...)
	}
	return result, errors.Join(errs...)
}

// look applies the rules for one page, and lets go of what they looked at.
func (p *page) look() {
	for n := range p.root.Descendants() {
		if n.Type == html.ElementNode {
			for _, rule := range pageRules {
				rule(p, n)
			}
		}
	}
	headingOrder(p)
	p.root = nil
}

// targetsOf gives the pages that others jump into and that are none of them. Nothing is asked of them but their
// places.
func targetsOf(pages []*page, all web.Table, base string) []*page {
	rendered := map[string]bool{}
	for _, p := range pages {
		rendered[p.route.File()] = true
	}
	var wanted web.Table
	for _, p := range pages {
		for _, j := range p.jumps {
			if r, found := all.Find(j.path); found && !rendered[r.File()] {
				rendered[r.File()] = true
				wanted = append(wanted, r)
			}
		}
	}
	targets := make([]*page, len(wanted))
	wanted.RenderAll(func(i int, o web.Output) {
		if target, err := newPage(wanted[i], o.Data, base, nil); err == nil && o.Data != nil {
			targets[i] = &page{route: wanted[i], ids: target.ids}
		}
	})
	return slices.DeleteFunc(targets, func(p *page) bool { return p == nil })
}
