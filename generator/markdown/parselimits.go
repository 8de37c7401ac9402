package markdown

import (
	"bytes"
	"strconv"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/limits"
	"github.com/yuin/goldmark/util"
)

// An excess is what there is too much of, in Swedish and English.
type excess struct {
	sv, en string
	most   int
}

var (
	tooDeep     = &excess{"citat och listor i varandra", "quotations and lists inside each other", limits.Containers}
	tooLong     = &excess{"rader i citat och listor i varandra", "lines in quotations and lists inside each other", limits.ContainerLines}
	tooMarked   = &excess{"märken för fetstil och kursiv i ett stycke", "marks for bold and italics in one paragraph", limits.Marks}
	tooLinked   = &excess{"hakparenteser i ett stycke", "brackets in one paragraph", limits.Brackets}
	tooAlike    = &excess{"likadana tecken i rad", "signs of the same kind in a row", limits.Run}
	tooNoted    = &excess{"fotnoter och hänvisningar till dem", "footnotes and references to them", limits.Notes}
	tooBarred   = &excess{"tecken \\|", "signs \\|", limits.EscapedBars}
	tooWide     = &excess{"celler i tabeller", "cells in tables", limits.Cells}
	tooReferred = &excess{"tecken i adresser som länkar hämtar på ett annat ställe", "characters in addresses that links take from another place", limits.Referred}
)

// at tells of the excess at an offset.
func (e *excess) at(offset int) oddity {
	return oddity{offset, diag.TooComplex, []string{"what", e.sv, "what-en", e.en, "most", strconv.Itoa(e.most)}}
}

// withinLimits gives the part of a clean body that is read: all of it, or what stands before the
// paragraph that passes a limit, and then where it does. A body that was cut after an empty line
// gives the same as the whole one does, as far as it goes.
func withinLimits(body []byte) (kept []byte, over *oddity) {
	g := gauge{dense: isDense(body)}
	block, offset := 0, 0 // block is where the lines without an empty one between them begin
	for line := range bytes.Lines(body) {
		if e := g.add(line); e != nil {
			found := e.at(offset)
			return body[:block], &found
		}
		offset += len(line)
		if g.paragraph.lines == 0 {
			block = offset
		}
	}
	return body, nil
}

// isDense tells whether a body can pass any other limit than that of nesting. Nearly none can.
func isDense(body []byte) bool {
	count := func(sign string) int { return bytes.Count(body, []byte(sign)) }
	bars := count("|")
	return count("*")+count("_")+count("~") > limits.Marks ||
		count("[") > min(limits.Brackets, limits.Notes) ||
		count(`'`) > limits.Run || count(`"`) > limits.Run || count("~") > limits.Run ||
		bars > limits.EscapedBars || (bars+1)*(count("\n")+1) > limits.Cells
}

// A gauge counts what there are limits for.
type gauge struct {
	dense              bool // count more than nesting
	notes, bars, cells int
	open, nested       int // containers that a line may be in; lines in them
	paragraph          paragraphGauge
}

// A paragraphGauge counts in lines without an empty one between them: a paragraph is not longer.
type paragraphGauge struct{ lines, marks, brackets, columns int }

// add counts one line and gives the limit that it passes, or nil.
func (g *gauge) add(line []byte) *excess {
	depth := 0
	if util.IsBlank(line) {
		g.paragraph = paragraphGauge{}
	} else {
		if g.paragraph.lines == 0 && !util.IsSpace(line[0]) {
			g.open = 0 // the text goes on outside of them
		}
		g.paragraph.lines++
		depth = nesting(line)
	}
	g.open = max(g.open, depth)
	g.nested += g.open
	switch {
	case depth > limits.Containers:
		return tooDeep
	case g.nested > limits.ContainerLines:
		return tooLong
	case g.dense && g.paragraph.lines > 0:
		return g.addDense(line)
	}
	return nil
}

