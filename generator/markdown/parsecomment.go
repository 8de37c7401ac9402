package markdown

import (
	"bytes"

	"alingsas.se/dialog/generator/diag"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// A comment is an editor's note, <!-- … -->, on lines of its own. It is not shown and not
// reported: that is what it is written for. Text after it on its last line is shown, and a
// comment that is never closed is no comment, so that it can't hide the rest of a body.
type comment struct {
	ast.BaseBlock
	closed bool
}

var kindComment = ast.NewNodeKind("Comment")

func (c *comment) Kind() ast.NodeKind { return kindComment }

// IsRaw keeps goldmark from reading the lines as Markdown.
func (c *comment) IsRaw() bool { return true }

func (c *comment) Dump(source []byte, level int) { ast.DumpHelper(c, source, level, nil, nil) }

// commentParser makes comments. One that begins and ends inside a line of text is left to
// goldmark's inline parser.
type commentParser struct{}

var commentOpen, commentClose = []byte("<!--"), []byte("-->")

func (commentParser) Trigger() []byte { return []byte{'<'} }

func (commentParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	at := pc.BlockOffset()
	if at < 0 || !bytes.HasPrefix(line[at:], commentOpen) {
		return nil, parser.NoChildren
	}
	rest := line[at+2:] // <!--> is a comment too (CommonMark 0.31.2, section 6.6)
	end := bytes.Index(rest, commentClose)
	switch {
	case end >= 0 && !onlyComments(rest[end+len(commentClose):]):
		return nil, parser.NoChildren
	case end < 0 && !closedAfter(segment.Stop, reader.Source(), pc):
		opening := string(bytes.TrimSpace(line))
		notice(pc, notMarkdown(segment.Start+at-segment.Padding, opening))
		return nil, parser.NoChildren
	}
	if end < 0 {
		watchHidden(reader.Source(), segment.Start+at-segment.Padding, pc)
	}
	reader.AdvanceToEOL()
	return &comment{closed: end >= 0}, parser.NoChildren
}

// watchHidden notices a note that hides more than its author may know: one that begins again before it ends was
// never closed, and one of several paragraphs may be.
func watchHidden(source []byte, offset int, pc parser.Context) {
	hidden, _, _ := bytes.Cut(source[offset+len(commentOpen):], commentClose)
	switch {
	case bytes.Contains(hidden, commentOpen):
		notice(pc, oddity{offset, diag.LostText, []string{
			"text", shorten(string(bytes.Join(bytes.Fields(hidden), []byte(" ")))),
			"advice", "avsluta anteckningen med --> där den slutar", "advice-en", "end the note with --> where it ends"}})
	case bytes.Contains(hidden, []byte("\n\n")):
		notice(pc, oddity{offset, diag.HiddenText, nil})
	}
}

// onlyComments tells whether the rest of a line shows nothing.
func onlyComments(rest []byte) bool {
	for {
		rest = util.TrimLeftSpace(rest)
		if !bytes.HasPrefix(rest, commentOpen) {
			return len(rest) == 0
		}
		end := bytes.Index(rest[2:], commentClose)
		if end < 0 {
			return false
		}
		rest = rest[2+end+len(commentClose):]
	}
}

var nextCommentClose = parser.NewContextKey()

// closedAfter tells whether --> stands anywhere from the offset on. The place found is remembered:
// without that, a text of nothing but <!-- would be searched to its end for each of them.
func closedAfter(offset int, source []byte, pc parser.Context) bool {
	next, known := pc.Get(nextCommentClose).(int)
	if !known || next < offset {
		next = len(source)
		if i := bytes.Index(source[min(offset, next):], commentClose); i >= 0 {
			next = offset + i
		}
		pc.Set(nextCommentClose, next)
	}
	return next < len(source)
}

func (commentParser) Continue(n ast.Node, reader text.Reader, _ parser.Context) parser.State {
	c := n.(*comment)
	if c.closed {
		return parser.Close
	}
	line, _ := reader.PeekLine()
	end := bytes.Index(line, commentClose)
	if end < 0 {
		reader.AdvanceToEOL()
		return parser.Continue | parser.NoChildren
	}
	// What follows on the line is opened as the next block.
	reader.Advance(end + len(commentClose))
	return parser.Close
}

func (commentParser) Close(ast.Node, text.Reader, parser.Context) {}

func (commentParser) CanInterruptParagraph() bool { return true }

func (commentParser) CanAcceptIndentedLine() bool { return false }
