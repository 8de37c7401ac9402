package diag

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/fatih/color"
)

// A Report says how a list is written.
type Report struct {
	Format Format
	Lang   string                   // of the texts: "sv", else English
	Source func(file string) []byte // a file's content by its name, or nil where it can't be had
	Colour bool                     // for a terminal; the text alone
}

// A Format is a form of a report.
type Format string

const (
	Text   Format = "text"   // for people
	JSON   Format = "json"   // for programs: one object a line
	GitHub Format = "github" // workflow commands, which a git host shows beside the lines of a change
)

// Write writes the list in the order that it has.
func (r Report) Write(w io.Writer, l List) error {
	out := bufio.NewWriter(w)
	switch r.Format {
	case JSON:
		writeJSON(out, l, r.Lang)
	case GitHub:
		writeGitHub(out, l, r.Lang)
	default:
		r.writeText(out, l)
	}
	return out.Flush()
}

// writeText prints each fault with its line, the place underlined, and the hint.
//
//	content/press/2012-03-27-dialog.md:3:1: error: unknown key "titel" [unknown-key]
//	    3 | titel: Kommunen bjuder in till dialog
//	      | ^^^^^
//	  hint: did you mean "title"?
func (r Report) writeText(out io.Writer, l List) {
	p := r.paint()
	var file string
	var lines [][]byte
	for _, d := range l {
		fmt.Fprintf(out, "%s: %s: %s %s\n", p.place.Sprint(oneLine(d.Position.String())), p.severity(d.Severity()),
			p.place.Sprint(oneLine(d.Message(r.Lang))), p.code.Sprintf("[%s]", d.Code))
		if d.Line > 0 && r.Source != nil {
			if d.File != file { // a list goes by file
				file, lines = d.File, bytes.Split(r.Source(d.File), []byte("\n"))
			}
			if excerpt, underlined := excerptOf(d.Position, lines); excerpt != "" {
				fmt.Fprintln(out, excerpt)
				if underlined != "" {
					fmt.Fprintln(out, p.severityColour(d.Severity()).Sprint(underlined))
				}
			}
		}
		if hint := d.advice(r.Lang); hint != "" {
			fmt.Fprintf(out, "  %s %s\n", p.hint.Sprint(hintWord.in(r.Lang)+":"), oneLine(hint))
		}
		for line := range strings.Lines(d.Arg("paste")) {
			fmt.Fprintf(out, "  %s\n", strings.Map(printable, strings.TrimSuffix(line, "\n")))
		}
	}
}

// A paint is the colours of a text, or none.
type paint struct{ place, code, hint, error, warning, note *color.Color }

func (r Report) paint() paint {
	p := paint{
		place: color.New(color.Bold), code: color.New(color.Faint), hint: color.New(color.FgCyan),
		error: color.New(color.FgRed, color.Bold), warning: color.New(color.FgYellow, color.Bold), note: color.New(color.FgBlue, color.Bold),
	}
	for _, c := range []*color.Color{p.place, p.code, p.hint, p.error, p.warning, p.note} {
		// The library would go by standard output, wherever the report is written.
		if r.Colour {
			c.EnableColor()
		} else {
			c.DisableColor()
		}
	}
	return p
}

func (p paint) severityColour(s Severity) *color.Color {
	switch s {
	case Error:
		return p.error
	case Warning:
		return p.warning
	}
	return p.note
}

func (p paint) severity(s Severity) string { return p.severityColour(s).Sprint(s) }

// oneLine keeps a fault on its line: what an author wrote, a file is called, or a library says may have
// several, and signs that a terminal would obey.
func oneLine(text string) string {
	if strings.IndexFunc(text, isUnprintable) < 0 {
		return text
	}
	return strings.Join(strings.Fields(strings.Map(printable, text)), " ")
}

// isUnprintable finds what can't be shown as it is: control characters, and those that turn the direction
// of the text around them.
func isUnprintable(r rune) bool {
	return unicode.IsControl(r) || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}

func printable(r rune) rune {
	switch {
	case unicode.IsSpace(r):
		return ' '
	case isUnprintable(r):
		return utf8.RuneError
	}
	return r
}

var hintWord = text{"råd", "hint"}

// String is "error", "warning" or "note" in every language: editors and build logs look for these words.
func (s Severity) String() string {
	switch s {
	case Error:
		return "error"
	case Warning:
		return "warning"
	case Note:
		return "note"
	}
	return "invalid severity"
}

// String is the form that editors jump to: file, file:line or file:line:column.
func (p Position) String() string {
	switch {
	case p.Line == 0:
		return p.File
	case p.Column == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// excerptLimit is the number of characters of a line that are shown; a paragraph is one long line.
const excerptLimit = 100

// Excerpt shows the line of a position in src, the whole content of its file, with the place
// underlined; "" where there is no such line. A long line is cut around the place.
func Excerpt(at Position, src []byte) string {
	excerpt, underlined := excerptOf(at, bytes.Split(src, []byte("\n")))
	if underlined != "" {
		excerpt += "\n" + underlined
	}
	return excerpt
}

// excerptOf gives the line, and below it the mark under the place, "" where the position is the whole line.
func excerptOf(at Position, lines [][]byte) (excerpt, underlined string) {
	if at.Line < 1 || at.Line > len(lines) {
		return "", ""
	}
	line, ok := readable(lines[at.Line-1])
	if !ok {
		return "", ""
	}
	from := 0 // characters that are left out before the place
	if at.Column > excerptLimit*3/4 {
		from = at.Column - excerptLimit/2
	}
	line, from = after(line, from)
	runes := []rune(strings.Map(printable, cut(line, 2*excerptLimit)))
	column := min(max(at.Column-from, 1), len(runes)+1)
	excerpt = fmt.Sprintf("%5d | %s", at.Line, string(runes[:min(len(runes), excerptLimit)]))
	if at.Column > 0 {
		underlined = "      | " + strings.Repeat(" ", column-1) + strings.Repeat("^", underline(runes[column-1:]))
	}
	return excerpt, underlined
}

// after gives a line from its nth character on, and how many there were before.
func after(line string, n int) (rest string, skipped int) {
	for i := range line {
		if skipped == n {
			return line[i:], skipped
		}
		skipped++
	}
	if skipped < n {
		return line, 0 // the place is beyond the line
	}
	return "", skipped
}

// cut gives the first n characters of a text.
func cut(text string, n int) string {
	for i := range text {
		if n--; n < 0 {
			return text[:i]
		}
	}
	return text
}

// underline gives the length of the word at the beginning of text, at least 1.
func underline(text []rune) int {
	n := 0
	for n < len(text) && n < excerptLimit/2 && !strings.ContainsRune(" :,[]{}\"'()", text[n]) {
		n++
	}
	return max(n, 1)
}

// readable gives a line as text, where it is one.
func readable(line []byte) (text string, ok bool) {
	line = bytes.TrimSuffix(bytes.TrimPrefix(line, []byte("\uFEFF")), []byte("\r"))
	if len(line) > lineLimit {
		line = bytes.ToValidUTF8(line[:lineLimit], nil)
	}
	return string(line), len(line) != 0 && utf8.Valid(line)
}

// lineLimit is how much of a line is looked at, in bytes: no place beyond it is shown.
const lineLimit = 1 << 16
