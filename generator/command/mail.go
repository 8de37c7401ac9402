package command

import (
	"bytes"
	"cmp"
	"net/url"
	"path/filepath"
	"strings"
	"time"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/locale"
	"alingsas.se/dialog/generator/routes"
	"alingsas.se/dialog/generator/site"
	"alingsas.se/dialog/generator/workspace"
)

type mailCommand struct {
	place
	BaseURL  string `name:"base-url" placeholder:"URL" help:"The site's address, https://host (default: that of site.yaml)."`
	Language string `placeholder:"TAG" help:"Send the translation: en."`
	Embargo  bool   `help:"Send what is not public yet. Subject and text say until when it is under embargo."`
	Release  string `arg:"" help:"The release: its file, its id, or its address on the site."`
}

// Run writes a release to standard output as a message without receivers, which any mail program opens.
func (m *mailCommand) Run(env Environment) error {
	job, err := (&view{BaseURL: m.BaseURL}).job(&m.place, env)
	if err != nil {
		return err
	}
	a, err := workspace.Assemble(job)
	if err != nil {
		return err
	}
	if a.Model == nil {
		return m.tell(env, a, a.Diags)
	}
	release := m.find(a.Model)
	isEmbargoed := false
	if withheld := m.withheld(a.Model); release == nil && withheld != nil {
		from, err := m.embargo(a.Model, withheld)
		if err != nil {
			return err
		}
		// Nothing that becomes public after it may be in it: the site is looked at as it is then.
		job.Now, isEmbargoed = locale.Date{Time: from, HasTime: true}.RFC3339(), true
		if a, err = workspace.Assemble(job); err != nil {
			return err
		}
		release = m.find(a.Model)
	}
	switch {
	case release == nil:
		return m.missing(a.Model)
	case m.Embargo && !isEmbargoed:
		return diag.Usage(diag.Both(release.Source.File+" är redan offentligt", release.Source.File+" is public already"),
			diag.Both("skicka den utan --embargo", "send it without --embargo"))
	}
	return m.write(env, a, routes.Letter{Release: release, IsEmbargoed: isEmbargoed})
}

// write prints the message, or what is wrong with the release: with an error nothing is printed to send.
func (m *mailCommand) write(env Environment, a *workspace.Assembly, letter routes.Letter) error {
	var message bytes.Buffer
	found, err := a.Mail(&message, letter)
	diags := append(a.Set.Heard(found), ofFile(a.Diags, letter.Release.Source.File)...).Sorted()
	if err != nil {
		return err
	}
	if diags.HasErrors() {
		return m.tell(env, a, diags)
	}
	_, err = env.Stdout.Write(message.Bytes())
	return err
}

// ofFile are the findings in a file.
func ofFile(diags diag.List, file string) diag.List {
	var found diag.List
	for _, d := range diags {
		if d.File == file {
			found = append(found, d)
		}
	}
	return found
}

// tell prints what is wrong.
func (m *mailCommand) tell(env Environment, a *workspace.Assembly, diags diag.List) error {
	if err := report(env, env.Stderr, m.language(env, a.Model)).Write(env.Stderr, diags.AtLeast(diag.Warning).WorstFirst()); err != nil {
		return err
	}
	return errFaults
}

// find gives the release that was named, in the language that was asked for; nil where it is not public.
func (m *mailCommand) find(s *site.Site) *site.Release {
	for _, e := range s.Editions {
		for _, r := range e.Releases {
			if !m.names(s, r.Source, r.URL) {
				continue
			}
			if lang := cmp.Or(m.Language, e.Lang.Tag); lang != e.Lang.Tag {
				return inEdition(s.Edition(lang), r)
			}
			return r
		}
	}
	return nil
}

// inEdition gives a release in an edition, nil where there is no such.
func inEdition(e *site.Edition, r *site.Release) *site.Release {
	if e == nil {
		return nil
	}
	for _, other := range e.Releases {
		if other.Source.Original() == r.Source.Original() {
			return other
		}
	}
	return nil
}

// withheld gives the release that was named where it is not public, nil where there is no such. A translation has the
// id of its original, and may become public later.
func (m *mailCommand) withheld(s *site.Site) *site.Withheld {
	var found *site.Withheld
	for i := range s.Withheld {
		w := &s.Withheld[i]
		if !strings.HasPrefix(w.Source.Name, "press/") || !m.names(s, w.Source, w.URL) {
			continue
		}
		if found == nil || w.Source.Lang == cmp.Or(m.Language, s.Settings.Languages[0]) {
			found = w
		}
	}
	return found
}

// names tells whether the call names an item: by its file, its id or its address.
func (m *mailCommand) names(s *site.Site, i *content.Item, address string) bool {
	if m.Release == i.ID || samePath(m.Release, i.File) || samePath(filepath.Join(m.Root, m.Release), i.File) {
		return true
	}
	u, err := url.Parse(s.OnSite(m.Release))
	return err == nil && u.Path != "" && strings.TrimSuffix(strings.TrimSuffix(u.Path, "index.html"), "/")+"/" == address
}

func samePath(a, b string) bool {
	a, errA := filepath.Abs(filepath.FromSlash(a))
	b, errB := filepath.Abs(filepath.FromSlash(b))
	return errA == nil && errB == nil && a == b
}

// embargo gives the moment up to which a release is under embargo. The error says why it may not be sent.
func (m *mailCommand) embargo(s *site.Site, w *site.Withheld) (time.Time, error) {
	state, from := s.StateOf(w.Source)
	sv, en := w.Why()
	switch {
	case state == site.Expired:
		return from, diag.Failed(diag.Both(w.Source.File+" kan inte skickas: det har gått ut", w.Source.File+" cannot be sent: it has expired"),
			diag.Both("flytta fram `expires`, om det åter ska vara offentligt", "move `expires` ahead if it is to be public again"))
	case state != site.Embargoed:
		return from, diag.Failed(diag.Both(w.Source.File+" kan inte skickas: det är inte offentligt ("+sv+")", w.Source.File+" cannot be sent: it is not public ("+en+")"),
			diag.Both("ta bort `draft: true` när texten är klar", "remove `draft: true` when the text is finished"))
	case !m.Embargo:
		return from, diag.Failed(diag.Both(w.Source.File+" är inte offentligt än ("+sv+")", w.Source.File+" is not public yet ("+en+")"),
			diag.Both("vänta, eller skicka den under embargo med --embargo: det står då i ämnesraden och först i texten", "wait, or send it under embargo with --embargo: the subject and the beginning of the text say so then"))
	}
	return from, nil
}

// missing says that there is no such release, or no translation of it.
func (m *mailCommand) missing(s *site.Site) error {
	plain := *m
	plain.Language = ""
	if r := plain.find(s); r != nil {
		return diag.Usage(diag.Both(r.Source.File+" har ingen offentlig översättning till "+m.Language, r.Source.File+" has no public translation into "+m.Language),
			diag.Both("skicka den utan --language, eller skriv översättningen först", "send it without --language, or write the translation first"))
	}
	return diag.Usage(diag.Both("det finns inget pressmeddelande "+m.Release, "there is no release "+m.Release),
		diag.Both("ange filen, id eller adressen, till exempel content/press/2026-03-27-dialog.md", "name the file, the id or the address, for example content/press/2026-03-27-dialog.md"))
}
