package markdown

import (
	"sort"

	"alingsas.se/dialog/generator/diag"
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// A Paragraph is a piece of running text as a reader has it: a paragraph, a spoken quote, a heading, an item
// of a list. Code and tables are none.
type Paragraph struct {
	Text      string // plain, on one line; a spoken quote with its dash
	IsHeading bool

	pieces []piece
	prefix int // bytes that stand before the text of the source: the dash
	at     *locator
}

// At gives the place in the author's file of an offset in the text. Within a word that holds a sign in
// disguise (&amp;, \*) it is near.
func (p Paragraph) At(offset int) diag.Position {
	offset = max(offset-p.prefix, 0)
	best := p.pieces[0]
	after := sort.Search(len(p.pieces), func(i int) bool { return p.pieces[i].start > offset })
	for i := after - 1; i >= 0; i-- {
		if p.pieces[i].source >= 0 {
			best = p.pieces[i]
			break
		}
	}
	return p.at.position(max(best.source, 0) + max(offset-best.start, 0))
}

// Paragraphs lists the running text of the document, in order. They share what finds their places, so only one
// goroutine may ask for these.
func (d *Document) Paragraphs() []Paragraph {
	var all []Paragraph
	at := newLocator(d.locatable, d.start)
	_ = ast.Walk(d.root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n.Kind() {
		case ast.KindCodeBlock, ast.KindFencedCodeBlock, extast.KindTable, kindComment:
			return ast.WalkSkipChildren, nil
		case ast.KindParagraph, ast.KindTextBlock, ast.KindHeading, kindSpoken, extast.KindDefinitionTerm:
			if p, ok := d.paragraph(n, at); ok {
				all = append(all, p)
			}
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
	return all
}

func (d *Document) paragraph(n ast.Node, at *locator) (Paragraph, bool) {
	var flat flatText
	flat.add(n, d.body)
	p := Paragraph{Text: flat.text.String(), IsHeading: n.Kind() == ast.KindHeading, pieces: flat.pieces, at: at}
	if n.Kind() == kindSpoken {
		p.Text, p.prefix = plainDash+p.Text, len(plainDash)
	}
	return p, len(p.pieces) > 0
}
