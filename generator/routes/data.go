package routes

import (
	"bytes"
	"time"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/formats"
	"alingsas.se/dialog/generator/locale"
	"alingsas.se/dialog/generator/site"
)

// headlineLimit is what search engines show of a headline, in characters.
const headlineLimit = 110

// data is the JSON-LD of a page: its own nodes and the way to it. A page may have none.
func (e *edition) data(c pageContent) passage {
	nodes := c.nodes
	if len(c.crumbs) > 1 {
		nodes = append(nodes, e.breadcrumbs(c.crumbs))
	}
	if len(nodes) == 0 {
		return nil
	}
	return func(w *bytes.Buffer) error {
		formats.JSONLD(w, nodes...)
		return nil
	}
}

// breadcrumbs are the steps with absolute addresses.
func (e *edition) breadcrumbs(steps []crumb) formats.Breadcrumbs {
	items := make([]formats.ListItem, len(steps))
	for i, step := range steps {
		items[i] = formats.ListItem{Position: float64(i + 1), Name: step.Name}
		if step.URL != "" {
			items[i].Item = e.Site.BaseURL + step.URL
		}
	}
	return formats.Breadcrumbs{ItemListElement: items}
}

// newPublisher gives the organisation as other nodes refer to it. Search engines ask for a logo.
func (l *lister) newPublisher(e *site.Edition) *formats.Organization {
	return &formats.Organization{ID: e.Site.BaseURL + "/#organisation", Name: e.Organisation.Name, URL: e.Organisation.URL, Logo: l.assetAddress("icon.svg")}
}

// organisationNodes describe the publisher and whom to call there.
func (e *edition) organisationNodes() []formats.Node {
	o := e.list.newPublisher(e.Edition)
	o.Email, o.Telephone = e.Organisation.Email, e.Organisation.Phone.Number
	if a := e.Organisation.Address; a != (content.Address{}) {
		o.Address = &formats.PostalAddress{StreetAddress: a.Street, PostalCode: a.Postcode, AddressLocality: a.City, AddressCountry: a.Country}
	}
	for _, p := range e.PressContacts {
		o.ContactPoint = append(o.ContactPoint, formats.ContactPoint{
			ContactType: "press", Name: p.Title, Telephone: firstNumber(p), Email: p.Email, URL: e.Site.BaseURL + p.URL, AvailableLanguage: []string{p.TextLang},
		})
	}
	return []formats.Node{o}
}

func firstNumber(p *site.Contact) string {
	if p.Phone.Number != "" {
		return p.Phone.Number
	}
	return p.Mobile.Number
}

// articleNode describes a release. own is the picture that was drawn for it, nil where there is none.
func (e *edition) articleNode(r *site.Release, own *sharePicture) *formats.NewsArticle {
	base := e.Site.BaseURL
	url, published := base+r.URL, r.Date.Machine()
	n := &formats.NewsArticle{
		ID: url + "#release", Headline: cutAt(r.Headline(), headlineLimit), Description: r.Description(),
		URL: url, MainEntityOfPage: url, InLanguage: r.TextLang,
		DatePublished: published, DateModified: published,
		Author: []formats.Agent{e.publisher}, Publisher: e.publisher, ArticleSection: e.Words.Text("press.title"),
	}
	if !r.IsPlain() {
		n.Genre = r.KindName()
	}
	if r.Modified.After(r.Date.Time) {
		n.DateModified = r.Modified.Format(time.RFC3339)
	}
	if !r.Expires.IsZero() {
		n.Expires = r.Expires.Machine()
	}
	switch {
	case r.Withdrawn != nil:
		n.CreativeWorkStatus = "Withdrawn"
	case r.ReplacedBy != nil:
		n.CreativeWorkStatus = "Superseded"
	}
	n.Image = e.imageObjects(r.Images, url)
	if share := e.shareOf(pageSpec{own: own}, nil); len(n.Image) == 0 && share.URL != "" {
		n.Image = []formats.Picture{formats.Address(share.URL)}
	}
	for _, t := range r.Topics {
		n.Keywords = append(n.Keywords, t.Name)
	}
	for _, c := range r.Corrections {
		n.Correction = append(n.Correction, formats.CorrectionComment{Text: c.Body.Document().Plain(), DatePublished: c.Date.Machine()})
	}
	for _, m := range r.Meetings {
		if !m.Start.IsZero() {
			n.About = append(n.About, e.eventReference(m))
		}
	}
	return n
}

