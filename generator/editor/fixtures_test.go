package editor_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// siteWide are the findings for which all pages are needed, or that are about the files of others.
var siteWide = map[string]bool{}

// The fixtures of checks: what is told of each text is what a check tells of it.
func TestFixturesAreFollowedByWhatACheckSays(t *testing.T) {
	files, err := filepath.Glob("../testdata/check/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { compareFixture(t, file) })
	}
}

func compareFixture(t *testing.T, file string) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "content")
	put := func(name string, data []byte) {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	put("site.yaml", []byte("title: Dialog\nbase_url: https://dialog.example.se\norganisation: {name: Alingsås kommun}\n"))
	for _, f := range archive.Files {
		if name, isContent := strings.CutPrefix(f.Name, "content/"); isContent {
			put(name, f.Data)
		} else if f.Name != "diagnostics" {
			t.Skip("it has files besides content")
		}
	}
	a := assemble(t, jobOf(dir))
	if a.Model == nil {
		t.Skip("there is no site")
	}
	wanted, e := checkOf(t, a), open(t, a)
	for _, name := range texts(t, dir) {
		r := requestFor(t, dir, name)
		r.Language = "sv"
		got, want := saidOf(e.Look(r), a.Set.Label+"/"+name), wanted[a.Set.Label+"/"+name]
		for _, one := range append(slices.DeleteFunc(slices.Clone(got), func(s string) bool { return slices.Contains(want, s) }), slices.DeleteFunc(slices.Clone(want), func(s string) bool { return slices.Contains(got, s) })...) {
			if code := strings.Split(one, "|")[2]; !siteWide[code] {
				t.Errorf("CODE %s got=%v %s: %s", code, slices.Contains(got, one), name, one)
			}
		}
	}
}
