package prose

import "strings"

// A DateKind is why a date is unclear. The zero value is invalid.
type DateKind int

const (
	YearMissing DateKind = iota + 1 // "2 april": next year it is read as of next year
	NumbersOnly                     // "2/4", "11-12-13": day, month or year may be meant by each
)

// A DateFault is a date that tells less to its reader than to its author.
type DateFault struct {
	Kind DateKind
	Span Span
}

// UnclearDates finds the dates in a paragraph that say no year, and those in numbers whose order a
// reader has to guess. Dates that are joined, as in a range or a list, are one finding, and one year
// is enough for them: "30 april–2 maj 2012". A year that the text says elsewhere does not count,
// since a reader may begin anywhere.
//
// ISO dates are clear. A date that comes again, "1 maj varje år", needs no year, and what may be a
// fraction is no date unless the words beside it tell.
func UnclearDates(paragraph, lang string) []DateFault {
	c, ok := calendarOf[lang]
	if !ok || !strings.ContainsAny(paragraph, "123456789") {
		return nil
	}
	var found []DateFault
	l := newLine(paragraph)
	for i := 0; i < len(l.tokens); i++ {
		if d, ok := c.chainAt(l, i); ok {
			if !d.hasYear && !c.comesAgain(l, d.end) {
				found = append(found, DateFault{YearMissing, l.span(i, d.end-1)})
			}
			i = d.end - 1
		} else if end := c.numericAt(l, i); end > 0 {
			found = append(found, DateFault{NumbersOnly, l.span(i, end-1)})
			i = end - 1
		}
	}
	return found
}

// chainAt reads one date or several that are joined.
func (c *calendar) chainAt(l line, i int) (date, bool) {
	chain, ok := c.dateAt(l, i)
	for more := ok; more; {
		var next int
		var d date
		if next, more = c.joinEnd(l, chain.end); more {
			if d, more = c.dateAt(l, next); more {
				chain = date{d.end, chain.hasYear || d.hasYear}
			}
		}
	}
	return chain, ok
}

// comesAgain tells whether the words behind a date say so.
func (c *calendar) comesAgain(l line, i int) bool {
	if l.kind(i) != space {
		return false
	}
	rest := l.text[l.tokens[i].End:]
	for _, phrase := range c.everyYear {
		if len(rest) >= len(phrase) && strings.EqualFold(rest[:len(phrase)], phrase) {
			return true
		}
	}
	return false
}

// numericAt gives the index behind a date in numbers that begins with a token, or 0.
func (c *calendar) numericAt(l line, i int) int {
	if l.number(i) < 1 || l.isWithinNumber(i) {
		return 0
	}
	if end := shortISO(l, i); end > 0 {
		return end
	}
	return c.slashedAt(l, i)
}

// shortISO reads three numbers of two digits, of which one may be a month and another a day.
func shortISO(l line, i int) int {
	for _, n := range [...]int{i, i + 2, i + 4} {
		if l.number(n) < 1 || len(l.at(n)) != 2 {
			return 0
		}
	}
	a, b, c := l.number(i), l.number(i+2), l.number(i+4)
	isDate := b <= 12 && (a <= 31 || c <= 31) || a <= 12 && b <= 31
	if !isDate || !l.is(i+1, "-") || !l.is(i+3, "-") || !l.endsNumber(i+5) || l.is(i-1, "-") {
		return 0
	}
	return i + 5
}

// endsNumber tells whether nothing more of a number or a name stands at a token.
func (l line) endsNumber(i int) bool {
	k := l.kind(i)
	return k != word && k != number && !l.is(i, "/:"+dashes)
}

// slashedAt reads "2/4", "2–3/4" and "2/4–5/4 kl. 18" where the words around tell a date, and "2/4/2012".
func (c *calendar) slashedAt(l line, i int) int {
	end := c.slashedEnd(l, i)
	if end == 0 {
		return 0
	}
	if l.is(end, "/") && l.kind(end+1) == number && len(l.at(end+1)) >= 2 {
		return end + 2
	}
	for {
		next, ok := c.joinEnd(l, end)
		if !ok || c.slashedEnd(l, next) == 0 {
			break
		}
		end = c.slashedEnd(l, next)
	}
	if !l.endsNumber(end) || !c.isTold(l, i, end) {
		return 0
	}
	return end
}

// slashedEnd reads a day or a range of days, a slash and a month; a month and a day where it comes first.
func (c *calendar) slashedEnd(l line, i int) int {
	if l.isDay(i) && l.is(i+1, dashes) && l.isDay(i+2) {
		i += 2
	}
	dayFirst := l.isDay(i) && l.isMonthNumber(i+2)
	monthFirst := c.monthFirst && l.isMonthNumber(i) && l.isDay(i+2)
	if !l.is(i+1, "/") || !dayFirst && !monthFirst {
		return 0
	}
	return i + 3
}

// isTold tells whether the words before or behind numbers say that they are a date.
func (c *calendar) isTold(l line, i, end int) bool {
	before := l.back(i - 1)
	if l.is(before, ".,") {
		before--
	}
	if c.before[l.lower(before)] || c.weekdays[l.lower(before)] {
		return true
	}
	behind := end
	if l.is(behind, ",") {
		behind++
	}
	isAlways := l.at(i) == "24" && l.at(i+2) == "7"
	return c.clocks[l.lower(l.skip(behind))] && !isAlways
}
