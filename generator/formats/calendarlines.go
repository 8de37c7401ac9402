package formats

import (
	"bytes"
	"io"
	"strings"
	"sync"
	"unicode/utf8"
)

// calendarLines are the content lines of a calendar (RFC 5545 section 3.1). Each meeting has a calendar, for which a
// library takes ten times as much memory. (A fuzz test sees that it writes the same lines.)
type calendarLines struct {
	text bytes.Buffer
	line []byte // the one that is being written
}

var lentLines = sync.Pool{New: func() any { return new(calendarLines) }}

// writeLines hands over what write adds.
func writeLines(w io.Writer, write func(*calendarLines)) error {
	l := lentLines.Get().(*calendarLines)
	defer lentLines.Put(l)
	l.text.Reset()
	write(l)
	_, err := w.Write(l.text.Bytes())
	return err
}

// begin opens a component, to which lines are added until it is closed by end.
func (l *calendarLines) begin(component string) { l.add("BEGIN", "", component) }

func (l *calendarLines) end(component string) { l.add("END", "", component) }

// escapeText is section 3.3.11.
var escapeText = strings.NewReplacer(`\`, `\\`, "\n", `\n`, ";", `\;`, ",", `\,`)

// addText adds a property whose value is a text, unless it is empty.
func (l *calendarLines) addText(name, param, value string) {
	l.add(name, param, escapeText.Replace(clean(value)))
}

// add adds a property with a parameter, or "", unless the value is empty.
func (l *calendarLines) add(name, param, value string) {
	if value == "" {
		return
	}
	l.line = append(l.line[:0], name...)
	if param != "" {
		l.line = append(append(l.line, ';'), param...)
	}
	l.line = append(append(l.line, ':'), value...)
	rest := l.line
	for room := lineLimit; len(rest) > room; room = lineLimit - 1 {
		cut := foldAt(rest, room)
		l.text.Write(rest[:cut])
		l.text.WriteString("\r\n ")
		rest = rest[cut:]
	}
	l.text.Write(rest)
	l.text.WriteString("\r\n")
}

// foldAt gives where a line that is longer than room is broken: between words and markup, if it can be, and never
// within a character.
func foldAt(line []byte, room int) int {
	for i := room; i > 0; i-- {
		if line[i] == ' ' || line[i] == '<' || line[i-1] == '>' {
			return i
		}
	}
	for !utf8.RuneStart(line[room]) {
		room--
	}
	return room
}

func language(tag string) string {
	if tag = paramToken(tag); tag == "" {
		return ""
	}
	return "LANGUAGE=" + tag
}

// escapeParam is RFC 6868, for what stands between quotes.
var escapeParam = strings.NewReplacer("^", "^^", "\n", "^n", `"`, "^'")

func commonName(name string) string {
	if name = clean(name); name == "" {
		return ""
	}
	return `CN="` + escapeParam.Replace(name) + `"`
}
