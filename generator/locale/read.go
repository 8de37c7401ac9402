package locale

import (
	"strings"
	"time"
)

// read takes a date apart; not ok if it has none of the forms of [ParseDate].
func read(text string) (w written, ok bool) {
	r := reader{rest: text}
	year := r.number(4, 1, 9999) // HTML has no year 0
	r.mark("-")
	month := time.Month(r.number(2, 1, 12))
	r.mark("-")
	day := r.number(2, 1, 31)
	w.wall = time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	if w.wall.Day() != day { // 30 February has become 1 March
		r.bad = true
	}
	if r.rest != "" && !r.bad {
		isSpaced := r.mark("Tt ") == " "
		w.hasTime = true
		w.wall = w.wall.Add(r.clock())
		if isSpaced && r.has("-") {
			r.bad = true // 09:00-11:00 is from when to when, to whoever writes a space
		}
		w.offset, w.hasOffset = r.offset()
	}
	return w, !r.bad && r.rest == ""
}

// A reader takes a text from its beginning. What doesn't fit makes it bad, and that stays.
type reader struct {
	rest string
	bad  bool
}

// clock reads 09:00, 09:00:00, 09:00:00.000, 09.00 or 09.00.00, as the time since midnight.
func (r *reader) clock() time.Duration {
	t := time.Duration(r.number(2, 0, 23)) * time.Hour
	mark := r.mark(":.")
	t += time.Duration(r.number(2, 0, 59)) * time.Minute
	if !r.has(mark) {
		return t
	}
	r.mark(mark)
	t += time.Duration(r.number(2, 0, 59)) * time.Second
	if mark == ":" && r.has(".") {
		r.mark(".")
		r.digit()
		r.rest = strings.TrimLeft(r.rest, "0123456789")
	}
	return t
}

// offset reads Z or ±hh:mm (RFC 3339, section 5.6), if there is one.
func (r *reader) offset() (east time.Duration, ok bool) {
	if r.rest == "" {
		return 0, false
	}
	sign := r.mark("Zz+-")
	if sign == "Z" || sign == "z" {
		return 0, true
	}
	east = time.Duration(r.number(2, 0, 23)) * time.Hour
	r.mark(":")
	east += time.Duration(r.number(2, 0, 59)) * time.Minute
	if sign == "-" {
		east = -east
	}
	return east, true
}

// number reads exactly width digits whose value lies between low and high.
func (r *reader) number(width, low, high int) int {
	n := 0
	for range width {
		n = 10*n + r.digit()
	}
	if n < low || n > high {
		r.bad = true
	}
	return n
}

func (r *reader) digit() int {
	c := r.mark("0123456789")
	if c == "" {
		return 0
	}
	return int(c[0] - '0')
}

// mark reads one character, which must be one of set.
func (r *reader) mark(set string) string {
	if !r.has(set) {
		r.bad = true
		return ""
	}
	c := r.rest[:1]
	r.rest = r.rest[1:]
	return c
}

// has reports whether the next character is one of set, which is all ASCII.
func (r *reader) has(set string) bool {
	return r.rest != "" && strings.IndexByte(set, r.rest[0]) >= 0
}
