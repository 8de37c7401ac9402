package markdown

import (
	"bytes"
	"unicode/utf8"

	"alingsas.se/dialog/generator/diag"
	"github.com/yuin/goldmark/ast"
)

// A locator turns offsets in a clean body into positions in the author's file. It goes on from
// the last one asked for, so that many positions in one long text don't each count from its start.
type locator struct {
	body  []byte
	start diag.Position // of the body in the file

	offset int
	last   diag.Position // of offset
}

// newLocator takes a body that begins at start. Without a body, all is at start.
func newLocator(body []byte, start diag.Position) *locator {
	return &locator{body: body, start: start, last: start}
}

// position gives the place of a byte offset in the body.
func (l *locator) position(offset int) diag.Position {
	offset = min(max(offset, 0), len(l.body))
	if offset < l.offset {
		l.offset, l.last = 0, l.start
	}
	passed := l.body[l.offset:offset]
	if i := bytes.LastIndexByte(passed, '\n'); i >= 0 {
		l.last.Line += bytes.Count(passed, []byte("\n"))
		l.last.Column = 1
		passed = passed[i+1:]
	}
	l.last.Column += utf8.RuneCount(passed)
	l.offset = offset
	return l.last
}

// startOfMarks gives where a block begins that one or more of the marks begin. Its own position lies a
// little later where a tab stands before it within a quotation or a list.
func startOfMarks(n ast.Node, source []byte, marks string) int {
	start := bytes.LastIndexAny(source[:min(max(n.Pos(), 0)+1, len(source))], marks)
	for start > 0 && source[start-1] == source[start] {
		start--
	}
	return max(start, 0)
}
