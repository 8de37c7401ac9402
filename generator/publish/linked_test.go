package publish

import (
	"errors"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/web"
)

// stored is a route whose bytes lie in a file; rendered they would be others, which tells what was taken.
func stored(url, name string) web.Route {
	r := route(url, "rendered")
	r.OnDisk = func() (web.File, error) { return web.File{Name: name, Size: 6, SHA256: "of " + name}, nil }
	return r
}

// A reader notes which outputs were shown to it, and how.
type reader struct {
	files, data atomic.Int32
	err         error
}

func (r *reader) Inspect(web.Route, []byte) { r.data.Add(1) }
func (r *reader) InspectFile(web.Route, web.File) error {
	r.files.Add(1)
	return r.err
}
func (r *reader) Found() diag.List { return nil }

func writeFile(t *testing.T, dir, name, text string) string {
	t.Helper()
	file := filepath.Join(dir, name)
	if err := os.WriteFile(file, []byte(text), 0o444); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestFilesArePublishedByTheirName(t *testing.T) {
	cache, dir := t.TempDir(), filepath.Join(t.TempDir(), "public")
	one, other := writeFile(t, cache, "one", "photo1"), writeFile(t, cache, "other", "photo2")
	same := writeFile(t, cache, "same", "photo2")
	for i, step := range []struct {
		file    string
		written int
		want    string
	}{
		{one, 3, "photo1"}, {one, 0, "photo1"}, {other, 1, "photo2"}, {same, 0, "photo2"}, {filepath.Join(cache, "gone"), 1, "rendered"}, {one, 1, "photo1"},
	} {
		var r reader
		got, _, err := Write(site(stored("/a.jpg", step.file)), dir, false, &r)
		if err != nil || got.Written != step.written || read(t, dir, "a.jpg") != step.want {
			t.Errorf("step %d: %q, %+v, %v", i, read(t, dir, "a.jpg"), got, err)
		}
		if want := int32(1); step.want != "rendered" && r.files.Load() != want || r.files.Load()+r.data.Load() != 3 {
			t.Errorf("step %d: %d files and %d others were looked at", i, r.files.Load(), r.data.Load())
		}
	}
	a, errA := os.Stat(one)
	b, errB := os.Stat(filepath.Join(dir, "a.jpg"))
	if errA != nil || errB != nil || !os.SameFile(a, b) {
		t.Error("the file was copied, on one disk")
	}
}

func TestAFileThatNobodyCouldLookAtIsNotPublished(t *testing.T) {
	cache, dir := t.TempDir(), filepath.Join(t.TempDir(), "public")
	failed := errors.New("cannot be read")
	_, _, err := Write(site(stored("/a.jpg", writeFile(t, cache, "one", "photo1"))), dir, false, &reader{err: failed})
	if !errors.Is(err, failed) {
		t.Errorf("got %v", err)
	}
	if _, err := os.Lstat(dir); err == nil {
		t.Error("the site was published")
	}
}

// A build replaces what it has published and does not write into it: the file in the cache stays as it is.
func TestWhatTakesTheFilesPlaceLeavesItAlone(t *testing.T) {
	cache, dir := t.TempDir(), filepath.Join(t.TempDir(), "public")
	one := writeFile(t, cache, "one", "photo1")
	for _, r := range []web.Route{stored("/a.jpg", one), route("/a.jpg", "another"), route("/b", "")} {
		if _, _, err := Write(site(r), dir, false); err != nil {
			t.Fatal(err)
		}
		if got := read(t, one); got != "photo1" {
			t.Fatalf("the file has become %q", got)
		}
	}
}

// What is published as it lies in the cache is found by its name alone: neither file is opened, nor could be.
func TestWhatIsPublishedAlreadyIsNotOpened(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("this user may open any file")
	}
	cache, dir := t.TempDir(), filepath.Join(t.TempDir(), "public")
	one := writeFile(t, cache, "one", "photo1")
	if err := os.Chmod(one, 0); err != nil {
		t.Fatal(err)
	}
	for _, written := range []int{3, 0} {
		if got, _, err := Write(site(stored("/a.jpg", one)), dir, false); err != nil || got.Written != written {
			t.Errorf("%+v, %v", got, err)
		}
	}
}
