package prose

import (
	"regexp"
	"strings"
)

const (
	monthsSv = `januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december`
	monthsEn = `January|February|March|April|May|June|July|August|September|October|November|December`
	days     = `måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag`
)

var (
	dates = map[string]*regexp.Regexp{
		"sv": regexp.MustCompile(`(?i)\d{1,2}(?:\s*(?:–|-|och|till)\s*\d{1,2})?\s+(?:` + monthsSv + `)`),
		"en": regexp.MustCompile(`\d{1,2}(?:st|nd|rd|th)?(?:\s*(?:–|-|and|to)\s*\d{1,2}(?:st|nd|rd|th)?)?\s+(?:of\s+)?(?:` + monthsEn + `)|(?:` + monthsEn + `)\s+\d{1,2}(?:st|nd|rd|th)?(?:\s*(?:–|-|and)\s*\d{1,2})?`),
	}
	year = regexp.MustCompile(`(?:^|\D)(?:1[5-9]|20)\d\d(?:\D|$)`)

	// unclear finds 11-12-13, and 2/4 where it is a day.
	unclear = regexp.MustCompile(`(?i)\d\d-\d\d-\d\d|(?:den|` + days + `|(?:` + days + `)en)\s+\d{1,2}/\d{1,2}|\d{1,2}/\d{1,2}\s+kl`)
)

// DatesWithoutYear finds dates in sentences that name no year: "den 2 april". Whoever reads the text later, or
// finds it by a search, does not know which.
func DatesWithoutYear(paragraph, lang string) []Span {
	pattern := dates[lang]
	if pattern == nil || !strings.ContainsAny(paragraph, "0123456789") {
		return nil
	}
	var found []Span
	for _, sentence := range Sentences(paragraph) {
		text := sentence.In(paragraph)
		if year.MatchString(text) {
			continue
		}
		for _, at := range pattern.FindAllStringIndex(text, -1) {
			if standsAlone(text, at[0], at[1]) {
				found = append(found, Span{sentence.Start + at[0], sentence.Start + at[1]})
			}
		}
	}
	return found
}

// UnclearDates finds dates in figures that are read in several ways: 11-12-13, den 2/4.
func UnclearDates(paragraph string) []Span {
	if !strings.ContainsAny(paragraph, "-/") {
		return nil
	}
	var found []Span
	for _, at := range unclear.FindAllStringIndex(paragraph, -1) {
		if standsAlone(paragraph, at[0], at[1]) {
			found = append(found, Span{at[0], at[1]})
		}
	}
	return found
}

// standsAlone tells whether a part of a text is no part of a longer word or number: 2 mars-bitar, 046-35-50-00.
func standsAlone(text string, start, end int) bool {
	before := strings.TrimRight(text[:start], "-.:/")
	after := strings.TrimLeft(text[end:], "-:/")
	isJoined := func(gap, rest string, last bool) bool {
		r := []rune(rest)
		if len(r) == 0 {
			return false
		}
		near := r[0]
		if last {
			near = r[len(r)-1]
		}
		return isWordRune(near)
	}
	return !isJoined(text[:start], before, true) && !isJoined(text[end:], after, false)
}
