package markdown

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"alingsas.se/dialog/generator/diag"
	"github.com/gosimple/slug"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// A Heading is a heading of a document.
type Heading struct {
	Level int    // 2–6: a first-level heading is taken for one of the second
	ID    string // for fragments: a–z, 0–9, - and _, of which it begins with neither; never empty, unique within the document
	Text  string // plain

	Position diag.Position
}

// headingIDs makes ids. Goldmark's own lose å, ä and ö. It has those that are taken, each with the number to
// try next for a text that gives it again, or 0.
type headingIDs map[string]int

// idFor gives the id of a heading: "Åtgärder" is "atgarder", its second "atgarder-2".
func (ids headingIDs) idFor(text, lang string) string {
	base := slug.MakeLang(text, lang)
	if base == "" {
		base = "section" // a heading of signs alone
	}
	id := base
	next, taken := ids[base]
	for n := max(next, 2); taken; n++ {
		id = base + "-" + strconv.Itoa(n)
		_, taken = ids[id]
		ids[base] = n + 1
	}
	ids[id] = 0
	return id
}

// heading lists a heading, and reports one that is of the first level or skips one.
func (in *inspector) heading(n *ast.Heading) {
	start, underlined := headingStart(n, in.doc.body)
	if n.Level == 1 {
		if !underlined { // that one is told to be written anew (see underlineParser)
			in.report(start, diag.FirstLevel)
		}
		n.Level = 2
	}
	if !n.HasChildren() {
		in.dropped = append(in.dropped, n) // a ## alone would be a heading that says nothing
		return
	}
	if n.Level > in.level+1 {
		in.report(start, diag.HeadingJump, "marks", marksOfLevel(n.Level), "wanted", marksOfLevel(in.level+1))
	}
	in.level = n.Level
	text := inlineText(n, in.doc.body)
	if in.ids == nil {
		in.ids = headingIDs{}
	}
	id := in.ids.idFor(text, in.doc.dialect.lang)
	in.doc.headings = append(in.doc.headings, Heading{n.Level, id, text, in.at.position(start)})
}

func marksOfLevel(level int) string { return strings.Repeat("#", level) }

// headingStart gives where a heading begins, and whether it is made by a line below it.
func headingStart(n *ast.Heading, source []byte) (start int, underlined bool) {
	if n.Lines().Len() == 0 {
		return startOfMarks(n, source, "#"), false
	}
	text := n.Lines().At(0).Start
	before := bytes.TrimRight(source[:text], " \t")
	if marks := bytes.TrimRight(before, "#"); len(marks) < len(before) {
		return len(marks), false
	}
	return text, true
}

// underlineParser reports what a line of --- or === below it makes a heading of, often a whole paragraph
// that was to have a line across the page after it.
type underlineParser struct{ parser.BlockParser }

func (p underlineParser) Close(n ast.Node, reader text.Reader, pc parser.Context) {
	p.BlockParser.Close(n, reader, pc)
	if n.Parent() != nil { // what stood above the line was text
		notice(pc, oddity{n.Pos(), diag.UnderlinedHeading, nil})
	}
}

// unspacedHeadings reports the lines of a paragraph that were meant as headings. One # may as well begin a
// word to search for, so that must look like a heading in all else.
func (in *inspector) unspacedHeadings(n ast.Node) {
	lines, source := n.Lines(), in.doc.body
	for i := range lines.Len() {
		line := lines.At(i)
		if isUnspacedHeading(line.Value(source), lines.Len() == 1) {
			in.report(line.Start, diag.HeadingWithoutSpace)
		}
	}
}

func isUnspacedHeading(line []byte, alone bool) bool {
	text := bytes.TrimLeft(line, "#")
	first, _ := utf8.DecodeRune(text)
	switch level := len(line) - len(text); {
	case level == 1:
		return alone && unicode.IsUpper(first) && len(bytes.Fields(text)) > 1 && bytes.IndexByte(text, '#') < 0
	case level >= 2 && level <= 6:
		return unicode.IsLetter(first) || unicode.IsDigit(first) || first == '\u00A0'
	}
	return false
}
