package routes

import (
	"bytes"
	"testing"
	"testing/fstest"

	"alingsas.se/dialog/generator/diag"
)

// What is wrong in a text is told with its page, once, whether the template shows it or not.
func TestFaultsOfAShownBody(t *testing.T) {
	for name, page := range map[string]string{"shown": `{{show .Body}}`, "not shown": `-`, "shown twice": `{{show .Body}}{{show .Body}}`} {
		s := newSample(t)
		s.templates = fstest.MapFS{
			"header.html": file(""), "footer.html": file(""), "head.html": file(""),
			"base.html": file(`{{show .Main}}`), "page.html": file(page),
		}
		s.content["pages/a.md"] = file("---\ntitle: A\n---\n[b](b.md)\n")
		table, _ := s.list(t)
		route, _ := table.Find("/a/")
		for range 2 { // html/template renders the first
			var w bytes.Buffer
			diags, err := route.Render(&w)
			if err != nil || len(diags) != 1 || diags[0].Code != diag.DeadLink {
				t.Errorf("%s: got %v, %v", name, diags, err)
			}
		}
	}
}
