package markdown

import (
	"bytes"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// tableOfHTML gives the Markdown of a table in HTML that a text begins with, and the table's length; "" where it never
// ends, or holds nothing.
func tableOfHTML(source []byte) (markdown string, length int) {
	r := tableReader{tags: html.NewTokenizer(bytes.NewReader(source))}
	for {
		kind := r.tags.Next()
		if kind == html.ErrorToken {
			return "", 0
		}
		length += len(r.tags.Raw())
		if r.cells <= mostPastedCells {
			r.token(kind)
		} else if kind == html.EndTagToken && r.tags.Token().Data == "table" {
			return "", length
		}
		if r.depth == 0 {
			r.endRow()
			return r.rows.withoutEmptyColumns().markdown(), length
		}
	}
}

// A tableReader makes rows of tags.
type tableReader struct {
	tags  *html.Tokenizer
	depth int // of tables; a table within a cell is part of its text
	cells int
	rows  pastedTable

	inCell             bool
	text               strings.Builder
	columns, rowsBelow int              // that the cell spans
	below              map[int]spanning // by column: what a cell above puts into the next rows
	links              []string         // addresses of what is open
}

type spanning struct {
	text string
	rows int
}

// mostSpanned keeps a cell from being as wide as it says.
const mostSpanned = 50

func (r *tableReader) token(kind html.TokenType) {
	if kind == html.TextToken {
		if r.inCell {
			r.text.Write(r.tags.Raw()) // &nbsp; and the like mean the same in Markdown
		}
		return
	}
	if kind != html.StartTagToken && kind != html.EndTagToken && kind != html.SelfClosingTagToken {
		return
	}
	token := r.tags.Token()
	isEnd := kind == html.EndTagToken
	switch token.Data {
	case "table":
		r.table(isEnd)
	case "tr":
		if r.depth == 1 {
			r.endRow()
			if !isEnd {
				r.rows = append(r.rows, nil)
			}
		}
	case "td", "th":
		if r.depth == 1 {
			r.endCell()
			if !isEnd {
				r.beginCell(token)
			}
		}
	default:
		r.inline(token, isEnd)
	}
}

func (r *tableReader) table(isEnd bool) {
	if isEnd {
		r.depth--
		return
	}
	r.depth++
}

func (r *tableReader) beginCell(token html.Token) {
	if len(r.rows) == 0 {
		r.rows = append(r.rows, nil)
	}
	r.spanned()
	r.inCell, r.links = true, nil
	r.text.Reset()
	r.columns, r.rowsBelow = spannedBy(token, "colspan"), spannedBy(token, "rowspan")-1
}

func spannedBy(token html.Token, key string) int {
	n, err := strconv.Atoi(attribute(token, key))
	if err != nil {
		return 1
	}
	return min(max(n, 1), mostSpanned)
}

func attribute(token html.Token, key string) string {
	for _, a := range token.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// spanned puts in what cells above reach down with, which Markdown has no way to say: the text again.
func (r *tableReader) spanned() {
	row := &r.rows[len(r.rows)-1]
	for {
		above, isSpanned := r.below[len(*row)]
		if !isSpanned {
			return
		}
		if above.rows--; above.rows == 0 {
			delete(r.below, len(*row))
		} else {
			r.below[len(*row)] = above
		}
		*row = append(*row, above.text)
	}
}

// endRow ends what is open of a row, which stays only where it holds cells.
func (r *tableReader) endRow() {
	r.endCell()
	if last := len(r.rows) - 1; last >= 0 {
		r.spanned()
		if len(r.rows[last]) == 0 {
			r.rows = r.rows[:last]
		}
	}
}

func (r *tableReader) endCell() {
	if !r.inCell {
		return
	}
	r.inCell = false
	row := &r.rows[len(r.rows)-1]
	text := cell(tidyMarks(strings.ReplaceAll(r.text.String(), "&nbsp;", " ")))
	for range r.columns {
		if r.rowsBelow > 0 {
			r.reachDown(len(*row), text)
		}
		r.cells++
		*row = append(*row, text)
		text = "" // the other columns are empty
	}
}

func (r *tableReader) reachDown(column int, text string) {
	if r.below == nil {
		r.below = map[int]spanning{}
	}
	r.below[column] = spanning{text, r.rowsBelow}
}

// inline writes what Markdown or this site has for a tag within a cell. What means nothing there is left out.
func (r *tableReader) inline(token html.Token, isEnd bool) {
	switch token.Data {
	case "br":
		r.text.WriteString("<br>")
	case "p", "div", "li", "h1", "h2", "h3", "h4":
		if !isEnd && strings.TrimSpace(r.text.String()) != "" {
			r.text.WriteString("<br>")
		}
	case "b", "strong":
		r.mark("strong", isEnd)
	case "i", "em":
		r.mark("em", isEnd)
	case "sub", "sup":
		r.mark(token.Data, isEnd)
	case "a":
		r.link(token, isEnd)
	}
}

func (r *tableReader) mark(name string, isEnd bool) {
	if isEnd {
		name = "/" + name
	}
	r.text.WriteString("<" + name + ">")
}

func (r *tableReader) link(token html.Token, isEnd bool) {
	if !isEnd {
		r.links = append(r.links, attribute(token, "href"))
		r.text.WriteString("[")
		return
	}
	if last := len(r.links) - 1; last >= 0 {
		r.text.WriteString("](<" + r.links[last] + ">)")
		r.links = r.links[:last]
	}
}

// tidyMarks leaves out what marks nothing.
func tidyMarks(text string) string {
	return strings.NewReplacer("<strong></strong>", "", "<em></em>", "", "[](<>)", "").Replace(text)
}
