package markdown

import (
	"bytes"

	"alingsas.se/dialog/generator/diag"
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// noteParser makes footnotes. One that is defined within another would take it out of the page.
type noteParser struct{ parser.BlockParser }

func (p noteParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	for n := parent; n != nil; n = n.Parent() {
		if n.Kind() == extast.KindFootnote {
			return nil, parser.NoChildren
		}
	}
	return p.BlockParser.Open(parent, reader, pc)
}

// undefinedNoteParser watches what goldmark's footnotes, asked before it, did not take. It parses
// nothing: [^x] without a footnote is text.
type undefinedNoteParser struct{}

func (undefinedNoteParser) Trigger() []byte { return []byte{'['} }

func (undefinedNoteParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if label := noteLabel(line); label != "" {
		notice(pc, oddity{segment.Start, diag.UndefinedNote, []string{"note", label}})
	}
	return nil
}

// noteLabel gives the [^x] at the beginning of line, or "". [^x](…) is a link.
func noteLabel(line []byte) string {
	if !bytes.HasPrefix(line, []byte("[^")) {
		return ""
	}
	end := bytes.IndexAny(line[2:], "[] \t\n")
	if end < 1 || line[2+end] != ']' {
		return ""
	}
	label, after := line[:2+end+1], line[2+end+1:]
	if bytes.HasPrefix(after, []byte("(")) || bytes.HasPrefix(after, []byte("[")) {
		return ""
	}
	return string(label)
}

// keepUndefinedNotes numbers the footnotes that nothing refers to, after the others. Goldmark would
// drop them, and the author's text must not vanish in silence.
type keepUndefinedNotes struct{}

func (keepUndefinedNotes) Transform(doc *ast.Document, reader text.Reader, _ parser.Context) {
	if !bytes.Contains(reader.Source(), []byte("[^")) {
		return
	}
	list := footnoteList(doc)
	if list == nil {
		return
	}
	for n := list.FirstChild(); n != nil; n = n.NextSibling() {
		if note := n.(*extast.Footnote); note.Index < 0 {
			list.Count++
			note.Index = list.Count
		}
	}
}

// footnoteList finds the list, which until goldmark moves it stands where the first footnote did.
func footnoteList(n ast.Node) *extast.FootnoteList {
	var list *extast.FootnoteList
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		found, ok := n.(*extast.FootnoteList)
		if ok {
			list = found
			return ast.WalkStop, nil
		}
		return ast.WalkContinue, nil
	})
	return list
}
