package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// FirstParagraph gives the plain text, on one line, of a body's first paragraph: no heading, list,
// table, figure or the like, but a spoken quote. It is "" where there is none. As little of the
// body is parsed as decides the answer, which is the same as parsing it all would give.
func FirstParagraph(body []byte, lang string) string {
	body = clean(body)
	d := dialectOf(lang)
	// Each part is at least twice as long as the one before, so that all of them take no more than twice
	// as long as the last.
	for end := endOfBlock(body, 0); ; end = endOfBlock(body, 2*end) {
		read, over := withinLimits(body[:end])
		s := stocks.Get().(*stock)
		root, _ := d.parse(read, s)
		text, closed := d.firstParagraph(root, body)
		s.giveBack()
		if end == len(body) || over != nil || closed && isFinal(body[:end], body[end:]) {
			return text
		}
	}
}

// endOfBlock gives the end of the first run of lines without an empty line that begins or goes on after
// an offset.
func endOfBlock(body []byte, offset int) int {
	end := min(offset, len(body))
	inBlock := false
	for end < len(body) {
		line := len(body) - end
		if i := bytes.IndexByte(body[end:], '\n'); i >= 0 {
			line = i + 1
		}
		blank := util.IsBlank(body[end : end+line])
		if blank && inBlock {
			return end
		}
		inBlock = !blank
		end += line
	}
	return end
}

// firstParagraph finds it in a tree whose hyphens are not yet read. What is closed does not change
// with lines that come after an empty one.
func (d *dialect) firstParagraph(root ast.Node, source []byte) (text string, closed bool) {
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *spoken:
			return plainDash + inlineText(n, source), true
		case *ast.Paragraph:
			if text := inlineText(n, source); text != "" && soleImage(n) == nil {
				return text, true
			}
		case *ast.List:
			if d.readHyphens(n, source) == speech {
				return plainDash + inlineText(n.FirstChild().FirstChild(), source), n.NextSibling() != nil
			}
		}
	}
	return "", false
}

// isFinal tells whether a paragraph in the part of a body that was parsed is the same whatever
// comes after it.
func isFinal(parsed, rest []byte) bool {
	switch {
	case bytes.HasPrefix(bytes.TrimLeft(rest, " \t\n"), []byte(":")): // it may be a term that is defined
		return false
	case bytes.IndexByte(parsed, '[') >= 0 && bytes.Contains(rest, []byte("]:")): // link or footnote
		return false
	}
	open := bytes.LastIndex(parsed, commentOpen)
	return open < 0 || bytes.Contains(parsed[open:], commentClose) || !bytes.Contains(rest, commentClose)
}
