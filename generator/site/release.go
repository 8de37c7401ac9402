package site

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/locale"
)

// A Release is a press release.
type Release struct {
	Item
	Date         locale.Date
	Updated      locale.Date // zero where it was not changed
	Modified     time.Time   // the last change of any kind: publication, update, correction, withdrawal
	Expires      locale.Date
	LeadIsInBody bool // the body's first paragraph is the lead
	Contacts     []*Contact
	Meetings     []*Meeting
	Images       []Image
	Attachments  []Attachment
	Corrections  []Note // newest first
	Withdrawn    *Note
	ReplacedBy   *Release
	Replaces     []*Release
	Topics       []*Term
	Regions      []*Term
	Newer, Older *Release
	source       *content.Release
}

// A Note is a dated text: a correction, a change, the reason of a withdrawal.
type Note struct {
	Date locale.Date
	Body *Body
}

func (l *linker) newRelease(e *Edition, c *content.Release) *Release {
	r := &Release{
		Item:    l.newItem(e, &c.Item, "press"),
		Date:    c.Date,
		Updated: l.sofar(c.Updated),
		Expires: c.Expires,
		source:  c,
	}
	r.distinction = func() string { return e.Lang.Date(c.Date) }
	if r.Date.IsZero() {
		// Its fault has been told. With a date it can be looked at while the author mends it.
		r.Date = locale.Date{Time: l.now, HasTime: true}
	}
	r.State = l.stateOf(&c.Item, c.Date, c.Expires)
	r.LeadIsInBody = c.Lead == ""
	r.Corrections = l.notes(e, &c.Item, "correction", c.Corrections)
	if c.Withdrawn != nil {
		if notes := l.notes(e, &c.Item, "withdrawn", []content.Note{*c.Withdrawn}); len(notes) > 0 {
			r.Withdrawn = &notes[0]
		}
	}
	r.Modified = r.lastChange()
	return r
}

// Headline is the title as it is read without the text: it says that a release was withdrawn.
func (r *Release) Headline() string {
	if r.Withdrawn != nil {
		return r.Edition.Words.Text("release.withdrawn-title", "title", r.Title)
	}
	return r.Title
}

// IsPlain tells whether a release is no other kind: where many are listed, the kind of the others alone is told.
func (r *Release) IsPlain() bool { return r.kind() == content.KindRelease }

// KindName is the word for what kind of release it is.
func (r *Release) KindName() string { return r.Edition.Words.Text("kind." + string(r.kind())) }

// Cite names the release and its organisation as the source of a quote.
func (r *Release) Cite() string {
	return r.Edition.Words.Text("kind.cite-"+string(r.kind()), "title", r.Title, "organisation", r.Edition.Organisation.Name, "date", r.Edition.Lang.Date(r.Date))
}

// Kind tells what kind of release it is.
func (r *Release) Kind() content.ReleaseKind { return r.kind() }

func (r *Release) kind() content.ReleaseKind { return cmp.Or(r.source.Kind, content.KindRelease) }

// LastCorrection is the newest correction, nil where there is none.
func (r *Release) LastCorrection() *Note {
	if len(r.Corrections) == 0 {
		return nil
	}
	return &r.Corrections[0]
}

// Plain is the text of a note without its marks.
func (n *Note) Plain() string { return n.Body.Document().Plain() }

// Lead is the lead, or the body's first paragraph where the author gave none; plain text.
func (r *Release) Lead() string {
	if r.source.Lead != "" {
		return r.source.Lead
	}
	return r.Body.FirstParagraph()
}

// Description is what search engines and link previews show: of a release that was withdrawn, why.
func (r *Release) Description() string {
	if r.Withdrawn != nil {
		return cmp.Or(excerpt(r.Withdrawn.Plain(), descriptionLimit), r.Title)
	}
	if r.source.Description != "" {
		return r.source.Description
	}
	return cmp.Or(excerpt(r.Lead(), descriptionLimit), r.Title)
}

func (r *Release) lastChange() time.Time {
	dates := append(datesOf(r.Corrections), r.Updated)
	if r.Withdrawn != nil {
		dates = append(dates, r.Withdrawn.Date)
	}
	return lastChange(r.Date.Time, dates...)
}

// sofar is a date that has come; one that lies ahead tells of what has not happened yet, so it is as if
// it were not given.
func (l *linker) sofar(d locale.Date) locale.Date {
	l.moments.add(Update, d.Time)
	if d.Time.After(l.now) {
		return locale.Date{}
	}
	return d
}

// notes gives dated texts of a kind, newest first; those whose date has not come yet are left out.
func (l *linker) notes(e *Edition, item *content.Item, kind string, notes []content.Note) []Note {
	var linked []Note
	for i, n := range notes {
		l.opening.add(Update, n.Date.Time)
		if d := l.sofar(n.Date); !d.IsZero() {
			linked = append(linked, Note{Date: d, Body: l.textBody(e, item, n.Text, kind+"-"+strconv.Itoa(i+1), n.At)})
		}
	}
	slices.SortStableFunc(linked, func(a, b Note) int { return b.Date.Time.Compare(a.Date.Time) })
	return linked
}

// linkRelease turns the ids of a release into pointers.
func (l *linker) linkRelease(r *Release) {
	e, c := r.Edition, r.source
	r.Contacts = l.contactsOf(e, c.Contacts)
	if c.Original() == &c.Item {
		l.checkLeft(c.Contacts, c.Date.Time)
	}
	r.Meetings = l.meetingsOf(e, c.Meetings)
	r.Images = l.images(r.Source, c.Images)
	r.Attachments = l.attachments(r.Source, c.Attachments)
	r.ReplacedBy = l.releaseOf(e, c.ReplacedBy)
	// What has no translation is shared by two editions, and lists only what is in its own.
	if r.ReplacedBy != nil && r.ReplacedBy.Edition == e {
		r.ReplacedBy.Replaces = append(r.ReplacedBy.Replaces, r)
	}
	for _, p := range r.Contacts {
		if p.Edition == e {
			p.Releases = append(p.Releases, r)
		}
	}
	for _, m := range r.Meetings {
		if m.Edition == e {
			m.Releases = append(m.Releases, r)
		}
	}
}

// byDate sorts releases newest first; releases of one moment by title.
func byDate(a, b *Release) int {
	if c := b.Date.Time.Compare(a.Date.Time); c != 0 {
		return c // nearly always, so titles are not compared in vain
	}
	return cmp.Or(cmp.Compare(a.Title, b.Title), cmp.Compare(a.URL, b.URL))
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}
