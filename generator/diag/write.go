package diag

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Write prints the list as text in the language of the tag, each fault with its line, the place
// underlined, and the hint. source gives a file's content by its name, or nil where it can't.
//
//	content/press/2012-03-27-dialog.md:3:1: error: unknown key "titel" [unknown-key]
//	    3 | titel: Kommunen bjuder in till dialog
//	      | ^^^^^
//	  hint: did you mean "title"?
func Write(w io.Writer, l List, lang string, source func(file string) []byte) error {
	out := bufio.NewWriter(w)
	for _, d := range l {
		fmt.Fprintf(out, "%s: %s: %s [%s]\n", d.Position, d.Severity(), oneLine(d.Message(lang)), d.Code)
		if d.Line > 0 {
			writeExcerpt(out, d.Position, source(d.File))
		}
		if hint := d.Hint(lang); hint != "" {
			fmt.Fprintf(out, "  %s: %s\n", hintWord.in(lang), oneLine(hint))
		}
	}
	return out.Flush()
}

// oneLine keeps a fault on its line: what an author wrote, or a library says, may have several. A file's
// name may even hold what a terminal obeys.
func oneLine(text string) string {
	if !strings.ContainsFunc(text, unicode.IsControl) {
		return text
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, strings.Join(strings.Fields(text), " "))
}

var hintWord = text{"råd", "hint"}

// String is "error" or "warning" in every language: editors and build logs look for these words.
func (s Severity) String() string {
	switch s {
	case Error:
		return "error"
	case Warning:
		return "warning"
	}
	return "invalid severity"
}

// String is the form that editors jump to: file, file:line or file:line:column.
func (p Position) String() string {
	switch {
	case p.Line == 0:
		return printable(p.File)
	case p.Column == 0:
		return fmt.Sprintf("%s:%d", printable(p.File), p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", printable(p.File), p.Line, p.Column)
}

// printable writes a file's name as it is, but for what no one could see or copy: a\nb.
func printable(name string) string {
	if utf8.ValidString(name) && !strings.ContainsFunc(name, unicode.IsControl) {
		return name
	}
	quoted := strconv.QuoteToGraphic(name)
	return quoted[1 : len(quoted)-1]
}

// excerptLimit is the number of characters of a line that are shown; a paragraph is one long line.
const excerptLimit = 100

func writeExcerpt(w io.Writer, at Position, src []byte) {
	if excerpt := Excerpt(at, src); excerpt != "" {
		fmt.Fprintln(w, excerpt)
	}
}

// Excerpt shows the line of a position in src, the whole content of its file, with the place
// underlined; "" where there is no such line. A long line is cut around the place.
func Excerpt(at Position, src []byte) string {
	line, ok := lineOf(src, at.Line)
	if !ok || at.Line == 0 {
		return ""
	}
	runes := []rune(strings.ReplaceAll(line, "\t", " "))
	column := min(max(at.Column, 1), len(runes)+1)
	from := 0
	if column > excerptLimit*3/4 {
		from = column - excerptLimit/2
	}
	shown := runes[from:min(len(runes), from+excerptLimit)]
	excerpt := fmt.Sprintf("%5d | %s", at.Line, string(shown))
	if at.Column > 0 {
		excerpt += fmt.Sprintf("\n      | %s%s", strings.Repeat(" ", column-1-from), strings.Repeat("^", underline(runes[column-1:])))
	}
	return excerpt
}

// underline gives the length of the word at the beginning of text, at least 1.
func underline(text []rune) int {
	n := 0
	for n < len(text) && n < excerptLimit/2 && !strings.ContainsRune(" :,[]{}\"'()", text[n]) {
		n++
	}
	return max(n, 1)
}

func lineOf(src []byte, n int) (string, bool) {
	rest := string(src)
	for ; n > 1; n-- {
		_, after, found := strings.Cut(rest, "\n")
		if !found {
			return "", false
		}
		rest = after
	}
	line, _, _ := strings.Cut(rest, "\n")
	line = strings.TrimSuffix(strings.TrimPrefix(line, "\uFEFF"), "\r")
	return line, line != "" && utf8.ValidString(line)
}
