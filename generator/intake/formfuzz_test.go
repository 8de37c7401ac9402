package intake

import (
	"testing"
	"testing/fstest"

	"alingsas.se/dialog/generator/sitetest"
	"github.com/rogpeppe/go-internal/txtar"
)

// Whatever a page, a document or front matter holds, what is made of it builds.
func FuzzAnyFormBecomesContentThatBuilds(f *testing.F) {
	for _, name := range []string{"newsroom-page", "municipality-page", "word", "other-generators"} {
		archive, err := txtar.ParseFile("testdata/" + name + ".txtar")
		if err != nil {
			f.Fatal(err)
		}
		for i, file := range archive.Files {
			if len(file.Name) > 3 && file.Name[:3] == "in/" {
				f.Add(i%3, madeOf(f, file.Data))
			}
		}
	}
	site := fstest.MapFS{"site.yaml": {Data: []byte(settings)}}
	set, _ := load(site)
	names := []string{"a.html", "a.md", "a.docx"}
	f.Fuzz(func(t *testing.T, form int, data []byte) {
		s := Source{File: names[uint(form)%uint(len(names))], Data: data}
		c := caseRun{sources: []Source{s}, site: site, set: set}
		c.result = Import(set, c.sources, Options{Now: sitetest.Now})
		c.builds(t)
	})
}
