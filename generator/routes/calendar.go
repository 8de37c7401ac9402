package routes

import (
	"bytes"
	"slices"
	"strings"
	"time"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/formats"
	"alingsas.se/dialog/generator/locale"
	"alingsas.se/dialog/generator/site"
	"alingsas.se/dialog/generator/web"
)

// calendarAddress is where one subscribes to all meetings, "" where none has a date yet.
func (e *edition) calendarAddress() string {
	if !slices.ContainsFunc(e.Meetings, hasDate) {
		return ""
	}
	return e.URL("meetings") + e.Words.Text("path.calendar") + ".ics"
}

// listCalendars adds a calendar of all meetings, one for each series, and one for each meeting that has a date.
func (e *edition) listCalendars() {
	var dated []*site.Meeting
	for _, m := range e.Meetings {
		if hasDate(m) {
			dated = append(dated, m)
			e.listCalendar(calendarURL(m), m.Source.File, m.Title, m.URL, []*site.Meeting{m})
		}
	}
	for _, s := range e.series() {
		e.listCalendar(s.url, s.meetings[0].Source.File, s.name, e.URL("meetings"), s.meetings)
	}
	if len(dated) > 0 {
		e.listCalendar(e.calendarAddress(), e.Site.Settings.File, e.Title, e.URL("meetings"), dated)
	}
}

func (e *edition) listCalendar(url, source, name, page string, meetings []*site.Meeting) {
	e.list.add(web.Route{URL: url, Source: source, Render: func(w *bytes.Buffer) (diag.List, error) {
		c := formats.Calendar{
			Name: name, Description: e.Tagline, Lang: e.Lang.Tag, URL: e.Site.BaseURL + page,
			Product: e.Organisation.Name + "//" + e.Title, Zone: e.Site.Settings.Zone,
		}
		for _, m := range meetings {
			c.Events = append(c.Events, e.event(m))
		}
		return nil, formats.ICalendar(w, c)
	}})
}

// event is the entry of a meeting with all that a calendar file has room for.
func (e *edition) event(m *site.Meeting) formats.Event {
	v := e.entry(m)
	v.Description = e.eventText(m)
	return v
}

// entry is a meeting as calendars have it, but for the text.
func (e *edition) entry(m *site.Meeting) formats.Event {
	start, end := m.Start, m.End
	if start.IsZero() {
		start, end = m.PreviousStart, locale.Date{}
	}
	v := formats.Event{
		UID: e.uid(m), Sequence: sequence(m), Stamp: stamp(m), Start: start.Time, End: end.Time, AllDay: !start.HasTime,
		Summary: m.Title, Location: place(m.Place), URL: e.Site.BaseURL + m.URL,
		Status: formats.Confirmed, OrganizerName: e.Organisation.Name, OrganizerEmail: e.Organisation.Email, Lang: m.TextLang,
	}
	if start.HasTime && !end.IsZero() && !end.HasTime {
		// A meeting that begins at an hour and ends on a day lasts until that day is over.
		v.End = m.Over
	}
	switch m.Standing() {
	case site.Planned, site.Moved:
		v.Status = formats.Tentative
		if m.Status == content.Confirmed {
			v.Status = formats.Confirmed
		}
	case site.Cancelled, site.Postponed:
		// Many programs show a subscribed entry's status nowhere, so the summary says it too.
		v.Status, v.Summary = formats.Cancelled, e.meetingTitle(m, m.Title)
	}
	if m.Place.Latitude != nil {
		v.Latitude, v.Longitude, v.HasGeo = *m.Place.Latitude, *m.Place.Longitude, true
	}
	for _, t := range m.Topics {
		v.Categories = append(v.Categories, t.Name)
	}
	return v
}

// A calendarForm is a link to a calendar on the web, which opens there with the meeting filled in.
type calendarForm struct{ Name, URL string }

