package routes

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"alingsas.se/dialog/generator/diag"
)

func TestStaticFilesArePublishedAndWhatEditorsLeaveIsNot(t *testing.T) {
	file := &fstest.MapFile{Data: []byte("a { color : red }")}
	a, diags := loadAssets(fstest.MapFS{
		"assets/site.css": file, "assets/.site.css.swp": file, "assets/site.css~": file, ".git/config": file,
		"favicon.ico": file, ".well-known/change-password": file, ".DS_Store": file,
	}, "static")
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	var urls []string
	for _, r := range a.routes("static") {
		urls = append(urls, r.URL)
	}
	if len(urls) != 3 || !slices.Contains(urls, "/favicon.ico") || !slices.Contains(urls, "/.well-known/change-password") {
		t.Errorf("published are %q", urls)
	}
	style, err := a.url("site.css")
	if err != nil || !strings.HasPrefix(style, "/assets/site.") || style == "/assets/site.css" {
		t.Errorf("the style sheet is at %q (%v), want a name with a fingerprint", style, err)
	}
	if got := string(a.byName["assets/site.css"].data); got != "a{color:red}" {
		t.Errorf("the style sheet is %q", got)
	}
	if _, err := a.url("print.css"); err == nil {
		t.Error("a template may name a file that is not there")
	}
}

func TestStaticFilesHaveNamesThatCanBePublished(t *testing.T) {
	for _, c := range []struct {
		name, url string
		code      diag.Code
	}{
		{"a b.txt", "/a%20b.txt", ""},
		{"%41.txt", "/%2541.txt", ""},
		{"träd.txt", "/tr%C3%A4d.txt", ""},
		{"*", "/%2A", ""},
		{":a", "/%3Aa", ""},
		{"a/b;c,d.txt", "/a/b%3Bc%2Cd.txt", ""},
		{"a\n  X-Evil: 1", "", diag.BadFileName},
		{"a\rb", "", diag.BadFileName},
		{"a\x1b[31m", "", diag.BadFileName},
		{"a\u2028b", "", diag.BadFileName},
		{"a?.txt", "", diag.BadFileName},
		{"a#.txt", "", diag.BadFileName},
		{`a\b`, "", diag.BadFileName},
		{"a\xff", "", diag.BadFileName},
		{"_headers", "/_headers", diag.URLCollision},
		{"_redirects", "/_redirects", diag.URLCollision},
		{"_Redirects", "/_Redirects", diag.URLCollision},
		{"Assets/site.css", "/Assets/site.css", diag.URLCollision},
		{"robots.txt", "/robots.txt", diag.URLCollision},
		{"kontakt", "/kontakt", diag.URLCollision},
		{strings.Repeat("a", 247) + ".css", "", ""},
	} {
		s := newSample(t)
		s.static = fstest.MapFS{c.name: file("a{}")}
		table, diags := s.list(t)
		r, found := table.Find(c.url)
		if c.url != "" && (!found && diags == nil || found && c.code == "" && r.Source != "static/"+c.name) {
			t.Errorf("%q is not published at %s", c.name, c.url)
		}
		if c.code == "" && len(diags) > 0 || c.code != "" && (len(diags) == 0 || diags[0].Code != c.code) {
			t.Errorf("%q: reported %v, want %q", c.name, diags, c.code)
		}
	}
}

// What lies in a folder of static/assets has a fingerprint, too, since browsers keep it for good.
func TestEveryAssetHasAFingerprint(t *testing.T) {
	a, _ := loadAssets(fstest.MapFS{"assets/fonts/a b.woff2": file("x")}, "static")
	if url := a.routes("static")[0].URL; !strings.HasPrefix(url, "/assets/fonts/a%20b.") || len(url) != len("/assets/fonts/a%20b.abcdefgh.woff2") {
		t.Errorf("it is at %s", url)
	}
	s := newSample(t)
	s.content["pages/assets.md"] = file("---\ntitle: A\n---\n")
	if _, diags := s.list(t); len(diags) != 1 || diags[0].Code != diag.URLCollision || diags[0].File != "content/pages/assets.md" {
		t.Errorf("a page among the assets: reported %v", diags)
	}
}

// A folder that says that it cannot be read does not keep the others from being published.
func TestAFolderThatCannotBeReadIsTold(t *testing.T) {
	a, diags := loadAssets(lockedFolder{fstest.MapFS{"a.txt": file("x"), "b/c.txt": file("x"), "d.txt": file("x")}}, "static")
	if len(a.byName) != 2 || len(diags) != 1 || diags[0].Code != diag.UnreadableFile || diags[0].File != "static/b" || diags[0].Arg("why") != "permission denied" {
		t.Errorf("read %d files, reported %v", len(a.byName), diags)
	}
}

type lockedFolder struct{ fstest.MapFS }

func (l lockedFolder) ReadDir(name string) ([]fs.DirEntry, error) {
	if name == "b" {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return l.MapFS.ReadDir(name)
}
