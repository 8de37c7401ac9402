package routes

import (
	"alingsas.se/dialog/generator/site"
)

// title gives an item a title that no other page of its edition has, so that a reader can tell two
// tabs or two search results apart.
func (e *edition) title(i *site.Item) string {
	if longer, ok := e.titles[i]; ok {
		return longer
	}
	return i.Title
}

// longerTitles finds the items whose title another one has too, and adds a date or a role to it, and
// the id where that is the same as well.
func longerTitles(e *site.Edition) map[*site.Item]string {
	items := e.Items()
	count := make(map[string]int, len(items))
	for _, i := range items {
		count[i.Title]++
	}
	longer := map[*site.Item]string{}
	again := map[string]int{}
	for _, i := range items {
		if count[i.Title] > 1 {
			longer[i] = i.Title + " (" + i.Distinction() + ")"
			again[longer[i]]++
		}
	}
	for i, title := range longer {
		if again[title] > 1 {
			longer[i] = i.Title + " (" + i.Distinction() + ", " + i.ID + ")"
		}
	}
	return longer
}

// ComposedTitles are the titles of an edition's pages that no author wrote: they are made of words and of what is
// public.
func ComposedTitles(e *site.Edition) []string {
	var titles []string
	for _, y := range yearsOf(e, e.Listed) {
		titles = append(titles, e.Words.Text("press.year-title", "year", y.name))
		for _, m := range y.months {
			titles = append(titles, e.Words.Text("archive.month-title", "month", m.name))
		}
	}
	for _, taxonomy := range e.Taxonomies() {
		for _, t := range taxonomy.Terms {
			titles = append(titles, e.Words.Text(t.Section+".one", "name", t.Name))
		}
	}
	for _, r := range e.Releases {
		titles = append(titles, r.Headline(), feedTitle(r))
	}
	for _, m := range e.Meetings {
		titles = append(titles, (&edition{Edition: e}).meetingTitle(m, m.Title))
	}
	return titles
}
