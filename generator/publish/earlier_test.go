package publish

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/routes"
	model "alingsas.se/dialog/generator/site"
)

// counted is a route that shows no text, and counts how often it is rendered.
func counted(url, text string, times *int, diags ...diag.Diagnostic) routes.Route {
	return routes.Route{
		URL: url, Texts: func() []*model.Body { return nil },
		Render: func(w *bytes.Buffer) (diag.List, error) {
			*times++
			w.WriteString(text)
			return diags, nil
		},
	}
}

func TestAnOutputIsRenderedAgainWhereItMayDiffer(t *testing.T) {
	warning := diag.New(diag.Position{File: "content/press/a.md", Line: 1}, diag.MissingAlt)
	dir := filepath.Join(t.TempDir(), "public")
	file, made := filepath.Join(dir, "a", "index.html"), filepath.Join(filepath.Dir(dir), ".public.made")
	var times int
	page := markedSite(counted("/a/", "A", &times))
	basis := Basis{1}
	change := func(name string, do func(string) string) {
		if err := os.WriteFile(name, []byte(do(read(t, name))), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, step := range []struct {
		what  string
		table routes.Table
		do    func()
		want  int
	}{
		{"the first time", page, func() {}, 1},
		{"never", page, func() {}, 0},
		{"another basis", page, func() { basis = Basis{2} }, 1},
		{"never again", page, func() {}, 0},
		{"a file that somebody wrote to", page, func() { change(file, func(string) string { return "B" }) }, 1},
		{"a longer file", page, func() { change(file, func(text string) string { return text + text }) }, 1},
		{"a file that is gone", page, func() { _ = os.Remove(file) }, 1},
		{"a link to a file that is the same", page, func() {
			_ = os.Rename(file, file+".old")
			_ = os.Symlink(file+".old", file)
		}, 1},
		{"notes that are gone", page, func() { _ = os.Remove(made) }, 1},
		{"notes that were cut", page, func() { change(made, func(text string) string { return text[:len(text)-3] }) }, 1},
		{"notes of another kind", page, func() { change(made, func(text string) string { return strings.Replace(text, "made 1", "made 2", 1) }) }, 1},
		{"notes that are nonsense", page, func() { change(made, func(text string) string { return text + "a b c d\n" }) }, 1},
		{"notes of a size that no file has", page, func() {
			change(made, func(text string) string { return strings.Replace(text, "\n0 1 ", "\n0 9223372036854775807 ", 1) })
		}, 1},
		{"notes of a size below nothing", page, func() {
			change(made, func(text string) string { return strings.Replace(text, "\n0 1 ", "\n0 -9 ", 1) })
		}, 1},
		{"notes that are a link", page, func() {
			_ = os.Rename(made, made+".old")
			_ = os.Symlink(made+".old", made)
		}, 1},
		{"a text with a warning", markedSite(counted("/a/", "AA", &times, warning)), func() { basis = Basis{3} }, 1},
		{"a warning that is told again", markedSite(counted("/a/", "AA", &times, warning)), func() {}, 1},
		{"nothing, which is like any other nothing", markedSite(counted("/a/", "", &times)), func() { basis = Basis{4} }, 1},
		{"nothing again", markedSite(counted("/a/", "", &times)), func() {}, 1},
		{"no basis", page, func() { basis = Basis{} }, 1},
		{"no basis again", page, func() {}, 1},
	} {
		times = 0
		step.do()
		result, _, err := Update(step.table, dir, basis)
		if err != nil {
			t.Fatal(step.what, err)
		}
		if times != step.want || result.Reused != 1-step.want {
			t.Errorf("%s: rendered %d times, want %d; %d reused", step.what, times, step.want, result.Reused)
		}
	}
	if got := read(t, file); got != "A" {
		t.Errorf("the page is %q", got)
	}
}

// markedSite has the file that marks a site, and a route.
func markedSite(r routes.Route) routes.Table { return routes.Table{route("/_headers", "/*\n"), r} }
