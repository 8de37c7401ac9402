package editor_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"alingsas.se/dialog/generator/diag"
	"github.com/rogpeppe/go-internal/txtar"
)

// leftToBuild are the findings that a browser cannot tell: those about the bytes of pictures, which it does not have, and
// the one for which all pages are needed. Of the first it may say that a file is missing or broken, and that it is not sure.
var leftToBuild = []diag.Code{diag.BrokenPicture, diag.MissingFile, diag.SameFileName, diag.UnsafeDrawing, diag.PictureFormat, diag.PictureTooLarge, diag.PictureName, diag.DuplicateTitle}

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
		switch folder, _, _ := strings.Cut(f.Name, "/"); folder {
		case "templates", "static":
			t.Skip("it is about other files than content")
		case "diagnostics":
		default:
			put(f.Name, f.Data)
		}
	}
	a := assemble(t, jobOf(t, dir))
	if a.Model == nil {
		t.Skip("there is no site")
	}
	if !a.Set.Settings.Editable() {
		t.Skip("nobody edits in a browser")
	}
	wanted, e := checkOf(t, a), open(t, a)
	for _, name := range texts(t, dir) {
		r := requestFor(t, dir, name)
		r.Language = "sv"
		answer := e.Look(r)
		got, want := saidOf(answer, a.Set.Label+"/"+name), wanted[a.Set.Label+"/"+name]
		for _, one := range append(slices.DeleteFunc(slices.Clone(got), func(s string) bool { return slices.Contains(want, s) }), slices.DeleteFunc(slices.Clone(want), func(s string) bool { return slices.Contains(got, s) })...) {
			if code := strings.Split(one, "|")[2]; !slices.Contains(leftToBuild, diag.Code(code)) {
				t.Errorf("%s: said: %v, %s", name, slices.Contains(got, one), one)
			}
		}
		for _, f := range answer.Found {
			isSure := !f.Unsure && slices.Contains(leftToBuild, diag.Code(f.Code))
			if isSure && !slices.Contains(want, line(f.Line, f.Column, f.Code, f.Message, f.Hint)) {
				t.Errorf("%s: it is sure of %+v, which a check does not say", name, f)
			}
		}
	}
}
