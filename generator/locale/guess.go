package locale

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// GuessDate gives the date that an author most likely meant by a text that [ParseDate] does not take, written as
// it takes it: "26 november 2026 kl. 9" is 2026-11-26 09:00. It is "" where there is nothing to guess by. A guess
// is for a hint, never for a page: 3/4 is another day to other readers.
func GuessDate(text string) string {
	text = strings.Join(strings.Fields(strings.ToLower(text)), " ")
	text = daySpelling.ReplaceAllString(text, "")
	for _, form := range dateForms {
		m := form.FindStringSubmatch(text)
		if m == nil {
			continue
		}
		part := func(name string) string { return m[form.SubexpIndex(name)] }
		day, isDay := guessDay(part("year"), part("month"), part("day"))
		clock, isClock := guessClock(strings.TrimPrefix(text, m[0]))
		if isDay && isClock {
			return day + clock
		}
	}
	return ""
}

const (
	dayNumber  = `(?P<day>\d{1,2})(?::?[ae]|\.|st|nd|rd|th)?`
	monthName  = `(?P<month>\pL{3,})\.?`
	yearNumber = `(?P<year>\d{4})`
)

var (
	// What may stand before a date and says nothing that the date does not.
	daySpelling = regexp.MustCompile(`^(?:\pL*(?:dag|day)(?:en)?,? )?(?:den |the )?`)

	dateForms = []*regexp.Regexp{
		regexp.MustCompile(`^` + dayNumber + ` (?:of )?` + monthName + `,? ` + yearNumber),
		regexp.MustCompile(`^` + monthName + ` ` + dayNumber + `,? ` + yearNumber),
		regexp.MustCompile(`^` + yearNumber + `(?:[-–/.]| )(?P<month>\d{1,2})(?:[-–/.]| )(?P<day>\d{1,2})`),
		regexp.MustCompile(`^` + yearNumber + `(?P<month>\d{2})(?P<day>\d{2})`),
		regexp.MustCompile(`^(?P<day>\d{1,2})[-–/.] ?(?P<month>\d{1,2})(?:[-–/.] ?| )` + yearNumber),
		regexp.MustCompile(`^(?P<year>\d{2})[-–/.]?(?P<month>\d{2})[-–/.]?(?P<day>\d{2})`), // as in a personal number
	}

	clockForm = regexp.MustCompile(`^[ ,t]*(?:(?:kl|klockan|at)\b\.? ?)?(\d{1,2})(?:[.:](\d{2}))?(?:[.:]\d{2})?(?: ?([ap])\.?m\.?)?$`)
)

// guessDay puts a day together, where a calendar has it.
func guessDay(year, month, day string) (text string, ok bool) {
	y, m, d := number(year), number(month), number(day)
	if m == 0 {
		m = monthOf(month)
	}
	if len(year) == len("26") {
		y += 2000
	}
	date := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	return date.Format(time.DateOnly), m > 0 && d > 0 && int(date.Month()) == m && date.Day() == d
}

// guessClock gives what comes after a day as a time of day; "" where nothing does.
func guessClock(text string) (clock string, ok bool) {
	if text == "" {
		return "", true
	}
	m := clockForm.FindStringSubmatch(text)
	if m == nil {
		return "", false
	}
	hour, minute := number(m[1]), number(m[2])
	switch {
	case m[3] == "p" && hour < 12:
		hour += 12
	case m[3] == "a" && hour == 12:
		hour = 0
	}
	return fmt.Sprintf(" %02d:%02d", hour, minute), hour < 24 && minute < 60
}

// monthOf finds a month by its name in any of the languages, or by the first letters of it; 0 is none.
func monthOf(name string) int {
	for _, l := range languages {
		for i, whole := range l.cldr.MonthsWide() {
			if strings.HasPrefix(strings.ToLower(whole), name) {
				return i + 1
			}
		}
	}
	return 0
}

// number is 0 for what is none.
func number(text string) int {
	n, _ := strconv.Atoi(text)
	return n
}
