package markdown

import (
	"bytes"
	"unicode/utf8"

	"alingsas.se/dialog/generator/diag"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// A spoken block is a paragraph of speech. Its text comes without the dash, which is written when
// it is rendered, so that – and — and a hyphen give the same.
type spoken struct {
	ast.BaseBlock
	speakers []string  // as in a Quote
	first    [1]string // room for the first of them; nearly always that is all
}

var kindSpoken = ast.NewNodeKind("Spoken")

func (s *spoken) Kind() ast.NodeKind { return kindSpoken }

func (s *spoken) Dump(source []byte, level int) { ast.DumpHelper(s, source, level, nil, nil) }

// dashLength gives the length in bytes of a dash and the space after it at the beginning of a
// line, or 0 where the line is not spoken. Word processors put a no-break space there.
func dashLength(line []byte) int {
	if !bytes.HasPrefix(line, []byte("–")) && !bytes.HasPrefix(line, []byte("—")) {
		return 0
	}
	n := len("–") // as long as an em dash
	for n < len(line) {
		r, size := utf8.DecodeRune(line[n:])
		if r != ' ' && r != '\t' && r != '\u00A0' && r != '\u202F' {
			break
		}
		n += size
	}
	if n == len("–") || util.IsBlank(line[n:]) {
		return 0
	}
	return n
}

// spokenLineParser lets a spoken line end the paragraph before it. It opens a plain paragraph,
// because goldmark asks only paragraphs whether a line goes on with them; spokenTransformer then
// sees to it as to every other.
type spokenLineParser struct{ parser.BlockParser }

// Trigger is the first byte of both dashes in UTF-8.
func (spokenLineParser) Trigger() []byte { return []byte{"–"[0]} }

func (p spokenLineParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, _ := reader.PeekLine()
	if parent.Kind() != ast.KindDocument || dashLength(util.TrimLeftSpace(line)) == 0 {
		return nil, parser.NoChildren
	}
	return p.BlockParser.Open(parent, reader, pc)
}

func (spokenLineParser) CanInterruptParagraph() bool { return true }

// spokenTransformer makes a spoken block of each paragraph, outside lists and the like, that
// begins with a dash, and of the lines in it that begin quotes of their own.
type spokenTransformer struct{ phrases *phrases }

func (t spokenTransformer) Transform(p *ast.Paragraph, reader text.Reader, pc parser.Context) {
	parent, lines := p.Parent(), p.Lines()
	if parent.Kind() != ast.KindDocument || lines.Len() == 0 {
		return
	}
	source := reader.Source()
	var room [2]start
	starts := t.phrases.quoteStarts(lines, source, room[:0])
	if len(starts) == 0 {
		return
	}
	var last ast.Node = p
	for i, start := range starts {
		end := lines.Len()
		if i+1 < len(starts) {
			end = starts[i+1].line
		}
		s := newSpoken(part(lines, start.line, end), start, source, pc)
		parent.InsertAfter(parent, last, s)
		last = s
	}
	if first := starts[0].line; first > 0 {
		lines.SetSliced(0, first)
		return
	}
	p.NextSibling().SetBlankPreviousLines(p.HasBlankPreviousLines())
	parent.RemoveChild(parent, p)
}

// part gives some of the lines; all of them are the lines themselves.
func part(lines *text.Segments, from, to int) *text.Segments {
	if from == 0 && to == lines.Len() {
		return lines
	}
	some := text.NewSegments()
	for i := from; i < to; i++ {
		some.Append(lines.At(i))
	}
	return some
}

// newSpoken makes a block of lines of which the first begins with a dash. A wrong one is told.
func newSpoken(lines *text.Segments, at start, source []byte, pc parser.Context) *spoken {
	s := stockOf(pc).spoken.next()
	trim(lines, source)
	begin := lines.At(0)
	s.SetPos(begin.Start)
	if at.wrong {
		notice(pc, oddity{begin.Start, diag.WrongDash, nil})
	}
	lines.Set(0, text.NewSegment(begin.Start+at.dash, begin.Stop))
	s.SetLines(lines)
	return s
}

// trim does for lines what goldmark's paragraph does when it is closed.
func trim(lines *text.Segments, source []byte) {
	for i := range lines.Len() {
		line := lines.At(i)
		line = line.TrimLeftSpace(source)
		if i == lines.Len()-1 {
			line = line.TrimRightSpace(source)
		}
		lines.Set(i, line)
	}
}
