package content

import (
	"time"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/locale"
	"go.yaml.in/yaml/v4"
)

// A Meeting is a fact sheet of a meeting.
type Meeting struct {
	Item
	Topics, Regions []string
	Date            locale.Date // of publication; none: at once
	Start, End      locale.Date // no Start: announced later. Without a time: all day; End inclusive
	TimeNote        string
	Status          Status
	PreviousStart   locale.Date
	Changes         []Note
	Place           Place
	Organisations   []string
	Participants    []Ref
	Audience        string
	Registration    *Registration
	Contacts        []Ref
	Series          string
	Images          []Image
	Attachments     []Attachment
}

// A Status tells whether a meeting takes place.
type Status string

const (
	Planned   Status = "planned"
	Confirmed Status = "confirmed"
	Postponed Status = "postponed"
	Cancelled Status = "cancelled"
)

// A Place is where a meeting is; all parts are optional.
type Place struct {
	Name, Address       string
	Access              string // in words: step-free, hearing loop
	Travel              string // in words: bus, parking
	URL                 string
	Latitude, Longitude *float64 // degrees, WGS 84; both or none
	Online              string   // address of a meeting on the web
}

// A Registration says how one signs up.
type Registration struct {
	URL, Email string
	Phone      locale.Phone
	Deadline   locale.Date
	Note       string
	Privacy    string // in words: what becomes of what one leaves; "" = the site's
}

var meetingFields = append(explained([]field[Meeting]{
	titleField((*Meeting).item),
	fieldOf("start", func(m *Meeting) *locale.Date { return &m.Start }, asDate),
	fieldOf("end", func(m *Meeting) *locale.Date { return &m.End }, asDate),
	fieldOf("date", func(m *Meeting) *locale.Date { return &m.Date }, asDate),
	fieldOf("time_note", func(m *Meeting) *string { return &m.TimeNote }, asText).text(),
	fieldOf("status", func(m *Meeting) *Status { return &m.Status }, choice(Planned, Confirmed, Postponed, Cancelled)),
	fieldOf("previous_start", func(m *Meeting) *locale.Date { return &m.PreviousStart }, asDate),
	fieldOf("changes", func(m *Meeting) *[]Note { return &m.Changes }, list(asChange)).text(),
	fieldOf("place", func(m *Meeting) *Place { return &m.Place }, asPlace),
	fieldOf("organisations", func(m *Meeting) *[]string { return &m.Organisations }, asTexts),
	fieldOf("participants", func(m *Meeting) *[]Ref { return &m.Participants }, asRefs(contactKind)),
	fieldOf("audience", func(m *Meeting) *string { return &m.Audience }, asText).text(),
	fieldOf("registration", func(m *Meeting) **Registration { return &m.Registration }, pointer(group(registrationFields))),
	fieldOf("contacts", func(m *Meeting) *[]Ref { return &m.Contacts }, asRefs(contactKind)),
	fieldOf("series", func(m *Meeting) *string { return &m.Series }, asText).text(),
	fieldOf("topics", func(m *Meeting) *[]string { return &m.Topics }, asTexts).text(),
	fieldOf("regions", func(m *Meeting) *[]string { return &m.Regions }, asTexts),
	fieldOf("images", func(m *Meeting) *[]Image { return &m.Images }, list(asImage)).mergedBy(func(to, from *Meeting) { to.Images = mergedImages(to.Images, from.Images) }),
	fieldOf("attachments", func(m *Meeting) *[]Attachment { return &m.Attachments }, list(asAttachment)),
}, meetingHelp, sharedHelp), commonFields((*Meeting).item)...)

var placeFields = explained([]field[Place]{
	fieldOf("name", func(p *Place) *string { return &p.Name }, asText),
	fieldOf("address", func(p *Place) *string { return &p.Address }, asText),
	fieldOf("access", func(p *Place) *string { return &p.Access }, asText),
	fieldOf("travel", func(p *Place) *string { return &p.Travel }, asText),
	fieldOf("url", func(p *Place) *string { return &p.URL }, asWebAddress),
	fieldOf("latitude", func(p *Place) **float64 { return &p.Latitude }, asLatitude),
	fieldOf("longitude", func(p *Place) **float64 { return &p.Longitude }, asLongitude),
	fieldOf("online", func(p *Place) *string { return &p.Online }, asWebAddress),
}, placeHelp)

