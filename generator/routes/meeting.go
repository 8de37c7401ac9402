package routes

import (
	"net/url"
	"path"
	"slices"
	"strconv"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/site"
)

type meetingView struct {
	*site.Meeting
	Edition     *site.Edition
	Crumbs      []crumb
	Body        passage
	Notes       []noteView    // changes, newest first
	Latest      []noteView    // the newest change of what does not take place, if it has one: it says what to do instead
	Ask         *site.Contact // whom to ask about what does not take place, where no change says what to do; nil: not known
	AskAt       string        // the same, where only an address is known
	Calendar    string        // address of the calendar file, "" where there is no date
	Forms       []calendarForm
	AllMeetings string // address of the calendar that one subscribes to
	State       string
	MapURL      string // shows where the place is
	LeadImage   *site.Image
	MoreImages  []site.Image
	Related     []relatedItem
}

type meetingsView struct {
	Edition  *site.Edition
	Crumbs   []crumb
	Title    string
	Coming   []*site.Meeting
	Undated  []*site.Meeting
	Past     []*site.Meeting
	Pager    pager  // of the past
	Calendar string // of all meetings
	Feed     string // of all meetings, "" where there are none
}

// A meetingGroup is meetings of a fact box that take place at the same time.
type meetingGroup struct {
	*site.Meeting                 // the first
	All           []*site.Meeting // itself among them
}

// group puts meetings together that have the same dates and status, so that a fact box says "when" once.
func (e *edition) group(meetings []*site.Meeting) []meetingGroup {
	var groups []meetingGroup
	for _, m := range meetings {
		found := false
		for i := range groups {
			g := groups[i].Meeting
			if g.Start == m.Start && g.End == m.End && g.Standing() == m.Standing() && g.TimeNote == m.TimeNote {
				groups[i].All = append(groups[i].All, m)
				found = true
				break
			}
		}
		if !found {
			groups = append(groups, meetingGroup{m, []*site.Meeting{m}})
		}
	}
	return groups
}

// listMeetings adds every fact sheet and the list of them.
func (e *edition) listMeetings() {
	for i, m := range e.Meetings { // the newest come last
		e.listMeeting(m, e.drawMeeting(len(e.Meetings)-1-i, m))
	}
	e.listMeetingList()
}

func (e *edition) listMeeting(m *site.Meeting, own *sharePicture) {
	e.page(pageSpec{
		url: m.URL, section: "meetings", source: m.Source.File, translations: m.Translations, modified: m.Modified, template: "meeting.html", own: own,
		content: func() (pageContent, diag.List) {
			crumbs, description := e.crumbs(e.sectionCrumb("meetings"), step(m.Title, m.URL)), m.Description()
			body := e.shown(&m.Item)
			changes, diags := notes(m.Changes)
			v := &meetingView{Meeting: m, Edition: e.Edition, Crumbs: crumbs, Body: body.write, Notes: changes, State: e.state(&m.Item), Related: e.related().ofMeeting(m)}
			if !m.IsOnOrPast() {
				v.tellInstead()
			}
			if hasDate(m) && m.IsOn() {
				v.Calendar, v.Forms, v.AllMeetings = calendarURL(m), e.calendarForms(m), e.calendarAddress()
			}
			v.MapURL = mapURL(m.Place)
			if len(m.Images) > 0 {
				v.LeadImage, v.MoreImages = &m.Images[0], m.Images[1:]
			}
			return pageContent{
				title: e.meetingTitle(m, e.title(&m.Item)), description: description, crumbs: crumbs, image: firstImage(m.Images), body: body,
				nodes: e.eventNodes(m, description), view: v,
			}, diags
		},
	})
}

// tellInstead says to those who meant to come what to do now: what the newest change says, else whom to ask.
func (v *meetingView) tellInstead() {
	if len(v.Notes) > 0 {
		v.Latest, v.Notes = headAndRest(v.Notes)
		return
	}
	if i := slices.IndexFunc(v.Contacts, isCallable); i >= 0 {
		v.Ask = answering(v.Contacts[i])
	} else if v.Registration != nil {
		v.AskAt = v.Registration.Email
	}
}

// HasDetails tells whether more is known than when and where a meeting is, and what it is about.
func (v *meetingView) HasDetails() bool {
	return v.Series != "" || len(v.Met)+len(v.Participants)+len(v.Topics)+len(v.Regions) > 0
}

// meetingTitle says in a title what must not be missed: that a meeting does not take place.
func (e *edition) meetingTitle(m *site.Meeting, title string) string {
	switch m.Standing() {
	case site.Cancelled:
		return e.Words.Text("meeting.calendar-cancelled", "title", title)
	case site.Postponed:
		return e.Words.Text("meeting.calendar-postponed", "title", title)
	}
	return title
}

// mapURL shows a place on a map: by its coordinates, or by its address alone.
func mapURL(p content.Place) string {
	if p.Latitude != nil {
		lat, lon := strconv.FormatFloat(*p.Latitude, 'f', -1, 64), strconv.FormatFloat(*p.Longitude, 'f', -1, 64)
		return "https://www.openstreetmap.org/?mlat=" + lat + "&mlon=" + lon + "#map=17/" + lat + "/" + lon
	}
	if p.Address == "" {
		return ""
	}
	return "https://www.openstreetmap.org/search?query=" + url.QueryEscape(p.Address)
}

// hasDate tells whether a calendar can hold the meeting: RFC 5546, section 3.2.1, demands a start. One
// that was postponed without a new date keeps the old one there, marked as cancelled.
func hasDate(m *site.Meeting) bool {
	return !m.Start.IsZero() || !m.PreviousStart.IsZero()
}

// calendarURL is the address of a meeting's calendar file: its name is what a reader finds among
// the files of the telephone.
func calendarURL(m *site.Meeting) string { return m.URL + path.Base(m.URL) + ".ics" }

// listMeetingList adds the list: what is coming and what has no date on the first page, the past
// on as many as it needs.
func (e *edition) listMeetingList() {
	crumbs := e.crumbs(e.sectionCrumb("meetings"))
	for _, s := range cut(e.Edition, e.URL("meetings"), e.Past) {
		title := e.pageTitle(e.Words.Text("meetings.title"), s.pager)
		v := meetingsView{Edition: e.Edition, Crumbs: crumbs, Title: title, Past: s.items, Pager: s.pager, Calendar: e.calendarAddress()}
		if len(e.Meetings) > 0 {
			v.Feed = e.URL("meetings") + atomName
		}
		spec := pageSpec{url: s.url, section: "meetings", source: e.Site.Settings.File, template: "meetings.html"}
		if s.pager.Page == 1 {
			v.Coming, v.Undated = e.Coming, e.Undated
			spec.translations = e.sectionElsewhere("meetings")
		}
		spec.content = func() (pageContent, diag.List) {
			return pageContent{
				title: title, crumbs: crumbs, feeds: e.meetingFeeds(), view: v,
				description: e.Words.Text("meetings.description", "title", title, "organisation", e.Organisation.Name, "site", e.Title),
			}, nil
		}
		e.page(spec)
	}
}
