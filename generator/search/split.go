//go:build !js

package search

import (
	"bytes"
	"html"
	"unicode/utf8"
)

// A gap is what stands between two words, as far as it matters for what they are together.
type gap byte

const (
	apart  gap = 0   // a space and more, a comma, another paragraph
	space  gap = ' ' // one space of any kind
	dotted gap = 'd' // a full stop and a space: 3. april
	// Others are the character itself: - & / . , : '
)

// A token is a run of letters and digits.
type token struct {
	from, to int  // in what was folded
	before   gap  // what stands before it
	isNumber bool // digits alone
	isPlus   bool // a + stands right before it
}

// A scanner finds words in texts. What it gives holds until it scans the next.
type scanner struct {
	months  map[string]string
	folded  []byte
	tokens  []token
	spare   []byte
	reading reading
}

// A group is words that are written as one, or belong together: e-post, 1 000, 3 april.
type group struct {
	from, to int      // its words, among the tokens
	joined   []string // the forms in which it is one word
}

func newScanner(months []string) *scanner {
	s := &scanner{months: map[string]string{}}
	for _, m := range months {
		name := string(s.fold([]byte(m)))
		s.months[name] = name
		if short := []rune(name); len(short) > 3 {
			s.months[string(short[:3])] = name
		}
	}
	return s
}

// fold gives a text without what is no word.
func (s *scanner) fold(text []byte) []byte {
	s.scan(text, false)
	return bytes.Clone(s.folded)
}

// scan finds the tokens of a text.
func (s *scanner) scan(text []byte, isHTML bool) {
	s.folded, s.tokens = s.folded[:0], s.tokens[:0]
	c := cursor{scanner: s, between: apart}
	for i := 0; i < len(text); {
		b := text[i]
		switch {
		case plain[b] != 0:
			i = c.run(text, i)
		case isHTML && b == '<':
			var isInline bool
			i, isInline = afterTag(text, i)
			if !isInline {
				c.separate('\n')
			}
		case isHTML && b == '&':
			r, after := reference(text, i)
			c.rune(r)
			i = after
		case b < utf8.RuneSelf:
			c.separate(rune(b))
			i++
		default:
			r, size := utf8.DecodeRune(text[i:])
			c.rune(r)
			i += size
		}
	}
	c.end()
}

// plain gives the letters and digits of ASCII as words have them, 0 for all other bytes.
var plain = func() (table [256]byte) {
	for b := range utf8.RuneSelf {
		if f := foldRune(rune(b)); f != "" {
			table[b] = f[0]
		}
	}
	return table
}()

// A cursor is where a scanner is.
type cursor struct {
	*scanner
	isIn        bool // a token has begun
	hasNoNumber bool // it has a letter
	start       int
	between     gap // what has stood since the last one
	isPlus      bool
	count       int // how many characters that was
}

func (c *cursor) begin() {
	if !c.isIn {
		c.isIn, c.hasNoNumber, c.start = true, false, len(c.folded)
	}
}

// run takes plain letters and digits, of which nearly all texts consist; it gives where they end.
func (c *cursor) run(text []byte, from int) (end int) {
	c.begin()
	folded, hasLetter := c.folded, false
	for end = from; end < len(text); end++ {
		b := plain[text[end]]
		if b == 0 {
			break
		}
		folded = append(folded, b)
		hasLetter = hasLetter || b > '9'
	}
	c.folded = folded
	c.hasNoNumber = c.hasNoNumber || hasLetter
	return end
}

func (c *cursor) rune(r rune) {
	switch f := foldRune(r); {
	case f != "":
		c.begin()
		c.folded = append(c.folded, f...)
		if f[0] < '0' || f[0] > '9' {
			c.hasNoNumber = true
		}
	case isIgnored(r):
		c.compose(r)
	default:
		c.separate(r)
	}
}

// compose makes å ä ö of a letter and a mark that stand apart, as some systems write them.
func (c *cursor) compose(mark rune) {
	if !c.isIn || len(c.folded) == c.start {
		return
	}
	last := len(c.folded) - 1
	switch {
	case mark == '\u030A' && c.folded[last] == 'a':
		c.folded = append(c.folded[:last], "å"...)
	case mark == '\u0308' && c.folded[last] == 'a':
		c.folded = append(c.folded[:last], "ä"...)
	case mark == '\u0308' && c.folded[last] == 'o':
		c.folded = append(c.folded[:last], "ö"...)
	}
}

func (c *cursor) end() {
	if c.isIn {
		c.tokens = append(c.tokens, token{c.start, len(c.folded), c.between, !c.hasNoNumber, c.isPlus})
		c.isIn, c.between, c.count, c.isPlus = false, apart, 0, false
	}
}

// separate takes a character that is no part of a word.
func (c *cursor) separate(r rune) {
	c.end()
	g := gapOf(r)
	c.isPlus = r == '+'
	switch c.count++; {
	case c.count == 1:
		c.between = g
	case c.count == 2 && c.between == '.' && g == space:
		c.between = dotted
	case c.count == 2 && c.between == space && r == '+': // a telephone number begins
	default:
		c.between = apart
	}
}

func gapOf(r rune) gap {
	switch r {
	case ' ', '\u00A0', '\u202F', '\u2009', '\n':
		return space
	case '-', '\u2010', '\u2011':
		return '-'
	case '&', '/', '.', ',', ':', '\'':
		return gap(r)
	case '\u2019':
		return '\''
	}
	return apart
}

// inline are the tags that stand within a word without ending it.
var inline = map[string]bool{"a": true, "em": true, "strong": true, "span": true, "wbr": true, "sub": true, "sup": true, "del": true, "mark": true}

// afterTag gives where a tag ends, and whether it stands within a word.
func afterTag(text []byte, at int) (after int, isInline bool) {
	end := bytes.IndexByte(text[at:], '>')
	if end < 0 {
		return len(text), false
	}
	name := bytes.TrimPrefix(text[at+1:at+end], []byte("/"))
	if i := bytes.IndexAny(name, " \n"); i >= 0 {
		name = name[:i]
	}
	return at + end + 1, inline[string(name)]
}

// longestReference is how long a reference to a character may be.
const longestReference = 10

// reference reads &amp; and the like.
func reference(text []byte, at int) (r rune, after int) {
	end := bytes.IndexByte(text[at:min(len(text), at+longestReference)], ';')
	if end < 0 {
		return '&', at + 1
	}
	r, _ = utf8.DecodeRuneInString(html.UnescapeString(string(text[at : at+end+1])))
	return r, at + end + 1
}

// word gives a token's text.
func (s *scanner) word(i int) []byte { return s.folded[s.tokens[i].from:s.tokens[i].to] }