// eventReference is a meeting as a release tells of it. Most are told of by several.
func (e *edition) eventReference(m *site.Meeting) formats.Node {
	if known, isKnown := e.eventReferences.Load(m); isKnown {
		return known.(formats.Prepared)
	}
	event := formats.Prepare(formats.EventNode{
		ID: e.eventID(m), Name: m.Title, StartDate: m.Start.Machine(), URL: e.Site.BaseURL + m.URL, EventStatus: eventStatus(m),
		PreviousStartDate: previousStart(m), Organizer: e.publisher, Location: e.venues(m), EventAttendanceMode: attendance(m),
	})
	e.eventReferences.Store(m, event)
	return event
}

func cutAt(text string, limit int) string {
	if len(text) <= limit {
		return text // a character is a byte or more
	}
	if runes := []rune(text); len(runes) > limit {
		return string(runes[:limit-1]) + "…"
	}
	return text
}

func (e *edition) eventID(m *site.Meeting) string { return e.Site.BaseURL + m.URL + "#meeting" }

// eventNodes describe a meeting. One whose date is announced later is no event yet: schema.org's
// readers require a start.
func (e *edition) eventNodes(m *site.Meeting, description string) []formats.Node {
	start, end := m.Start, m.End
	if !hasDate(m) {
		return nil
	}
	if start.IsZero() {
		start, end = m.PreviousStart, locale.Date{}
	}
	n := &formats.EventNode{
		ID: e.eventID(m), Name: m.Title, Description: description, URL: e.Site.BaseURL + m.URL,
		StartDate: start.Machine(), EventStatus: eventStatus(m), EventAttendanceMode: attendance(m),
		Location: e.venues(m), Organizer: e.publisher, InLanguage: m.TextLang, PreviousStartDate: previousStart(m),
	}
	if !end.IsZero() {
		n.EndDate = end.Machine()
	}
	for _, p := range m.Participants {
		n.Attendee = append(n.Attendee, e.personNode(p))
	}
	for _, name := range m.Organisations {
		n.Attendee = append(n.Attendee, &formats.Association{Name: name})
	}
	if m.Audience != "" {
		n.Audience = &formats.Audience{AudienceType: m.Audience}
	}
	n.Image = e.imageObjects(m.Images, n.URL)
	return []formats.Node{n}
}

// eventStatus follows what search engines ask for: a cancelled or postponed meeting keeps its old
// start, a moved one has the new and names the old as previousStartDate.
func eventStatus(m *site.Meeting) string {
	switch {
	case m.Standing() == site.Cancelled:
		return formats.EventCancelled
	case m.Standing() == site.Postponed:
		return formats.EventPostponed
	case m.IsMoved():
		return formats.EventRescheduled
	}
	return formats.EventScheduled
}

// previousStart is written with EventRescheduled only.
func previousStart(m *site.Meeting) string {
	if eventStatus(m) == formats.EventRescheduled {
		return m.PreviousStart.Machine()
	}
	return ""
}

func attendance(m *site.Meeting) string {
	isPlace := m.Place.Name != "" || m.Place.Address != ""
	switch {
	case m.Place.Online != "" && isPlace:
		return formats.AttendanceMixed
	case m.Place.Online != "":
		return formats.AttendanceOnline
	case isPlace:
		return formats.AttendanceOffline
	}
	return ""
}

func (e *edition) venues(m *site.Meeting) []formats.Venue {
	var venues []formats.Venue
	p := m.Place
	if p.Name != "" || p.Address != "" {
		place := &formats.Place{Name: p.Name, URL: p.URL}
		if p.Address != "" {
			place.Address = &formats.PostalAddress{StreetAddress: p.Address}
		}
		if p.Latitude != nil {
			place.Geo = &formats.GeoCoordinates{Latitude: *p.Latitude, Longitude: *p.Longitude}
		}
		venues = append(venues, place)
	}
	if p.Online != "" {
		venues = append(venues, &formats.VirtualLocation{URL: p.Online})
	}
	if len(venues) == 0 { // an event must have one
		venues = append(venues, &formats.Place{Name: e.Words.Text("meeting.place-unknown")})
	}
	return venues
}

func (e *edition) personNode(p *site.Contact) *formats.Person {
	n := &formats.Person{ID: e.Site.BaseURL + p.URL + "#person", Name: p.Title, JobTitle: p.Role, Email: p.Email, URL: e.Site.BaseURL + p.URL}
	n.WorksFor = &formats.Association{Name: p.Organisation}
	if p.Organisation == e.Organisation.Name {
		n.WorksFor = e.publisher
	}
	for _, phone := range []locale.Phone{p.Phone, p.Mobile} {
		if phone.Number != "" {
			n.Telephone = append(n.Telephone, phone.Number)
		}
	}
	if p.Photo != nil {
		n.Image = e.imageObject(p.Photo, n.URL)
	}
	return n
}
