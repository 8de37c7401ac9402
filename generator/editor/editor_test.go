package editor_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"alingsas.se/dialog/generator/editor"
	"alingsas.se/dialog/generator/routes"
	"alingsas.se/dialog/generator/web"
	"alingsas.se/dialog/generator/workspace"
)

// now is the moment of the invented municipality and of the tests of findings.
var now = time.Date(2026, 6, 15, 12, 0, 0, 0, time.UTC)

// editorOn turns the editor on in settings that do not.
const editorOn = "\nadmin: {repository: exempel/dialog, backend: github}\n"

func jobOf(t testing.TB, contentDir string) workspace.Job {
	t.Helper()
	made := t.TempDir()
	for _, name := range []string{routes.EditorProgram, routes.EditorRuntime} {
		if err := os.WriteFile(filepath.Join(made, name), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	settings, err := os.ReadFile(filepath.Join(contentDir, "site.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(settings), "\nadmin:") {
		settings = append(settings, editorOn...)
	}
	return workspace.Job{
		Content: contentDir, Templates: "../../templates", Static: "../../static", Clock: now, Editor: made,
		Added: map[string][]byte{"site.yaml": settings},
	}
}

func assemble(t testing.TB, j workspace.Job) *workspace.Assembly {
	t.Helper()
	a, err := workspace.Assemble(j)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func render(t testing.TB, table web.Table, url string) string {
	t.Helper()
	route, found := table.Find(url)
	if !found {
		return ""
	}
	var b bytes.Buffer
	if _, err := route.Render(&b); err != nil {
		t.Fatalf("%s: %v", url, err)
	}
	return b.String()
}

func open(t testing.TB, a *workspace.Assembly) *editor.Editor {
	t.Helper()
	e, err := editor.Open([]byte(render(t, a.Table, routes.EditorIndexURL)), now.Year())
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// texts gives the names of all content files.
func texts(t testing.TB, dir string) (names []string) {
	t.Helper()
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && strings.HasSuffix(name, ".md") && strings.Contains(name, "/") {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// requestFor asks for a text as it lies on the disk, with its translations.
func requestFor(t testing.TB, dir, name string) editor.Request {
	t.Helper()
	r := editor.Request{Name: name, Now: now, Language: "en"}
	stem, _, _ := strings.Cut(name, ".")
	for _, other := range texts(t, dir) {
		if otherStem, _, _ := strings.Cut(other, "."); otherStem == stem {
			data, err := os.ReadFile(filepath.Join(dir, other))
			if err != nil {
				t.Fatal(err)
			}
			r.Files = append(r.Files, editor.File{Name: other, Text: string(data)})
		}
	}
	return r
}

var sites = map[string]string{"the real content": "../../content", "the invented municipality": "../testdata/looks/content"}

func TestAPageIsTheOneThatABuildWrites(t *testing.T) {
	for what, dir := range sites {
		t.Run(what, func(t *testing.T) {
			j := jobOf(t, dir)
			built := assemble(t, j)
			e := open(t, built)
			compared := 0
			for _, name := range texts(t, dir) {
				page, answer := e.Page(requestFor(t, dir, name)), e.Look(requestFor(t, dir, name))
				url, want := pageOf(t, j, built, name)
				if answer.URL != url {
					t.Errorf("%s has its page at %q, want %q", name, answer.URL, url)
				}
				if answer.HTML != want {
					t.Errorf("%s (%s): %s", name, answer.State, difference(answer.HTML, want))
				}
				if page.HTML != want || page.URL != url || page.State != answer.State || page.IsDraft != answer.IsDraft {
					t.Errorf("%s (%s): the page alone is another: %s", name, page.State, difference(page.HTML, want))
				}
				if want != "" {
					compared++
				}
			}
			if compared == 0 {
				t.Error("no page was compared")
			}
			t.Logf("%d pages", compared)
		})
	}
}

// pageOf gives the page of a text in a build as of the moment when it is public, or with drafts.
func pageOf(t *testing.T, j workspace.Job, built *workspace.Assembly, name string) (url, html string) {
	t.Helper()
	state, from := "", time.Time{}
	for i := range built.Set.Items() {
		if i.Name == name {
			s, at := built.Model.StateOf(i)
			state, from = fmt.Sprint(int(s)), at
		}
	}
	switch state {
	case "1": // a draft
		j.Drafts, j.Future = true, true
	case "2":
		j.Clock = from
	case "3":
		j.Now = from.Format("2006-01-02 15:04")
	}
	if state != "0" {
		built = assemble(t, j)
	}
	for _, e := range built.Model.Editions {
		for _, i := range e.Items() {
			if i.Source.Name == name {
				return i.URL, render(t, built.Table, i.URL)
			}
		}
	}
	return "", ""
}

// difference tells where two texts begin to differ.
func difference(got, want string) string {
	n := 0
	for n < len(got) && n < len(want) && got[n] == want[n] {
		n++
	}
	from := max(0, n-80)
	return fmt.Sprintf("at byte %d the page has\n%q\nthe build has\n%q", n, got[from:min(len(got), n+120)], want[from:min(len(want), n+120)])
}
