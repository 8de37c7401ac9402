package main

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"time"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/locale"
	"alingsas.se/dialog/generator/routes"
	"alingsas.se/dialog/generator/site"
)

// A job is what a site is made of, and how.
type job struct {
	content, templates, static string // folders
	baseURL                    string // "" = the one of the settings
	now                        string // as a date in the content is written; "" = clock
	clock                      time.Time
	drafts, future             bool
	noIndex                    bool
}

// A workspace is the folders of a job, opened. It may be read again and again; a file that did not
// change is not parsed again.
type workspace struct {
	job
	contentFS, templatesFS, staticFS fs.FS
	loader                           *content.Loader

	// What was read last.
	set    *content.Set
	diags  diag.List
	words  map[string]*locale.Words
	others map[string]fileStamp // templates and static files, by folder and name
}

func open(j job) (*workspace, error) {
	w := &workspace{job: j}
	for _, f := range []struct {
		dir string
		fs  *fs.FS
	}{{j.content, &w.contentFS}, {j.templates, &w.templatesFS}, {j.static, &w.staticFS}} {
		opened, err := openFolder(f.dir)
		if err != nil {
			return nil, err
		}
		*f.fs = opened
	}
	w.loader = content.NewLoader(w.contentFS, label(j.content))
	return w, nil
}

// read looks at every file of the folders and reads what changed.
func (w *workspace) read() content.Change {
	set, diags, change := w.loader.Load()
	others := stamps(w.templatesFS, w.staticFS)
	if !maps.Equal(others, w.others) {
		change = content.Everything
	}
	w.others = others
	w.take(set, diags, change)
	return change
}

// readNamed looks at some content files only, by their names in the content folder.
func (w *workspace) readNamed(names []string) content.Change {
	set, diags, change := w.loader.LoadNamed(names)
	w.take(set, diags, change)
	return change
}

func (w *workspace) take(set *content.Set, diags diag.List, change content.Change) {
	if change != content.Everything {
		return
	}
	w.set, w.diags = set, diags[:len(diags):len(diags)]
	templates := label(w.job.templates)
	words, found := content.LoadWords(wordsOf(w.templatesFS), templates+"/words", set.Settings.Languages)
	found = append(found, routes.CheckWords(words, templates)...)
	w.words = words
	if found.HasErrors() {
		w.words = nil // without its words no page can be made
	}
	w.diags = append(w.diags, found...)
}

// assemble is the whole flow after reading: what the files hold is linked as of a moment and listed as
// routes. What is wrong comes with them, and the table is as complete as it can be. The error is for a
// wrong call.
func (w *workspace) assemble(j job) (*site.Site, routes.Table, diag.List, error) {
	diags := w.diags[:len(w.diags):len(w.diags)]
	options, err := j.options(w.set.Settings)
	if err != nil {
		return nil, nil, diags, err
	}
	if options.BaseURL == "" && !w.set.Settings.At("base_url").IsKnown() {
		diags.Add(w.set.Settings.At("base_url"), diag.NoBaseURL)
	}
	if w.words == nil {
		return nil, nil, diags, nil
	}
	options.Words = w.words
	model, found := site.Link(w.set, options)
	diags = append(diags, found...)

	// A site as of a moment to come shows what is withheld now.
	table, found := routes.List(model, w.sources(j, j.noIndex || options.Now.After(j.clock)))
	return model, table, w.set.Heard(append(diags, found...)), nil
}

// assembleOnce reads the folders of a job and makes its site.
func assembleOnce(j job) (*workspace, *site.Site, routes.Table, diag.List, error) {
	w, err := open(j)
	if err != nil {
		return nil, nil, nil, nil, err
	}
	w.read()
	model, table, diags, err := w.assemble(j)
	return w, model, table, diags, err
}

// A fileStamp tells one state of a file from another.
type fileStamp struct {
	size     int64
	modified time.Time
}

// stamps looks at every file of the folders. What can't be looked at counts as not there; reading it
// tells why.
func stamps(folders ...fs.FS) map[string]fileStamp {
	found := map[string]fileStamp{}
	for i, folder := range folders {
		_ = fs.WalkDir(folder, ".", func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return nil
			}
			if info, err := entry.Info(); err == nil {
				found[fmt.Sprint(i, name)] = fileStamp{info.Size(), info.ModTime()}
			}
			return nil
		})
	}
	return found
}

// options say as of when and for whom the site is linked.
func (j job) options(s *content.Settings) (site.Options, error) {
	o := site.Options{Now: j.clock.In(s.Zone), BaseURL: j.baseURL, Drafts: j.drafts, Future: j.future}
	if j.now != "" {
		now, err := locale.ParseDate(j.now, s.Zone)
		if err != nil {
			return o, &usageError{words{"--now: " + noMoment(err), "--now: " + err.Error()},
				words{"skriv till exempel --now 2012-03-28 eller --now \"2012-03-28 08:00\"", "write for example --now 2012-03-28 or --now \"2012-03-28 08:00\""}}
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

func wordsOf(templates fs.FS) fs.FS {
	words, err := fs.Sub(templates, "words")
	if err != nil {
		panic(err) // the name is a valid one
	}
	return words
}

// label is how messages name a folder: as seen from where the command was called, so that an editor
// can jump there.
func label(dir string) string {
	wd, err := os.Getwd()
	if err != nil {
		return filepath.ToSlash(dir)
	}
	abs, err := filepath.Abs(dir)
	if err != nil {
		return filepath.ToSlash(dir)
	}
	if rel, err := filepath.Rel(wd, abs); err == nil && filepath.IsLocal(rel) {
		return filepath.ToSlash(rel)
	}
	return filepath.ToSlash(abs)
}
