package routes

import (
	"slices"
	"strings"

	"alingsas.se/dialog/generator/locale"
	"alingsas.se/dialog/generator/site"
)

// A series is meetings that belong together and have a calendar of their own.
type series struct {
	name, lang string
	url        string // of the calendar
	meetings   []*site.Meeting
}

// series gives those of the edition in the order of their names. What is dated later is not in them yet.
func (e *edition) series() []*series {
	var all []*series
	byURL := map[string]*series{}
	for _, m := range e.Meetings {
		slug := locale.Slug(m.Series, e.Lang.Tag)
		if slug == "" || !hasDate(m) {
			continue
		}
		url := e.URL("meetings", e.Words.Text("path.calendar")) + slug + ".ics"
		if byURL[url] == nil {
			byURL[url] = &series{name: m.Series, lang: m.TextLang, url: url}
			all = append(all, byURL[url])
		}
		byURL[url].meetings = append(byURL[url].meetings, m)
	}
	slices.SortFunc(all, func(a, b *series) int { return strings.Compare(a.url, b.url) })
	locale.SortBy(e.Lang, all, func(s *series) string { return s.name })
	return all
}