var registrationFields = explained([]field[Registration]{
	fieldOf("url", func(r *Registration) *string { return &r.URL }, asWebAddress),
	fieldOf("email", func(r *Registration) *string { return &r.Email }, asEmail),
	fieldOf("phone", func(r *Registration) *locale.Phone { return &r.Phone }, asPhone),
	fieldOf("deadline", func(r *Registration) *locale.Date { return &r.Deadline }, asDate),
	fieldOf("note", func(r *Registration) *string { return &r.Note }, asText),
	fieldOf("privacy", func(r *Registration) *string { return &r.Privacy }, asText),
}, registrationHelp)

var asPlace = groupBy(placeFields, (*decoder).place).orText("name")

// place is a name, or a group of what is known.
func (d *decoder) place(n *yaml.Node) Place {
	if n.Kind == yaml.ScalarNode {
		return Place{Name: d.oneLine(n)}
	}
	var p Place
	decodeMap(d, n, &p, placeFields)
	if (p.Latitude == nil) != (p.Longitude == nil) {
		missing := "longitude"
		if p.Latitude == nil {
			missing = "latitude"
		}
		d.fail(n, diag.MissingKey, "key", missing)
		p.Latitude, p.Longitude = nil, nil
	}
	return p
}

// complete checks what the keys say together.
func (m *Meeting) complete(d *decoder) {
	whole := diag.Position{File: m.File}
	d.require(m.Title != "" || m.Has("title"), whole, "title")
	if !m.End.IsZero() {
		d.require(!m.Start.IsZero() || m.Has("start"), m.At("end"), "start")
	}
	if m.End.HasTime && !m.Start.IsZero() && !m.Start.HasTime {
		d.diags.Add(m.At("end"), diag.MixedTimes, "key", "end", "start", "start")
	} else {
		d.order(m.At("end"), "end", m.End, "start", m.Start)
	}
	if r := m.Registration; r != nil && !m.Start.IsZero() && closing(r.Deadline, m.Start).After(m.Start.Time) {
		d.diags.Add(m.At("registration"), diag.DeadlineAfterStart)
	}
	m.checkDate(d)
	if !m.PreviousStart.IsZero() && m.PreviousStart == m.Start {
		d.diags.Add(m.At("previous_start"), diag.NotMoved)
	}
	if !m.PreviousStart.IsZero() && m.Status != Postponed && m.Start.IsZero() {
		d.diags.Add(m.At("previous_start"), diag.StatusNeedsDate)
	}
	if m.original != nil {
		d.checkImages(m.Images)
	} else {
		d.checkTerms(m.Images)
		m.compareChanges(d)
	}
}

// checkDate reports a date of publication that may be meant as the day of the meeting: until then nobody would know
// of it.
func (m *Meeting) checkDate(d *decoder) {
	switch {
	case m.Date.IsZero() || m.original != nil:
	case m.Start.IsZero() && m.PreviousStart.IsZero() && !m.Has("start"):
		d.diags.Add(m.At("date"), diag.DateOfMeeting, "why", "`start` saknas", "why-en", "there is no `start`")
	case !m.Start.IsZero() && !m.Date.Time.Before(m.Start.Time):
		d.diags.Add(m.At("date"), diag.DateOfMeeting, "why", "då har träffen redan börjat", "why-en", "by then the meeting has begun")
	}
}

// closing is the moment of a deadline as it compares with the start of a meeting: its day, where one
// of them has no time.
func closing(deadline, start locale.Date) time.Time {
	if start.HasTime {
		return deadline.Time
	}
	y, m, day := deadline.Time.Date()
	return time.Date(y, m, day, 0, 0, 0, 0, deadline.Time.Location())
}
