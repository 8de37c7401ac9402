package publish

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"alingsas.se/dialog/generator/web"
	"github.com/fsnotify/fsnotify"
)

// changes gives the names that came and went in dir and its folders while do ran, in order, as the system
// tells them: "+name" and "-name".
func changes(t *testing.T, dir string, do func()) []string {
	t.Helper()
	watcher, err := fsnotify.NewBufferedWatcher(1000)
	if err != nil {
		t.Skip(err)
	}
	defer watcher.Close()
	err = filepath.WalkDir(dir, func(name string, entry os.DirEntry, err error) error {
		if err == nil && entry.IsDir() {
			err = watcher.Add(name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	do()
	last := filepath.Join(dir, "last")
	if err := os.WriteFile(last, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	var found []string
	for event := range watcher.Events {
		name, _ := filepath.Rel(dir, event.Name)
		switch {
		case event.Name == last:
			return found
		case event.Has(fsnotify.Create):
			found = append(found, "+"+name)
		case event.Has(fsnotify.Remove):
			found = append(found, "-"+name)
		}
	}
	return found
}

func TestNothingIsNamedBeforeItIsThere(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	build := func(table web.Table) func() {
		return func() {
			if _, _, err := Write(table, dir, false); err != nil {
				t.Error(err)
			}
		}
	}
	// Into an empty folder the marker comes first, or the next build would take it for somebody else's.
	first := changes(t, dir, build(web.Table{route("/", "A"), route("/404.html", "A"), route("/_headers", "A"), route("/_redirects", "A"), route("/site.1.css", "A"), route("/sitemap.xml", "A")}))
	if want := []string{"+_headers", "+site.1.css", "+404.html", "+index.html", "+_redirects", "+sitemap.xml"}; !slices.Equal(first, want) {
		t.Errorf("a new site: %v\nwant %v", first, want)
	}
	if err := os.Remove(filepath.Join(dir, "last")); err != nil {
		t.Fatal(err)
	}
	build(web.Table{route("/", "A"), route("/_headers", "A"), route("/deep/same.html", "A"), route("/deep/page.html", "A"), route("/gone.html", "A"), route("/gone.png", "A"), route("/sitemap.xml", "A"), route("/picture.png", "A"), route("/x", "A"), route("/y/", "A")})()
	second := changes(t, dir, build(web.Table{route("/", "B"), route("/_headers", "B"), route("/deep/same.html", "A"), route("/deep/page.html", "B"), route("/deep/new.html", "B"), route("/feed.xml", "B"), route("/new.html", "B"), route("/new.png", "B"), route("/sitemap.xml", "B"), route("/picture.png", "B"), route("/x/", "B"), route("/y", "B")}))
	want := []string{"+_headers",
		"+new.png", "+deep/new.html", "+new.html", "+feed.xml", // nobody knows of them yet
		"+picture.png", "-y/index.html", "-y", "+y", "+deep/page.html", "-x", "+x", "+index.html", "+sitemap.xml",
		"-gone.html", "-gone.png"} // nobody knows of them any more
	if !slices.Equal(second, want) {
		t.Errorf("a changed site: %v\nwant %v", second, want)
	}
}
