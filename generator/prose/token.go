package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A kind is what a token is made of. The zero kind is none: there is no token there.
type kind int

const (
	space   kind = iota + 1
	word         // letters
	number       // digits
	mark         // one character of anything else
	address      // a web or e-mail address, a telephone number or a tag, as a whole
)

type token struct {
	kind kind
	Span
}

// A line is a paragraph taken apart, for findings that are told by several words and marks in a row.
// What it is asked for outside of its tokens is nothing.
type line struct {
	text   string
	tokens []token
}

func newLine(text string) line {
	l := line{text: text, tokens: make([]token, 0, len(text)/3)}
	for at := 0; at < len(text); {
		field, ok := fieldFrom(text, at)
		if !ok {
			l.add(space, at, len(text))
			break
		}
		if at < field.Start {
			l.add(space, at, field.Start)
		}
		at = l.addField(field)
	}
	return l
}

func (l *line) add(k kind, start, end int) {
	l.tokens = append(l.tokens, token{k, Span{start, end}})
}

// addField adds what a field consists of and gives its end, which with a telephone number is that of
// the number.
func (l *line) addField(field Span) int {
	text := field.In(l.text)
	if isAddress(text) || text[0] == '#' || text[0] == '@' {
		l.add(address, field.Start, field.End)
		return field.End
	}
	if text[0] == '0' || text[0] == '+' || text[0] == '(' {
		if n := phoneAt(l.text[field.Start:]); n > 0 {
			l.add(address, field.Start, field.Start+n)
			return field.Start + n
		}
	}
	for at := field.Start; at < field.End; {
		k, size := run(l.text[at:field.End])
		l.add(k, at, at+size)
		at += size
	}
	return field.End
}

// run gives the kind of the token that a field begins with, and its length.
func run(field string) (k kind, size int) {
	for size < len(field) {
		r, n := utf8.DecodeRuneInString(field[size:])
		next := kindOf(r)
		if next == mark && k == word && unicode.IsMark(r) {
			next = word // an accent
		}
		switch {
		case k == 0 && next == mark:
			return mark, n
		case k != 0 && next != k:
			return k, size
		}
		k, size = next, size+n
	}
	return k, size
}

func kindOf(r rune) kind {
	switch {
	case r >= '0' && r <= '9':
		return number
	case isLetter(r):
		return word
	}
	return mark
}

func (l line) kind(i int) kind {
	if i < 0 || i >= len(l.tokens) {
		return 0
	}
	return l.tokens[i].kind
}

// at gives the text of a token.
func (l line) at(i int) string {
	if i < 0 || i >= len(l.tokens) {
		return ""
	}
	return l.tokens[i].In(l.text)
}

// lower gives the text of a token in lower case.
func (l line) lower(i int) string { return strings.ToLower(l.at(i)) }

// is tells whether a token is one of the marks, each one character.
func (l line) is(i int, marks string) bool {
	return l.kind(i) == mark && strings.ContainsRune(marks, firstRune(l.at(i)))
}

// skip gives the index after a space, if there is one.
func (l line) skip(i int) int {
	if l.kind(i) == space {
		return i + 1
	}
	return i
}

// back gives the index before a space, if there is one.
func (l line) back(i int) int {
	if l.kind(i) == space {
		return i - 1
	}
	return i
}

// number gives the value of a token of one or two digits, else -1.
func (l line) number(i int) int {
	text := l.at(i)
	if l.kind(i) != number || len(text) > 2 {
		return -1
	}
	n := 0
	for _, digit := range []byte(text) {
		n = 10*n + int(digit-'0')
	}
	return n
}

// isDay tells whether a token can be a day of a month, and isMonth whether a number can be one.
func (l line) isDay(i int) bool         { return l.number(i) >= 1 && l.number(i) <= 31 }
func (l line) isMonthNumber(i int) bool { return l.number(i) >= 1 && l.number(i) <= 12 }

// isYear tells whether a token is a year in full.
func (l line) isYear(i int) bool {
	return l.kind(i) == number && len(l.at(i)) == 4 && (l.at(i)[0] == '1' || l.at(i)[0] == '2')
}

// span gives where the tokens from first to last stand.
func (l line) span(first, last int) Span {
	return Span{l.tokens[first].Start, l.tokens[last].End}
}