// calendarForms are for readers whose browser opens no calendar files. The text is short, since addresses must be.
func (e *edition) calendarForms(m *site.Meeting) []calendarForm {
	v := e.entry(m)
	v.Description = locale.Capital(m.TimeNote)
	if v.Status == formats.Tentative {
		v.Description = e.Words.Text("meeting.status-planned") + "\n" + v.Description
	}
	return []calendarForm{
		{e.Words.Text("meeting.calendar-google"), v.Google(e.Site.Settings.Zone)},
		{e.Words.Text("meeting.calendar-work"), v.Outlook(formats.OutlookWork)},
		{e.Words.Text("meeting.calendar-private"), v.Outlook(formats.OutlookPrivate)},
	}
}

// sequence is the number of an entry's revision (RFC 5545, section 3.8.7.4): how many things tell of a change, so that
// each one that is added makes it greater.
func sequence(m *site.Meeting) int {
	n := len(m.Changes)
	for _, tells := range []bool{!m.Updated.IsZero(), !m.PreviousStart.IsZero(), m.Status == content.Cancelled, m.Status == content.Postponed} {
		if tells {
			n++
		}
	}
	return n
}

// uid names a meeting for ever: it is made of its id and the site's host, not of its title or time,
// and each language's is its own.
func (e *edition) uid(m *site.Meeting) string {
	return "meeting-" + strings.TrimPrefix(e.Prefix+"-", "/") + permanent(m.ID) + "@" + e.authority()
}

// announced is when a meeting became known: on its own date, else with the first release that names it, else at the
// latest with the first change that is told of it, else when its file was there first. Zero where nothing tells: the
// clock is never asked, so that the same content gives the same calendars and feeds.
func announced(m *site.Meeting) time.Time {
	if !m.Date.IsZero() {
		return m.Date.Time
	}
	var first time.Time
	for _, r := range m.Releases {
		first = earlier(first, r.Date.Time)
	}
	if first.IsZero() {
		for _, change := range m.Changes {
			first = earlier(first, change.Date.Time)
		}
	}
	if first.IsZero() {
		first = m.FirstSeen()
	}
	return first
}

// earlier gives the earlier of two moments, of which the zero time is none.
func earlier(a, b time.Time) time.Time {
	if a.IsZero() || b.Before(a) {
		return b
	}
	return a
}

// stamp is when what is said of a meeting was last changed; zero where it is not known.
func stamp(m *site.Meeting) time.Time { return later(announced(m), m.Modified) }

// eventText says in a calendar what does not fit its fields: first what was changed.
func (e *edition) eventText(m *site.Meeting) string {
	var parts []string
	add := func(word, value string, args ...any) {
		if value != "" {
			parts = append(parts, e.Words.Text(word, args...)+": "+value)
		}
	}
	if m.IsMoved() {
		parts = append(parts, e.Words.Text("meeting.previous-time")+" "+e.Lang.LongDate(m.PreviousStart)+".")
	}
	for i := range m.Changes {
		change := &m.Changes[i]
		parts = append(parts, e.Words.Text("meeting.change")+" "+e.Lang.Date(change.Date)+": "+change.Plain())
	}
	if m.TimeNote != "" {
		parts = append(parts, locale.Capital(m.TimeNote))
	}
	if !m.Body.IsEmpty() {
		parts = append(parts, m.Body.Document().Plain())
	}
	add("meeting.audience", m.Audience)
	add("meeting.organisations", strings.Join(m.Organisations, ", "), "organisation", e.Organisation.Name)
	add("meeting.access", m.Place.Access)
	add("meeting.travel", m.Place.Travel)
	add("meeting.online", m.Place.Online)
	if m.IsOn() {
		add("registration.title", registrationText(e, m.Registration))
	}
	return strings.Join(parts, "\n\n")
}

// registrationText says in one line how one signs up.
func registrationText(e *edition, r *content.Registration) string {
	if r == nil {
		return ""
	}
	parts := []string{r.URL, r.Email, r.Phone.Text, r.Note}
	if !r.Deadline.IsZero() {
		parts = append(parts, e.Words.Text("registration.deadline")+" "+e.Lang.Date(r.Deadline))
	}
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), ", ")
}

// place is where a meeting is, in one line.
func place(p content.Place) string {
	var parts []string
	for _, part := range []string{p.Name, p.Address} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	if len(parts) == 0 {
		return p.Online
	}
	return strings.Join(parts, ", ")
}
