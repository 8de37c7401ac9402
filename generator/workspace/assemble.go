package workspace

import (
	"errors"
	"io"
	"path/filepath"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/folder"
	"alingsas.se/dialog/generator/locale"
	"alingsas.se/dialog/generator/routes"
	"alingsas.se/dialog/generator/site"
	"alingsas.se/dialog/generator/web"
)

// An Assembly is a site as a job asks for it.
type Assembly struct {
	Set   *content.Set
	Model *site.Site // nil where the words of the interface are missing
	Table web.Table  // every output
	Diags diag.List  // what is wrong so far; rendering may find more

	job  Job
	work *Workspace
}

// Assemble opens and reads the folders of a job and makes its site.
func Assemble(j Job) (*Assembly, error) {
	w, err := Open(j)
	if err != nil {
		return nil, err
	}
	w.Read()
	return w.Assemble(j)
}

// Assemble is the whole flow after reading: what the files hold is linked as of a moment and listed as
// routes. What is wrong comes with them, and the table is as complete as it can be. The error is for a
// wrong call: a moment that is none.
func (w *Workspace) Assemble(j Job) (*Assembly, error) {
	a := &Assembly{Set: w.set, Diags: w.diags[:len(w.diags):len(w.diags)], job: j, work: w}
	options, err := j.options(w.set.Settings)
	if err != nil {
		return a, err
	}
	if options.BaseURL == "" && !w.set.Settings.At("base_url").IsKnown() {
		a.Diags.Add(w.set.Settings.At("base_url"), diag.NoBaseURL)
	}
	if w.words == nil {
		return a, nil
	}
	options.Words, options.FirstSeen, options.Pictures = w.words, w.firstSeen, w.pictures
	if options.Root, err = filepath.Abs(w.job.Content); err != nil {
		return a, err
	}
	model, found := site.Link(w.set, options)
	a.Model, a.Diags = model, append(a.Diags, found...)

	// A site as of a moment to come shows what is withheld now.
	table, found := routes.List(model, w.sources(j.NoIndex || options.Now.After(j.Clock)))
	a.Table, a.Diags = table, w.set.Heard(append(a.Diags, found...))
	return a, nil
}

// Close writes down what is to be remembered; see [Workspace.Close].
func (a *Assembly) Close() error { return a.work.Close() }

// Mail writes a release of the site as a message to send.
func (a *Assembly) Mail(w io.Writer, letter routes.Letter) (diag.List, error) {
	return routes.WriteMail(w, a.Model, a.work.sources(false), letter)
}

// sources are what the workspace's site is rendered with.
func (w *Workspace) sources(noIndex bool) routes.Sources {
	return routes.Sources{
		Templates: w.templates, TemplatesLabel: folder.Label(w.job.Templates),
		Static: w.static, StaticLabel: folder.Label(w.job.Static),
		Content: w.content, NoIndex: noIndex, Pictures: w.pictures,
		Admin: w.ofEditor(w.job.Admin, &w.admin), AdminLabel: folder.Label(w.job.Admin),
		Editor: w.ofEditor(w.job.Editor, &w.editor), EditorLabel: folder.Label(w.job.Editor),
	}
}

// options say as of when and for whom the site is linked.
func (j Job) options(s *content.Settings) (site.Options, error) {
	o := site.Options{Now: j.Clock.In(s.Zone), BaseURL: j.BaseURL, Drafts: j.Drafts, Future: j.Future}
	if j.Now != "" {
		now, err := locale.ParseDate(j.Now, s.Zone)
		if err != nil {
			return o, diag.Usage(diag.Both("--now: "+noMoment(err), "--now: "+err.Error()),
				diag.Both("skriv till exempel --now 2012-03-28 eller --now \"2012-03-28 08:00\"", "write for example --now 2012-03-28 or --now \"2012-03-28 08:00\""))
		}
		o.Now, o.IsFixed = now.Time, true
	}
	if o.BaseURL == "" {
		o.BaseURL = s.BaseURL
	}
	return o, nil
}

// noMoment says in Swedish why a text is no moment.
func noMoment(err error) string {
	var fault *locale.DateError
	if !errors.As(err, &fault) {
		return err.Error()
	}
	switch fault.Kind {
	case locale.Skipped:
		return fault.Text + " finns inte i " + fault.Zone + ": klockan ställs fram då"
	case locale.Ambiguous:
		return fault.Text + " inträffar två gånger i " + fault.Zone + ": klockan ställs tillbaka då"
	}
	return "\"" + fault.Text + "\" är ingen tidpunkt"
}
