package routes

import (
	"bytes"
	"strings"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/formats"
	"alingsas.se/dialog/generator/locale"
	"alingsas.se/dialog/generator/site"
	"alingsas.se/dialog/generator/web"
)

// textName is what the plain text of a release is called.
func (e *edition) textName() string { return e.Words.Text("path.text") + ".txt" }

// textReleases is how many releases there are as plain text, the newest: it is for what is news, and ten thousand of them
// would make a build 40 % longer.
const textReleases = 200

// textURL is where a release is as plain text, "" where it is not.
func (e *edition) textURL(r *site.Release) string {
	if !e.hasText[r] {
		return ""
	}
	return r.URL + e.textName()
}

// chooseTexts says which releases there are as plain text.
func (e *edition) chooseTexts() {
	e.hasText = make(map[*site.Release]bool, textReleases)
	for _, r := range firstOf(e.Releases, textReleases) {
		e.hasText[r] = true
	}
}

// listText adds a release as plain text, which newsrooms paste into their own systems.
func (e *edition) listText(r *site.Release) {
	url := e.textURL(r)
	if url == "" {
		return
	}
	r.Body.KeepPlain()
	e.list.add(web.Route{URL: url, Source: r.Source.File, Render: func(w *bytes.Buffer) (diag.List, error) {
		w.WriteString(formats.Wrap(e.releaseText(r), formats.TextWidth))
		return nil, nil
	}})
}

// A plainText is paragraphs with an empty line between them.
type plainText struct{ strings.Builder }

// add writes a paragraph of lines; those that are empty are left out.
func (t *plainText) add(lines ...string) {
	isFirst := true
	for _, line := range lines {
		switch {
		case line == "":
			continue
		case !isFirst:
			t.WriteByte('\n')
		case t.Len() > 0:
			t.WriteString("\n\n")
		}
		t.WriteString(line)
		isFirst = false
	}
}

// label begins a part that is not the author's text.
func label(word string) string { return strings.ToUpper(word) }

// releaseText is a release as plain text, its lines not yet wrapped: first what one must know who has it already,
// then the text, the meetings, whom to call, the organisation, and the address. Of one that was withdrawn it is why,
// and whom to call.
func (e *edition) releaseText(r *site.Release) string {
	var t plainText
	t.add(e.state(&r.Item))
	e.addNotices(&t, r)
	t.add(label(r.KindName()), e.Organisation.Name+", "+e.Lang.Date(r.Date))
	t.add(r.Headline())
	if r.Withdrawn == nil {
		if !r.LeadIsInBody {
			t.add(r.Lead())
		}
		t.add(r.Body.Plain())
		e.addMeetings(&t, r.Meetings)
	}
	e.addContacts(&t, e.callable(r))
	t.add(e.aboutText())
	t.add(e.Site.BaseURL + r.URL)
	return t.String()
}

// addNotices says what was withdrawn, replaced or corrected.
func (e *edition) addNotices(t *plainText, r *site.Release) {
	if w := r.Withdrawn; w != nil {
		t.add(label(e.Words.Text("release.withdrawn"))+" "+e.Lang.Date(w.Date), w.Plain())
	}
	if other := r.ReplacedBy; other != nil {
		t.add(label(e.Words.Text("release.replaced-title")), e.Words.Text("release.replaced-text")+" "+other.Headline(), e.Site.BaseURL+other.URL)
	}
	if r.Withdrawn == nil {
		for i := range r.Corrections {
			note := &r.Corrections[i]
			t.add(label(e.Words.Text("release.correction"))+" "+e.Lang.Date(note.Date), note.Plain())
		}
	}
}

// addMeetings says when and where the meetings of a release are.
func (e *edition) addMeetings(t *plainText, meetings []*site.Meeting) {
	if len(meetings) > 0 {
		t.add(label(e.Words.Text("release.meetings")))
	}
	for _, m := range meetings {
		t.add(append(append([]string{m.Title}, e.meetingFacts(m)...), e.Site.BaseURL+m.URL)...)
	}
}

// meetingFacts say what one must know to come, a line each; those that are "" are not known.
func (e *edition) meetingFacts(m *site.Meeting) []string {
	return []string{
		e.standingText(m), e.said("meeting.when", e.whenText(m)), e.said("meeting.where", placeText(m.Place)),
		e.said("meeting.online", m.Place.Online), e.said("registration.title", e.signUpText(m)),
	}
}

// said is a fact with its name, "" where it is not known.
func (e *edition) said(word, fact string) string {
	if fact == "" {
		return ""
	}
	return e.Words.Text(word) + ": " + fact
}

// standingWords say what has become of a meeting; of one that is as it was planned, nothing has to be said.
var standingWords = map[site.Standing]string{
	site.Planned: "meeting.status-planned", site.Moved: "meeting.status-moved", site.Postponed: "meeting.status-postponed", site.Cancelled: "meeting.status-cancelled",
}

func (e *edition) standingText(m *site.Meeting) string {
	if word := standingWords[m.Standing()]; word != "" {
		return e.Words.Text(word)
	}
	return ""
}

func (e *edition) whenText(m *site.Meeting) string {
	when := e.Words.Text("meeting.date-later")
	if !m.Start.IsZero() {
		when = e.Lang.LongRange(m.Start, m.End)
	}
	if m.TimeNote != "" {
		when += ", " + m.TimeNote
	}
	return when
}

// placeText is where a meeting is, for those who go there.
func placeText(p content.Place) string {
	if p.Name == "" && p.Address == "" {
		return ""
	}
	return place(p)
}

func (e *edition) signUpText(m *site.Meeting) string {
	if !m.IsOn() || m.RegistrationClosed {
		return ""
	}
	return registrationText(e, m.Registration)
}

// addContacts says whom to call.
func (e *edition) addContacts(t *plainText, contacts []*site.Contact) {
	if len(contacts) > 0 {
		t.add(label(e.Words.Text("contact.press")))
	}
	for _, p := range contacts {
		lines := []string{e.nameAndRole(p)}
		if p.Departed {
			lines = append(lines, e.Words.Text("contact.left"))
		}
		if now := answering(p); now != p {
			lines = append(lines, e.Words.Text("contact.replaced-by")+" "+e.nameAndRole(now))
		}
		t.add(append(lines, e.waysText(answering(p))...)...)
	}
}

func (e *edition) nameAndRole(p *site.Contact) string {
	text := p.Title + ", " + p.Role
	if p.Organisation != e.Organisation.Name {
		text += ", " + p.Organisation
	}
	return text
}

// waysText says how one reaches a contact, a line each.
func (e *edition) waysText(p *site.Contact) []string {
	return []string{
		e.said("contact.phone", phoneText(p.Phone)), e.said("contact.mobile", phoneText(p.Mobile)),
		e.said("contact.email", content.ReadableEmail(p.Email)), e.said("contact.hours", p.Hours),
	}
}

// phoneText is a number as its author wrote it.
func phoneText(p locale.Phone) string {
	if p.Number == "" {
		return ""
	}
	return p.Text
}

// newAboutText is what stands about the organisation under every release.
func (e *edition) newAboutText() string {
	if e.Organisation.About == nil {
		return ""
	}
	return label(e.Words.Text("organisation.about", "name", e.Organisation.Name)) + "\n\n" + e.Organisation.About.Document().Plain()
}
