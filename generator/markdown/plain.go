package markdown

import (
	"bytes"
	stdhtml "html"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer/html"
)

// Plain gives the document as text for people: paragraphs with an empty line between them, quotes
// with their dash, lists with • or their numbers, cells with | between them, footnotes last.
// Addresses of links are left out, and so are pictures that stand alone: what is said instead of
// one is no sentence of the text.
func (d *Document) Plain() string {
	p := plainWriter{source: d.body}
	p.blocks(d.root, "")
	return strings.TrimRight(p.b.String(), "\n")
}

// A plainWriter writes blocks. Each ends with a line feed; gap asks for an empty line before the
// next one.
type plainWriter struct {
	b      strings.Builder
	source []byte
	gap    bool
	indent string // of the block that was written last
	marker string // stands once before the next line, instead of the end of its indent
}

func (p *plainWriter) blocks(parent ast.Node, indent string) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		p.block(n, indent)
	}
}

func (p *plainWriter) block(n ast.Node, indent string) {
	switch n := n.(type) {
	case *comment, *ast.LinkReferenceDefinition:
	case *ast.List:
		p.list(n, indent)
	case *ast.Blockquote:
		p.blocks(n, deeper(indent, "> "))
	case *ast.ThematicBreak:
		p.text("* * *", indent)
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		p.text(strings.TrimRight(string(n.Lines().Value(p.source)), "\n"), indent)
	case *extast.Table:
		p.table(n, indent)
	case *extast.DefinitionList:
		p.definitions(n, indent)
	case *extast.FootnoteList:
		for note := n.FirstChild(); note != nil; note = note.NextSibling() {
			p.item(note, indent, "["+strconv.Itoa(note.(*extast.Footnote).Index)+"] ")
		}
	default:
		if n.Kind() == ast.KindParagraph && soleImage(n) != nil {
			return
		}
		p.text(p.paragraph(n), indent)
		p.gap = p.gap && n.Kind() != ast.KindTextBlock // which stands in tight lists
	}
}

// paragraph gives the text of a block of inline nodes, with a line for each hard break.
func (p *plainWriter) paragraph(n ast.Node) string {
	in := inlineWriter{source: p.source, hardBreak: "\n", notes: true}
	if n.Kind() == kindSpoken {
		in.b.WriteString(plainDash)
	}
	in.children(n)
	return strings.TrimSpace(in.b.String())
}

// text writes one block, after an empty line where there is a block before it.
func (p *plainWriter) text(s, indent string) {
	if s == "" {
		return
	}
	if p.gap && p.b.Len() > 0 {
		p.b.WriteString(strings.TrimRight(common(p.indent, indent), " "))
		p.b.WriteByte('\n')
	}
	p.indent = indent
	for line := range strings.SplitSeq(s, "\n") {
		p.b.WriteString(strings.TrimSuffix(indent, strings.Repeat(" ", len([]rune(p.marker)))))
		p.b.WriteString(p.marker)
		p.b.WriteString(line)
		p.b.WriteByte('\n')
		p.marker = ""
	}
	p.gap = true
}

// common gives what both indents begin with: an empty line between two quotations is in neither.
func common(a, b string) string {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return a[:n]
}

func (p *plainWriter) list(n *ast.List, indent string) {
	number := n.Start
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		marker := "• "
		if n.IsOrdered() {
			marker = strconv.Itoa(number) + ". "
			number++
		}
		p.item(item, indent, marker)
		p.gap = !n.IsTight
	}
	p.gap = true
}

func (p *plainWriter) item(n ast.Node, indent, marker string) {
	p.marker = marker
	p.blocks(n, deeper(indent, strings.Repeat(" ", len([]rune(marker)))))
	p.marker = ""
}

func (p *plainWriter) definitions(n ast.Node, indent string) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if _, isTerm := c.(*extast.DefinitionTerm); isTerm {
			p.block(c, indent)
		} else {
			p.blocks(c, deeper(indent, "  "))
		}
		next, ok := c.NextSibling().(*extast.DefinitionTerm)
		p.gap = ok && next != nil && c.Kind() == extast.KindDefinitionDescription
	}
	p.gap = true
}

func (p *plainWriter) table(n ast.Node, indent string) {
	var rows []string
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		var cells []string
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			cells = append(cells, strings.ReplaceAll(p.paragraph(cell), "\n", " "))
		}
		rows = append(rows, strings.Join(cells, " | "))
	}
	p.text(strings.Join(rows, "\n"), indent)
}

// maxIndent keeps a text of nothing but > from growing with the square of its length.
const maxIndent = 40

func deeper(indent, by string) string {
	if len(indent) >= maxIndent {
		return indent
	}
	return indent + by
}

// plainDash begins a quote where no typesetting is wanted.
const plainDash = "– "

// inlineText gives the plain text of a node's inline children on one line, without references to
// footnotes.
func inlineText(n ast.Node, source []byte) string {
	in := inlineWriter{source: source, hardBreak: " "}
	if auto, ok := n.(*ast.AutoLink); ok {
		return string(auto.Label(source))
	}
	in.children(n)
	return strings.TrimSpace(in.b.String())
}

// An inlineWriter writes inline nodes as text.
type inlineWriter struct {
	b         strings.Builder
	source    []byte
	hardBreak string
	notes     bool // write [1] for a reference to a footnote
	isGap     bool // struck text was left out just now
}

func (in *inlineWriter) children(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		in.inline(n)
	}
}

func (in *inlineWriter) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		in.text(n)
	case *ast.String:
		if n.IsCode() || n.IsRaw() {
			in.b.Write(n.Value)
		} else {
			in.b.Write(unescaped(n.Value))
		}
	case *ast.CodeSpan:
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			segment := c.(*ast.Text).Segment
			in.b.Write(bytes.ReplaceAll(segment.Value(in.source), []byte("\n"), []byte(" ")))
		}
	case *ast.AutoLink:
		in.b.Write(n.Label(in.source))
	case *ast.RawHTML:
		if html := rawHTMLText(n, in.source); !isComment(html) {
			in.b.WriteString(strings.ReplaceAll(html, "\n", " "))
		}
	case *ast.Image:
		in.b.WriteString(inlineText(n, in.source))
	case *extast.Strikethrough:
		in.isGap = true
	case *extast.FootnoteLink:
		if in.notes {
			in.b.WriteString("[" + strconv.Itoa(n.Index) + "]")
		}
	default:
		in.children(n)
	}
}

func (in *inlineWriter) text(n *ast.Text) {
	value := n.Segment.Value(in.source)
	if in.isGap {
		value, in.isGap = in.closeGap(value), false
	}
	if n.IsRaw() {
		in.b.Write(value)
	} else {
		in.b.Write(unescaped(value))
	}
	switch {
	case n.HardLineBreak():
		in.b.WriteString(in.hardBreak)
	case n.SoftLineBreak():
		in.b.WriteByte(' ')
	}
}

// unescaped resolves backslashes and entities the way the HTML renderer does. Where there are none, the text
// is given as it is.
func unescaped(raw []byte) []byte {
	if bytes.IndexByte(raw, '\\') < 0 && bytes.IndexByte(raw, '&') < 0 {
		return raw
	}
	p := page{Buffer: new(bytes.Buffer)}
	html.DefaultWriter.Write(&p, raw)
	return []byte(stdhtml.UnescapeString(p.String()))
}

func unescape(raw []byte) string { return string(unescaped(raw)) }

func isBlank(s string) bool { return strings.TrimSpace(s) == "" }
