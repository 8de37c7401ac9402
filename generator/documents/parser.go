package documents

import (
	"bytes"
	"strconv"
)

// What stands in a PDF file. Whole numbers are int64, lists []any; texts and broken numbers are not needed, and are
// skipped.
type (
	name      string
	word      string // a keyword: obj, stream, true
	reference int64  // to the object of that number
	dict      map[string]any
	skipped   struct{}
)

// deepest is how many lists and dictionaries may stand in one another.
const deepest = 32

// A parser reads values of a part of a file.
type parser struct {
	data    []byte
	at      int
	depth   int
	isShort bool // it came to the end of the part
	isBad   bool
}

const (
	spaces     = "\x00\t\n\f\r "
	delimiters = spaces + "()<>[]{}/%"
)

func (p *parser) fail() any {
	p.isBad = true
	return nil
}

// peek gives the next byte that is no space and in no comment, 0 at the end.
func (p *parser) peek() byte {
	isComment := false
	for ; p.at < len(p.data); p.at++ {
		c := p.data[p.at]
		switch {
		case isComment:
			isComment = c != '\n' && c != '\r'
		case c == '%':
			isComment = true
		case bytes.IndexByte([]byte(spaces), c) < 0:
			return c
		}
	}
	p.isShort = true
	return 0
}

func (p *parser) has(text string) bool { return bytes.HasPrefix(p.data[p.at:], []byte(text)) }

// value reads the next value; nil where there is none.
func (p *parser) value() any {
	switch c := p.peek(); {
	case c == 0:
		return p.fail()
	case p.has("<<"):
		return p.dict()
	case c == '[':
		return p.list()
	case c == '<':
		return p.skipPast('>')
	case c == '(':
		return p.text()
	case c == '/':
		p.at++
		return name(p.token())
	case c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.':
		return p.number()
	}
	t := p.token()
	if t == "" {
		return p.fail()
	}
	return word(t)
}

func (p *parser) token() string {
	start := p.at
	for p.at < len(p.data) && bytes.IndexByte([]byte(delimiters), p.data[p.at]) < 0 {
		p.at++
	}
	p.isShort = p.isShort || p.at == len(p.data)
	return string(p.data[start:p.at])
}

func (p *parser) integer() (int64, bool) {
	p.peek()
	n, err := strconv.ParseInt(p.token(), 10, 64)
	return n, err == nil
}

// number reads a number, or the reference that begins with it: 12 0 R.
func (p *parser) number() any {
	n, isWhole := p.integer()
	if !isWhole {
		return skipped{}
	}
	after := p.at
	if _, isNumber := p.integer(); isNumber {
		if p.peek() == 'R' && p.token() == "R" {
			return reference(n)
		}
	}
	p.at = after
	return n
}

// isIn tells whether one more list or dictionary may stand in those that are open.
func (p *parser) isIn() bool {
	p.depth++
	return p.depth <= deepest
}

func (p *parser) list() any {
	defer func() { p.depth-- }()
	if !p.isIn() {
		return p.fail()
	}
	p.at++
	values := []any{}
	for !p.isBad && p.peek() != ']' {
		values = append(values, p.value())
	}
	if p.isBad {
		return nil
	}
	p.at++
	return values
}

func (p *parser) dict() any {
	defer func() { p.depth-- }()
	if !p.isIn() {
		return p.fail()
	}
	p.at += len("<<")
	d := dict{}
	for !p.isBad {
		if p.peek(); p.has(">>") {
			p.at += len(">>")
			return d
		}
		key, isName := p.value().(name)
		if !isName {
			return p.fail()
		}
		d[string(key)] = p.value()
	}
	return nil
}

func (p *parser) skipPast(end byte) any {
	i := bytes.IndexByte(p.data[p.at:], end)
	if i < 0 {
		p.isShort = true
		return p.fail()
	}
	p.at += i + 1
	return skipped{}
}

// text skips a text: its parentheses come in pairs, or after a backslash.
func (p *parser) text() any {
	for open := 0; p.at < len(p.data); p.at++ {
		switch p.data[p.at] {
		case '\\':
			p.at++
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				p.at++
				return skipped{}
			}
		}
	}
	p.at, p.isShort = len(p.data), true
	return p.fail()
}

// afterLine is where the next line begins, after the word that was read.
func (p *parser) afterLine() int {
	if p.has("\r\n") {
		return p.at + 2
	}
	return p.at + 1
}
