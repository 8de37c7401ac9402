package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

// A Quote is a spoken quote: a paragraph that begins with a dash.
//
//  1. A line that begins with – or — is spoken, also where no empty line stands before it. A paragraph that begins
//     with another dash, or without the space, and a line that does so and tells who speaks, is meant as one.
//  2. A list with hyphens is a run of spoken lines where every item is one paragraph of whole
//     sentences and at least one holds a speech phrase (", säger Anna Ek").
//  3. Any other list with hyphens is a list; a lone item that reads as a sentence is doubtful.
//  4. Lists with * and + are lists, and \- is text.
//
// All this holds outside lists, block quotations and other containers.
type Quote struct {
	Text     string   // plain, on one line, with dash and space before it
	Speakers []string // the names as the text has them; nearly always one, and none where nobody is named
}

// Quotes lists the spoken quotes in order.
func (d *Document) Quotes() []Quote {
	var quotes []Quote
	for n := d.root.FirstChild(); n != nil; n = n.NextSibling() {
		if s, ok := n.(*spoken); ok {
			quotes = append(quotes, Quote{plainDash + inlineText(s, d.body), s.speakers})
		}
	}
	return quotes
}

// attribute finds out who says what is spoken, and marks the name in it.
func (d *dialect) attribute(n *spoken, source []byte, s *stock) {
	var flat flatText
	flat.add(n, source)
	text := flat.text.String()
	var room [2]span
	n.speakers = n.first[:0]
	for _, at := range d.phrases.findSpeakers(text, room[:0]) {
		name := oneLine(text[at.start:at.end])
		n.speakers = append(n.speakers, name)
		flat.wrap(at.start, at.end, name, s)
	}
}

// oneLine puts one space between words.
func oneLine(name string) string {
	if strings.ContainsAny(name, "\n\t\f\r\u00A0") || strings.Contains(name, "  ") {
		return strings.Join(strings.Fields(name), " ")
	}
	return name
}

// What a list with hyphens is.
type reading int

const (
	list reading = iota
	speech
	doubtful
)

func (d *dialect) readHyphens(n *ast.List, source []byte) reading {
	if n.Marker != '-' {
		return list
	}
	spoken := false
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		text, ok := onlyParagraph(item, source)
		if !ok || !isSentences(text) {
			return list
		}
		spoken = spoken || d.phrases.hasSpeech(text)
	}
	switch {
	case spoken:
		return speech
	case n.FirstChild() == n.LastChild():
		return doubtful
	}
	return list
}

// onlyParagraph gives the text of an item that is one paragraph and nothing else.
func onlyParagraph(item ast.Node, source []byte) (string, bool) {
	p := item.FirstChild()
	if p == nil || p != item.LastChild() {
		return "", false
	}
	if p.Kind() != ast.KindParagraph && p.Kind() != ast.KindTextBlock {
		return "", false
	}
	return inlineText(p, source), true
}

const openers, closers = `"'”“’‘«»„([`, `"'”“’‘«»)]`

// isSentences tells whether a text begins and ends as sentences do.
func isSentences(text string) bool {
	text = strings.TrimRight(text, closers)
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, openers))
	last, _ := utf8.DecodeLastRuneInString(text)
	return (unicode.IsUpper(first) || unicode.IsDigit(first)) && strings.ContainsRune(".!?…", last)
}

// unlist puts spoken blocks in the place of a list's items, and gives the first of them.
func unlist(n *ast.List) ast.Node {
	var first ast.Node
	parent := n.Parent()
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		p := item.FirstChild()
		s := &spoken{}
		s.SetPos(item.Pos())
		s.SetLines(p.Lines())
		for child := p.FirstChild(); child != nil; child = p.FirstChild() {
			s.AppendChild(s, child)
		}
		parent.InsertBefore(parent, n, s)
		if first == nil {
			first = s
		}
	}
	parent.RemoveChild(parent, n)
	return first
}

