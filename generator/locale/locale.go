// Package locale writes dates, telephone numbers, slugs and interface words as a language does, and
// puts names in its order: Language, Date, Phone, Words.
//
// In come values and texts of a language. Out comes how that language writes them.
//
// A Language comes from Lookup and holds what CLDR knows, beside the few conventions that CLDR
// leaves open or that Swedish authorities decide otherwise (table.go). Dates are read in one form
// for all languages, ISO 8601, and as people spell them where that can mean one date only. Everything here is safe for concurrent use.
package locale

import "github.com/go-playground/locales"

// A Language knows how one language writes. Get it with [Lookup]; there is one per tag, so pointers
// may be compared.
type Language struct {
	Tag string // BCP 47, the primary subtag alone: "sv"

	name      string // own name
	openGraph string
	cldr      locales.Translator

	dayMark     string // after the number of the day: "." in "2. april"
	yearFirst   bool   // "2012 cuoŋománnu 2", and the weekday last
	yearMark    string // after the year
	weekdayMark string // between weekday and day: " den " in "mandag den 2. april"
	weekdayTail string // what a weekday in a date has more than alone
	monthTail   string // what a short month in a date has more than alone
	tightDash   bool   // no spaces around the dash of a range, whatever stands beside it

	clockMark string // between hour and minute
	bareHour  bool   // "9.00", not "09.00"
	beforeAt  string // between day and clock
	afterAt   string // after the clock

	units [3]string // thousand, million and billion bytes
}

// Lookup finds a language by its tag, which is in lower case and without region: "sv", not "sv-SE".
func Lookup(tag string) (*Language, bool) {
	for _, l := range languages {
		if l.Tag == tag {
			return l, true
		}
	}
	return nil, false
}

// Languages lists the tags of all languages, sorted.
func Languages() []string {
	tags := make([]string, len(languages))
	for i, l := range languages {
		tags[i] = l.Tag
	}
	return tags
}

// Name is the language's name in that language, for a language switch: "Svenska", "English".
func (l *Language) Name() string { return l.name }

// OpenGraph is the value of og:locale, language and territory: "sv_SE".
func (l *Language) OpenGraph() string { return l.openGraph }
