package content

import (
	"time"

	"alingsas.se/dialog/generator/locale"
	"alingsas.se/dialog/generator/markdown"
)

// A Kept is what others have to know of a text that they cannot read: all that its front matter says, and where; of the
// body what links and lists need. It can be written as JSON. One of the four is there.
type Kept struct {
	Release *Release `json:",omitempty"`
	Meeting *Meeting `json:",omitempty"`
	Contact *Contact `json:",omitempty"`
	Page    *Page    `json:",omitempty"`
	Body    string   // Markdown: the first paragraph and the headings
	Keys    []KeptKey
}

// A KeptKey tells where a key stands.
type KeptKey struct {
	Key          string
	Line, Column int32
}

// KeptMark is all that a file says whose text is kept elsewhere: see [Loader.Kept].
const KeptMark = "kept"

// Keep gives copies of the texts as their files have them, by name: what a translation takes over from its
// original is not in it. No copy shares with the set what whoever makes it smaller may change.
func (s *Set) Keep() map[string]Kept {
	all := make(map[string]Kept, len(s.parsed))
	for _, p := range s.parsed {
		item := p.item()
		if item == nil {
			continue
		}
		kept := Kept{Body: outlineOf(item)}
		for _, k := range item.keys {
			kept.Keys = append(kept.Keys, KeptKey{k.key, k.line, k.column})
		}
		switch {
		case p.release != nil:
			kept.Release = new(*p.release)
		case p.meeting != nil:
			kept.Meeting = new(*p.meeting)
		case p.contact != nil:
			kept.Contact = new(*p.contact)
		case p.page != nil:
			kept.Page = new(*p.page)
		}
		kept.Item().Body = nil
		all[item.Name] = kept
	}
	return all
}

// Item is what the text shares with all others.
func (k *Kept) Item() *Item { return k.parsed().item() }

func (k *Kept) parsed() parsed {
	return parsed{release: k.Release, meeting: k.Meeting, contact: k.Contact, page: k.Page}
}

// outlineOf writes what lists and links need of a body as a body of its own. Nothing of it is as its author wrote it: a
// text may hold remarks that no page shows.
func outlineOf(i *Item) string {
	text := i.Body.Text()
	if text.IsEmpty() {
		return ""
	}
	outline := markdown.WritePlain(markdown.FirstParagraph(text.Markdown(), text.Source().Lang))
	for _, h := range text.Outline().Headings {
		outline += "\n\n" + markdown.WriteHeading(h)
	}
	if outline == "" {
		return "***\n" // there is a text, of which nothing is needed
	}
	return outline + "\n"
}

// restore makes of what was kept what reading its file gave.
func (k *Kept) restore(settings *Settings, at place, file string) parsed {
	p := k.parsed()
	item := p.item()
	item.File, item.Name, item.ID, item.Lang = file, at.composed, at.id, at.lang // a contact's own Name hides the one of its file in JSON
	for _, key := range k.Keys {
		item.keys = append(item.keys, keyPosition{key.Key, key.Line, key.Column})
	}
	item.Body = NewBody(markdown.Source{File: file, Data: []byte(k.Body), Lang: item.Lang})
	for _, d := range k.dates() {
		if !d.IsZero() {
			d.Time = d.Time.In(settings.Zone) // of which JSON keeps the hour alone
		}
	}
	return p
}

// dates are all that a text names.
func (k *Kept) dates() []*locale.Date {
	dates := []*locale.Date{&k.Item().Updated}
	var notes []Note
	switch {
	case k.Release != nil:
		dates, notes = append(dates, &k.Release.Date, &k.Release.Expires), k.Release.Corrections
		if k.Release.Withdrawn != nil {
			dates = append(dates, &k.Release.Withdrawn.Date)
		}
	case k.Meeting != nil:
		m := k.Meeting
		dates, notes = append(dates, &m.Date, &m.Start, &m.End, &m.PreviousStart), m.Changes
		if m.Registration != nil {
			dates = append(dates, &m.Registration.Deadline)
		}
	case k.Contact != nil:
		dates = append(dates, &k.Contact.Left)
	}
	for i := range notes {
		dates = append(dates, &notes[i].Date)
	}
	return dates
}

// Publish leaves out what is not public at a moment, and names of others that are not: isShown tells of an item by its
// folder and id. It is for what was made by [Set.Keep].
func (k *Kept) Publish(now time.Time, isShown func(folder, id string) bool) {
	item := k.Item()
	item.Ignore, item.Draft = nil, false
	if item.Updated.Time.After(now) {
		item.Updated = locale.Date{}
	}
	refs := func(kind kind, refs []Ref) (shown []Ref) {
		for _, r := range refs {
			if isShown(string(kind), r.ID) {
				shown = append(shown, r)
			}
		}
		return shown
	}
	switch {
	case k.Release != nil:
		r := k.Release
		r.Contacts, r.Meetings, r.Corrections, r.Expires = refs(contactKind, r.Contacts), refs(meetingKind, r.Meetings), past(r.Corrections, now), locale.Date{}
		if w := r.Withdrawn; w != nil && w.Date.Time.After(now) {
			r.Withdrawn = nil
		}
		if !isShown(string(pressKind), r.ReplacedBy.ID) {
			r.ReplacedBy = Ref{}
		}
	case k.Meeting != nil:
		m := k.Meeting
		m.Contacts, m.Participants, m.Changes = refs(contactKind, m.Contacts), refs(contactKind, m.Participants), past(m.Changes, now)
	case k.Contact != nil:
		k.Contact.publish(now, isShown)
	}
}

// publish leaves out that somebody is to leave, and of somebody who has left how one reached them.
func (c *Contact) publish(now time.Time, isShown func(folder, id string) bool) {
	switch {
	case c.Left.Time.After(now):
		c.Left, c.ReplacedBy = locale.Date{}, Ref{}
	case !c.Left.IsZero():
		c.Phone, c.Mobile, c.Email, c.Hours = locale.Phone{}, locale.Phone{}, "", ""
	}
	if !isShown(string(contactKind), c.ReplacedBy.ID) {
		c.ReplacedBy = Ref{}
	}
}

// past leaves the notes whose day has come.
func past(notes []Note, now time.Time) (told []Note) {
	for _, n := range notes {
		if !n.Date.Time.After(now) {
			told = append(told, n)
		}
	}
	return told
}
