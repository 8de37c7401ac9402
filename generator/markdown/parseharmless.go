package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// harmlessHTML makes of tags what they say, where they say no more than Markdown does: <br> is a line break, <b> is
// bold, <i> is italics, <sub> and <sup> are small figures. They have no attributes, and what begins also ends.
// All other HTML stays text. A line break at the end of a block is none, and so is the backslash that asks for it.
type harmlessHTML struct{}

func (harmlessHTML) Transform(doc *ast.Document, reader text.Reader, _ parser.Context) {
	source := reader.Source()
	hasTags, hasBreaks := bytes.IndexByte(source, '<') >= 0, bytes.IndexByte(source, '\\') >= 0
	if !hasTags && !hasBreaks {
		return
	}
	var parents, blocks []ast.Node // gathered first, since the tree changes
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering || !n.HasChildren() || n.FirstChild().Type() != ast.TypeInline {
			return ast.WalkContinue, nil
		}
		if n.Type() == ast.TypeBlock {
			blocks = append(blocks, n)
		}
		if hasTags && n.Kind() != ast.KindCodeSpan {
			parents = append(parents, n)
		}
		return ast.WalkContinue, nil
	})
	for _, n := range parents {
		understandTags(n, source)
	}
	for _, n := range blocks {
		trimBreaks(n, source)
	}
}

// marksOfHTML are the elements that are understood, with what each becomes.
var marksOfHTML = map[string]func() ast.Node{
	"b":      func() ast.Node { return ast.NewEmphasis(2) },
	"strong": func() ast.Node { return ast.NewEmphasis(2) },
	"i":      func() ast.Node { return ast.NewEmphasis(1) },
	"em":     func() ast.Node { return ast.NewEmphasis(1) },
	"sub":    func() ast.Node { return &script{tag: "sub"} },
	"sup":    func() ast.Node { return &script{tag: "sup"} },
}

// A script is text below or above the line: H₂O.
type script struct {
	ast.BaseInline
	tag string
}

var kindScript = ast.NewNodeKind("Script")

func (s *script) Kind() ast.NodeKind { return kindScript }

func (s *script) Dump(source []byte, level int) {
	ast.DumpHelper(s, source, level, map[string]string{"Tag": s.tag}, nil)
}

// understandTags goes through the children of a node.
func understandTags(parent ast.Node, source []byte) {
	var open openTags
	for n := parent.FirstChild(); n != nil; {
		next := n.NextSibling()
		if raw, ok := n.(*ast.RawHTML); ok {
			switch name, isEnd := bareTag(rawHTMLText(raw, source)); {
			case name == "br":
				next = lineBreak(parent, n, source)
			case marksOfHTML[name] == nil:
			case !isEnd:
				open.begin(name, n)
			default:
				if begin := open.end(name); begin != nil {
					enclose(parent, begin.(ast.Node), n, marksOfHTML[name]())
				}
			}
		}
		n = next
	}
}

// openTags are the tags that have begun.
type openTags struct {
	tags  []openTag
	names map[string]int // how many there are of each
}

type openTag struct {
	name string
	what any
}

// deepestMark is how many marks there are within each other, at most. What begins deeper stays text.
const deepestMark = 20

func (o *openTags) begin(name string, what any) {
	if len(o.tags) == deepestMark {
		return
	}
	if o.names == nil {
		o.names = map[string]int{}
	}
	o.names[name]++
	o.tags = append(o.tags, openTag{name, what})
}

// end gives the last tag of a name that has begun, nil where there is none. What began within it and does not end
// stays text.
func (o *openTags) end(name string) any {
	if o.names[name] == 0 {
		return nil
	}
	for {
		last := o.tags[len(o.tags)-1]
		o.tags = o.tags[:len(o.tags)-1]
		o.names[last.name]--
		if last.name == name {
			return last.what
		}
	}
}

// bareTag gives the element of a tag without attributes, in lower case; "" for what is none. An end tag of br is
// what browsers take it for.
func bareTag(html string) (name string, isEnd bool) {
	inside := strings.TrimSuffix(strings.TrimPrefix(html, "<"), ">")
	inside, isEnd = strings.CutPrefix(inside, "/")
	name = strings.ToLower(strings.TrimRight(inside, " \t\n"))
	if void, isVoid := strings.CutSuffix(name, "/"); isVoid {
		if name = strings.TrimRight(void, " \t\n"); name != "br" {
			return "", false
		}
	}
	return name, isEnd
}

// enclose puts what stands between two tags into a mark, which takes their place. Without anything between them
// there is no mark.
func enclose(parent, begin, end, mark ast.Node) {
	for n := begin.NextSibling(); n != end; n = begin.NextSibling() {
		mark.AppendChild(mark, n)
	}
	if mark.HasChildren() {
		mark.SetPos(begin.Pos())
		parent.InsertBefore(parent, begin, mark)
	}
	parent.RemoveChild(parent, begin)
	parent.RemoveChild(parent, end)
}

// lineBreak puts a line break in the place of a tag, and gives what comes after it. The spaces around it, and the end
// of the line that it stands on, are part of the break.
func lineBreak(parent, tag ast.Node, source []byte) (next ast.Node) {
	br := ast.NewTextSegment(text.NewSegment(max(tag.Pos(), 0), max(tag.Pos(), 0)))
	br.SetHardLineBreak(true)
	parent.ReplaceChild(parent, tag, br)
	if before, ok := br.PreviousSibling().(*ast.Text); ok && !before.IsRaw() && !before.HardLineBreak() {
		before.Segment = before.Segment.TrimRightSpace(source)
		before.SetSoftLineBreak(false)
	}
	next = br.NextSibling()
	after, ok := next.(*ast.Text)
	if !ok || after.IsRaw() {
		return next
	}
	if after.Segment = after.Segment.TrimLeftSpace(source); after.Segment.IsEmpty() {
		next = after.NextSibling()
		parent.RemoveChild(parent, after)
	}
	return next
}

// trimBreaks takes the line breaks at the beginning and the end of a block away, and a paragraph that holds nothing
// else.
func trimBreaks(block ast.Node, source []byte) {
	for isBreak(block.FirstChild()) {
		block.RemoveChild(block, block.FirstChild())
	}
	for isBreak(block.LastChild()) {
		block.RemoveChild(block, block.LastChild())
	}
	if last, ok := block.LastChild().(*ast.Text); ok && !last.IsRaw() {
		last.Segment = withoutBackslash(last.Segment, source)
	}
	if parent := block.Parent(); !block.HasChildren() && parent != nil && block.Kind() == ast.KindParagraph {
		parent.RemoveChild(parent, block)
	}
}

func isBreak(n ast.Node) bool {
	t, ok := n.(*ast.Text)
	return ok && t.HardLineBreak() && t.Segment.IsEmpty()
}

// withoutBackslash cuts off the backslash that a text ends with, where it escapes nothing and is no folder of Windows,
// C:\.
func withoutBackslash(s text.Segment, source []byte) text.Segment {
	value := s.Value(source)
	rest := bytes.TrimRight(value, `\`)
	if n := len(value) - len(rest); n%2 == 0 || isDrive(rest) {
		return s
	}
	s = s.WithStop(s.Stop - 1)
	return s.TrimRightSpace(source)
}

func isDrive(text []byte) bool {
	n := len(text)
	return n >= 2 && text[n-1] == ':' && util.IsAlphaNumeric(text[n-2]) && (n == 2 || !util.IsAlphaNumeric(text[n-3]))
}
