package routes

import (
	"iter"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/formats"
	"alingsas.se/dialog/generator/locale"
	"alingsas.se/dialog/generator/site"
)

// A record is an item in the language that its texts are in.
type record[T any] struct {
	e  *edition
	of T
}

// Drafts and what is to come are in no data, also where a preview shows them: a program would not see that they are marked.
func isData(e *edition, i *site.Item) bool { return i.State == site.Public && !i.Foreign(e.Edition) }

func recordsOf[T any](l *lister, list func(*site.Edition) []T, item func(T) *site.Item) iter.Seq[record[T]] {
	return func(yield func(record[T]) bool) {
		for _, e := range l.editions {
			for _, of := range list(e.Edition) {
				if isData(e, item(of)) && !yield(record[T]{e, of}) {
					return
				}
			}
		}
	}
}

func (l *lister) releaseRecords() iter.Seq[record[*site.Release]] {
	return recordsOf(l, func(e *site.Edition) []*site.Release { return e.Releases }, func(r *site.Release) *site.Item { return &r.Item })
}

func (l *lister) meetingRecords() iter.Seq[record[*site.Meeting]] {
	return recordsOf(l, func(e *site.Edition) []*site.Meeting { return e.Meetings }, func(m *site.Meeting) *site.Item { return &m.Item })
}

func (l *lister) contactRecords() iter.Seq[record[*site.Contact]] {
	return recordsOf(l, func(e *site.Edition) []*site.Contact { return e.Contacts }, func(p *site.Contact) *site.Item { return &p.Item })
}

// itemFields are those that every record begins with.
func itemFields[T any](title string, item func(T) *site.Item) []formats.DataField[record[T]] {
	return []formats.DataField[record[T]]{
		formats.TextField("id", formats.DataText, func(r record[T]) string { return item(r.of).ID }).Required(),
		formats.TextField("language", formats.DataText, func(r record[T]) string { return item(r.of).TextLang }).Required(),
		formats.TextField("url", formats.DataURL, func(r record[T]) string { return r.e.Site.BaseURL + item(r.of).URL }).Required(),
		formats.TextField(title, formats.DataText, func(r record[T]) string { return item(r.of).Title }).Required(),
	}
}

type releaseRecord = record[*site.Release]

var releaseFields = append(itemFields("title", func(r *site.Release) *site.Item { return &r.Item }), []formats.DataField[releaseRecord]{
	formats.ChoiceField("kind", []string{string(content.KindRelease), string(content.KindInvitation), string(content.KindStatement)}, func(r releaseRecord) string { return string(r.of.Kind()) }),
	formats.ChoiceField("status", []string{"published", "withdrawn"}, func(r releaseRecord) string { return releaseStatus(r.of) }),
	formats.TextField("published", formats.DataDate, func(r releaseRecord) string { return dataDate(r.of.Date) }).Required(),
	formats.TextField("modified", formats.DataDate, func(r releaseRecord) string { return dataDate(releaseChanged(r.of)) }).Required(),
	formats.TextField("lead", formats.DataText, releaseLead),
	formats.TextField("text_url", formats.DataURL, textAddress),
	formats.TextField("replaced_by", formats.DataText, func(r releaseRecord) string { return idOfRelease(r.of.ReplacedBy) }),
	formats.TextsField("topics", func(r releaseRecord) []string { return namesOf(r.of.Topics) }),
	formats.TextsField("regions", func(r releaseRecord) []string { return namesOf(r.of.Regions) }),
	formats.TextsField("meetings", func(r releaseRecord) []string {
		return publicIDs(r.of.Meetings, func(m *site.Meeting) *site.Item { return &m.Item })
	}),
	formats.TextsField("contacts", func(r releaseRecord) []string { return idsOfContacts(r.of.Contacts) }),
}...)

// textAddress is where the whole text is; what was withdrawn has none, for that file says only that it was.
func textAddress(r releaseRecord) string {
	if r.of.Withdrawn != nil {
		return ""
	}
	return r.e.address(r.e.textURL(r.of))
}

type meetingRecord = record[*site.Meeting]

var meetingFields = append(itemFields("title", func(m *site.Meeting) *site.Item { return &m.Item }), []formats.DataField[meetingRecord]{
	formats.ChoiceField("status", []string{string(site.Planned), string(site.Confirmed), string(site.Moved), string(site.Postponed), string(site.Cancelled)}, func(r meetingRecord) string { return string(announcedStanding(r.of)) }),
	formats.TextField("start", formats.DataDate, func(r meetingRecord) string { return dataDate(startOf(r.of)) }),
	formats.TextField("end", formats.DataDate, func(r meetingRecord) string { return dataDate(endOfMeeting(r.of)) }),
	formats.TextField("previous_start", formats.DataDate, func(r meetingRecord) string { return dataDate(previousStartOf(r.of)) }),
	formats.TextField("time_note", formats.DataText, func(r meetingRecord) string { return r.of.TimeNote }),
	formats.TextField("place", formats.DataText, func(r meetingRecord) string { return r.of.Place.Name }),
	formats.TextField("address", formats.DataText, func(r meetingRecord) string { return r.of.Place.Address }),
	formats.NumberField("latitude", func(r meetingRecord) *float64 { return r.of.Place.Latitude }),
	formats.NumberField("longitude", func(r meetingRecord) *float64 { return r.of.Place.Longitude }),
	formats.TextField("online_url", formats.DataURL, func(r meetingRecord) string { return r.of.Place.Online }),
	formats.TextField("audience", formats.DataText, func(r meetingRecord) string { return r.of.Audience }),
	formats.TextField("registration_deadline", formats.DataDate, func(r meetingRecord) string { return dataDate(deadlineOf(r.of)) }),
	formats.TextField("series", formats.DataText, func(r meetingRecord) string { return r.of.Series }),
	formats.TextField("published", formats.DataDate, func(r meetingRecord) string { return dataDate(r.of.Date) }),
	formats.TextField("modified", formats.DataDate, func(r meetingRecord) string { return dataDate(meetingChanged(r.of)) }),
	formats.TextsField("organisations", func(r meetingRecord) []string { return r.of.Organisations }),
	formats.TextsField("topics", func(r meetingRecord) []string { return namesOf(r.of.Topics) }),
	formats.TextsField("regions", func(r meetingRecord) []string { return namesOf(r.of.Regions) }),
	formats.TextsField("participants", func(r meetingRecord) []string { return idsOfContacts(r.of.Participants) }),
	formats.TextsField("contacts", func(r meetingRecord) []string { return idsOfContacts(r.of.Contacts) }),
}...)

