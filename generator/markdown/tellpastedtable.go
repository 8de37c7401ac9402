package markdown

import (
	"bytes"
	"regexp"
	"strings"

	"alingsas.se/dialog/generator/diag"
	"github.com/yuin/goldmark/ast"
)

// A pastedTable is a table that was written otherwise than in Markdown: rows of cells.
type pastedTable [][]string

// markdown writes the table. It is "" where there is no table, or one that is too large to be read again.
func (t pastedTable) markdown() string {
	columns := 0
	for _, row := range t {
		columns = max(columns, len(row))
	}
	if columns == 0 || columns*len(t) > mostPastedCells {
		return ""
	}
	var b strings.Builder
	for i, row := range t {
		for c := range columns {
			cell := ""
			if c < len(row) && row[c] != "" {
				cell = row[c] + " "
			}
			b.WriteString("| " + cell)
		}
		b.WriteString("|\n")
		if i == 0 {
			b.WriteString(strings.Repeat("| --- ", columns) + "|\n")
		}
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// mostPastedCells is how large a table may be that is shown in a hint.
const mostPastedCells = 10_000

// cell gives a text as it stands in a cell.
func cell(text string) string {
	text = strings.Join(strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" \t\r\n\u00A0", r) }), " ")
	return strings.ReplaceAll(strings.ReplaceAll(text, `\|`, "|"), "|", `\|`)
}

// tabbedTable reports a paragraph whose lines hold tabs: cells as they are pasted from a word processor.
func (in *inspector) tabbedTable(n ast.Node) bool {
	lines, source := n.Lines(), in.doc.body
	first := lines.At(0)
	if bytes.IndexByte(source[first.Start:first.Stop], '\t') < 0 { // nearly all
		return false
	}
	if before := n.PreviousSibling(); before != nil && before.Kind() == ast.KindCodeBlock && !n.HasBlankPreviousLines() {
		return true // told with the row above (see indentedCode)
	}
	begin := bytes.LastIndexByte(source[:first.Start], '\n') + 1
	end := lines.At(lines.Len() - 1).Stop // without the spaces after it, a last empty cell among them
	rest, _, _ := bytes.Cut(source[end:], []byte("\n"))
	return in.tabbedRows(begin, end+len(rest), first.Start)
}

// tabbedRows reports the lines from begin to end as a table, if all of them are rows.
func (in *inspector) tabbedRows(begin, end, at int) bool {
	table := rowsWithTabs(in.doc.body[begin:end]).withoutEmptyColumns()
	if len(table) < 2 || len(table[0]) < 2 || table.isList() {
		return false
	}
	paste := table.markdown()
	if paste == "" {
		return false
	}
	in.report(at, diag.BrokenTable, "advice", pasteTable, "advice-en", pasteTableEn, "paste", paste)
	return true
}

// rowsWithTabs gives the rows of a text, nil where a line of it is none.
func rowsWithTabs(text []byte) pastedTable {
	var table pastedTable
	columns, rows := 0, bytes.Count(text, []byte("\n"))+1
	for line := range bytes.Lines(text) {
		if bytes.IndexByte(line, '\t') < 0 {
			return nil
		}
		if columns = max(columns, bytes.Count(line, []byte("\t"))+1); columns*rows > mostPastedCells {
			return nil
		}
		var row []string
		for part := range strings.SplitSeq(strings.TrimRight(string(line), " \r\n"), "\t") {
			row = append(row, cell(part))
		}
		table = append(table, row)
	}
	return table
}

// withoutEmptyColumns leaves out the columns in which nothing stands, as indentation and several tabs make them.
func (t pastedTable) withoutEmptyColumns() pastedTable {
	var filled []int
	for c := 0; ; c++ {
		isThere, isFilled := false, false
		for _, row := range t {
			isThere = isThere || c < len(row)
			isFilled = isFilled || c < len(row) && row[c] != ""
		}
		if !isThere {
			break
		}
		if isFilled {
			filled = append(filled, c)
		}
	}
	out := make(pastedTable, len(t))
	for i, row := range t {
		for _, c := range filled {
			if c < len(row) {
				out[i] = append(out[i], row[c])
			} else {
				out[i] = append(out[i], "")
			}
		}
	}
	return out
}

// listMark is what a word processor puts before a point, with a tab after it.
var listMark = regexp.MustCompile(`^(?:[^\pL\pN]|o|§|\(?[\pL\pN]{1,3}[.)])$`)

// isList tells whether the first column holds nothing but marks of points.
func (t pastedTable) isList() bool {
	for _, row := range t {
		if !listMark.MatchString(row[0]) {
			return false
		}
	}
	return true
}
