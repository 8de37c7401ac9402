package workspace

import (
	"bytes"
	"io/fs"
	"path"
	"strings"

	"alingsas.se/dialog/generator/admin"
	"alingsas.se/dialog/generator/check"
	"alingsas.se/dialog/generator/folder"
	"alingsas.se/dialog/generator/gate"
	"alingsas.se/dialog/generator/routes"
	"alingsas.se/dialog/generator/site"
	"alingsas.se/dialog/generator/web"
)

// Inspectors look at every output before any of it is published: no link of the site leads nowhere, and
// nothing that is withheld gets out. places is what [Assembly.Places] gives.
func (a *Assembly) Inspectors(places *check.Places) []web.Inspector {
	all := []web.Inspector{check.NewLinks(a.Model, a.Table, places)}
	if g := gate.New(a.Model, a.Table, a.publicTexts, a.work.content); g != nil {
		all = append(all, ownOutputs{g})
	}
	return all
}

// ownOutputs leaves out what is not ours: a program of two million letters that was not made of the content has the
// words of many a title.
type ownOutputs struct{ web.Inspector }

// Inspect is that of [web.Inspector].
func (i ownOutputs) Inspect(r web.Route, data []byte) {
	if !strings.HasPrefix(r.URL, admin.Vendored) {
		i.Inspector.Inspect(r, data)
	}
}

// Places finds where authors wrote what stands on a page.
func (a *Assembly) Places() *check.Places {
	common := []string{a.Model.Settings.File}
	common = append(common, statementFiles(a.Model)...)
	common = append(common, a.work.templateFiles()...)
	return check.NewPlaces(a.Model, common, a.work.file)
}

// publicTexts are the texts that may be published: of all that is shown, the settings, templates and words.
func (a *Assembly) publicTexts() []gate.Source {
	var all []gate.Source
	for _, e := range a.Model.Editions {
		for _, i := range e.Items() {
			all = append(all, gate.Source{File: i.Source.File, Data: i.Source.Body.Text().Source().Data, Names: []string{i.Title, i.Source.Description}})
		}
		for _, r := range e.Releases {
			all = append(all, gate.Source{File: r.Source.File, Names: []string{r.Lead(), e.Lang.Date(r.Date), e.Lang.LongDate(r.Date)}})
		}
		for _, m := range e.Meetings {
			all = append(all, gate.Source{File: m.Source.File, Names: []string{e.Lang.Range(m.Start, m.End), e.Lang.LongRange(m.Start, m.End)}})
		}
		all = append(all, gate.Source{File: path.Join(folder.Label(a.work.job.Templates), "words", e.Lang.Tag+".yaml"), Data: composed(e), Names: routes.ComposedTitles(e)})
	}
	all = append(all, a.editorTexts()...)
	files := append(a.work.templateFiles(), a.Model.Settings.File)
	files = append(files, statementFiles(a.Model)...)
	for _, file := range files {
		all = append(all, gate.Source{File: file, Data: a.work.file(file)})
	}
	return all
}

// editorTexts are the words of the editor's forms, which are those of the description of keys.
func (a *Assembly) editorTexts() []gate.Source {
	if !a.Model.Settings.Editable() {
		return nil
	}
	words, err := admin.Config(a.Model.Settings, "")
	if err != nil {
		return nil // rendering tells it
	}
	return []gate.Source{{File: a.Model.Settings.File, Data: words}}
}

// statementFiles are those that the accessibility statement is made of.
func statementFiles(model *site.Site) []string {
	s := model.Statement
	switch {
	case s == nil:
		return nil
	case s.Tests == nil:
		return []string{s.File}
	}
	return []string{s.File, s.Tests.File}
}

// composed are the interface words as pages have them, with the names of the publisher and the site put in: "Om
// Alingsås kommun".
func composed(e *site.Edition) []byte {
	var b bytes.Buffer
	for _, key := range e.Words.Keys() {
		for _, value := range []string{e.Organisation.Name, e.Title} {
			args := []any{"n", 2}
			for _, name := range e.Words.Names(key) {
				if name != "n" {
					args = append(args, name, value)
				}
			}
			b.WriteString(e.Words.Text(key, args...) + "\n\n")
		}
	}
	return b.Bytes()
}

// templateFiles lists the templates and the words, by their names in messages.
func (w *Workspace) templateFiles() []string {
	var files []string
	for _, pattern := range []string{"*.html", "words/*.yaml"} {
		names, err := fs.Glob(w.templates, pattern)
		if err != nil {
			panic(err) // the patterns are well-formed
		}
		for _, name := range names {
			files = append(files, path.Join(folder.Label(w.job.Templates), name))
		}
	}
	return files
}

// file reads a file by its name in messages, nil where it can't be read.
func (w *Workspace) file(name string) []byte {
	for dir, fsys := range map[string]fs.FS{w.job.Content: w.content, w.job.Templates: w.templates, w.job.Static: w.static} {
		if rest, found := strings.CutPrefix(name, folder.Label(dir)+"/"); found {
			if data, err := fs.ReadFile(fsys, rest); err == nil {
				return data
			}
		}
	}
	return nil
}
