package prose

import "unicode"

// A calendar is how a language writes dates in running text.
type calendar struct {
	months     map[string]bool
	weekdays   map[string]bool
	articles   map[string]bool // before a day
	joins      map[string]bool // between two days
	ordinals   map[string]bool // behind the number of a day
	yearWords  map[string]bool // before a year
	clocks     map[string]bool // before a time
	before     map[string]bool // before a date written with a slash
	within     map[string]bool // before a month, and then no day follows
	everyYear  []string        // behind a date that comes again, or whose year is told otherwise
	capital    bool            // "may" is no month
	monthFirst bool            // "April 2"
}

var calendarOf = map[string]*calendar{
	"sv": {
		months: words(`
			januari februari mars april maj juni juli augusti september oktober november december
			jan feb febr apr jun jul aug sep sept okt nov dec`),
		weekdays: words(`
			måndag tisdag onsdag torsdag fredag lördag söndag måndagen tisdagen onsdagen torsdagen
			fredagen lördagen söndagen mån tis ons tor tors fre lör sön`),
		articles:  words("den"),
		joins:     words("och eller samt till med t o m"),
		ordinals:  words("a e"),
		yearWords: words("år"),
		clocks:    words("kl klockan"),
		before:    words("den senast"),
		everyYear: []string{"varje år", "vart", "årligen", "samma år", "om året"},
	},
	"en": {
		months: words(`
			january february march april may june july august september october november december
			jan feb mar apr jun jul aug sep sept oct nov dec`),
		weekdays: words(`
			monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs
			fri sat sun`),
		articles:   words("the"),
		joins:      words("and or to until through"),
		ordinals:   words("st nd rd th"),
		yearWords:  words("of"),
		clocks:     words("at"),
		before:     words("on the by"),
		within:     words("in during"),
		everyYear:  []string{"every year", "each year", "annually", "the same year", "yearly"},
		capital:    true,
		monthFirst: true,
	},
}

// A date is what a reader takes from several tokens.
type date struct {
	end     int // the index behind its last token
	hasYear bool
}

// dateAt reads a date in words that begins with a token: "2 april", "2–3 april 2012", "April 2".
func (c *calendar) dateAt(l line, i int) (date, bool) {
	if c.monthFirst && c.isMonth(l, i) {
		return c.monthFirstAt(l, i)
	}
	if l.isDay(i) && !l.isWithinNumber(i) {
		return c.dayFirstAt(l, i)
	}
	return date{}, false
}

// daysOfMonth is how many days can be listed before or behind a month; longer lists are of something else.
const daysOfMonth = 31

func (c *calendar) dayFirstAt(l line, i int) (date, bool) {
	for range daysOfMonth {
		i = c.dayEnd(l, i)
		next := l.skip(i)
		if c.monthFirst && l.lower(next) == "of" {
			next = l.skip(next + 1)
		}
		if next > i && c.isMonth(l, next) {
			return c.withYear(l, next+1), true
		}
		next, ok := c.joinEnd(l, i)
		if !ok || !l.isDay(next) {
			break
		}
		i = next
	}
	return date{}, false
}

// monthFirstAt reads "April 2" and "April 2–3, 2012". Behind "in" a number counts something else, as
// it does before a colon.
func (c *calendar) monthFirstAt(l line, i int) (date, bool) {
	if before := l.back(i - 1); c.within[l.lower(before)] {
		return date{}, false
	}
	next := i + 1
	if l.is(next, ".") {
		next++
	}
	if l.kind(next) != space || !l.isDay(next+1) || l.is(next+2, ":/%") {
		return date{}, false
	}
	i = c.dayEnd(l, next+1)
	for range daysOfMonth {
		next, ok := c.joinEnd(l, i)
		if !ok || !l.isDay(next) || c.isDayFirst(l, next) {
			break
		}
		i = c.dayEnd(l, next)
	}
	return c.withYear(l, i), true
}

// isDayFirst tells whether a day has its month behind it.
func (c *calendar) isDayFirst(l line, i int) bool {
	_, ok := c.dayFirstAt(l, i)
	return ok
}

// dayEnd gives the index behind a day and its ending: 2, 2., 2:a, 2nd.
func (c *calendar) dayEnd(l line, i int) int {
	i++
	switch {
	case c.ordinals[l.at(i)]:
		return i + 1
	case l.is(i, ":") && c.ordinals[l.at(i+1)]:
		return i + 2
	case l.is(i, ".") && l.kind(i+1) == space && c.isMonth(l, i+2):
		return i + 1
	}
	return i
}

// isMonth tells whether a token names a month and is not part of a longer word: "mars-barer".
func (c *calendar) isMonth(l line, i int) bool {
	return l.kind(i) == word && c.months[l.lower(i)] && !(l.is(i+1, "-") && l.kind(i+2) == word) &&
		(!c.capital || unicode.IsUpper(firstRune(l.at(i))))
}

// withYear looks for a year behind a month or a day: "2012", ", 2012", "år 2012".
func (c *calendar) withYear(l line, i int) date {
	next := i
	if l.is(next, ".") && l.kind(next+1) == space {
		next++
	}
	if l.is(next, ",") {
		next++
	}
	next = l.skip(next)
	if c.yearWords[l.lower(next)] {
		next = l.skip(next + 1)
	}
	if next > i && l.isYear(next) {
		return date{next + 1, true}
	}
	return date{i, false}
}

// joinEnd reads what stands between two days or dates, and a weekday and an article before the second:
// "–", " och ", ", ", "–tisdag den ".
func (c *calendar) joinEnd(l line, i int) (next int, ok bool) {
	next = l.skip(i)
	switch {
	case l.is(next, dashes):
		next = l.skip(next + 1)
	case l.is(next, ",") && l.kind(next+1) == space:
		next += 2
	}
	for c.joins[l.lower(next)] && next < i+12 {
		next++
		if l.is(next, ".") {
			next++
		}
		next = l.skip(next)
	}
	if next <= l.skip(i) {
		return i, false
	}
	return c.leadEnd(l, next), true
}

// leadEnd gives the index behind the weekday and the article before a day.
func (c *calendar) leadEnd(l line, i int) int {
	if c.weekdays[l.lower(i)] {
		i++
		if l.is(i, ".,") {
			i++
		}
		i = l.skip(i)
	}
	if c.articles[l.lower(i)] {
		i = l.skip(i + 1)
	}
	return i
}

// isWithinNumber tells whether more of a number or a word stands directly before a token.
func (l line) isWithinNumber(i int) bool {
	switch before := l.kind(i - 1); before {
	case word, number:
		return true
	case mark:
		return l.is(i-1, ".,:/+§"+dashes) && (l.kind(i-2) == number || l.is(i-1, "+/"))
	}
	return false
}
