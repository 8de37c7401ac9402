package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/locale"
	"alingsas.se/dialog/generator/routes"
	"alingsas.se/dialog/generator/site"
)

// A job is what one run is asked to make a site of.
type job struct {
	content, templates, static string // folders
	baseURL                    string // "" = the one of the settings
	now                        string // as a date in the content is written; "" = clock
	clock                      time.Time
	drafts, future             bool
	noIndex                    bool
}

// assemble is the whole flow: files are loaded, linked as of a moment, and listed as routes. What is
// wrong comes with them, and the table is as complete as it can be. The error is for a wrong call.
func assemble(j job) (*site.Site, routes.Table, diag.List, error) {
	contentFS, err := openFolder(j.content)
	if err != nil {
		return nil, nil, nil, err
	}
	templates, err := openFolder(j.templates)
	if err != nil {
		return nil, nil, nil, err
	}
	static, err := openFolder(j.static)
	if err != nil {
		return nil, nil, nil, err
	}

	set, diags := content.Load(contentFS, label(j.content))

	wordsFS, err := fs.Sub(templates, "words")
	if err != nil {
		return nil, nil, nil, err
	}
	words, found := content.LoadWords(wordsFS, label(j.templates)+"/words", set.Settings.Languages)
	diags = append(diags, found...)

	options := site.Options{Now: j.clock.In(set.Settings.Zone), BaseURL: j.baseURL, Drafts: j.drafts, Future: j.future, Words: words}
	if j.now != "" {
		now, err := locale.ParseDate(j.now, set.Settings.Zone)
		if err != nil {
			return nil, nil, nil, &usageError{"--now: " + err.Error(), "write for example --now 2012-03-28 or --now \"2012-03-28 08:00\""}
		}
		options.Now = now.Time
	}
	if options.BaseURL == "" {
		options.BaseURL = set.Settings.BaseURL
	}
	if options.BaseURL == "" && !set.Settings.At("base_url").IsKnown() {
		diags.Add(set.Settings.At("base_url"), diag.NoBaseURL)
	}

	if found := routes.CheckWords(words, label(j.templates)); len(found) > 0 {
		// Without its words no page can be made.
		return nil, nil, append(diags, found...), nil
	}
	model, found := site.Link(set, options)
	diags = append(diags, found...)

	table, found := routes.List(model, routes.Sources{
		Templates: templates, TemplatesLabel: label(j.templates),
		Static: static, StaticLabel: label(j.static),
		Content: contentFS, NoIndex: j.noIndex,
	})
	return model, table, append(diags, found...), nil
}

// openFolder gives the files of a folder, none outside it: a symbolic link that leads out is refused
// by the operating system.
func openFolder(dir string) (fs.FS, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, &usageError{"there is no folder " + dir, "run the command in the project's folder, or name it with --root"}
	}
	return root.FS(), nil
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
