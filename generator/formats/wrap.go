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
	text = strings.ReplaceAll(composed(clean(text)), softHyphen, "")
	var b strings.Builder
	b.Grow(len(text) + len(text)/width + 1)
	for line := range strings.SplitSeq(strings.TrimRight(text, "\n "), "\n") {
		if len(line) <= width || utf8.RuneCountInString(line) <= width {
			b.WriteString(strings.TrimRight(line, " "))
		} else {
			wrapLine(&b, line, width)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// composed gives a text in which å is one character however it was typed. Most need not be looked at closely: the marks
// of Latin letters begin with one of two bytes.
func composed(text string) string {
	if strings.IndexByte(text, '\xCC') < 0 && strings.IndexByte(text, '\xCD') < 0 {
		return text
	}
	return norm.NFC.String(text)
}

// softHyphen tells browsers where a word may be cut. Nobody sees it, and whoever pastes it elsewhere has it in the way.
const softHyphen = "\u00AD"

func wrapLine(b *strings.Builder, line string, width int) {
	mark, indent := hanging(line)
	b.WriteString(mark)
	room := width - utf8.RuneCountInString(mark)
	rest := strings.Trim(line[len(mark):], " ")
	for {
		end := breakAt(rest, room)
		b.WriteString(strings.TrimRight(rest[:end], " "))
		if rest = strings.TrimLeft(rest[end:], " "); rest == "" {
			return
		}
		b.WriteByte('\n')
		b.WriteString(indent)
		room = width - utf8.RuneCountInString(indent)
	}
}

// breakAt gives the offset at which a text of more than room characters goes on in the next line: the last space
// before which it fits, else the first one.
func breakAt(text string, room int) int {
	end := offsetOf(text, max(room, 0)) // an indent may take all of it
	if end == len(text) {
		return end
	}
	for i := strings.LastIndexByte(text[:end+1], ' '); i > 0; i = strings.LastIndexByte(text[:i], ' ') {
		if !startsWithSign(text[i+1:]) {
			return i
		}
	}
	for i := end + 1; i < len(text); i++ {
		if text[i] == ' ' && !startsWithSign(text[i+1:]) {
			return i
		}
	}
	return len(text)
}

// offsetOf gives where the character of that number begins, from 0; the end of a text that has no more.
func offsetOf(text string, number int) int {
	at := min(number, len(text)) // no character has less than a byte
	for at < len(text) && !utf8.RuneStart(text[at]) {
		at--
	}
	for count := utf8.RuneCountInString(text[:at]); count < number && at < len(text); count++ {
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	return at
}

// startsWithSign tells whether a line that begins with a text would look like a quote or an item of a list.
func startsWithSign(text string) bool {
	word, _, _ := strings.Cut(text[:min(len(text), 4)], " ")
	switch word {
	case "–", "—", "-", "•", "*", ">":
		return true
	}
	return false
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
