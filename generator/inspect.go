package main

import (
	"bytes"
	"io/fs"
	"path"
	"strings"

	"alingsas.se/dialog/generator/check"
	"alingsas.se/dialog/generator/gate"
	"alingsas.se/dialog/generator/routes"
	"alingsas.se/dialog/generator/site"
)

// inspectors look at every output before any of it is published: no link of the site leads nowhere, and
// nothing that is withheld gets out.
func (w *workspace) inspectors(model *site.Site, table routes.Table, places *check.Places) []routes.Inspector {
	all := []routes.Inspector{check.NewLinks(model, table, places)}
	if g := gate.New(model, table, func() []gate.Source { return w.publicTexts(model) }, w.contentFS); g != nil {
		all = append(all, g)
	}
	return all
}

// places finds where the authors of the workspace's files wrote what stands on a page.
func (w *workspace) places(model *site.Site) *check.Places {
	common := []string{model.Settings.File}
	common = append(common, statementFiles(model)...)
	common = append(common, w.templateFiles()...)
	return check.NewPlaces(model, common, w.file)
}

// publicTexts are the texts that may be published: those of what is shown, the settings, templates and words.
func (w *workspace) publicTexts(model *site.Site) []gate.Source {
	var all []gate.Source
	for _, e := range model.Editions {
		for _, i := range e.Items() {
			source := gate.Source{File: i.Source.File, Data: i.Source.Body.Text().Source().Data, Names: []string{i.Title, i.Source.Description}}
			all = append(all, source)
		}
		for _, r := range e.Releases {
			all = append(all, gate.Source{File: r.Source.File, Names: []string{r.Lead(), e.Lang.Date(r.Date), e.Lang.LongDate(r.Date)}})
		}
		for _, m := range e.Meetings {
			all = append(all, gate.Source{File: m.Source.File, Names: []string{e.Lang.Range(m.Start, m.End), e.Lang.LongRange(m.Start, m.End)}})
		}
		all = append(all, gate.Source{File: path.Join(label(w.job.templates), "words", e.Lang.Tag+".yaml"), Data: composed(e), Names: routes.ComposedTitles(e)})
	}
	files := append(w.templateFiles(), model.Settings.File)
	files = append(files, statementFiles(model)...)
	for _, file := range files {
		all = append(all, gate.Source{File: file, Data: w.file(file)})
	}
	return all
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
func (w *workspace) templateFiles() []string {
	var files []string
	for _, pattern := range []string{"*.html", "words/*.yaml"} {
		names, err := fs.Glob(w.templatesFS, pattern)
		if err != nil {
			panic(err) // the patterns are well-formed
		}
		for _, name := range names {
			files = append(files, path.Join(label(w.job.templates), name))
		}
	}
	return files
}

// file reads a file by its name in messages, nil where it can't be read.
func (w *workspace) file(name string) []byte {
	for dir, fsys := range map[string]fs.FS{w.job.content: w.contentFS, w.job.templates: w.templatesFS, w.job.static: w.staticFS} {
		if rest, found := strings.CutPrefix(name, label(dir)+"/"); found {
			if data, err := fs.ReadFile(fsys, rest); err == nil {
				return data
			}
		}
	}
	return nil
}
