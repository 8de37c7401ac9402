package intake

import (
	"slices"
	"strings"
)

// tableAt gives the cells of the table that begins at a line: two lines or more with tabs between as many cells, as
// what is copied from a table comes. It is nil where there is none. Facts below labels and people are no table.
func tableAt(lines []string) [][]string {
	var rows [][]string
	for _, line := range lines {
		cells := strings.Split(strings.TrimSpace(line), "\t")
		if len(cells) < 2 || len(rows) > 0 && len(cells) != len(rows[0]) || !areCells(cells) {
			break
		}
		rows = append(rows, cells)
	}
	if len(rows) < 2 {
		return nil
	}
	return rows
}

func areCells(cells []string) bool {
	return !strings.HasSuffix(strings.TrimSpace(cells[0]), ":") && !slices.ContainsFunc(cells, func(cell string) bool {
		return strings.TrimSpace(cell) == "" || emailForm.MatchString(cell) || phoneForm.MatchString(cell)
	})
}

// tableBlock makes a block of the rows of a table in plain text.
func tableBlock(line int, rows [][]string) block {
	marked := make([][]string, len(rows))
	var plain []string
	for i, row := range rows {
		for _, cell := range row {
			marked[i] = append(marked[i], strings.ReplaceAll(escapeInline(oneSpace(cell)), "|", `\|`))
		}
		plain = append(plain, oneSpace(strings.Join(row, " | ")))
	}
	return block{kind: other, line: line, plain: strings.Join(plain, "\n"), markup: tableMarkup(marked)}
}

// tableMarkup writes a table whose first row is its head. Rows may have fewer cells than others.
func tableMarkup(rows [][]string) string {
	width := 0
	for _, row := range rows {
		width = max(width, len(row))
	}
	var b strings.Builder
	for i, row := range rows {
		row = append(row[:len(row):len(row)], make([]string, width-len(row))...)
		b.WriteString("| " + strings.Join(row, " | ") + " |\n")
		if i == 0 {
			b.WriteString("|" + strings.Repeat(" --- |", width) + "\n")
		}
	}
	return strings.TrimSpace(b.String())
}
