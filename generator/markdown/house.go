package markdown

import (
	"bytes"
	"slices"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// InHouseForm gives a body as we write it: quotes begin with "– ", points of a list with "* ", and one empty line stands
// between two blocks. No word changes, and what is rendered stays the same: what would make a difference is left out.
// To do it again changes nothing.
func InHouseForm(src Source) []byte {
	from := min(max(src.Offset, 0), len(src.Data))
	body := clean(src.Data[from:])
	if _, over := withinLimits(body); over != nil {
		return src.Data[from:]
	}
	h := houseForm{dialectOf(src.Lang)}
	for range longestWay {
		next := h.step(body)
		if bytes.Equal(next, body) {
			return body
		}
		body = next
	}
	return src.Data[from:] // it has no end
}

// longestWay is how many steps there may be: a list becomes a quote, and then a line is empty beside it.
const longestWay = 8

type houseForm struct{ *dialect }

// An edit puts a text in the place of another.
type edit struct {
	from, to int
	text     string
}

// A change is edits that only make sense together: the marks of a list.
type change []edit

func (h houseForm) step(body []byte) []byte {
	doc, _ := h.document(Source{Data: body}, new(stock))
	changes := append(markers(doc), gaps(doc)...)
	slices.SortStableFunc(changes, func(a, b change) int { return a[0].from - b[0].from })
	html := doc.HTML(Resolver{})
	isSame := func(some []change) bool {
		changed, _ := h.document(Source{Data: apply(body, some)}, new(stock))
		return changed.HTML(Resolver{}) == html
	}
	return apply(body, harmless(nil, changes, isSame))
}

// harmless adds to those taken the changes that leave a text the same: all, or those of each half.
func harmless(taken, more []change, isSame func([]change) bool) []change {
	all := append(slices.Clone(taken), more...)
	switch {
	case len(more) == 0 || isSame(all):
		return all
	case len(more) == 1:
		return taken
	}
	half := len(more) / 2
	return harmless(harmless(taken, more[:half], isSame), more[half:], isSame)
}

// apply makes changes, none of which lies in another.
func apply(body []byte, changes []change) []byte {
	edits := slices.Concat(changes...)
	slices.SortStableFunc(edits, func(a, b edit) int { return a.from - b.from })
	var out []byte
	at := 0
	for _, e := range edits {
		if e.from < at {
			continue
		}
		out = append(append(out, body[at:e.from]...), e.text...)
		at = e.to
	}
	return append(out, body[at:]...)
}

// markers changes what quotes and the points of lists begin with.
func markers(doc *Document) (changes []change) {
	_ = ast.Walk(doc.root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		var c change
		switch n := n.(type) {
		case *spoken:
			c = dashOf(n, doc.body)
		case *ast.List:
			c = bulletsOf(n, doc.body)
		}
		if entering && len(c) > 0 {
			changes = append(changes, c)
		}
		return ast.WalkContinue, nil
	})
	return changes
}

const houseDash = "– "

func dashOf(s *spoken, body []byte) change {
	from := s.Pos()
	if from < 0 || from >= len(body) {
		return nil
	}
	line, _, _ := bytes.Cut(body[from:], []byte("\n"))
	length := dashLength(line)
	if length == 0 && len(line) > 0 {
		length = beginsQuote(line).length
	}
	if length == 0 || string(line[:length]) == houseDash {
		return nil
	}
	return change{{from, from + length, houseDash}}
}

const houseBullet = '*'

// bulletsOf changes the marks of a list. Two lists that stand together have different marks, or they were one.
func bulletsOf(list *ast.List, body []byte) (c change) {
	if list.IsOrdered() || list.Marker == houseBullet || isList(list.PreviousSibling()) || isList(list.NextSibling()) {
		return nil
	}
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		at := item.Pos()
		if at < 0 || at >= len(body) || body[at] != list.Marker {
			return nil
		}
		c = append(c, edit{at, at + 1, string(houseBullet)})
	}
	return c
}

func isList(n ast.Node) bool { return n != nil && n.Kind() == ast.KindList }

// gaps makes one empty line of several, and puts one before each block that stands right below another.
func gaps(doc *Document) (changes []change) {
	starts, raw := blocksOf(doc)
	at, blanks := 0, 0 // blanks are where the empty lines above begin
	isAfterText := false
	for line := range bytes.Lines(doc.body) {
		isBlank := util.IsBlank(line)
		switch {
		case raw.has(at):
			blanks, isAfterText = at+len(line), true
		case isBlank:
		default:
			if above := doc.body[blanks:at]; len(above) > 0 && string(above) != "\n" {
				changes = append(changes, change{{blanks, at, "\n"}})
			} else if len(above) == 0 && isAfterText && starts[at] {
				changes = append(changes, change{{at, at, "\n"}})
			}
			blanks, isAfterText = at+len(line), true
		}
		at += len(line)
	}
	return changes
}

// blocksOf gives the lines on which the blocks of a document begin, and the parts of it that are kept as they are.
func blocksOf(doc *Document) (starts map[int]bool, raw stretches) {
	starts = map[int]bool{}
	_ = ast.Walk(doc.root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering || n.Type() != ast.TypeBlock {
			return ast.WalkContinue, nil
		}
		at := n.Pos()
		if n.Parent() == doc.root && at >= 0 && at <= len(doc.body) {
			starts[bytes.LastIndexByte(doc.body[:at], '\n')+1] = true
		}
		if from, to := rawPart(n, doc.body); from < to {
			raw = append(raw, [2]int{from, to})
		}
		return ast.WalkContinue, nil
	})
	return starts, raw
}

// rawPart is where in a block empty lines mean something: in code, and in an editor's note.
func rawPart(n ast.Node, body []byte) (from, to int) {
	switch n.Kind() {
	case kindComment:
		if from = n.Pos(); from >= 0 && from < len(body) {
			return from + 1, from + max(0, bytes.Index(body[from:], commentClose))
		}
	case ast.KindCodeBlock, ast.KindFencedCodeBlock:
		if lines := n.Lines(); lines.Len() > 0 {
			return lines.At(0).Start, lines.At(lines.Len() - 1).Stop
		}
	}
	return 0, 0
}

// stretches are parts of a body, from one offset to another.
type stretches [][2]int

func (s stretches) has(at int) bool {
	return slices.ContainsFunc(s, func(part [2]int) bool { return at >= part[0] && at < part[1] })
}
