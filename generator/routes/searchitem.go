package routes

import (
	"strings"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/locale"
	"alingsas.se/dialog/generator/search"
	"alingsas.se/dialog/generator/site"
)

// What is no release is of one of these kinds; releases have their own.
const (
	meetingKind = "meeting"
	contactKind = "contact"
	pageKind    = "page"
	listKind    = "list"
)

// searchRelease says what a release is found by. Of one that was withdrawn it is that, and why.
func (e *edition) searchRelease(r *site.Release) searchItem {
	return searchItem{
		Item: &r.Item, kind: string(r.Kind()), date: r.Date,
		document: func() search.Document {
			d := e.newDocument(&r.Item, r.Headline(), r.Lead(), string(r.Kind()), r.Date)
			if r.Withdrawn != nil {
				d.Lead = r.Withdrawn.Plain()
			}
			d.Mark, d.Terms = e.releaseMark(r), searchTerms(r.Topics, r.Regions)
			return d
		},
		texts: func() []search.Text {
			body := append(names(r.Topics), names(r.Regions)...)
			body = append(body, e.dateWords(r.Date)...)
			if !r.IsPlain() {
				body = append(body, r.KindName())
			}
			for i := range r.Corrections {
				body = append(body, r.Corrections[i].Plain())
			}
			return searchTexts(search.Title, r.Headline(), r.Lead(), append(body, fileWords(r.Images, r.Attachments)...))
		},
	}
}

// releaseMark is what a list says of a release beside its date and kind, the weightiest alone.
func (e *edition) releaseMark(r *site.Release) string {
	switch {
	case r.Withdrawn != nil:
		return ""
	case r.ReplacedBy != nil:
		return e.Words.Text("release.replaced")
	case len(r.Corrections) > 0:
		return e.Words.Text("release.corrected")
	case !r.Updated.IsZero():
		return e.Words.Text("release.updated")
	}
	return ""
}

// searchMeeting says what a meeting is found by: also when and where it is, and whom one meets.
func (e *edition) searchMeeting(m *site.Meeting) searchItem {
	return searchItem{
		Item: &m.Item, kind: meetingKind, date: m.Start,
		document: func() search.Document {
			d := e.newDocument(&m.Item, m.Title, e.meetingLead(m), meetingKind, m.Start)
			if standing := m.Standing(); standing == site.Cancelled || standing == site.Postponed || standing == site.Moved {
				d.Mark, _, _ = strings.Cut(e.standingText(m), ":")
			}
			d.Terms = searchTerms(m.Topics, m.Regions)
			return d
		},
		texts: func() []search.Text {
			lead := strings.Join(append([]string{e.meetingLead(m), m.Series, e.standingText(m)}, m.Organisations...), ". ")
			body := append([]string{m.Audience, m.Place.Online}, names(m.Topics)...)
			body = append(body, names(m.Regions)...)
			body = append(body, e.dateWords(m.Start)...)
			for _, p := range m.Participants {
				body = append(body, p.Title, p.Role)
			}
			for i := range m.Changes {
				body = append(body, m.Changes[i].Plain())
			}
			return searchTexts(search.Name, m.Title, lead, append(body, fileWords(m.Images, m.Attachments)...))
		},
	}
}

// meetingLead says when and where.
func (e *edition) meetingLead(m *site.Meeting) string {
	lead := locale.Capital(e.whenText(m))
	if where := placeText(m.Place); where != "" {
		lead += ", " + where
	}
	return lead
}

// searchContact says what a person is found by: also the number that one may have been called from.
func (e *edition) searchContact(p *site.Contact) searchItem {
	return searchItem{
		Item: &p.Item, kind: contactKind,
		document: func() search.Document {
			return e.newDocument(&p.Item, p.Title, p.Role+", "+p.Organisation, contactKind, locale.Date{})
		},
		texts: func() []search.Text {
			lead := []string{p.Role, p.Organisation, p.Phone.Text, p.Mobile.Text, content.ReadableEmail(p.Email)}
			return searchTexts(search.Name, p.Title, strings.Join(lead, "; "), p.Areas)
		},
	}
}

func (e *edition) searchPage(p *site.Page) searchItem {
	return searchItem{
		Item: &p.Item, kind: pageKind,
		document: func() search.Document {
			return e.newDocument(&p.Item, p.Title, p.Description(), pageKind, locale.Date{})
		},
		texts: func() []search.Text { return searchTexts(search.Title, p.Title, p.Description(), nil) },
	}
}

func (e *edition) newDocument(i *site.Item, title, lead, kind string, date locale.Date) search.Document {
	d := search.Document{URL: i.URL, Title: title, Lead: lead, Kind: kind}
	if !date.IsZero() {
		d.Date = date.Time.Format("2006-01-02")
	}
	if i.Foreign(e.Edition) {
		d.Lang = i.TextLang
	}
	return d
}

// dateWords are a date as people look for it.
func (e *edition) dateWords(d locale.Date) []string {
	if d.IsZero() {
		return nil
	}
	return []string{e.Lang.Day(d.Time), d.Time.Format("2006-01-02")}
}

func searchTerms(topics, regions []*site.Term) []string {
	var terms []string
	for _, t := range topics {
		terms = append(terms, "topic:"+t.Slug)
	}
	for _, t := range regions {
		terms = append(terms, "region:"+t.Slug)
	}
	return terms
}

func names(terms []*site.Term) []string {
	var all []string
	for _, t := range terms {
		all = append(all, t.Name)
	}
	return all
}

// fileWords are what pictures and attachments say of themselves.
func fileWords(images []site.Image, attachments []site.Attachment) []string {
	var all []string
	for _, i := range images {
		all = append(all, i.Caption, i.Alt, i.Credit)
	}
	for _, a := range attachments {
		all = append(all, a.Title)
	}
	return all
}

// searchTexts are the texts of an item; what stands in its body too is a paragraph each.
func searchTexts(title search.Field, name, lead string, body []string) []search.Text {
	return []search.Text{
		{In: title, Text: []byte(name)},
		{In: search.Lead, Text: []byte(lead)},
		{In: search.Body, Text: []byte(strings.Join(body, "\n\n"))},
	}
}
