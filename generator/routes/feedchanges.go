package routes

import (
	"bytes"
	"slices"
	"strconv"
	"time"

	"alingsas.se/dialog/generator/formats"
	"alingsas.se/dialog/generator/locale"
	"alingsas.se/dialog/generator/site"
)

// changeEntries is how many changes of meetings are told.
const changeEntries = 50

// A meetingChange is one change of a meeting, as those follow it who mean to come.
type meetingChange struct {
	meeting *site.Meeting
	name    string // tells it from the other changes of the meeting, for ever
	at      time.Time
	notes   []site.Note // what is told of it: one, or none
}

// changesOf gives the changes of a meeting: those that are told, newest first, else the one that its keys alone tell of.
func changesOf(m *site.Meeting) []meetingChange {
	var changes []meetingChange
	ofDate := map[string]int{}
	for _, note := range m.Changes {
		name := dateName(note.Date)
		ofDate[name]++
		if n := ofDate[name]; n > 1 {
			name += "-" + strconv.Itoa(n)
		}
		changes = append(changes, meetingChange{m, name, note.Date.Time, []site.Note{note}})
	}
	if name := untoldChange(m); len(changes) == 0 && name != "" {
		changes = []meetingChange{{m, name, stamp(m), nil}}
	}
	return changes
}

// untoldChange names what has become of a meeting of which no text tells, "" where nothing has.
func untoldChange(m *site.Meeting) string {
	switch standing := m.Standing(); {
	case standing == site.Cancelled || standing == site.Postponed:
		return string(standing)
	case m.IsMoved():
		return string(site.Moved) + "-" + dateName(m.Start)
	case !m.Updated.IsZero():
		return "updated-" + dateName(m.Updated)
	}
	return ""
}

func dateName(d locale.Date) string {
	if d.HasTime {
		return d.Time.Format("2006-01-02T15.04")
	}
	return d.Time.Format(time.DateOnly)
}

// changeFeed is the feed of what was changed in meetings, and of nothing else.
func (e *edition) changeFeed() feed {
	return feed{url: e.URL("meetings", e.Words.Text("path.changes")), page: e.URL("meetings"), id: "changes",
		title: e.Title + ": " + e.Words.Text("follow.changes"), fill: filling(e.changeEntries)}
}

func (e *edition) changeEntries() ([]formats.Entry, error) {
	var changes []meetingChange
	for _, m := range e.Meetings {
		changes = append(changes, changesOf(m)...)
	}
	slices.SortStableFunc(changes, func(a, b meetingChange) int { return b.at.Compare(a.at) })
	var entries []formats.Entry
	for _, c := range firstOf(changes, changeEntries) {
		entry, err := e.changeEntry(c)
		if err != nil {
			return nil, err
		}
		entries = append(entries, entry)
	}
	return entries, nil
}

// changeEntry says what was changed, and then what holds now.
func (e *edition) changeEntry(c meetingChange) (formats.Entry, error) {
	m := c.meeting
	v := formats.Entry{
		ID: e.tag("changes/" + permanent(m.ID) + "/" + c.name), URL: e.Site.BaseURL + m.URL,
		Title: e.changeTitle(m), Summary: m.Description(), Published: c.at,
	}
	if len(c.notes) > 0 {
		v.Summary = c.notes[0].Plain()
	}
	html, err := e.entryHTML("feed-meeting.html", &meetingEntryView{Meeting: m, Body: noText, Notes: absoluteNotes(c.notes)})
	v.HTML = html
	return e.marked(v, m.TextLang), err
}

// changeTitle says that a meeting does not take place, or that something about it was changed.
func (e *edition) changeTitle(m *site.Meeting) string {
	if m.IsOnOrPast() {
		return e.Words.Text("follow.changed-title", "title", m.Title)
	}
	return e.meetingTitle(m, m.Title)
}

func noText(*bytes.Buffer) error { return nil }
