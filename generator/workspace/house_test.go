package workspace_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/sitetest"
	"alingsas.se/dialog/generator/web"
	"alingsas.se/dialog/generator/workspace"
)

// Whole sites are the same to the byte when their texts have been written in house form.
func TestTheHouseFormChangesNoPage(t *testing.T) {
	for _, name := range []string{"moments", "looks"} {
		t.Run(name, func(t *testing.T) {
			from := filepath.Join(sitetest.Project, "generator/testdata", name, "content")
			before, after := filepath.Join(t.TempDir(), "content"), filepath.Join(t.TempDir(), "content")
			for _, dir := range []string{before, after} { // both without the history that git knows
				if err := os.CopyFS(dir, os.DirFS(from)); err != nil {
					t.Fatal(err)
				}
			}
			if n := formAll(t, after); n < 10 {
				t.Fatalf("only %d texts were written otherwise", n)
			}
			want, got := routesOf(t, before), routesOf(t, after)
			if len(want) != len(got) || len(want) < 50 {
				t.Fatalf("%d outputs, and %d in house form", len(want), len(got))
			}
			for i, r := range want {
				if !bytes.Equal(rendered(t, r), rendered(t, got[i])) {
					t.Errorf("%s is another one", r.URL)
				}
			}
		})
	}
}

// formAll writes the texts of a folder in house form, and counts those that were not.
func formAll(t *testing.T, dir string) (changed int) {
	t.Helper()
	house := content.NewHouse(os.DirFS(dir), "content")
	for _, name := range house.Texts() {
		data, faults := house.Read(name)
		formed, more := house.Form(name, data)
		if len(faults)+len(more) > 0 {
			t.Fatal(faults, more)
		}
		if !bytes.Equal(formed, data) {
			changed++
		}
		if err := os.WriteFile(filepath.Join(dir, name), formed, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return changed
}

func routesOf(t *testing.T, dir string) web.Table {
	t.Helper()
	a, err := workspace.Assemble(workspace.Job{Content: dir, Templates: filepath.Join(sitetest.Project, "templates"), Static: filepath.Join(sitetest.Project, "static"),
		BaseURL: "https://dialog.example.se", Clock: sitetest.Now})
	if err != nil || a.Diags.HasErrors() {
		t.Fatal(err, a.Diags)
	}
	return a.Table
}

// rendered gives an output; pictures are the same files before and after, and take their time.
func rendered(t *testing.T, r web.Route) []byte {
	t.Helper()
	switch filepath.Ext(r.File()) {
	case ".jpg", ".png", ".webp", ".zip":
		return nil
	}
	var w bytes.Buffer
	if _, err := r.Render(&w); err != nil {
		t.Fatalf("%s: %v", r.URL, err)
	}
	return w.Bytes()
}
