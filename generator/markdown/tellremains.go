package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// Signs are what is left in a text where a link or a mark was mistyped. Most texts hold few of them,
// and no block is looked at that has none.
type signs struct{ bracket, angle, hash, stars, underscores bool }

// signsIn gives the signs that a body holds at all.
func signsIn(body []byte) signs {
	return signs{
		bracket:     bytes.IndexByte(body, ']') >= 0,
		angle:       bytes.IndexByte(body, '<') >= 0,
		hash:        bytes.IndexByte(body, '#') >= 0,
		stars:       bytes.Contains(body, []byte("**")),
		underscores: bytes.Contains(body, []byte("__")),
	}
}

// in tells whether a part of the body holds any.
func (s signs) in(text []byte) bool {
	return s.bracket && bytes.IndexByte(text, ']') >= 0 ||
		s.angle && bytes.IndexByte(text, '<') >= 0 ||
		s.stars && bytes.Contains(text, []byte("**")) ||
		s.underscores && bytes.Contains(text, []byte("__"))
}

// remains looks at what was left as text in a block.
func (in *inspector) remains(block ast.Node) {
	text, start := remainsOf(block, in.doc.body)
	in.brokenLinks(text, start)
	in.strayMarks(text, start)
}

// remainsOf gives a block's part of the source, and where that begins, with a zero byte in place of
// all that became something else than text: links, code, marks, what is escaped. In place of an escaped
// [ is the byte escaped.
func remainsOf(block ast.Node, source []byte) (remains []byte, start int) {
	lines := block.Lines()
	if lines.Len() == 0 {
		return nil, 0
	}
	start = lines.At(0).Start
	remains = make([]byte, max(lines.At(lines.Len()-1).Stop-start, 0))
	_ = ast.Walk(block, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.CodeSpan, *ast.RawHTML:
			return ast.WalkSkipChildren, nil
		case *ast.AutoLink:
			if label := n.Label(source); entering {
				from := autoLinkStart(n, source)
				fill(remains, from-start, label)
			}
		case *ast.Text:
			if entering {
				fill(remains, n.Segment.Start-start, n.Segment.Value(source))
				if n.SoftLineBreak() || n.HardLineBreak() {
					fill(remains, n.Segment.Stop-start, []byte("\n"))
				}
			}
		}
		return ast.WalkContinue, nil
	})
	return remains, start
}

const escaped = 1 // not used in a text: control characters are reported elsewhere

// fill copies text to its place, without what is escaped in it.
func fill(remains []byte, at int, text []byte) {
	if at < 0 || at > len(remains) {
		return
	}
	into := remains[at:min(at+len(text), len(remains))]
	copy(into, text)
	for i := 0; i+1 < len(into); i++ {
		if into[i] == '\\' && util.IsPunct(into[i+1]) {
			bracket := into[i+1] == '['
			into[i], into[i+1] = 0, 0
			if bracket {
				into[i] = escaped
			}
			i++
		}
	}
}
