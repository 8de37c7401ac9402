package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// A plainTextParser takes text that means nothing to the other inline parsers in one piece, to the end of
// its line or to the first sign that may. Goldmark looks at it byte by byte, and asks at every space whether
// a bare address begins there; that takes most of the time of parsing.
type plainTextParser struct{}

// Trigger is what goldmark gives for the beginning of a line too, unless that is a sign.
func (plainTextParser) Trigger() []byte { return []byte{' '} }

func (plainTextParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if segment.Padding > 0 || endsInSpaces(line) {
		return nil
	}
	end := plainLength(line)
	switch end {
	case 0:
		return nil
	case len(line):
		n := textFor(parent, segment.TrimRightSpace(block.Source()), pc)
		n.SetSoftLineBreak(line[end-1] == '\n')
		block.AdvanceLine()
		return n
	}
	block.Advance(end)
	return textFor(parent, segment.WithStop(segment.Start+end), pc)
}

// textFor gives the node for a piece of text: the one before it, where that ends where the piece begins. So signs
// that mean nothing don't make a node of every word.
func textFor(parent ast.Node, piece text.Segment, pc parser.Context) *ast.Text {
	last, ok := parent.LastChild().(*ast.Text)
	if ok && last.Segment.Stop == piece.Start && !last.SoftLineBreak() && !last.HardLineBreak() {
		last.Segment = last.Segment.WithStop(piece.Stop)
		return last // goldmark moves it to where it is
	}
	n := stockOf(pc).texts.next()
	n.Segment = piece
	return n
}

// endsInSpaces tells whether two or more spaces end a line. They are a hard line break, or goldmark shows all
// but the last.
func endsInSpaces(line []byte) bool {
	text := bytes.TrimSuffix(line, []byte("\n"))
	last := len(text) - 1
	return last > 0 && util.IsSpace(text[last]) && util.IsSpace(text[last-1])
}

// mayMean has the signs at which plainLength must look twice: those that trigger an inline parser (see
// newMarkdown) or escape one, and what bare addresses are known by. Not among them are those that trigger
// only parsers that never take them alone: the typographer's comma, and < and > doubled, which it leaves as
// they are; the parenthesis before a bare address.
var mayMean = func() (table [256]bool) {
	for _, c := range []byte("`[]<*_~'\"\\!-.:@") {
		table[c] = true
	}
	return table
}()

// plainLength gives how many bytes of a line come before the first that may mean something. Where that is in
// a bare address, it is the sign before the address.
func plainLength(line []byte) int {
	for i, c := range line {
		if !mayMean[c] {
			continue
		}
		before, after := line[:i], line[i+1:]
		switch {
		case c == '.' && bytes.HasSuffix(before, []byte("www")),
			c == ':' && (bytes.HasSuffix(before, []byte("http")) || bytes.HasSuffix(before, []byte("https"))):
			return lastOpening(before)
		case c == '.' && !bytes.HasPrefix(after, []byte(".")), // of no ellipsis
			c == '-' && !bytes.HasPrefix(after, []byte("-")), // of no dash
			c == '!' && !bytes.HasPrefix(after, []byte("[")) && // of no image
				(len(after) < 2 || after[1] != '^'), // of what goldmark takes for a footnote's, whatever stands between
			c == ':':
			continue
		case isInEmail(line[i:]):
			return lastOpening(before)
		}
		return i
	}
	return len(line)
}

// longestLocal is how many bytes goldmark lets an e-mail address have before its host.
const longestLocal = 64

// isInEmail tells whether a text begins in an e-mail address, before its host. That may hold most signs.
func isInEmail(text []byte) bool {
	for _, c := range text[:min(longestLocal+1, len(text))] {
		if c == '@' || util.IsSpace(c) {
			return c == '@'
		}
	}
	return false
}

// lastOpening finds the last sign that a bare address may follow, or 0.
func lastOpening(text []byte) int { return max(bytes.LastIndexAny(text, " \t("), 0) }

// remembersEscape tells whether a backslash stands before a space or at the end of a line. It escapes
// nothing there, but goldmark goes on expecting the sign that it would, also on the next line. plainTextParser
// can't know of that. A build takes 23 % more, and 16 % more memory, where all texts are read without that parser.
func remembersEscape(body []byte) bool {
	for {
		_, after, found := bytes.Cut(body, []byte(`\`))
		if !found {
			return false
		}
		if len(after) > 0 && util.IsSpace(after[0]) {
			return true
		}
		body = after
	}
}
