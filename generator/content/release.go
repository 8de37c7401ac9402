package content

import (
	"path"
	"strings"
	"time"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/locale"
)

// A Release is a press release.
type Release struct {
	Item
	Kind            ReleaseKind // "" = KindRelease
	Topics, Regions []string
	Date            locale.Date // of publication
	Expires         locale.Date
	Lead            string
	Contacts        []Ref
	Meetings        []Ref
	Images          []Image
	Attachments     []Attachment
	Corrections     []Note
	Withdrawn       *Note
	ReplacedBy      Ref
}

// A ReleaseKind is what an organisation tells the press with.
type ReleaseKind string

const (
	KindRelease    ReleaseKind = "release" // where nothing is said
	KindInvitation ReleaseKind = "invitation"
	KindStatement  ReleaseKind = "statement"
)

// A Note is a dated text: a correction, a change, the reason of a withdrawal. The text is Markdown.
type Note struct {
	Date locale.Date
	Text string
	At   diag.Position
}

var releaseFields = append(explained([]field[Release]{
	titleField((*Release).item),
	fieldOf("kind", func(r *Release) *ReleaseKind { return &r.Kind }, choice(KindRelease, KindInvitation, KindStatement)),
	fieldOf("date", func(r *Release) *locale.Date { return &r.Date }, asDate).required(),
	fieldOf("lead", func(r *Release) *string { return &r.Lead }, asText).own(),
	fieldOf("topics", func(r *Release) *[]string { return &r.Topics }, asTexts).text(),
	fieldOf("regions", func(r *Release) *[]string { return &r.Regions }, asTexts),
	fieldOf("contacts", func(r *Release) *[]Ref { return &r.Contacts }, asRefs(contactKind)),
	fieldOf("meetings", func(r *Release) *[]Ref { return &r.Meetings }, asRefs(meetingKind)),
	fieldOf("images", func(r *Release) *[]Image { return &r.Images }, list(asImage)).mergedBy(func(to, from *Release) { to.Images = mergedImages(to.Images, from.Images) }),
	fieldOf("attachments", func(r *Release) *[]Attachment { return &r.Attachments }, list(asAttachment)),
	fieldOf("corrections", func(r *Release) *[]Note { return &r.Corrections }, list(asCorrection)).text(),
	fieldOf("withdrawn", func(r *Release) **Note { return &r.Withdrawn }, pointer(asWithdrawal)).text(),
	fieldOf("replaced_by", func(r *Release) *Ref { return &r.ReplacedBy }, asRef(pressKind)),
	fieldOf("expires", func(r *Release) *locale.Date { return &r.Expires }, asDate),
}, releaseHelp, sharedHelp), commonFields((*Release).item)...)

// complete checks what the keys say together.
func (r *Release) complete(d *decoder) {
	whole := diag.Position{File: r.File}
	d.require(r.Title != "" || r.Has("title"), whole, "title")
	d.require(!r.Date.IsZero() || r.Has("date"), whole, "date")
	if !r.Expires.IsZero() && !r.Date.IsZero() && !r.Expires.Time.After(r.Date.Time) {
		// From the first moment of that day it would be gone: it would never be seen.
		d.diags.Add(r.At("expires"), diag.EndBeforeStart, "key", "expires", "start", "date")
	}
	if day := dayOf(r.Name); day != "" && r.original == nil && !r.Date.IsZero() && day != r.Date.Time.Format(time.DateOnly) {
		d.diags.Add(r.At("date"), diag.NameAndDate, "name", day, "date", r.Date.Time.Format(time.DateOnly))
	}
	if !r.Draft && r.Lead == "" && r.Body.Text().IsEmpty() {
		d.diags.Add(whole, diag.EmptyText)
	}
	if r.original != nil {
		d.checkImages(r.Images)
	} else {
		d.checkTerms(r.Images)
	}
	if len(r.Contacts) == 0 && r.original == nil {
		d.diags.Add(whole, diag.NoPressContact)
	}
}

// dayOf gives the day that the name of a file or of its folder begins with, "" where it begins with none.
func dayOf(name string) string {
	base := strings.TrimSuffix(path.Base(name), ".md")
	if dir := path.Dir(name); strings.Contains(dir, "/") {
		base = path.Base(dir)
	}
	return strings.TrimSuffix(strings.TrimSuffix(base, WithoutDate(base)), "-")
}

// order reports a date that lies before the one that it follows. A day without a time lasts until it
// is over.
func (d *decoder) order(at diag.Position, key string, end locale.Date, startKey string, start locale.Date) {
	if !end.IsZero() && !start.IsZero() && end.Time.Before(start.Time) && !(!end.HasTime && sameDay(end, start)) {
		d.diags.Add(at, diag.EndBeforeStart, "key", key, "start", startKey)
	}
}

func sameDay(a, b locale.Date) bool {
	return a.Time.Format("2006-01-02") == b.Time.Format("2006-01-02")
}
