package markdown

import (
	"bytes"

	"alingsas.se/dialog/generator/diag"
	extast "github.com/yuin/goldmark/extension/ast"
)

// tableHeader reports a table whose columns are not named: those who hear it read out get no help.
func (in *inspector) tableHeader(n *extast.TableHeader) {
	for cell := n.FirstChild(); cell != nil; cell = cell.NextSibling() {
		if cell.HasChildren() {
			return
		}
	}
	in.report(n.Pos(), diag.NoTableHeader)
}

// tableRow reports what stands in a row after its last column. Goldmark leaves it out, as GitHub does.
func (in *inspector) tableRow(n *extast.TableRow) {
	cell := n.LastChild()
	if cell == nil || cell.Lines().Len() == 0 {
		return
	}
	source := in.doc.body
	end := cell.Lines().At(0).Stop
	rest, _, _ := bytes.Cut(source[end:], []byte("\n"))
	lost := bytes.Trim(rest, " \t|")
	if len(lost) == 0 {
		return
	}
	in.report(end+bytes.Index(rest, lost), diag.LostCell, "text", shorten(string(lost)))
}
