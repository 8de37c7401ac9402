package markdown

import (
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// A stock holds what the tree of a text is made of: the nodes that there are many of, and goldmark's context. Where
// nobody keeps the tree the next text is read into the same ones: a build takes 5 % more without, and 20 % more memory.
type stock struct {
	context    parser.Context
	texts      supply[ast.Text]
	paragraphs supply[ast.Paragraph]
	spoken     supply[spoken]
	speakers   supply[speaker]
}

var stocks = sync.Pool{New: func() any { return new(stock) }}

// stockKey is where parsers find the stock of the text that they read.
var stockKey = parser.NewContextKey()

func stockOf(pc parser.Context) *stock { return pc.Get(stockKey).(*stock) }

// newContext gives the context for a text.
func (s *stock) newContext() parser.Context {
	if s.context == nil {
		s.context = parser.NewContext()
	}
	s.context.Set(stockKey, s)
	return s.context
}

// mostTexts is how many pieces of text a stock has at most that is used again. An article has a hundred.
const mostTexts = 2000

// giveBack says that the tree is no longer used. After a panic nobody does so, and the stock is left alone.
func (s *stock) giveBack() {
	if s.texts.used > mostTexts {
		return
	}
	for key := range parser.ContextKeyMax + 1 {
		s.context.Set(key, nil)
	}
	s.context.SetOpenedBlocks(nil)
	if len(s.context.References()) > 0 || s.context.LastDelimiter() != nil {
		s.context = nil // there is no way to take them out
	}
	s.texts.clear()
	for i := range s.paragraphs.used {
		p := s.paragraphs.at(i)
		lines := *p.Lines() // there is room for as many again
		lines.SetSliced(0, 0)
		*p = ast.Paragraph{}
		p.SetLines(&lines)
	}
	s.paragraphs.used = 0
	s.spoken.clear()
	s.speakers.clear()
	stocks.Put(s)
}

// A supply is nodes of one kind, made a row at a time. They stay where they are, since other nodes refer to them.
type supply[T any] struct {
	rows []*[rowLength]T
	used int
}

const rowLength = 8

func (s *supply[T]) at(i int) *T { return &s.rows[i/rowLength][i%rowLength] }

// next gives an empty node.
func (s *supply[T]) next() *T {
	if s.used == len(s.rows)*rowLength {
		s.rows = append(s.rows, new([rowLength]T))
	}
	s.used++
	return s.at(s.used - 1)
}

// clear empties the nodes that were given out.
func (s *supply[T]) clear() {
	var empty T
	for i := range s.used {
		*s.at(i) = empty
	}
	s.used = 0
}

// paragraphParser takes goldmark's paragraphs from the stock.
type paragraphParser struct{ parser.BlockParser }

func (paragraphParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	if util.IsBlank(line) {
		return nil, parser.NoChildren
	}
	p := stockOf(pc).paragraphs.next()
	p.Lines().Append(segment)
	reader.AdvanceToEOL()
	return p, parser.NoChildren
}
