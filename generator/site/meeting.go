package site

import (
	"cmp"
	"time"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/locale"
)

// A Meeting is a fact sheet of a meeting.
type Meeting struct {
	Item
	Date               locale.Date // from which the fact sheet is public; zero: always
	Start, End         locale.Date // no Start: announced later
	Over               time.Time   // the moment from which it is past; zero without Start
	Past               bool
	TimeNote           string
	Status             content.Status
	PreviousStart      locale.Date
	Updated            locale.Date // zero where it was not changed
	Changes            []Note      // newest first
	Modified           time.Time   // the last change of any kind, its publication among them; zero where none is known
	Place              content.Place
	Organisations      []string // that are met, as the author names them
	Met                []*Term  // the same, with their pages
	Participants       []*Contact
	Audience           string
	Registration       *content.Registration
	RegistrationCloses time.Time // zero without a deadline
	RegistrationClosed bool
	Contacts           []*Contact
	Series             string
	SeriesTerm         *Term      // its page; nil where there is no series, or nobody knows what it is called in this language
	InSeries           []*Meeting // the others of the series, by start
	Images             []Image
	Attachments        []Attachment
	Topics             []*Term
	Regions            []*Term
	Releases           []*Release // that name it, newest first
	source             *content.Meeting
	firstSeen          func(name string) time.Time
}

// FirstSeen is when the fact sheet was there for the first time, zero where that is not known.
func (m *Meeting) FirstSeen() time.Time {
	if m.firstSeen == nil {
		return time.Time{}
	}
	return m.firstSeen(m.source.Original().Name).In(m.Edition.Site.Settings.Zone)
}

// day tells how old a fact sheet is: when it became public, and else when the meeting is; zero where neither is known.
func (m *Meeting) day() time.Time {
	if !m.Date.IsZero() {
		return m.Date.Time
	}
	return m.Start.Time
}

func (l *linker) newMeeting(e *Edition, c *content.Meeting) *Meeting {
	m := &Meeting{
		Item: l.newItem(e, &c.Item, "meetings"),
		Date: c.Date, Start: c.Start, End: c.End, TimeNote: c.TimeNote, Status: c.Status, PreviousStart: c.PreviousStart,
		Place: c.Place, Organisations: c.Organisations, Audience: c.Audience, Registration: c.Registration,
		Series: c.Series, source: c, firstSeen: l.options.FirstSeen,
	}
	m.distinction = m.when
	m.State = l.stateOf(&c.Item, c.Date, locale.Date{})
	m.Over = over(c.Start, c.End)
	m.Past = !m.Over.IsZero() && !l.now.Before(m.Over)
	if r := c.Registration; r != nil && !r.Deadline.IsZero() {
		m.RegistrationCloses = endOf(r.Deadline)
		m.RegistrationClosed = !l.now.Before(m.RegistrationCloses)
		l.moments.add(Registration, m.RegistrationCloses)
	}
	m.Changes = l.notes(e, &c.Item, "change", c.Changes)
	m.Updated = l.sofar(c.Updated)
	m.Modified = lastChange(m.Date.Time, append(datesOf(m.Changes), m.Updated)...)
	l.moments.add(Passing, m.Over)
	return m
}

// Description says when and where, which is what a reader of search results wants to know.
func (m *Meeting) Description() string {
	if m.source.Description != "" {
		return m.source.Description
	}
	text := m.Title + ". "
	switch m.Standing() {
	case Cancelled:
		text += m.Edition.Words.Text("meeting.cancelled-title") + ". "
	case Postponed:
		text += m.Edition.Words.Text("meeting.postponed-title") + ". "
	}
	text += locale.Capital(m.when())
	for _, part := range []string{m.TimeNote, m.Place.Name, m.Place.Address} {
		if part != "" {
			text += ", " + part
		}
	}
	if first := m.Body.FirstParagraph(); first != "" {
		text += ". " + first
	}
	return excerpt(text, descriptionLimit)
}

// when says in words when the meeting is.
func (m *Meeting) when() string {
	if m.Start.IsZero() {
		return m.Edition.Words.Text("meeting.date-later")
	}
	return m.Edition.Lang.LongRange(m.Start, m.End)
}

func (l *linker) linkMeeting(m *Meeting) {
	e, c := m.Edition, m.source
	m.Participants = l.contactsOf(e, c.Participants)
	m.Contacts = l.contactsOf(e, c.Contacts)
	if c.Original() == &c.Item && !m.Past {
		l.checkLeft(append(c.Participants[:len(c.Participants):len(c.Participants)], c.Contacts...), l.now)
	}
	m.Images = l.images(m.Source, c.Images)
	m.Attachments = l.attachments(m.Source, c.Attachments)
	for _, p := range union(m.Participants, m.Contacts) {
		if p.Edition == e {
			p.Meetings = append(p.Meetings, m)
		}
	}
}

// over is the moment when a meeting has passed. A day is over at the following midnight; a meeting
// with a time but no end is taken to be over at the end of its day.
func over(start, end locale.Date) time.Time {
	switch {
	case start.IsZero():
		return time.Time{}
	case end.IsZero():
		return endOf(locale.Date{Time: start.Time})
	}
	return endOf(end)
}

// endOf is the moment itself where a date has a time, else the midnight that ends the day.
func endOf(d locale.Date) time.Time {
	if d.HasTime {
		return d.Time
	}
	y, m, day := d.Time.Date()
	return time.Date(y, m, day+1, 0, 0, 0, 0, d.Time.Location())
}

// byStart sorts meetings by time; those without one come last.
func byStart(a, b *Meeting) int {
	if a.Start.IsZero() != b.Start.IsZero() {
		if a.Start.IsZero() {
			return 1
		}
		return -1
	}
	return cmp.Or(a.Start.Time.Compare(b.Start.Time), cmp.Compare(a.Title, b.Title), cmp.Compare(a.URL, b.URL))
}

// union gives every contact of both lists once.
func union(a, b []*Contact) []*Contact {
	all := append([]*Contact(nil), a...)
	seen := map[*Contact]bool{}
	for _, c := range a {
		seen[c] = true
	}
	for _, c := range b {
		if !seen[c] {
			all = append(all, c)
		}
	}
	return all
}
