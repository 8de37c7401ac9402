package routes

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"alingsas.se/dialog/generator/pictures"
	"alingsas.se/dialog/generator/web"
)

// onDisk lists a sample with a cache, and gives the file in which the output at an address lies.
func onDisk(t *testing.T, s *sample, dir, url string) (web.File, web.Route) {
	t.Helper()
	s.pictures = pictures.Open(dir)
	table, _ := s.list(t)
	r, found := table.Find(url)
	if !found || r.OnDisk == nil {
		t.Fatalf("%s lies nowhere on the disk", url)
	}
	file, err := r.OnDisk()
	if err != nil || s.pictures.Close() != nil {
		t.Fatal(err)
	}
	return file, r
}

func replaceIn(s *sample, old, new string) {
	f := s.content["press/a/index.md"]
	s.content["press/a/index.md"] = file(strings.Replace(string(f.Data), old, new, 1))
}

// A kit and a picture that lie in the cache are what would be rendered, and another where anything in them is.
func TestWhatLiesInTheCacheIsWhatWouldBeRendered(t *testing.T) {
	const kit, picture = "/pressmeddelanden/a/pressmaterial.zip", "/pressmeddelanden/a/a.gif"
	dir := t.TempDir()
	seen := map[string]bool{}
	for _, change := range []func(s *sample){
		func(*sample) {},
		func(s *sample) { s.content["press/a/mer/avtal.pdf"] = file("%PDF another") },
		func(s *sample) { replaceIn(s, "Torget i maj.", "Torget i juni.") },
		func(s *sample) { replaceIn(s, "Bo Alm", "Eva Alm") },
	} {
		s := newKitSample(t)
		change(s)
		for _, url := range []string{kit, picture} {
			f, r := onDisk(t, s, dir, url)
			got, err := os.ReadFile(f.Name)
			if want := r.Bytes(); err != nil || want.Err != nil || !bytes.Equal(got, want.Data) || f.Size != int64(len(got)) {
				t.Errorf("%s: %d bytes, rendered %d, told %d (%v, %v)", url, len(got), len(want.Data), f.Size, err, want.Err)
			}
			if again, _ := onDisk(t, s, dir, url); again != f {
				t.Errorf("%s is made twice", url)
			}
			if url == kit && seen[f.SHA256] {
				t.Error("a change gives the same kit")
			}
			seen[f.SHA256] = true
		}
	}
}

func TestWithoutACacheNothingLiesOnTheDisk(t *testing.T) {
	f, r := onDisk(t, newKitSample(t), "", "/pressmeddelanden/a/pressmaterial.zip")
	if rendered := r.Bytes(); f.Name != "" || rendered.Err != nil || len(rendered.Data) == 0 {
		t.Errorf("%v, %v", f, rendered.Err)
	}
}
