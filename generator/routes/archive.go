package routes

import (
	"slices"
	"strconv"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/site"
)

type releasesView struct {
	Edition  *site.Edition
	Crumbs   []crumb
	Title    string
	Releases []*site.Release // of a list that is not divided
	Months   []month         // of a list that is divided by them
	Pager    pager
	Left     int    // how many releases of the year stand in the lists of its months alone
	First    *chart // of all years, or of the months of one: above the list on a phone
	Further  *chart // of all years, where the first is of months
	Pictures string // address of the list of all pictures, "" where there are none
}

// A period is a year or a month with its releases, newest first.
type period struct {
	name     string // "2012", "mars 2012"
	url      string // of its list, or of its place in the list of the year
	releases []*site.Release
}

// A year has a list of its own. One that fills more than a page is divided into months that have theirs: who looks for
// March 2012 gets that, and a small archive no dozen of lists with one release each.
type year struct {
	period
	months []period
	isLong bool
}

// A month is a part of the list of a year.
type month struct {
	Name, Number, URL string // "03" for March; the address only where the month has a list of its own
	Releases          []*site.Release
}

// yearsOf divides releases, newest first, by the year of publication, and each year by months.
func yearsOf(e *site.Edition, releases []*site.Release) []year {
	var all []year
	for i, r := range releases {
		if number := r.Date.Time.Year(); i == 0 || releases[i-1].Date.Time.Year() != number {
			name := strconv.Itoa(number)
			all = append(all, year{period: period{name: name, url: e.URL("press", name)}})
		}
		last := &all[len(all)-1]
		last.releases = append(last.releases, r)
	}
	for i := range all {
		all[i].isLong = len(all[i].releases) > e.Site.Settings.PageSize
		all[i].months = monthsOf(e, all[i])
	}
	return all
}

func monthsOf(e *site.Edition, y year) []period {
	var months []period
	for i, r := range y.releases {
		if i == 0 || y.releases[i-1].Date.Time.Month() != r.Date.Time.Month() {
			m := period{name: e.Lang.Month(r.Date.Time) + " " + y.name, url: y.url + "#_m" + monthNumber(r)}
			if y.isLong {
				m.url = y.url + monthNumber(r) + "/"
			}
			months = append(months, m)
		}
		last := &months[len(months)-1]
		last.releases = append(last.releases, r)
	}
	return months
}

// monthNumber is "03" for March.
func monthNumber(r *site.Release) string { return r.Date.Time.Format("01") }

// sections divide the beginning of a year's list by months.
func (y year) sections(shown []*site.Release) []month {
	var parts []month
	for _, m := range y.months {
		n := min(len(m.releases), len(shown))
		if n == 0 {
			break
		}
		part := month{Name: m.name, Number: monthNumber(m.releases[0]), Releases: shown[:n]}
		if y.isLong {
			part.URL = m.url
		}
		parts, shown = append(parts, part), shown[n:]
	}
	return parts
}

// listReleaseLists adds the list of all releases, one for each year and one for each month of a long year. They link to
// the pictures, where there are any.
func (e *edition) listReleaseLists(pictures string) {
	all := yearsOf(e.Edition, e.Listed)
	elsewhere := e.archivesElsewhere()
	view := releasesView{Edition: e.Edition, Pictures: pictures, Crumbs: e.crumbs(e.sectionCrumb("press")), Title: e.Words.Text("press.title")}
	if len(all) > 0 {
		view.First = e.chartOfYears(all, "")
	}
	e.listArchive(view, e.URL("press"), e.Listed, elsewhere("press"))
	for _, y := range all {
		e.listYear(y, view, all, elsewhere)
	}
}

func (e *edition) listYear(y year, view releasesView, all []year, elsewhere func(...string) []site.Translation) {
	view.Title = e.Words.Text("press.year-title", "year", y.name)
	view.Crumbs = append(slices.Clone(view.Crumbs), step(y.name, y.url))
	view.First, view.Further = e.chartOfMonths(y, ""), e.chartOfYears(all, y.url)
	if !y.isLong {
		view.Months = y.sections(y.releases)
		e.listArchive(view, y.url, y.releases, elsewhere("press", y.name))
		return
	}
	first := firstOf(y.releases, e.Site.Settings.PageSize)
	long := view
	long.Months, long.Left = y.sections(first), len(y.releases)-len(first)
	e.listArchive(long, y.url, first, elsewhere("press", y.name))
	for _, m := range y.months {
		of := view
		of.Title = e.Words.Text("archive.month-title", "month", m.name)
		of.Crumbs = append(slices.Clone(view.Crumbs), step(m.name, m.url))
		of.First = e.chartOfMonths(y, m.url)
		e.listArchive(of, m.url, m.releases, elsewhere("press", y.name, monthNumber(m.releases[0])))
	}
}

// listArchive adds the pages of a list. view is what they have in common.
func (e *edition) listArchive(view releasesView, url string, releases []*site.Release, translations []site.Translation) {
	for _, s := range cut(e.Edition, url, releases) {
		v := view
		v.Title, v.Pager = e.pageTitle(view.Title, s.pager), s.pager
		if v.Months == nil {
			v.Releases = s.items
		}
		spec := pageSpec{url: s.url, section: "press", source: e.Site.Settings.File, modified: newest(s.items), template: "releases.html"}
		spec.content = func() (pageContent, diag.List) {
			return pageContent{
				title: v.Title, crumbs: v.Crumbs, view: v,
				description: e.Words.Text("press.description", "title", v.Title, "organisation", e.Organisation.Name),
			}, nil
		}
		if s.pager.Page == 1 {
			spec.translations = translations
		}
		e.page(spec)
	}
}

// archivesElsewhere finds the same list in the other languages: they may have no release of that year, or fewer.
func (e *edition) archivesElsewhere() func(parts ...string) []site.Translation {
	isThere := map[string]bool{}
	for _, other := range e.Site.Editions {
		isThere[other.URL("press")] = true
		if other == e.Edition {
			continue
		}
		for _, y := range yearsOf(other, other.Listed) {
			isThere[y.url] = true
			for _, m := range y.months {
				isThere[m.url] = true
			}
		}
	}
	return func(parts ...string) []site.Translation {
		return e.elsewhere(func(other *site.Edition) string {
			if url := other.URL(parts[0], parts[1:]...); isThere[url] {
				return url
			}
			return ""
		})
	}
}
