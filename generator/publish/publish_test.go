package publish

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/web"
)

func route(url, text string) web.Route {
	return web.Route{URL: url, Render: func(w *bytes.Buffer) (diag.List, error) {
		w.WriteString(text)
		return nil, nil
	}}
}

func faulty(url string, diags diag.List, err error) web.Route {
	return web.Route{URL: url, Render: func(*bytes.Buffer) (diag.List, error) { return diags, err }}
}

// site is a table that is a site to Write: it has the file that marks one.
func site(more ...web.Route) web.Table {
	return append(web.Table{route("/_headers", "/*\n"), route("/", "home")}, more...)
}

func read(t *testing.T, parts ...string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(parts...))
	if err != nil {
		return ""
	}
	return string(data)
}

func TestWriteMakesTheFolderWhatTheTableSays(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	for i, step := range []struct {
		table web.Table
		want  Result
	}{
		{site(route("/a/", "A"), route("/b.txt", "B")), Result{Files: 4, Written: 4}},
		{site(route("/a/", "A"), route("/b.txt", "B")), Result{Files: 4}},
		{site(route("/a/", "A"), route("/b.txt", "BB")), Result{Files: 4, Written: 1}},
		{site(route("/a/", "A"), route("/b.txt", "B")), Result{Files: 4, Written: 1}},
		{site(route("/a/", "new"), route("/c/d/", "D")), Result{Files: 4, Written: 2, Removed: 1}},
		{site(route("/a", "now a file"), route("/c/d/", "D")), Result{Files: 4, Written: 1}},
		{site(route("/a/", "a folder again")), Result{Files: 3, Written: 1, Removed: 1}},
	} {
		got, diags, err := Write(step.table, dir, false)
		if err != nil || len(diags) > 0 {
			t.Fatalf("step %d: %v %v", i, diags, err)
		}
		if got != step.want {
			t.Errorf("step %d: %+v, want %+v", i, got, step.want)
		}
	}
	if got := read(t, dir, "a", "index.html"); got != "a folder again" {
		t.Errorf("a/index.html is %q", got)
	}
	if _, err := os.Stat(filepath.Join(dir, "c")); !errors.Is(err, os.ErrNotExist) {
		t.Error("the empty folder c is still there")
	}
	if entries, _ := os.ReadDir(filepath.Dir(dir)); len(entries) != 1 {
		t.Errorf("beside the folder lies %v", entries)
	}
}

func TestFaultsLeaveTheFolderAsItWas(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	if _, _, err := Write(site(), dir, false); err != nil {
		t.Fatal(err)
	}
	fault := diag.List{diag.New(diag.Position{File: "content/press/a.md", Line: 1}, diag.DeadLink, "target", "b.md")}
	for name, table := range map[string]web.Table{
		"a fault in a text":       {route("/_headers", ""), route("/", "changed"), faulty("/a/", fault, nil)},
		"a route that can't be":   {route("/_headers", ""), route("/", "changed"), faulty("/a/", nil, errors.New("no disk"))},
		"more than one, all told": {faulty("/", fault, nil), faulty("/a/", nil, errors.New("no disk"))},
	} {
		if _, diags, err := Write(table, dir, false); !diags.HasErrors() && err == nil {
			t.Errorf("%s: nothing was reported", name)
		}
		if got := read(t, dir, "index.html"); got != "home" {
			t.Errorf("%s: index.html is %q", name, got)
		}
	}
	if _, diags, err := Write(site(faulty("/a/", fault, nil)), dir, true); len(diags) != 1 || err != nil {
		t.Errorf("without writing: %v %v, want the fault", diags, err)
	}
}

// A witness notes what lay in the folder when it was told that publishing begins.
type witness struct {
	file, saw string
	told      int
	err       error
}

func (w *witness) Inspect(web.Route, []byte)             {}
func (w *witness) InspectFile(web.Route, web.File) error { return nil }
func (w *witness) Found() diag.List                      { return nil }
func (w *witness) Commit() error {
	data, _ := os.ReadFile(w.file)
	w.saw, w.told = string(data), w.told+1
	return w.err
}

func TestACommitterIsToldBeforeAnythingIsPublished(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	if _, _, err := Write(site(), dir, false); err != nil {
		t.Fatal(err)
	}
	changed := web.Table{route("/_headers", ""), route("/", "changed")}
	fault := diag.List{diag.New(diag.Position{File: "content/press/a.md", Line: 1}, diag.DeadLink, "target", "b.md")}
	w := &witness{file: filepath.Join(dir, "index.html"), err: errors.New("no disk")}
	for name, table := range map[string]web.Table{"a fault": append(changed, faulty("/a/", fault, nil)), "no route": append(changed, faulty("/a/", nil, w.err))} {
		if _, _, _ = Write(table, dir, false, w); w.told > 0 {
			t.Errorf("%s: told that something is published", name)
		}
	}
	if _, _, _ = Write(changed, dir, true, w); w.told > 0 {
		t.Error("told that something is published when nothing was to be")
	}
	if _, _, err := Write(changed, dir, false, w); !errors.Is(err, w.err) || read(t, dir, "index.html") != "home" {
		t.Errorf("its error: %v, and index.html is %q", err, read(t, dir, "index.html"))
	}
	w.err = nil
	if _, _, err := Write(changed, dir, false, w); err != nil || w.saw != "home" || w.told != 2 || read(t, dir, "index.html") != "changed" {
		t.Errorf("%v, saw %q, told %d times", err, w.saw, w.told)
	}
}

func TestAFolderOfSomethingElseIsRefused(t *testing.T) {
	dir := t.TempDir()
	letter := filepath.Join(dir, "letter.txt")
	if err := os.WriteFile(letter, []byte("dear"), 0o644); err != nil {
		t.Fatal(err)
	}
	var foreign *ForeignFolderError
	if _, _, err := Write(site(), dir, false); !errors.As(err, &foreign) {
		t.Errorf("got %v, want a ForeignFolderError", err)
	}
	if got := read(t, letter); got != "dear" {
		t.Errorf("the letter says %q", got)
	}
}

func TestLinksGiveWayToFiles(t *testing.T) {
	dir, outside := filepath.Join(t.TempDir(), "public"), t.TempDir()
	if _, _, err := Write(site(route("/a/", "A")), dir, false); err != nil {
		t.Fatal(err)
	}
	page, folder := filepath.Join(dir, "index.html"), filepath.Join(dir, "a")
	err := errors.Join(
		os.Rename(page, filepath.Join(outside, "index.html")), os.Symlink(filepath.Join(outside, "index.html"), page),
		os.Rename(folder, filepath.Join(outside, "a")), os.Symlink(filepath.Join(outside, "a"), folder),
		os.Symlink(outside, filepath.Join(dir, "gone")))
	if err != nil {
		t.Skip(err)
	}
	// What they lead to has the right bytes; all the same it is not what was asked for.
	if result, _, err := Write(site(route("/a/", "A")), dir, false); err != nil || result.Written != 2 || result.Removed != 1 {
		t.Errorf("%+v %v, want 2 written and 1 removed", result, err)
	}
	for name, isFolder := range map[string]bool{page: false, folder: true} {
		if info, err := os.Lstat(name); err != nil || info.IsDir() != isFolder || info.Mode()&os.ModeSymlink != 0 {
			t.Errorf("%s: %v %v", name, info, err)
		}
	}
	if read(t, outside, "index.html") != "home" || read(t, outside, "a", "index.html") != "A" {
		t.Error("what the links led to was changed")
	}
}
