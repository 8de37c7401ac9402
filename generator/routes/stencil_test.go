package routes

import (
	"os"
	"testing"
	"time"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/site"
	"alingsas.se/dialog/generator/web"
)

// projectSite lists the routes of a content folder with the project's own templates.
func projectSite(t testing.TB, folder string, now time.Time) (*lister, web.Table) {
	t.Helper()
	fsys := os.DirFS(folder)
	set, _, _ := content.NewLoader(fsys, "content").Load()
	words, diags := content.LoadWords(os.DirFS("../../templates/words"), "words", set.Settings.Languages)
	if len(diags) > 0 {
		t.Fatalf("the project's words: %v", diags)
	}
	model, _ := site.Link(set, site.Options{Now: now.In(set.Settings.Zone), BaseURL: "https://dialog.example.se", Words: words})
	return list(model, Sources{Templates: os.DirFS("../../templates"), TemplatesLabel: "templates", Static: os.DirFS("../../static"), StaticLabel: "static", Content: fsys})
}

// No template of the project may use what only html/template can do: such a page takes several times as long.
func TestTheProjectsTemplatesAreFast(t *testing.T) {
	for folder, now := range map[string]time.Time{
		"../../content":             time.Date(2012, 3, 28, 12, 0, 0, 0, time.UTC),
		"../testdata/looks/content": time.Date(2026, 6, 15, 12, 0, 0, 0, time.UTC),
	} {
		l, table := projectSite(t, folder, now)
		if len(l.diags) > 0 {
			t.Fatalf("%s: %v", folder, l.diags)
		}
		for range 2 {
			table.RenderAll(func(i int, o web.Output) {
				if o.Err != nil {
					t.Error(o.Err)
				}
			})
		}
		for _, e := range l.editions {
			if n := e.templates.HandedOver(); n > 0 {
				t.Errorf("%s in %s: html/template had to render %d times", folder, e.Lang.Tag, n)
			}
		}
	}
}
