package markdown

import (
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// Tables stand in a box of their own, which can be scrolled sideways on a small screen. Their
// alignment is a class: the site's content security policy forbids style attributes.

func renderTable(p *page, _ []byte, _ ast.Node, entering bool) ast.WalkStatus {
	if entering {
		p.WriteString("<div class=\"table-scroll\">\n<table>\n")
	} else {
		p.WriteString("</table>\n</div>\n")
	}
	return ast.WalkContinue
}

func renderTableHeader(p *page, _ []byte, n ast.Node, entering bool) ast.WalkStatus {
	if entering {
		p.WriteString("<thead>\n<tr>\n")
		return ast.WalkContinue
	}
	p.WriteString("</tr>\n</thead>\n")
	if n.NextSibling() != nil {
		p.WriteString("<tbody>\n")
	}
	return ast.WalkContinue
}

func renderTableRow(p *page, _ []byte, n ast.Node, entering bool) ast.WalkStatus {
	if entering {
		p.WriteString("<tr>\n")
		return ast.WalkContinue
	}
	p.WriteString("</tr>\n")
	if n.NextSibling() == nil {
		p.WriteString("</tbody>\n")
	}
	return ast.WalkContinue
}

func renderTableCell(p *page, _ []byte, n ast.Node, entering bool) ast.WalkStatus {
	cell := n.(*extast.TableCell)
	tag, scope := "td", ""
	// An empty header would be read out as one, so the corner of a table is an ordinary cell.
	if cell.Parent().Kind() == extast.KindTableHeader && cell.HasChildren() {
		tag, scope = "th", ` scope="col"`
	}
	if !entering {
		p.WriteString("</" + tag + ">\n")
		return ast.WalkContinue
	}
	p.WriteString("<" + tag + scope)
	if cell.Alignment != extast.AlignNone {
		p.attribute("class", "align-"+cell.Alignment.String())
	}
	p.WriteByte('>')
	return ast.WalkContinue
}
