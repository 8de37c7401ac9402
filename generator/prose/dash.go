package prose

import "strings"

// A DashKind is what is wrong with a dash. The zero value is invalid.
type DashKind int

const (
	SpokenSign  DashKind = iota + 1 // a spoken line begins with another sign than "–": "— Vi vill"
	SpokenSpace                     // a spoken line has no space behind its dash: "–Vi vill"
	SpokenQuote                     // a spoken line has quotation marks as well: "– ”Vi vill”, säger Anna"
	SpacedSign                      // a hyphen between spaces, where a dash is meant: "dialog - en kväll"
	RangeSign                       // a hyphen between the ends of a range: "2-3 april", "kl. 9-15"
)

// A DashFault is a dash that should be another sign or stand otherwise. Span is what has to be
// changed: the sign, with the space that belongs to it or the quotation mark behind it.
type DashFault struct {
	Kind DashKind
	Span Span
}

// Dashes finds the faults with dashes in a paragraph: first the dash of a spoken line, then the others in
// their order. A hyphen within a word, a name, a number or a minus sign is none.
func Dashes(paragraph, lang string) []DashFault {
	c, ok := calendarOf[lang]
	if !ok || !strings.ContainsAny(paragraph, dashes) {
		return nil
	}
	l := newLine(paragraph)
	found, from := spokenFaults(paragraph)
	for i := range l.tokens {
		if !l.is(i, "-") || l.tokens[i].Start < from {
			continue
		}
		if c.isRange(l, i) {
			found = append(found, DashFault{RangeSign, c.signAt(l, i)})
		} else if end, ok := l.isSpaced(i); ok {
			found = append(found, DashFault{SpacedSign, l.span(i, end)})
		}
	}
	return found
}

// isSpaced tells a hyphen, or two as they are typed for a dash, between spaces and words, and gives
// the index of the last. Between numbers and between single letters it may be a minus sign.
func (l line) isSpaced(i int) (last int, ok bool) {
	last = i
	if l.is(i+1, "-") {
		last++
	}
	if l.kind(i-1) != space || l.kind(last+1) != space {
		return last, false
	}
	before, behind := i-2, last+2
	if before < 0 || l.kind(behind) == 0 || l.is(before, dashes) || l.is(behind, dashes) {
		return last, false
	}
	return last, !l.isTerm(before) || !l.isTerm(behind)
}

// isTerm tells what can be reckoned with: a number or a letter.
func (l line) isTerm(i int) bool {
	return l.kind(i) == number || l.kind(i) == address || l.kind(i) == word && len([]rune(l.at(i))) == 1
}

// signAt gives the hyphen of a range with the spaces around it, which a dash does not have.
func (c *calendar) signAt(l line, i int) Span {
	return l.span(l.back(i-1)+1, l.skip(i+1)-1)
}

// isRange tells whether a hyphen stands between two days or two times.
func (c *calendar) isRange(l line, i int) bool {
	left, right := l.back(i-1), l.skip(i+1)
	if (left < i-1) != (right > i+1) { // "in- och utpassering" has a space on one side
		return false
	}
	return c.isDayRange(l, left, right) || c.isClockRange(l, left, right)
}

// isDayRange tells "2-3 april", "30 april-2 maj" and "April 2-3".
func (c *calendar) isDayRange(l line, left, right int) bool {
	if !l.isDay(right) {
		return false
	}
	end := c.dayEnd(l, right)
	dayFirst := l.kind(end) == space && c.isMonth(l, end+1)
	switch {
	case c.isMonth(l, left):
		return dayFirst && l.kind(left-1) == space && l.isDay(left-2)
	case !l.isDay(left) || l.isWithinNumber(left):
		return false
	case dayFirst:
		return true
	}
	return c.monthFirst && l.kind(left-1) == space && c.isMonth(l, left-2) && l.endsNumber(end)
}

// isClockRange tells "kl. 9-15", "kl. 18.00-20.00" and, without a word before it, "18:00-20:00".
func (c *calendar) isClockRange(l line, left, right int) bool {
	start, colon := l.clockStart(left)
	if l.number(start) < 0 || l.number(start) > 24 || l.number(right) < 0 || l.number(right) > 24 || l.isWithinNumber(start) {
		return false
	}
	if colon && l.is(right+1, ":") && l.number(right+2) >= 0 {
		return true
	}
	before := l.back(start - 1)
	if l.is(before, ".") {
		before--
	}
	return c.clocks[l.lower(before)]
}

// clockStart gives the index of the hour of a time whose last number is known, and whether a colon
// parts them.
func (l line) clockStart(last int) (start int, colon bool) {
	if l.is(last-1, ".:") && l.kind(last-2) == number {
		return last - 2, l.is(last-1, ":")
	}
	return last, false
}
