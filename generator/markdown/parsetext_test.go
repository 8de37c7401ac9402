package markdown

import (
	"reflect"
	"strings"
	"testing"

	"alingsas.se/dialog/generator/diag"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/util"
)

// A result is all that a text is turned into.
type result struct {
	html, plain        string
	faults             diag.List
	links              []Link
	headings           []Heading
	quotes             []Quote
	paragraphs, places []string
}

func (d *dialect) result(body string) result {
	doc, faults := d.document(Source{File: "f.md", Data: []byte(body), Lang: d.lang}, new(stock))
	r := result{
		html: doc.HTML(testResolver()), plain: doc.Plain(), faults: faults,
		links: doc.links, headings: doc.headings, quotes: doc.Quotes(),
	}
	for _, p := range doc.Paragraphs() {
		r.paragraphs = append(r.paragraphs, p.Text)
		for i := range p.Text {
			r.places = append(r.places, p.At(i).String())
		}
	}
	return r
}

// slow gives a dialect in which goldmark does all that we spare it.
func (d *dialect) slow() *dialect {
	m := newMarkdown(marksOf[d.lang], phrasesOf["sv"], parser.WithParagraphTransformers(util.Prioritized(parser.LinkReferenceParagraphTransformer, 99)))
	return &dialect{d.lang, m, m.Parser(), d.phrases}
}

// What goldmark is spared changes nothing.
func FuzzGoldmarkIsSpared(f *testing.F) {
	seed(f)
	for _, body := range []string{
		"a\\ b\\*c*", "a\\\\\\\nb\\*c*d*", "a  \nb\\\nc \nd", "a.se x@b.se (www.c.se) (x@y.se http:z https://å.se", "a@b", "(a@b.se)", "a b_c@d.se (e*f@g.se) h--i@j.se k[l@m.se",
		"a " + strings.Repeat("b*", 32) + "@c.se a " + strings.Repeat("b*", 32) + "*@c.se",
		"a!~^b] c! ^b]\n\n[^b]: c", "a.. b... c-- d--- e-", "w! [a] ![b](c)", "it's \"a\" '90s", "a&amp; b &am p; c&#39;d", "- [ a\n  b ]\n\n  c", "| a b | c@d.se |\n|-|-|\n| e \\| f | g |",
		"wwww.a.se awww.a.se -www.a.se", "a b]c d [e f](g) h", "*a b*c d __e f__ ~~g h~~", "[^a] b\n\n[^a]: c d\n  e", "a :b\n: c d e", "# a b *c*\n\nd e\n===",
		"– A b, säger Anna  \nEk.\n– C d.", "> a b\n> c d\ne f", "a\tb\tc@d.se\t\n e", "&a b;", "a\fwww.b.se", "`a b` c  d `e", "a <b c> d < e", "- - a b\n  - c d  \n    e",
	} {
		f.Add(body)
	}
	d := dialects["sv"]
	slow := d.slow()
	f.Fuzz(func(t *testing.T, body string) {
		got, want := d.result(body), slow.result(body)
		if !reflect.DeepEqual(got, want) {
			t.Errorf("got\n%#v\nwant\n%#v", got, want)
		}
	})
}
