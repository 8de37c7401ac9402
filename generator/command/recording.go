package command

import (
	"fmt"
	"os"
	"path/filepath"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/folder"
	"alingsas.se/dialog/generator/ledger"
	"alingsas.se/dialog/generator/site"
	"alingsas.se/dialog/generator/web"
)

// A recording hands the recorder of a ledger what a build publishes, and says what became of it. A nil one
// records nothing.
type recording struct {
	*ledger.Recorder
	env   Environment
	name  string // of the ledger, in messages
	model *site.Site
}

// recording takes the ledger that the build was given, before anything is read. It is nil where there is none to
// write.
func (b *buildCommand) recording(env Environment) (*recording, error) {
	if b.Ledger == "" {
		return nil, nil
	}
	if b.Drafts || b.Future || b.Now != "" {
		return nil, diag.Usage(diag.Both("--drafts, --future och --now går inte ihop med --ledger: liggaren säger vad som blev offentligt, och när", "--drafts, --future and --now do not go with --ledger: it tells what became public, and when"),
			diag.Both("bygg utan --ledger för att titta framåt eller bakåt", "build without --ledger to look ahead or back"))
	}
	if d := deployOf(env); d.isHosted && !d.isPublic {
		fmt.Fprintln(env.Stderr, "generator:", diag.Both("en förhandsvisning skrivs inte in i liggaren", "a preview is not recorded in the ledger").In(b.language(env, nil)))
		return nil, nil
	}
	out := b.out()
	if err := b.checkLedger(out); err != nil {
		return nil, err
	}
	fileOf := func(url string) string { return web.Route{URL: url}.File() }
	recorder, err := ledger.NewRecorder(b.Ledger, ledger.Output{Dir: out, File: fileOf, URL: web.URLOf}, b.revisions(env))
	if err != nil {
		return nil, err
	}
	return &recording{Recorder: recorder, env: env, name: folder.Label(b.Ledger)}, nil
}

// revisions say which commit the folders of the build come from.
func (b *buildCommand) revisions(env Environment) ledger.Sources {
	return ledger.NewSources([]ledger.Source{
		{Dir: b.contentDir(), Label: folder.Label(b.contentDir()), Name: "content"},
		{Dir: b.templatesDir(), Label: folder.Label(b.templatesDir()), Name: "templates"},
		{Dir: b.staticDir(), Label: folder.Label(b.staticDir()), Name: "static"},
	}, deployOf(env).revision, func(reason string) { fmt.Fprintln(env.Stderr, "generator: git:", reason) })
}

// checkLedger refuses a ledger among the files that are published, or that are read to be.
func (b *buildCommand) checkLedger(out string) error {
	for _, dir := range []string{out, b.contentDir(), b.templatesDir(), b.staticDir()} {
		if isWithin(resolved(b.Ledger), resolved(dir)) {
			return diag.Usage(diag.Both("liggaren "+b.Ledger+" får inte ligga i "+dir, "the ledger "+b.Ledger+" must not lie in "+dir),
				diag.Both("lägg den bredvid mapparna, till exempel --ledger ledger.jsonl", "put it beside the folders, for example --ledger ledger.jsonl"))
		}
	}
	return nil
}

// resolved is a path without links, as far as it exists.
func resolved(name string) string {
	abs, err := filepath.Abs(name)
	if err != nil {
		return name
	}
	if real, err := filepath.EvalSymlinks(abs); err == nil {
		return real
	}
	// A link to a file that is not there yet leads somewhere all the same.
	if target, err := os.Readlink(abs); err == nil {
		if !filepath.IsAbs(target) {
			target = filepath.Join(filepath.Dir(abs), target)
		}
		return filepath.Join(resolved(filepath.Dir(target)), filepath.Base(target))
	}
	if dir := filepath.Dir(abs); dir != abs {
		return filepath.Join(resolved(dir), filepath.Base(abs))
	}
	return abs
}

func isWithin(name, dir string) bool {
	rel, err := filepath.Rel(dir, name)
	return err == nil && filepath.IsLocal(rel)
}

// close lets go of the ledger.
func (r *recording) close() {
	if r != nil {
		r.Close()
	}
}

// inspectors gives the recording as the inspector of a build, if there is a ledger.
func (r *recording) inspectors(model *site.Site) []web.Inspector {
	if r == nil {
		return nil
	}
	r.model = model
	return []web.Inspector{r}
}

// Inspect notes what is about to be public.
func (r *recording) Inspect(route web.Route, data []byte) { r.Note(route.URL, route.Source, data) }

// InspectFile notes what is about to be public.
func (r *recording) InspectFile(route web.Route, f web.File) error {
	r.NoteFile(route.URL, route.Source, f.SHA256, f.Size)
	return nil
}

// Found implements [web.Inspector].
func (r *recording) Found() diag.List { return nil }

// Commit implements [publish.Committer].
func (r *recording) Commit() error {
	return r.Begin(r.model.Now, r.model.BaseURL, r.model.Settings.File)
}

// end tells the events of a build that published without an error.
func (r *recording) end(err error) error {
	if r == nil || err != nil {
		return err
	}
	return r.End()
}

// warn tells loudly what was wrong with the ledger that the build was given.
func (r *recording) warn(lang string) {
	if r == nil {
		return
	}
	for _, b := range firstBreaks(r.Before.Breaks) {
		fmt.Fprintf(r.env.Stderr, "generator: %s:%d: %s\n", r.name, b.Line, breakWords[b.Kind].In(lang))
	}
	if len(r.Before.Breaks) > 0 {
		fmt.Fprintln(r.env.Stderr, hintLabel.In(lang), diag.Both("spara filen som den är, och ta reda på vad som hände; webbplatsen publiceras, och en ny kedja börjar efter brottet",
			"keep the file as it is, and find out what happened; the site is published, and a new chain begins after the break").In(lang))
	}
	if r.Before.IsTorn {
		fmt.Fprintln(r.env.Stderr, "generator:", r.name+":", tornWords.In(lang))
	}
}

// tell says what was recorded, and the receipt.
func (r *recording) tell(lang string) {
	if r != nil && r.Ledger().Records > 0 {
		fmt.Fprintln(r.env.Stdout, summary(lang, "ledger", r.name, count(lang, r.Events(), "event"), r.Ledger().Head))
	}
}
