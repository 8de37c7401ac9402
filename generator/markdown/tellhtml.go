package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
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

// htmlShown is the number of characters of HTML that a report repeats.
const htmlShown = 40

func shorten(html string) string {
	if runes := []rune(html); len(runes) > htmlShown {
		return string(runes[:htmlShown]) + "…"
	}
	return html
}
