package intake

import (
	"strings"
	"testing"
	"testing/fstest"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/limits"
	"alingsas.se/dialog/generator/sitetest"
)

// What is small and becomes huge, or is nested without end, is told and not read.
func TestBombsAreTold(t *testing.T) {
	set, _ := load(fstest.MapFS{"site.yaml": {Data: []byte(settings)}})
	word := func(inside string) []byte {
		data, err := zipped("%% word/document.xml\n<w:document xmlns:w=\"w\">" + inside)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	for name, c := range map[string]struct {
		data []byte
		code diag.Code
	}{
		"text.docx":   {word("<w:p><w:r><w:t>" + strings.Repeat("bomb ", 10<<20) + "</w:t></w:r></w:p></w:document>"), diag.ImportDamaged},
		"many.docx":   {word(strings.Repeat("<w:p><w:r><w:t>bomb</w:t></w:r></w:p>", 1<<18) + "</w:document>"), diag.ImportDamaged},
		"nested.docx": {word(strings.Repeat("<w:p>", 100_000)), diag.ImportDamaged},
		"nested.html": {[]byte("<html>" + strings.Repeat("<div>", 100_000)), diag.ImportDamaged},
		"long.html":   {[]byte("<html><p>" + strings.Repeat("bomb ", limits.Text)), diag.TooLarge},
		"large.txt":   {make([]byte, limits.Import+1), diag.TooLarge},
		"long.md":     {[]byte("---\ntitle: A\n---\n" + strings.Repeat("bomb ", limits.Text)), diag.TooLarge},
		"nested.md":   {[]byte("---\na: " + strings.Repeat("[", 100_000) + "\n---\nText."), diag.ImportDamaged},
	} {
		r := Import(set, []Source{{File: name, Data: c.data}}, Options{Now: sitetest.Now})
		if len(r.Diags) != 1 || r.Diags[0].Code != c.code || r.Taken > 0 {
			t.Errorf("%s: %d taken, %v", name, r.Taken, messages(r.Diags))
		}
	}
}
