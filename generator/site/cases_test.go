package site

import (
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/locale"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite the expectations in testdata")

// Each file in testdata is a content folder as of 15 June 2026: the comment says what it shows,
// "diagnostics" is what linking it and converting its texts reports. Settings and a statement without
// faults are added where a case has none.
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
			fsys, want := unpack(archive)
			s, diags := link(t, fsys, Options{})
			got := report(t, fsys, append(diags, convert(s)...))
			if *update {
				rewrite(t, file, archive, got)
			} else if got != want {
				t.Errorf("got:\n%s\nwant:\n%s\nIf the new texts are right: go test ./generator/site -update", got, want)
			}
		})
	}
}

var now = time.Date(2026, 6, 15, 12, 0, 0, 0, stockholm())

func stockholm() *time.Location {
	zone, err := time.LoadLocation("Europe/Stockholm")
	if err != nil {
		panic(err)
	}
	return zone
}

// link makes the model of a content folder; what loading it reports comes with the rest.
func link(t *testing.T, fsys fs.FS, o Options) (*Site, diag.List) {
	t.Helper()
	set, diags, _ := content.NewLoader(fsys, "content").Load()
	words, found := content.LoadWords(os.DirFS("../../templates/words"), "words", set.Settings.Languages)
	if len(found) > 0 {
		t.Fatalf("the project's words: %v", found)
	}
	o.Words, o.BaseURL = words, "https://dialog.example.se"
	if o.Now.IsZero() {
		o.Now = now
	}
	s, found := Link(set, o)
	return s, append(diags, found...)
}

// convert converts every text, as pages do.
func convert(s *Site) diag.List {
	var diags diag.List
	for _, e := range s.Editions {
		bodies := []*Body{}
		if e.Organisation.About != nil {
			bodies = append(bodies, e.Organisation.About)
		}
		for _, i := range e.Items() {
			bodies = append(bodies, i.Body)
		}
		for _, r := range e.Releases {
			for _, c := range r.Corrections {
				bodies = append(bodies, c.Body)
			}
		}
		for _, b := range bodies {
			_, found := b.HTML()
			diags = append(diags, found...)
		}
	}
	return diags
}

const (
	plainSettings  = "title: Dialog\nbase_url: https://dialog.example.se\nlanguages: [sv, en]\norganisation:\n  name: Alingsås kommun\n"
	plainStatement = "status: full\nassessed: 2026-01-01\nupdated: 2026-01-01\nmethod: Självskattning\nfeedback:\n  url: https://www.alingsas.se\n"
)

// unpack gives the files of a case and what is expected of them. PNG stands for a picture of 2 × 1.
func unpack(a *txtar.Archive) (fsys fstest.MapFS, want string) {
	fsys = fstest.MapFS{
		"site.yaml":          {Data: []byte(plainSettings)},
		"accessibility.yaml": {Data: []byte(plainStatement)},
	}
	for _, f := range a.Files {
		switch {
		case f.Name == "diagnostics":
			want = string(f.Data)
		case strings.TrimSpace(string(f.Data)) == "PNG":
			fsys[f.Name] = &fstest.MapFile{Data: picture}
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

// folderOf makes a content folder of names and texts in turn.
func folderOf(t *testing.T, pairs ...string) fstest.MapFS {
	t.Helper()
	archive := &txtar.Archive{}
	for i := 0; i+1 < len(pairs); i += 2 {
		archive.Files = append(archive.Files, txtar.File{Name: pairs[i], Data: []byte(pairs[i+1])})
	}
	fsys, _ := unpack(archive)
	return fsys
}

func day(text string) locale.Date {
	d, err := locale.ParseDate(text, now.Location())
	if err != nil {
		panic(err)
	}
	return d
}
