package sitetest

import (
	"encoding/base64"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// An Editor does to a copy of the project what people and their programs do.
type Editor struct {
	t        *testing.T
	Rand     *rand.Rand
	Root     string
	pristine map[string][]byte
	n        int
}

// NewEditor copies the project, and adds releases that were made up.
func NewEditor(t *testing.T, r *rand.Rand) *Editor {
	t.Helper()
	e := &Editor{t: t, Rand: r, Root: t.TempDir(), pristine: map[string][]byte{}}
	for _, dir := range []string{"content", "templates", "static"} {
		e.Must(os.CopyFS(filepath.Join(e.Root, dir), os.DirFS(filepath.Join(Project, dir))))
	}
	picture, err := base64.StdEncoding.DecodeString(OnePixel)
	e.Must(err)
	for i := range 20 {
		name := fmt.Sprintf("content/press/made-%d.md", i)
		if i%5 == 0 {
			name = fmt.Sprintf("content/press/made-%d/index.md", i)
			e.Put(fmt.Sprintf("content/press/made-%d/one.png", i), picture)
		}
		e.Put(name, []byte(MadeUp(i)))
		if i%7 == 0 {
			e.Put(strings.TrimSuffix(name, ".md")+".en.md", fmt.Appendf(nil, "---\ntitle: Made up %d\n---\n\nIn English.\n", i))
		}
	}
	for _, name := range e.Files("") {
		data, err := os.ReadFile(e.Path(name))
		e.Must(err)
		e.pristine[name] = data
	}
	return e
}

// MadeUp gives a release that was made up; each number gives another one.
func MadeUp(i int) string {
	extra := ""
	switch {
	case i%5 == 0:
		extra = "images: [{file: one.png, alt: En bild}]\n"
	case i%6 == 1:
		extra = "draft: true\n"
	case i%6 == 2:
		extra = "corrections: [{date: 2012-03-20, text: Det var **fel**.}]\n"
	}
	return fmt.Sprintf("---\ntitle: Påhittad nyhet %d\ndate: 2012-%02d-%02d\ncontacts: [daniel-filipsson]\ntopics: [Ämne %d]\n%s---\n\n"+
		"Första stycket i %d.\n\n## En rubrik\n\nMer text.\n", i, 1+i%4, 1+i, i%3, extra, i)
}

// Must ends the test on an error.
func (e *Editor) Must(err error) {
	e.t.Helper()
	if err != nil {
		e.t.Fatal(err)
	}
}

// Path is where a file lies; names have slashes.
func (e *Editor) Path(name string) string { return filepath.Join(e.Root, filepath.FromSlash(name)) }

// Put writes a file, with the folders above it.
func (e *Editor) Put(name string, data []byte) {
	e.Must(os.MkdirAll(filepath.Dir(e.Path(name)), 0o755))
	e.Must(os.WriteFile(e.Path(name), data, 0o644))
}

// Read gives what a file says.
func (e *Editor) Read(name string) string {
	data, err := os.ReadFile(e.Path(name))
	e.Must(err)
	return string(data)
}

// Replace saves as most editors do: a file of another name takes the place of the old one.
func (e *Editor) Replace(name, text string) {
	temporary := e.Path(name) + ".tmp"
	e.Must(os.WriteFile(temporary, []byte(text), 0o644))
	e.Must(os.Rename(temporary, e.Path(name)))
}

// Files lists the names of files below a folder that end in one of these ways.
func (e *Editor) Files(dir string, ends ...string) (names []string) {
	_ = filepath.WalkDir(e.Path(dir), func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			rel, _ := filepath.Rel(e.Root, name)
			if len(ends) == 0 || slices.ContainsFunc(ends, func(end string) bool { return strings.HasSuffix(name, end) }) {
				names = append(names, filepath.ToSlash(rel))
			}
		}
		return nil
	})
	return names
}

// Restore brings the first state back, as a checkout of another branch does.
func (e *Editor) Restore() {
	for _, name := range e.Files("") {
		if _, known := e.pristine[name]; !known {
			e.Must(os.Remove(e.Path(name)))
		}
	}
	var dirs []string
	_ = filepath.WalkDir(e.Root, func(name string, entry fs.DirEntry, err error) error {
		if err == nil && entry.IsDir() && name != e.Root {
			dirs = append(dirs, name)
		}
		return nil
	})
	for _, dir := range slices.Backward(dirs) {
		os.Remove(dir) // those that are empty
	}
	for name, data := range e.pristine {
		if now, err := os.ReadFile(e.Path(name)); err != nil || string(now) != string(data) {
			e.Put(name, data)
		}
	}
}