// addDense counts a line of a body that may pass other limits too.
func (g *gauge) addDense(line []byte) *excess {
	if beginsItem(line) {
		g.paragraph.marks, g.paragraph.brackets = 0, 0
	}
	runs, longest := markRuns(line)
	g.paragraph.marks += runs
	g.paragraph.brackets += bytes.Count(line, []byte("["))
	g.notes += bytes.Count(line, []byte("[^"))
	g.bars += bytes.Count(line, []byte(`\|`))
	g.paragraph.columns = max(g.paragraph.columns, columns(line))
	g.cells += g.paragraph.columns
	return g.passed(longest)
}

func (g *gauge) passed(longestRun int) *excess {
	switch {
	case longestRun > limits.Run:
		return tooAlike
	case g.paragraph.marks > limits.Marks:
		return tooMarked
	case g.paragraph.brackets > limits.Brackets:
		return tooLinked
	case g.notes > limits.Notes:
		return tooNoted
	case g.bars > limits.EscapedBars:
		return tooBarred
	case g.cells > limits.Cells:
		return tooWide
	}
	return nil
}

// nesting gives how many containers a line opens, or at most is in where it opens any. Two columns
// of indentation may be one more level of a list.
func nesting(line []byte) int {
	depth, gap := 0, 0
	for i := 0; i < len(line) && depth <= limits.Containers; {
		switch line[i] {
		case ' ':
			gap++
			i++
			continue
		case '\t':
			gap += 4
			i++
			continue
		}
		n := containerMark(line[i:])
		if n == 0 {
			return depth
		}
		depth += 1 + max(gap-1, 0)/2
		gap = 0
		i += n
	}
	return depth
}

// containerMark gives the length of the mark of a quotation, item, definition or footnote that a text
// begins with. A line across the page, - - -, is none.
func containerMark(text []byte) int {
	n := 0
	switch c := text[0]; {
	case c == '>':
		return 1
	case c == '[':
		if end := bytes.Index(text, []byte("]:")); end > 0 && text[1] == '^' {
			return end + len("]:")
		}
		return 0
	case c == '-' || c == '*':
		if len(bytes.Trim(text, string(c)+" \t\n")) == 0 {
			return 0
		}
		n = 1
	case c == '+' || c == ':':
		n = 1
	case util.IsNumeric(c):
		for n < len(text) && util.IsNumeric(text[n]) {
			n++
		}
		if n == len(text) || text[n] != '.' && text[n] != ')' {
			return 0
		}
		n++
	}
	if n == 0 || n < len(text) && !util.IsSpace(text[n]) {
		return 0
	}
	return n
}

// beginsItem tells whether a line begins an item of a list whatever stands before it, and with the item a
// paragraph. A number may as well go on with one, and so may what is indented.
func beginsItem(line []byte) bool {
	indent, columns := spaces(line)
	if columns > 3 || !bytes.ContainsAny(line[indent:indent+1], "-*+") {
		return false
	}
	n := containerMark(line[indent:])
	return n > 0 && !util.IsBlank(line[indent+n:])
}

// markRuns counts the runs of marks that may be emphasis, and gives the length of the longest run of
// those that are counted again from each of them.
func markRuns(line []byte) (runs, longest int) {
	for i := 0; i < len(line); {
		c, start := line[i], i
		for i++; i < len(line) && line[i] == c; i++ {
		}
		switch c {
		case '*', '_':
			runs++
		case '~':
			runs++
			longest = max(longest, i-start)
		case '\'', '"':
			longest = max(longest, i-start)
		}
	}
	return runs, longest
}

// columns gives how many columns a line gives a table, if it is the line below the header.
func columns(line []byte) int {
	if len(bytes.Trim(line, "-|: \t>\n")) > 0 || bytes.IndexByte(line, '-') < 0 {
		return 0
	}
	return bytes.Count(line, []byte("|")) + 1
}
