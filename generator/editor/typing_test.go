package editor_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"alingsas.se/dialog/generator/editor"
	"alingsas.se/dialog/generator/sitetest"
)

// typed gives the requests of somebody who types: the text of a release with more and more words in its body, or in its title.
func typed(t testing.TB, dir, name, where string, n int) (requests []editor.Request) {
	t.Helper()
	r := requestFor(t, dir, name)
	for i := range n {
		one := r
		one.Now = r.Now.Add(time.Duration(i) * time.Second)
		one.Files = append([]editor.File(nil), r.Files...)
		for k, f := range one.Files {
			if f.Name != name {
				continue
			}
			if where == "title" {
				f.Text = strings.Replace(f.Text, "\ntitle: ", fmt.Sprintf("\ntitle: Ny %d ", i), 1)
			} else {
				f.Text += fmt.Sprintf("\n\nEtt ord till, nummer %d.\n", i)
			}
			one.Files[k] = f
		}
		requests = append(requests, one)
	}
	return requests
}

func BenchmarkTyping(b *testing.B) {
	const name = "press/2012-03-27-kommunen-bjuder-in-till-dialog.md"
	for _, size := range []string{"small", "large"} {
		dir := "../../content"
		if size == "large" {
			dir = sitetest.Archive(b).Content
		}
		e := open(b, assemble(b, jobOf(b, dir)))
		for _, where := range []string{"body", "title"} {
			requests := typed(b, dir, name, where, 20)
			for what, answer := range map[string]func(editor.Request) editor.Answer{"page": e.Page, "all": e.Look} {
				b.Run(size+"/"+where+"/"+what, func(b *testing.B) {
					for i := 0; b.Loop(); i++ {
						answer(requests[i%len(requests)])
					}
				})
			}
		}
	}
}
