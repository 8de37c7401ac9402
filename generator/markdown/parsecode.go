package markdown

import (
	"bytes"

	"alingsas.se/dialog/generator/diag"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// fenceParser reports code that is never closed: all that comes after ``` is then code, to the end of
// the text.
type fenceParser struct{ parser.BlockParser }

var closedFence = parser.NewContextKey()

func (p fenceParser) Continue(n ast.Node, reader text.Reader, pc parser.Context) parser.State {
	state := p.BlockParser.Continue(n, reader, pc)
	if state == parser.Close {
		pc.Set(closedFence, n)
	}
	return state
}

func (p fenceParser) Close(n ast.Node, reader text.Reader, pc parser.Context) {
	p.BlockParser.Close(n, reader, pc)
	if pc.Get(closedFence) != n {
		notice(pc, oddity{startOfMarks(n, reader.Source(), "`~"), diag.UnclosedCode, nil})
	}
}

// indentedCode reports text that became code because it is indented, such as a table whose corner is empty.
func (in *inspector) indentedCode(n *ast.CodeBlock) {
	first := n.Lines().At(0)
	if begin := bytes.LastIndexByte(in.doc.body[:first.Start], '\n') + 1; in.tabbedRows(begin, endOfBlock(in.doc.body, begin), begin) {
		return
	}
	first = first.TrimLeftSpace(in.doc.body)
	in.report(first.Start, diag.IndentedCode)
}

// fence reports what stands after ``` and is not shown. The first word names a language.
func (in *inspector) fence(n *ast.FencedCodeBlock) {
	language := n.Language(in.doc.body) // remembered by the node: a second call while rendering writes nothing
	if n.Info == nil || n.Info.Segment.Len() == len(language) {
		return
	}
	text := shorten(string(n.Info.Segment.Value(in.doc.body)))
	in.report(n.Info.Segment.Start, diag.LostText, append([]string{"text", text}, adviceOnFence...)...)
}

var adviceOnFence = []string{
	"advice", "skriv texten på en egen rad, före eller efter raden som inleder kod",
	"advice-en", "write the text on a line of its own, before or after the line that begins code",
}
