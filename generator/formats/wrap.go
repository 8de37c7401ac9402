package formats

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// TextWidth is how many characters a line of plain text has: mail programs and editors show it without a scroll bar
// (RFC 5322, section 2.1.1, asks for no more than 78).
const TextWidth = 72

// Wrap breaks the lines of a plain text that have more than width characters. Words are never cut, so addresses are
// not, and a no-break space is no place to break. What goes on stands below where it began: below the text of an item
// of a list, after the sign of a quotation, and in from the beginning of a row of cells. The text ends with a line
// feed.
func Wrap(text string, width int) string {
	text = strings.ReplaceAll(norm.NFC.String(clean(text)), softHyphen, "") // å is one character however it was typed
	var b strings.Builder
	b.Grow(len(text) + len(text)/width + 1)
	for line := range strings.SplitSeq(strings.TrimRight(text, "\n "), "\n") {
		if utf8.RuneCountInString(line) <= width {
			b.WriteString(strings.TrimRight(line, " "))
		} else {
			wrapLine(&b, line, width)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// softHyphen tells browsers where a word may be cut. Nobody sees it, and whoever pastes it elsewhere has it in the way.
const softHyphen = "\u00AD"

func wrapLine(b *strings.Builder, line string, width int) {
	mark, indent := hanging(line)
	b.WriteString(mark)
	used, isFirst := utf8.RuneCountInString(mark), true
	for word := range strings.SplitSeq(line[len(mark):], " ") {
		length := utf8.RuneCountInString(word)
		switch {
		case word == "":
			continue
		case isFirst:
		case used+1+length > width && !isDash(word):
			b.WriteByte('\n')
			b.WriteString(indent)
			used = utf8.RuneCountInString(indent)
		default:
			b.WriteByte(' ')
			used++
		}
		b.WriteString(word)
		used, isFirst = used+length, false
	}
}

// isDash tells whether a word would make what begins with it look like a quote or an item of a list.
func isDash(word string) bool {
	return word == "–" || word == "—" || word == "-" || word == "•" || word == "*"
}

// hanging gives what a line begins with before its text, and what the lines below it begin with: a quotation goes on
// after its sign, an item below its text, and a row of cells four characters in.
func hanging(line string) (mark, indent string) {
	rest := line
	for {
		sign := signOf(rest)
		if sign == "" {
			break
		}
		if rest = rest[len(sign):]; sign == "> " {
			indent += sign
		} else {
			indent += strings.Repeat(" ", utf8.RuneCountInString(sign))
		}
	}
	if strings.Contains(rest, cellMark) {
		indent += "    "
	}
	return line[:len(line)-len(rest)], indent
}

// cellMark stands between the cells of a table.
const cellMark = " | "

// signOf gives what a line begins with and is not its text: a space, or the sign of a quotation, an item or a note.
func signOf(line string) string {
	for _, sign := range []string{" ", "> ", "• "} {
		if strings.HasPrefix(line, sign) {
			return sign
		}
	}
	number := strings.TrimLeft(strings.TrimPrefix(line, "["), "0123456789")
	digits := len(line) - len(number)
	for _, end := range []string{". ", "] "} {
		if isNote := line != "" && line[0] == '['; strings.HasPrefix(number, end) && digits > 0 && isNote == (end == "] ") {
			return line[:digits+len(end)]
		}
	}
	return ""
}
