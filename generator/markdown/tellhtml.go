package markdown

import (
	"slices"
	"strings"

	"alingsas.se/dialog/generator/diag"
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// rawHTMLText gives a tag, a comment or the like as written.
func rawHTMLText(n *ast.RawHTML, source []byte) string {
	if n.Segments.Len() == 1 {
		segment := n.Segments.At(0)
		return string(segment.Value(source))
	}
	var b strings.Builder
	for i := range n.Segments.Len() {
		segment := n.Segments.At(i)
		b.Write(segment.Value(source))
	}
	return b.String()
}

func isComment(html string) bool { return strings.HasPrefix(html, "<!--") }

// tagName gives the element of a tag in lower case, and whether it is an end tag. What is no tag
// has no name.
func tagName(html string) (name string, end bool) {
	name, end = strings.CutPrefix(strings.TrimPrefix(html, "<"), "/")
	if i := strings.IndexAny(name, " \t\n/>"); i >= 0 {
		name = name[:i]
	}
	if name == "" || name[0] == '!' || name[0] == '?' {
		return "", false
	}
	return strings.ToLower(name), end
}

// notMarkdown is a report of HTML in a text.
func notMarkdown(offset int, html string) oddity {
	return oddity{offset, diag.RawHTML, []string{"html", shorten(html),
		"advice", "skriv Markdown i stället, eller \\< där du menar tecknet", "advice-en", "write Markdown instead, or \\< where you mean the character"}}
}

// rawHTML reports HTML in the text, once for a block or a table: an end tag only where no start tag was.
func (in *inspector) rawHTML(n *ast.RawHTML) {
	html := rawHTMLText(n, in.doc.body)
	if isComment(html) || in.isInHTMLTable(n.Pos()) {
		return
	}
	name, end := tagName(html)
	if end && in.opened[name] > 0 {
		in.opened[name]--
		return
	}
	if name == "table" && !end && in.htmlTable(n.Pos(), html) {
		return
	}
	if name != "" && !end {
		if in.opened == nil {
			in.opened = map[string]int{}
		}
		in.opened[name]++
	}
	if block := blockOf(n); block != in.htmlBlock {
		in.htmlBlock = block
		in.found = append(in.found, notMarkdown(n.Pos(), html))
	}
}

// blockOf gives the table or the other block that a piece of text stands in.
func blockOf(n ast.Node) ast.Node {
	for n.Type() == ast.TypeInline && n.Parent() != nil {
		n = n.Parent()
	}
	if n.Kind() == extast.KindTableCell {
		return n.Parent().Parent()
	}
	return n
}

// htmlTable reports a table that begins at an offset, with the Markdown that says the same. What is told of the text
// up to its end is left out: it would be told for each of its tags and lines.
func (in *inspector) htmlTable(offset int, html string) bool {
	if in.endlessTable || len(in.htmlTables) == mostHTMLTables {
		return false
	}
	table, length := tableOfHTML(in.doc.body[offset:])
	in.endlessTable = length == 0 // the rest of the text would be read again for each tag
	if table == "" {
		return false
	}
	in.htmlTables = append(in.htmlTables, span{offset, offset + length})
	in.report(offset, diag.RawHTML, "html", shorten(html), "advice", pasteTable, "advice-en", pasteTableEn, "paste", table)
	return true
}

// mostHTMLTables is how many tables of a text are shown in Markdown. Nobody pastes as many.
const mostHTMLTables = 100

const pasteTable, pasteTableEn = "skriv tabellen så här i stället:", "write the table like this instead:"

func (in *inspector) isInHTMLTable(offset int) bool {
	return slices.ContainsFunc(in.htmlTables, func(t span) bool { return offset > t.start && offset < t.end })
}

// htmlShown is the number of characters of HTML that a report repeats.
const htmlShown = 40

func shorten(html string) string {
	if runes := []rune(html); len(runes) > htmlShown {
		return string(runes[:htmlShown]) + "…"
	}
	return html
}
