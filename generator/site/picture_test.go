package site

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"alingsas.se/dialog/generator/pictures"
)

// A watched folder counts how often its pictures are looked at and opened.
type watched struct {
	fstest.MapFS
	looks, opens *int
}

func (w watched) Open(name string) (fs.File, error) {
	if strings.HasSuffix(name, ".png") {
		*w.opens++
	}
	return w.MapFS.Open(name)
}

func (w watched) Stat(name string) (fs.FileInfo, error) {
	if strings.HasSuffix(name, ".png") {
		*w.looks++
	}
	return w.MapFS.Stat(name)
}

// Each look goes through all folders above a picture: a build of an unchanged site looks once at each. One that has
// changed is read.
func TestAPictureThatHasNotChangedIsLookedAtOnce(t *testing.T) {
	fsys := folderOf(t, "contacts/anna-ek.md", anna,
		"press/a/index.md", "---\ntitle: T\ndate: 2026-06-01\ncontacts: [anna-ek]\nimages: [{file: a.png, alt: En prick}]\n---\nText.\n")
	photo := &fstest.MapFile{Data: picture, ModTime: time.Now().Add(-time.Hour)}
	fsys["press/a/a.png"] = photo
	dir := t.TempDir()
	for _, step := range []struct {
		name         string
		change       func()
		looks, opens int
	}{
		{"first", func() {}, 1, 1},
		{"again", func() {}, 1, 0},
		{"changed", func() { photo.ModTime = photo.ModTime.Add(time.Second) }, 1, 1},
		{"and again", func() {}, 1, 0},
	} {
		step.change()
		looks, opens := 0, 0
		cache := pictures.Open(dir)
		s, diags := link(t, watched{fsys, &looks, &opens}, Options{Pictures: cache, Root: "/project"})
		if err := cache.Close(); err != nil || diags.HasErrors() || len(s.Files) != 1 || !s.Files[0].IsPicture() {
			t.Fatalf("%s: %v %v %v", step.name, s.Files, diags, err)
		}
		if looks != step.looks || opens != step.opens {
			t.Errorf("%s: looked at %d times and opened %d times, want %d and %d", step.name, looks, opens, step.looks, step.opens)
		}
	}
}
