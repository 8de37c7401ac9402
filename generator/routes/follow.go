package routes

import (
	"slices"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/formats"
	"alingsas.se/dialog/generator/site"
)

type followView struct {
	Edition   *site.Edition
	Crumbs    []crumb
	Feeds     []followFeed // of the edition's lists
	Changes   string       // address of the feed of changes of meetings, "" where there are no meetings
	Terms     []followGroup
	Calendars []followCalendar
}

// A followFeed is a feed to choose.
type followFeed struct{ Name, Atom, JSON string }

// A followGroup is the feeds of one section's terms.
type followGroup struct {
	Title string
	Feeds []followFeed
}

// A followCalendar is a calendar to subscribe to.
type followCalendar struct {
	Name, Lang, URL string
	Forms           []calendarForm // on the web
}

// canFollow tells whether there is anything to follow: else there is no page that says how.
func canFollow(e *site.Edition) bool { return len(e.Listed) > 0 || len(e.Meetings) > 0 }

// listFollow adds the page that says how one follows what is new.
func (e *edition) listFollow() {
	if !canFollow(e.Edition) {
		return
	}
	crumbs := e.crumbs(e.sectionCrumb("follow"))
	e.page(pageSpec{
		url: e.URL("follow"), source: e.Site.Settings.File, template: "follow.html",
		translations: e.elsewhere(func(other *site.Edition) string {
			if !canFollow(other) {
				return ""
			}
			return other.URL("follow")
		}),
		content: func() (pageContent, diag.List) {
			return pageContent{
				title: e.Words.Text("follow.title"), crumbs: crumbs, view: e.newFollowView(crumbs),
				description: e.Words.Text("follow.description", "organisation", e.Organisation.Name),
			}, nil
		},
	})
}

func (e *edition) newFollowView(crumbs []crumb) followView {
	v := followView{Edition: e.Edition, Crumbs: crumbs, Calendars: e.followCalendars()}
	for _, f := range e.covers {
		v.Feeds = append(v.Feeds, newFollowFeed(e.Words.Text("press.title"), f))
	}
	if len(e.Meetings) > 0 {
		v.Feeds = append(v.Feeds, newFollowFeed(e.Words.Text("meetings.feed"), e.meetingFeed()))
		v.Changes = e.changeFeed().url + atomName
	}
	for _, all := range e.Taxonomies() {
		group := followGroup{Title: e.Words.Text(all.Section + ".title")}
		for _, t := range all.Terms {
			if t.HasFeed() {
				group.Feeds = append(group.Feeds, followFeed{t.Name, t.URL + atomName, t.URL + jsonName})
			}
		}
		if len(group.Feeds) > 0 {
			v.Terms = append(v.Terms, group)
		}
	}
	return v
}

func newFollowFeed(name string, f feed) followFeed {
	return followFeed{name, f.url + atomName, f.url + jsonName}
}

// followCalendars are all meetings, and each series.
func (e *edition) followCalendars() []followCalendar {
	address := e.calendarAddress()
	if address == "" {
		return nil
	}
	calendars := []followCalendar{e.followCalendar(e.Words.Text("meetings.all"), e.Lang.Tag, address)}
	for _, t := range e.Series {
		if slices.ContainsFunc(t.Meetings, hasDate) {
			calendars = append(calendars, e.followCalendar(t.Name, t.Meetings[0].TextLang, e.seriesCalendar(t)))
		}
	}
	return calendars
}

func (e *edition) followCalendar(name, lang, url string) followCalendar {
	address := e.Site.BaseURL + url
	return followCalendar{Name: name, Lang: lang, URL: url, Forms: []calendarForm{
		{e.Words.Text("follow.calendar-google"), formats.GoogleSubscription(address)},
		{e.Words.Text("follow.calendar-work"), formats.OutlookSubscription(formats.OutlookWork, address, e.Title+": "+name)},
		{e.Words.Text("follow.calendar-private"), formats.OutlookSubscription(formats.OutlookPrivate, address, e.Title+": "+name)},
	}}
}
