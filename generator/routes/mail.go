package routes

import (
	"bytes"
	"fmt"
	"html/template"
	"io"
	"net/url"
	"strings"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/formats"
	"alingsas.se/dialog/generator/site"
	"alingsas.se/dialog/generator/web"
)

// A Letter is what is sent of a release.
type Letter struct {
	Release     *site.Release
	IsEmbargoed bool // its receivers may publish it from its date on
}

type mailView struct {
	*site.Release
	Edition   *site.Edition
	Subject   string
	Embargo   string // "" where there is none
	Body      passage
	About     template.HTML
	Notes     []noteView
	Reason    []noteView // of a withdrawal: then nothing else of the text is told
	Callable  []*site.Contact
	Gathering []gathering
	Kit       string
}

// A gathering is a meeting as a mail tells of it.
type gathering struct {
	*site.Meeting
	Facts []string
}

// NoSender says that nothing in the settings tells whom a mail is from.
type NoSender struct{ File string }

func (n *NoSender) Error() string { return n.File + " names no e-mail address" }

// Failure tells authors what to do.
func (n *NoSender) Failure() *diag.Failure {
	return diag.AsFailure(diag.Failed(diag.Both("det finns ingen e-postadress att skicka från", "there is no e-mail address to send from"),
		diag.Both("skriv `email` under `organisation` i "+n.File+", eller ge presskontakten en", "write `email` under `organisation` in "+n.File+", or give the press contact one")))
}

// WriteMail writes a release as a message that can be sent from any mail program. What is wrong in its text comes
// with it.
func WriteMail(w io.Writer, s *site.Site, from Sources, letter Letter) (diag.List, error) {
	l, _ := list(s, from, compiled)
	e := l.editionOf(letter.Release)
	address := e.sender(letter.Release)
	if address == "" {
		return nil, &NoSender{s.Settings.File}
	}
	embargo := ""
	if letter.IsEmbargoed {
		embargo = e.Words.Text("mail.embargo", "date", plainSpaces(e.Lang.Date(letter.Release.Date)))
	}
	subject := e.mailSubject(letter.Release, embargo)
	html, diags, err := e.mailHTML(letter.Release, subject, embargo)
	if err != nil {
		if d, isFault := web.Fault(err); isFault {
			return append(diags, d), nil
		}
		return diags, err
	}
	text := e.releaseText(letter.Release)
	if embargo != "" {
		text = embargo + "\n\n" + text
	}
	return diags, formats.WriteMail(w, formats.Mail{
		Subject: subject, FromName: e.Organisation.Name, FromAddress: address, Date: letter.Release.Date.Time, ID: e.mailID(letter),
		Lang: letter.Release.TextLang, Text: formats.Wrap(text, formats.TextWidth), HTML: html,
	})
}

func (l *lister) editionOf(r *site.Release) *edition {
	for _, e := range l.editions {
		if e.Edition == r.Edition {
			return e
		}
	}
	panic(fmt.Sprintf("routes: %s is of no edition", r.Source.File))
}

// sender is the organisation's own address, else that of whoever answers for the press.
func (e *edition) sender(r *site.Release) string {
	if e.Organisation.Email != "" {
		return e.Organisation.Email
	}
	for _, p := range append(e.PressContacts[:len(e.PressContacts):len(e.PressContacts)], r.Contacts...) {
		if address := answering(p).Email; address != "" {
			return address
		}
	}
	return ""
}

// mailSubject says first what a reader must not miss, then what kind of text it is, where its title does not.
func (e *edition) mailSubject(r *site.Release, embargo string) string {
	subject, kind := r.Headline(), r.KindName()
	if r.Withdrawn == nil && !strings.Contains(strings.ToLower(r.Title), strings.ToLower(kind)) {
		subject = e.Words.Text("kind.listed", "kind", kind, "title", r.Title)
	}
	if r.Withdrawn == nil && len(r.Corrections) > 0 {
		subject = e.Words.Text("release.corrected-title", "title", subject)
	}
	if embargo != "" {
		subject = embargo + ": " + subject
	}
	return subject
}

// mailID names the message for ever. A correction is another message, and so is what was sent before its date: mail
// programs show one message once.
func (e *edition) mailID(letter Letter) string {
	r := letter.Release
	id := "press-" + strings.TrimPrefix(e.Prefix+"-", "/") + strings.ReplaceAll(url.QueryEscape(r.ID), ".", "%2E")
	if letter.IsEmbargoed {
		id += "-embargo"
	}
	if r.Modified.After(r.Date.Time) {
		id += "-" + r.Modified.UTC().Format("20060102T150405")
	}
	return id + "@" + e.authority()
}

func (e *edition) mailHTML(r *site.Release, subject, embargo string) (string, diag.List, error) {
	var body bytes.Buffer
	diags := r.Body.WriteMailHTML(&body)
	v := &mailView{
		Release: r, Edition: e.Edition, Subject: subject, Embargo: embargo, Notes: mailNotes(r.Corrections), Callable: e.callable(r), Kit: e.kitURL(r),
		Body: func(w *bytes.Buffer) error { w.Write(body.Bytes()); return nil },
	}
	if r.Withdrawn != nil {
		v.Reason = mailNotes([]site.Note{*r.Withdrawn})
	}
	if about := e.Organisation.About; about != nil {
		v.About = mailNotes([]site.Note{{Body: about}})[0].HTML
	}
	for _, m := range r.Meetings {
		v.Gathering = append(v.Gathering, gathering{m, e.meetingFacts(m)})
	}
	html, err := e.entryHTML("mail.html", v)
	return html, diags, err
}

func mailNotes(list []site.Note) []noteView {
	views := make([]noteView, len(list))
	for i, n := range list {
		var w bytes.Buffer
		n.Body.WriteMailHTML(&w)
		views[i] = noteView{n, template.HTML(w.String())}
	}
	return views
}

// plainSpaces is for where nothing is broken into lines: subjects are searched for.
func plainSpaces(text string) string { return strings.ReplaceAll(text, "\u00a0", " ") }
