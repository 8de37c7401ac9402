package intake

import (
	"testing"
	"testing/fstest"

	"alingsas.se/dialog/generator/sitetest"
	"github.com/rogpeppe/go-internal/txtar"
)

// Whatever a plain text is, what is made of it builds, and nothing of it is lost.
func FuzzNothingOfATextIsLost(f *testing.F) {
	for _, name := range []string{"invitation", "plain", "doubts"} {
		archive, err := txtar.ParseFile("testdata/" + name + ".txtar")
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range archive.Files {
			f.Add(file.Data)
		}
	}
	f.Add([]byte("å\nFör mer information kontaktaa(0110000000, A A"))
	f.Add([]byte("kontakt\nAA A mob0"))
	f.Add([]byte("---\ntitle: A\nMed på plats:\n---\n\nText."))
	f.Add([]byte("---\ntitle: A\nplats:\n  Folkets Hus:\n---\n\nText."))
	f.Add([]byte("Pressmeddelande - 2 mars 2026\n\n- Hej!\n- Hopp\n\nKontakt\nA B, c, 08-465 004 00 08-465 004 01"))
	site := fstest.MapFS{"site.yaml": {Data: []byte(settings)}}
	set, _ := load(site)
	f.Fuzz(func(t *testing.T, data []byte) {
		s := Source{File: "text.txt", Data: data}
		c := caseRun{sources: []Source{s}, site: site, set: set}
		c.result = Import(set, c.sources, Options{Now: sitetest.Now})
		c.builds(t)
		if c.result.Taken > 0 {
			c.keeps(t, s)
		}
	})
}
