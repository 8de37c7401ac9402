package prose

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// A WeekdayFault is a date that is no such day of the week.
type WeekdayFault struct {
	Span  Span
	Right time.Weekday // that the date has
}

// A dayForm is how a language writes a weekday before a whole date. The groups are weekday, day, month, year.
type dayForm struct {
	pattern  *regexp.Regexp
	weekdays []string // from Sunday on, by their first letters
	months   []string
}

var dayForms = map[string][]dayForm{
	"sv": {{
		regexp.MustCompile(`(?i)(?P<weekday>måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag)(?:en)?,?[\s\x{a0}]+(?:den[\s\x{a0}]+)?(?P<day>\d{1,2})(?::?[ae]|\.)?[\s\x{a0}]+(?P<month>januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december),?[\s\x{a0}]+(?:år[\s\x{a0}]+)?(?P<year>\d{4})`),
		strings.Fields("sön mån tis ons tor fre lör"),
		strings.Fields("jan feb mar apr maj jun jul aug sep okt nov dec"),
	}},
	"en": {{
		regexp.MustCompile(`(?i)(?P<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday),?[\s\x{a0}]+(?:the[\s\x{a0}]+)?(?P<day>\d{1,2})(?:st|nd|rd|th)?[\s\x{a0}]+(?:of[\s\x{a0}]+)?(?P<month>january|february|march|april|may|june|july|august|september|october|november|december),?[\s\x{a0}]+(?P<year>\d{4})`),
		englishWeekdays, englishMonths,
	}, {
		regexp.MustCompile(`(?i)(?P<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday),?[\s\x{a0}]+(?P<month>january|february|march|april|may|june|july|august|september|october|november|december)[\s\x{a0}]+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?[\s\x{a0}]+(?P<year>\d{4})`),
		englishWeekdays, englishMonths,
	}},
}

var (
	englishWeekdays = strings.Fields("sun mon tue wed thu fri sat")
	englishMonths   = strings.Fields("jan feb mar apr may jun jul aug sep oct nov dec")
)

// WrongWeekdays finds whole dates in a paragraph whose weekday is another one: a reader would come on either day.
func WrongWeekdays(paragraph, lang string) []WeekdayFault {
	if !strings.ContainsAny(paragraph, "123456789") {
		return nil
	}
	var found []WeekdayFault
	for _, form := range dayForms[lang] {
		for _, at := range form.pattern.FindAllStringSubmatchIndex(paragraph, -1) {
			part := func(name string) string {
				i := form.pattern.SubexpIndex(name)
				return strings.ToLower(paragraph[at[2*i]:at[2*i+1]])
			}
			day, _ := strconv.Atoi(part("day"))
			year, _ := strconv.Atoi(part("year"))
			date := time.Date(year, time.Month(1+beginning(form.months, part("month"))), day, 0, 0, 0, 0, time.UTC)
			isDate := date.Day() == day // no 30 February
			if isDate && int(date.Weekday()) != beginning(form.weekdays, part("weekday")) {
				found = append(found, WeekdayFault{Span{at[0], at[1]}, date.Weekday()})
			}
		}
	}
	return found
}

// beginning gives the index of the one that a word begins with; the patterns let through no other.
func beginning(beginnings []string, word string) int {
	for i, b := range beginnings {
		if strings.HasPrefix(word, b) {
			return i
		}
	}
	return -1
}
