package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A nameReader reads names and titles from the beginning of a text on. Each of its methods goes past what it
// reads, or stays and says no. A pattern would say the same in fewer words, and does in the test, but takes
// longer for one name than it takes to make HTML of the quote.
//
//	part      an upper-case letter, letters, and more of them after hyphens and apostrophes: Anna-Karin, O’Brien
//	initial   an upper-case letter with a full stop
//	name      up to three initials, a part, and up to four more with spaces before them, where up to two
//	          initials or particles may stand too: Eva von Sydow
//	title     one to three words in lower case, with a municipality's name before them or not: Alingsås
//	          kommuns näringslivschef
type nameReader struct {
	text string
	at   int
	last int // where the part before the last one ends, or 0
}

// subject reads a name, with a space before it. After a title it has two parts at least, and the title does
// not belong to it.
func (r *nameReader) subject() (start, end int, ok bool) {
	if !r.spaces() {
		return 0, 0, false
	}
	begin := r.at
	if r.title() {
		start = r.at
		if r.part() && r.moreParts() > 0 {
			return start, r.at, true
		}
	}
	r.at = begin
	ok = r.name()
	return begin, r.at, ok
}

// leadingName reads as long a name as has a space after it, and that.
func (r *nameReader) leadingName() (end int, ok bool) {
	if !r.name() {
		return 0, false
	}
	end = r.at
	if !r.spaces() {
		r.at, end = r.last, r.last
		ok = r.spaces()
		return end, ok
	}
	return end, true
}

func (r *nameReader) name() bool {
	begin, initial := r.at, -1
	for range 3 {
		start := r.at
		if !r.initial() {
			break
		}
		initial = start
	}
	if !r.partOr(initial) {
		r.at = begin
		return false
	}
	r.moreParts()
	return true
}

// moreParts reads up to four parts that go on with a name, and counts them.
func (r *nameReader) moreParts() int {
	r.last = 0
	for n := range 4 {
		end := r.at
		if !r.nextPart() {
			r.at = end
			return n
		}
		r.last = end
	}
	return 4
}

func (r *nameReader) nextPart() bool {
	if !r.spaces() {
		return false
	}
	initial := -1
	for range 2 {
		start := r.at
		if r.initial() {
			initial = start
		} else if !r.particle() {
			break
		}
	}
	return r.partOr(initial)
}

// partOr reads a part. Where none follows upon initials, the letter of the last is one.
func (r *nameReader) partOr(initial int) bool {
	if r.part() {
		return true
	}
	if initial < 0 {
		return false
	}
	r.at = initial
	return r.part()
}

func (r *nameReader) part() bool {
	if !r.upper() {
		return false
	}
	r.letters()
	for {
		begin := r.at
		if !r.prefix("-") && !r.prefix("’") && !r.prefix("'") || r.letters() == 0 {
			r.at = begin
			return true
		}
	}
}

func (r *nameReader) initial() bool {
	begin := r.at
	if !r.upper() || !r.prefix(".") {
		r.at = begin
		return false
	}
	r.run(isPatternSpace)
	return true
}

var particles = []string{"von", "af", "de", "van", "der", "den", "del", "di", "la", "el", "al", "bin", "ter"}

func (r *nameReader) particle() bool {
	for _, particle := range particles {
		if r.wordOf(particle) {
			return true
		}
	}
	return false
}

func (r *nameReader) title() bool {
	r.municipality()
	n := 0
	for n < 3 && r.titleWord() {
		n++
	}
	return n > 0
}

func (r *nameReader) municipality() {
	begin := r.at
	if !r.upper() || r.run(unicode.IsLetter) == 0 || !r.spaces() || !r.wordOf("kommuns") {
		r.at = begin
	}
}

func (r *nameReader) titleWord() bool {
	if r.wordOf("vd") || r.wordOf("vd:n") {
		return true
	}
	begin := r.at
	if r.run(func(c rune) bool { return c == '-' || unicode.IsLower(c) }) < 4 || !r.spaces() {
		r.at = begin
		return false
	}
	return true
}

// wordOf reads a word and the space after it.
func (r *nameReader) wordOf(word string) bool {
	begin := r.at
	if !r.prefix(word) || !r.spaces() {
		r.at = begin
		return false
	}
	return true
}

func (r *nameReader) upper() bool {
	c, size := utf8.DecodeRuneInString(r.text[r.at:])
	if !unicode.IsUpper(c) {
		return false
	}
	r.at += size
	return true
}

func (r *nameReader) letters() int {
	return r.run(func(c rune) bool { return unicode.IsLetter(c) || unicode.IsMark(c) })
}

func (r *nameReader) spaces() bool {
	return r.run(func(c rune) bool { return c == '\u00A0' || isPatternSpace(c) }) > 0
}

func isPatternSpace(c rune) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\f' || c == '\r' }

func (r *nameReader) prefix(s string) bool {
	if !strings.HasPrefix(r.text[r.at:], s) {
		return false
	}
	r.at += len(s)
	return true
}

// run reads as many characters as are of a kind, and counts them.
func (r *nameReader) run(isOfKind func(rune) bool) int {
	n := 0
	for _, c := range r.text[r.at:] {
		if !isOfKind(c) {
			break
		}
		r.at += utf8.RuneLen(c)
		n++
	}
	return n
}
