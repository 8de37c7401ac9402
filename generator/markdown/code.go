package markdown

import (
	"bytes"

	"alingsas.se/dialog/generator/diag"
	"github.com/yuin/goldmark/ast"
)

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
