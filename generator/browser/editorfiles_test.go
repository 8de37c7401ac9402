package browser

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"alingsas.se/dialog/generator/sitetest"
)

func (e *editing) translates() {
	for _, one := range []struct{ entry, key, text, file, want string }{
		{"contacts/entries/bo-stadsson", "role", "chair", "contacts/bo-stadsson.en.md", "---\nrole: chair\n---\n"},
		{"press/entries/2026-06-05-badvatten", "title", "The water is fine", "press/2026-06-05-badvatten.en.md", "---\ntitle: The water is fine\ndate: 2026-06-05\ncontacts: [sara-exempel]\ntopics: [Fritid]\n---\n"},
	} {
		got := e.changed(fmt.Sprintf("await show(%q); await translate('Engelska'); await fill(%q, %q); await save();", one.entry, one.key, one.text))
		if !maps.Equal(got, map[string]string{"content/" + one.file: one.want}) {
			e.t.Errorf("it writes %q", got)
		}
	}
}

func (e *editing) deletes() {
	before := e.files()
	got := e.changed("await show('contacts/entries/lo-utanvag'); await remove();")
	after := e.files()
	for _, name := range []string{"content/contacts/lo-utanvag.md", "content/contacts/lo-utanvag.en.md"} {
		if _, isThere := after[name]; isThere {
			e.t.Errorf("%s is still there", name)
		}
	}
	if len(after) != len(before)-2 { // the portraits of others lie beside it
		e.t.Errorf("of %d files %d are left", len(before), len(after))
	}
	const name = "content/meetings/frukost-i-juni/index.md"
	if want := strings.Replace(before[name], "participants: [sara-exempel, lo-utanvag]\n", "participants:\n  - sara-exempel\n", 1); len(got) != 1 || got[name] != want {
		e.t.Errorf("it writes %q: %s", slices.Collect(maps.Keys(got)), sitetest.FirstDifference([]byte(got[name]), []byte(want)))
	}
}

func (e *editing) builds() {
	dir := e.mustBuild().dir
	for url, text := range map[string]string{
		"pressmeddelanden/atta-nya-trad-pa-torget": "Kommunen planterar åtta träd.",
		"en/contact/bo-stadsson":                   "chair",
		"en/press/badvatten":                       "The water is fine",
	} {
		page, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(url), "index.html"))
		if err != nil || !strings.Contains(string(page), text) {
			e.t.Errorf("%s: %v:\n%s", url, err, page)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "kontakt", "lo-utanvag")); err == nil {
		e.t.Error("what was deleted has a page")
	}
}

// mustBuild builds the site of what the store holds.
func (e *editing) mustBuild() *builtSite {
	e.t.Helper()
	dir := e.t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../testdata/looks/content")); err != nil { // pictures are bytes
		e.t.Fatal(err)
	}
	files := e.files()
	for _, name := range texts(e.t, dir) {
		if _, isThere := files["content/"+name]; !isThere {
			if err := os.Remove(filepath.Join(dir, filepath.FromSlash(name))); err != nil {
				e.t.Fatal(err)
			}
		}
	}
	for name, text := range files {
		if ext := filepath.Ext(name); ext != ".md" && ext != ".yaml" {
			if _, err := os.Stat(filepath.Join(dir, strings.TrimPrefix(name, "content/"))); err == nil {
				continue
			}
			text = onePixel // the one that was uploaded
		}
		file := filepath.Join(dir, filepath.FromSlash(strings.TrimPrefix(name, "content/")))
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			e.t.Fatal(err)
		}
	}
	return buildSite(e.t, "edited", dir, "2026-06-15 12:00")
}

// texts are the names of what a content folder has in Markdown.
func texts(t *testing.T, dir string) (names []string) {
	t.Helper()
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && filepath.Ext(name) == ".md" {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}
