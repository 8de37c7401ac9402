package content

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"alingsas.se/dialog/generator/diag"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite the expectations in testdata")

// Each file in testdata is a content folder: the comment says what it shows, "diagnostics" is what
// loading it reports. Settings and a statement without faults are added where a case has none.
func TestFaultsInTestdataAreReported(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			fsys, want := folder(archive)
			_, diags, _ := NewLoader(fsys, "content").Load()
			got := report(t, fsys, diags)
			if *update {
				rewrite(t, file, archive, got)
			} else if got != want {
				t.Errorf("got:\n%s\nwant:\n%s\nIf the new texts are right: go test ./generator/content -update", got, want)
			}
		})
	}
}

const (
	plainSettings  = "title: Dialog\nbase_url: https://dialog.example.se\nlanguages: [sv, en]\norganisation:\n  name: Alingsås kommun\n"
	plainStatement = "status: full\nassessed: 2026-01-01\nupdated: 2026-01-01\nmethod: Självskattning\nfeedback:\n  url: https://www.alingsas.se\n"
)

// folder gives the files of a case and what is expected of them.
func folder(a *txtar.Archive) (fsys fstest.MapFS, want string) {
	fsys = fstest.MapFS{
		settingsFile:  {Data: []byte(plainSettings)},
		statementFile: {Data: []byte(plainStatement)},
	}
	for _, f := range a.Files {
		switch {
		case f.Name == "diagnostics":
			want = string(f.Data)
		case strings.TrimSpace(string(f.Data)) == "ABSENT":
			delete(fsys, f.Name)
		default:
			fsys[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	return fsys, want
}

func report(t *testing.T, fsys fstest.MapFS, diags diag.List) string {
	t.Helper()
	var b strings.Builder
	source := func(file string) []byte {
		if f := fsys[strings.TrimPrefix(file, "content/")]; f != nil {
			return f.Data
		}
		return nil
	}
	if err := (diag.Report{Lang: "en", Source: source}).Write(&b, diags.Sorted()); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func rewrite(t *testing.T, file string, a *txtar.Archive, got string) {
	t.Helper()
	var kept []txtar.File
	for _, f := range a.Files {
		if f.Name != "diagnostics" {
			kept = append(kept, f)
		}
	}
	a.Files = append(kept, txtar.File{Name: "diagnostics", Data: []byte(got)})
	if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
		t.Fatal(err)
	}
}
