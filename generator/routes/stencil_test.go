package routes

import (
	"bytes"
	"os"
	"testing"
	"time"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/site"
	"alingsas.se/dialog/generator/stencil"
	"alingsas.se/dialog/generator/web"
)

// projectSite lists the routes of a content folder with the project's own templates.
func projectSite(t testing.TB, folder string, now time.Time, by executing) (*lister, web.Table) {
	t.Helper()
	fsys := os.DirFS(folder)
	set, _, _ := content.NewLoader(fsys, "content").Load()
	words, diags := content.LoadWords(os.DirFS("../../templates/words"), "words", set.Settings.Languages)
	if len(diags) > 0 {
		t.Fatalf("the project's words: %v", diags)
	}
	model, _ := site.Link(set, site.Options{Now: now.In(set.Settings.Zone), BaseURL: "https://dialog.example.se", Words: words})
	return list(model, Sources{Templates: os.DirFS("../../templates"), TemplatesLabel: "templates", Static: os.DirFS("../../static"), StaticLabel: "static", Content: fsys}, by)
}

// projectSites are the content folders whose sites are rendered, as of a moment: the golden tree, and an invented
// municipality with every kind of page.
var projectSites = map[string]time.Time{
	"../../content":             time.Date(2012, 3, 28, 12, 0, 0, 0, time.UTC),
	"../testdata/looks/content": time.Date(2026, 6, 15, 12, 0, 0, 0, time.UTC),
}

// Stencils and html/template make the same bytes of every output.
func TestStencilsWriteWhatTheLibraryWrites(t *testing.T) {
	for folder, now := range projectSites {
		_, table := projectSite(t, folder, now, compiled)
		_, plain := projectSite(t, folder, now, library)
		if len(table) < 80 || len(table) != len(plain) {
			t.Fatalf("%s: %d outputs, and %d by the library", folder, len(table), len(plain))
		}
		for i, r := range table {
			var want, got bytes.Buffer
			if _, err := plain[i].Render(&want); err != nil {
				t.Fatal(err)
			}
			for range 2 { // the first time html/template executes, whose escaped tree is compiled then
				got.Reset()
				if _, err := r.Render(&got); err != nil {
					t.Fatal(err)
				}
			}
			if !bytes.Equal(got.Bytes(), want.Bytes()) {
				t.Errorf("%s in %s is another page than html/template makes", r.URL, folder)
			}
		}
	}
}

// No template of the project may use what only html/template can do: such a page takes several times as long.
func TestTheProjectsTemplatesAreFast(t *testing.T) {
	for folder, now := range projectSites {
		l, table := projectSite(t, folder, now, compiled)
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
			if n := e.templates.(*stencil.Set).HandedOver(); n > 0 {
				t.Errorf("%s in %s: html/template had to render %d times", folder, e.Lang.Tag, n)
			}
		}
	}
}