// A speaker is the name of the one who speaks, within a spoken block.
type speaker struct {
	ast.BaseInline
	name   string
	around [2]ast.Text // what the text before and after the name is moved to; part of this for the sake of speed
}

var kindSpeaker = ast.NewNodeKind("Speaker")

func (s *speaker) Kind() ast.NodeKind { return kindSpeaker }

func (s *speaker) Dump(source []byte, level int) {
	ast.DumpHelper(s, source, level, map[string]string{"Name": s.name}, nil)
}

// A flatText is the text of a block as one string that knows which node each part came from.
type flatText struct {
	text   strings.Builder
	pieces []piece
}

type piece struct {
	node   *ast.Text // nil where the text can't become part of a link: code, links, signs
	start  int       // in the string
	source int       // in the body; -1 where it is not known
}

// add adds the text of a block.
func (f *flatText) add(block ast.Node, source []byte) {
	if lines := block.Lines(); lines.Len() > 0 {
		f.text.Grow(max(lines.At(lines.Len()-1).Stop-lines.At(0).Start+1, 0))
	}
	f.children(block, source, false)
}

func (f *flatText) children(parent ast.Node, source []byte, linked bool) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		start := f.text.Len()
		switch n := n.(type) {
		case *ast.Text:
			node := n
			if linked || n.IsRaw() || n.Segment.Padding > 0 {
				node = nil
			}
			f.pieces = append(f.pieces, piece{node, start, n.Segment.Start})
			f.text.Write(n.Segment.Value(source))
			if n.SoftLineBreak() || n.HardLineBreak() {
				f.text.WriteByte(' ')
			}
		case *ast.Link:
			f.children(n, source, true)
		case *extast.Strikethrough:
		case *ast.String, *ast.CodeSpan, *ast.AutoLink, *ast.RawHTML, *ast.Image:
			f.pieces = append(f.pieces, piece{nil, start, -1})
			in := inlineWriter{source: source}
			in.inline(n)
			f.text.WriteString(in.b.String())
		default:
			f.children(n, source, linked)
		}
	}
}

// wrap puts a speaker around a part of the text, where that is plain text in one place. What it is called for next
// comes after that part.
func (f *flatText) wrap(start, end int, name string, from *stock) {
	first, last := -1, -1
	for i, p := range f.pieces {
		if p.start <= start {
			first = i
		}
		if p.start < end {
			last = i
		}
	}
	pieces := f.pieces[first : last+1]
	for i, p := range pieces {
		if p.node == nil || i > 0 && p.node.PreviousSibling() != ast.Node(pieces[i-1].node) {
			return
		}
	}
	s := from.speakers.next()
	s.name = name
	parent := pieces[0].node.Parent()
	parent.InsertBefore(parent, pieces[0].node, s)
	for i, p := range pieces {
		if rest := p.moveInto(s, max(start-p.start, 0), end-p.start); rest != nil {
			pieces[i] = piece{rest, end, rest.Segment.Start}
		}
	}
}

// moveInto moves the bytes from–to of a piece into s. What stands before them goes before s, and
// what stands after them, at least the end of the line, after s: that is given, nil where there is none.
func (p piece) moveInto(s *speaker, from, to int) (rest *ast.Text) {
	parent, segment := s.Parent(), p.node.Segment
	if from > 0 {
		before := &s.around[0]
		before.Segment = text.NewSegment(segment.Start, segment.Start+from)
		parent.InsertBefore(parent, s, before)
	}
	inside, length := p.node, segment.Stop-segment.Start
	if to <= length {
		after := &s.around[1]
		after.Segment = text.NewSegment(segment.Start+to, segment.Stop)
		after.SetSoftLineBreak(inside.SoftLineBreak())
		after.SetHardLineBreak(inside.HardLineBreak())
		inside.SetSoftLineBreak(false)
		inside.SetHardLineBreak(false)
		parent.InsertAfter(parent, s, after)
		rest = after
	}
	inside.Segment = text.NewSegment(segment.Start+from, segment.Start+min(to, length))
	s.AppendChild(s, inside)
	return rest
}
