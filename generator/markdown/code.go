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
		notice(pc, oddity{n.Pos(), diag.UnclosedCode, nil})
	}
}

// fence reports what stands after ``` and is not shown. One word there names a language.
func (in *inspector) fence(n *ast.FencedCodeBlock) {
	if n.Info == nil {
		return
	}
	info := bytes.TrimSpace(n.Info.Segment.Value(in.doc.body))
	if len(bytes.Fields(info)) > 1 {
		in.report(n.Info.Segment.Start, diag.LostText, append([]string{"text", shorten(string(info))}, adviceOnFence...)...)
	}
}

var adviceOnFence = []string{
	"advice", "skriv texten på en egen rad, före eller efter raden som inleder kod",
	"advice-en", "write the text on a line of its own, before or after the line that begins code",
}
