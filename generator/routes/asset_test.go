package routes

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
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