type contactRecord = record[*site.Contact]

// contactFields are what the pages say of whom one can call, and no more: no picture, and nobody who has left.
var contactFields = append(itemFields("name", func(p *site.Contact) *site.Item { return &p.Item }), []formats.DataField[contactRecord]{
	formats.TextField("role", formats.DataText, func(r contactRecord) string { return r.of.Role }).Required(),
	formats.TextField("organisation", formats.DataText, func(r contactRecord) string { return r.of.Organisation }),
	formats.FlagField("press", func(r contactRecord) bool { return r.of.Press }),
	formats.TextField("phone", formats.DataText, func(r contactRecord) string { return r.of.Phone.Number }),
	formats.TextField("mobile", formats.DataText, func(r contactRecord) string { return r.of.Mobile.Number }),
	formats.TextField("email", formats.DataText, func(r contactRecord) string { return r.of.Email }),
	formats.TextField("hours", formats.DataText, func(r contactRecord) string { return r.of.Hours }),
	formats.TextField("modified", formats.DataDate, func(r contactRecord) string { return dataDate(r.of.Updated) }),
	formats.TextsField("areas", func(r contactRecord) []string { return r.of.Areas }),
}...)

// dataDate is a day where only that is known, else a moment with its offset: no hour is made up.
func dataDate(d locale.Date) string {
	if d.HasTime {
		return d.RFC3339()
	}
	return d.Machine()
}

// releaseChanged is the last change of a release, as exact as its author told it.
func releaseChanged(r *site.Release) locale.Date {
	last := lastOf(r.Corrections, r.Date, r.Updated)
	if r.Withdrawn != nil {
		last = lastOf(nil, last, r.Withdrawn.Date)
	}
	return last
}

func meetingChanged(m *site.Meeting) locale.Date { return lastOf(m.Changes, m.Date, m.Updated) }

// lastOf is the latest of these dates and of those of notes.
func lastOf(notes []site.Note, dates ...locale.Date) (last locale.Date) {
	for _, n := range notes {
		dates = append(dates, n.Date)
	}
	for _, d := range dates {
		if d.Time.After(last.Time) {
			last = d
		}
	}
	return last
}

// address is an address of the site as other programs need it, "" for none.
func (e *edition) address(url string) string {
	if url == "" {
		return ""
	}
	return e.Site.BaseURL + url
}

func releaseStatus(r *site.Release) string {
	if r.Withdrawn != nil {
		return "withdrawn"
	}
	return "published"
}

// releaseLead is "" of what was withdrawn, as on its page.
func releaseLead(r releaseRecord) string {
	if r.of.Withdrawn != nil {
		return ""
	}
	return r.of.Lead()
}

func idOfRelease(r *site.Release) string {
	if r == nil || r.State != site.Public {
		return ""
	}
	return r.ID
}

// announcedStanding is what was said of a meeting. That its day has passed is not told: a copy of the file would soon be
// wrong.
func announcedStanding(m *site.Meeting) site.Standing {
	switch {
	case m.Status == content.Cancelled:
		return site.Cancelled
	case m.IsMoved():
		return site.Moved
	case m.Status == content.Postponed:
		return site.Postponed
	case m.Status == content.Confirmed:
		return site.Confirmed
	}
	return site.Planned
}

// startOf is when a meeting takes place, or should have where it is cancelled. One that was postponed has no time.
func startOf(m *site.Meeting) locale.Date {
	if announcedStanding(m) == site.Postponed {
		return locale.Date{}
	}
	return m.Start
}

func endOfMeeting(m *site.Meeting) locale.Date {
	if startOf(m).IsZero() {
		return locale.Date{}
	}
	return m.End
}

func previousStartOf(m *site.Meeting) locale.Date {
	if m.PreviousStart.IsZero() && announcedStanding(m) == site.Postponed {
		return m.Start
	}
	return m.PreviousStart
}

// deadlineOf is until when one signs up for what takes place.
func deadlineOf(m *site.Meeting) locale.Date {
	standing := announcedStanding(m)
	if m.Registration == nil || standing == site.Cancelled || standing == site.Postponed {
		return locale.Date{}
	}
	return m.Registration.Deadline
}

func namesOf(terms []*site.Term) []string {
	names := make([]string, len(terms))
	for i, t := range terms {
		names[i] = t.Name
	}
	return names
}

func publicIDs[T any](list []T, item func(T) *site.Item) []string {
	var ids []string
	for _, of := range list {
		if i := item(of); i.State == site.Public {
			ids = append(ids, i.ID)
		}
	}
	return ids
}

// idsOfContacts are those that are in the data: of whoever has left, the page says nothing that one could call.
func idsOfContacts(contacts []*site.Contact) []string {
	var ids []string
	for _, p := range contacts {
		if !p.Departed && p.State == site.Public {
			ids = append(ids, p.ID)
		}
	}
	return ids
}
