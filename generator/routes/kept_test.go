package routes

import (
	"bytes"
	"html/template"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/locale"
	"alingsas.se/dialog/generator/site"
	"alingsas.se/dialog/generator/web"
)

// Of sites that differ in their texts alone, the second is made by the templates of the first, and is what it is without.
func TestTemplatesAreParsedOnceForSitesThatFollowEachOther(t *testing.T) {
	words, _ := content.LoadWords(os.DirFS("../../templates/words"), "words", []string{"sv", "en"})
	made := 0
	counted := func(t *template.Template, functions template.FuncMap) executor {
		made++
		return compiled(t, functions)
	}
	var kept Templates
	for _, title := range []string{"Ett torg", "Två torg"} {
		with, without := tableOf(t, title, words, &kept, counted), tableOf(t, title, words, nil, compiled)
		for i, r := range without {
			var want, got bytes.Buffer
			if _, err := r.Render(&want); err != nil {
				t.Fatal(err)
			}
			if _, err := with[i].Render(&got); err != nil || !bytes.Equal(got.Bytes(), want.Bytes()) {
				t.Errorf("%s: %s is another page with templates that were kept: %v", title, r.URL, err)
			}
		}
		if home, _ := with.Find("/"); !strings.Contains(rendered(t, home), title) {
			t.Errorf("the first page lacks %q", title)
		}
	}
	if made != 2 {
		t.Errorf("templates were parsed %d times for two languages", made)
	}
}

func rendered(t *testing.T, r web.Route) string {
	t.Helper()
	var w bytes.Buffer
	if _, err := r.Render(&w); err != nil {
		t.Fatal(err)
	}
	return w.String()
}

// tableOf lists the routes of a site with one release.
func tableOf(t *testing.T, title string, words map[string]*locale.Words, kept *Templates, by executing) web.Table {
	t.Helper()
	fsys := fstest.MapFS{
		"site.yaml":     {Data: []byte("title: Dialog\nbase_url: https://dialog.example.se\nlanguages: [sv, en]\norganisation: {name: Exempel}\n")},
		"press/torg.md": {Data: []byte("---\ntitle: " + title + "\ndate: 2026-06-01\n---\n\nText.\n")},
	}
	set, _, _ := content.NewLoader(fsys, "content").Load()
	now := time.Date(2026, 6, 15, 12, 0, 0, 0, time.UTC)
	model, _ := site.Link(set, site.Options{Now: now, BaseURL: "https://dialog.example.se", Words: words})
	l, table := list(model, Sources{Templates: os.DirFS("../../templates"), TemplatesLabel: "templates", Static: os.DirFS("../../static"), StaticLabel: "static", Content: fsys, Kept: kept}, by)
	if l.diags.HasErrors() {
		t.Fatal(l.diags)
	}
	return table
}
