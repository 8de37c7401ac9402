package markdown

import (
	"bytes"
	"strings"
	"sync"
	"testing"

	"alingsas.se/dialog/generator/diag"
)

func TestHeadingsHaveLevelsAndIDs(t *testing.T) {
	doc, _ := Parse(Source{File: "f.md", Data: []byte("# Ett\n\n### Å *ä* ö\n\n  Ett\n--\n"), Lang: "sv"})
	at := func(line, column int) diag.Position { return diag.Position{File: "f.md", Line: line, Column: column} }
	want := []Heading{{2, "ett", "Ett", at(1, 1)}, {3, "a-a-o", "Å ä ö", at(3, 1)}, {2, "ett-2", "Ett", at(5, 3)}}
	if len(doc.Headings()) != len(want) {
		t.Fatalf("got %+v", doc.Headings())
	}
	for i, h := range doc.Headings() {
		if h != want[i] {
			t.Errorf("heading %d is %+v, want %+v", i, h, want[i])
		}
	}
}

// Templates and the texts beside a body have ids that do.
func TestNoIDOfAHeadingBeginsWithAnUnderscore(t *testing.T) {
	doc, _ := Parse(Source{Data: []byte("## _main\n\n## \\_\\_main\n\n## _\n\n## -_-_å\n\n## ＿main\n"), Lang: "sv"})
	for _, h := range doc.Headings() {
		if h.ID == "" || h.ID[0] == '_' || h.ID[0] == '-' {
			t.Errorf("the id of %q is %q", h.Text, h.ID)
		}
	}
	if len(doc.Headings()) != 5 {
		t.Errorf("the headings are %v", doc.Headings())
	}
}

func TestHeadingsCanBeShifted(t *testing.T) {
	doc, _ := Parse(Source{Data: []byte("## A\n\n###### B\n\nx[^1]\n\n[^1]: y\n"), Lang: "sv"})
	for shift, want := range map[int][2]string{0: {"<h2", "<h6"}, 1: {"<h3", "<h6"}, -3: {"<h1", "<h3"}} {
		html := string(doc.HTML(Resolver{ShiftHeadings: shift, FootnotesTitle: "Noter"}))
		if !strings.Contains(html, want[0]+` id="a">`) || !strings.Contains(html, want[1]+` id="b">`) {
			t.Errorf("shifted by %d: %s", shift, html)
		}
		if !strings.Contains(html, want[0]+` id="fn:title">`) {
			t.Errorf("the footnotes' heading is not shifted by %d: %s", shift, html)
		}
	}
}

func TestWithoutAResolverAllIsAsWritten(t *testing.T) {
	doc, _ := Parse(Source{Data: []byte("[a](../b.md) ![c](d.jpg)\n– Ja, säger Bo Ek.\n"), Lang: "sv"})
	want := `<p><a href="../b.md">a</a> <img src="d.jpg" alt="c" loading="lazy" decoding="async"></p>` +
		"\n<p class=\"quote\">–\u00a0Ja, säger Bo Ek.</p>\n"
	if got := string(doc.HTML(Resolver{})); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

func TestResolvedAddressesAreEscaped(t *testing.T) {
	doc, _ := Parse(Source{Data: []byte("[a](b) ![c](d)\n– Ja, säger Bo Ek.\n\n![e](f \"g\")\n"), Lang: "sv"})
	const evil = `x"><script>`
	html := doc.HTML(Resolver{
		Link:           func(string) string { return evil },
		Image:          func(string) Image { return Image{Src: evil, SrcSet: evil, Sizes: evil} },
		Speaker:        func(string) (Speaker, bool) { return Speaker{evil, evil}, true },
		FootnotePrefix: evil,
		BackLabel:      evil,
		FootnotesTitle: evil,
	})
	if strings.Contains(html, "<script") {
		t.Errorf("not escaped: %s", html)
	}
}

func TestDocumentsRenderConcurrently(t *testing.T) {
	doc, _ := Parse(Source{Data: []byte(everything), Lang: "sv"})
	want := doc.HTML(testResolver())
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			if doc.HTML(testResolver()) != want {
				t.Error("a second rendering differs")
			}
			doc.Plain()
		})
	}
	group.Wait()
}

func TestParsingLeavesTheFileAsItIs(t *testing.T) {
	data := []byte("a\r\nb\x00\u00a0\u00a0- c [d](javascript:e) &amp; \\*\n")
	before := bytes.Clone(data)
	doc, _ := Parse(Source{Data: data, Lang: "sv"})
	doc.HTML(Resolver{})
	if !bytes.Equal(data, before) {
		t.Errorf("%q became %q", before, data)
	}
}

func TestOffsetOutsideTheFileIsNoBody(t *testing.T) {
	for _, offset := range []int{-5, 100} {
		doc, faults := Parse(Source{Data: []byte("x"), Offset: offset, Lang: "sv"})
		if html := string(doc.HTML(Resolver{})); len(faults) > 0 || offset > 0 && html != "" {
			t.Errorf("offset %d: %s %v", offset, html, faults)
		}
	}
}

func TestLanguagesHaveTheirMarks(t *testing.T) {
	for lang, want := range map[string]string{
		"sv": "”a” ’b’", "sv-FI": "”a” ’b’", "fi": "”a” ’b’", "en": "“a” ‘b’",
		"de": "„a“ ‚b‘", "nb": "«a» ‘b’", "xx": "“a” ‘b’", "": "“a” ‘b’",
	} {
		doc, _ := Parse(Source{Data: []byte(`"a" 'b'`), Lang: lang})
		if got := string(doc.HTML(Resolver{})); got != "<p>"+want+"</p>\n" {
			t.Errorf("%q: %s", lang, got)
		}
	}
}

// everything holds each kind of node, for tests that don't look at what becomes of it.
const everything = "## Rubrik\n\nText *a* **b** ~~c~~ `d` [e](f.md) ![g](h.jpg) www.i.se <b>j</b> \"k\"\\\nl[^1]\n\n" +
	"![m](torget.jpg \"n\")\n\n– Ja, säger Daniel Filipsson.\n\n- Nej, säger Bo Ek.\n\n* o\n  1. p\n\n> q\n\n" +
	"| r |\n|--:|\n| s |\n\nt\n: u\n\n``` go\nv\n```\n\n    w\n\n***\n\n<!-- x -->\n\n[^1]: y\n[z]: https://z.se\n"
