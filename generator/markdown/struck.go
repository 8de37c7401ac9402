package markdown

import (
	"bytes"
	"html"
	"strings"

	"alingsas.se/dialog/generator/diag"
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// Struck text is what a text said before it was corrected: ~~200~~ 300 kronor. A page shows it, struck out, and says so
// to those who hear it. Plain text, quotes and descriptions have only what holds now.

// A struckParser reads text between two tildes, not between one: 9~10 and 11~12 are ranges.
type struckParser struct{ parser.InlineParser }

func (s struckParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	if line, _ := block.PeekLine(); !bytes.HasPrefix(line, []byte("~~")) {
		return nil
	}
	return s.InlineParser.Parse(parent, block, pc)
}

// Struck gives the place of the first text that is struck out, found = false where there is none.
func (d *Document) Struck() (at diag.Position, found bool) {
	_ = ast.Walk(d.root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if n.Kind() != extast.KindStrikethrough || !entering {
			return ast.WalkContinue, nil
		}
		var flat flatText
		flat.children(n, d.body, false)
		if len(flat.pieces) > 0 {
			at, found = newLocator(d.locatable, d.start).position(max(flat.pieces[0].source, 0)), true
		}
		return ast.WalkStop, nil
	})
	return at, found
}

// renderStruck puts what struck text is called into words, which style sheets hide from those who see the stroke:
// few screen readers tell of a <del>.
func renderStruck(p *page, _ []byte, _ ast.Node, entering bool) ast.WalkStatus {
	switch {
	case entering && p.StruckLabel == "":
		p.WriteString("<del>")
	case entering:
		p.WriteString(`<del><span class="visually-hidden">[`)
		p.WriteString(html.EscapeString(p.StruckLabel) + `: </span>`)
	case p.StruckLabel == "":
		p.WriteString("</del>")
	default:
		p.WriteString(`<span class="visually-hidden">]</span></del>`)
	}
	return ast.WalkContinue
}

// closeGap is called for the text after struck text, which is left out, with what comes before it: one space of the two
// around it stays, and none before a mark that ends a phrase.
func (in *inlineWriter) closeGap(next []byte) []byte {
	before := in.b.String()
	if before != "" && !strings.ContainsAny(before[len(before)-1:], " (") {
		return next
	}
	after := strings.TrimLeft(string(next), " ")
	if after != "" && strings.ContainsRune(".,;:!?)”’", []rune(after)[0]) {
		in.b.Reset()
		in.b.WriteString(strings.TrimRight(before, " "))
	}
	return []byte(after)
}
