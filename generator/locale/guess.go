package locale

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// GuessDate gives the date that an author most likely meant by a text that [ParseDate] does not take, written as
// it takes it: 3/4 2026 is 2026-04-03. It is "" where there is nothing to guess by. A guess
// is for a hint, never for a page: 3/4 is another day to other readers.
func GuessDate(text string) string {
	g, _ := guess(text)
	return g.day + g.clock
}

// A guessed date is written as [ParseDate] takes it in its first form.
type guessed struct {
	day, clock string
	isSure     bool // nobody would read it as another date
}

// guess reads a date as people spell it, in words or in figures.
func guess(text string) (g guessed, ok bool) {
	text = strings.Join(strings.Fields(strings.ToLower(text)), " ")
	before := daySpelling.FindStringSubmatch(text)
	text = text[len(before[0]):]
	for _, form := range dateForms {
		m := form.pattern.FindStringSubmatch(text)
		if m == nil {
			continue
		}
		part := func(name string) string { return m[form.pattern.SubexpIndex(name)] }
		day, isDay := guessDay(part("year"), part("month"), part("day"))
		clock, isClock, isSure := guessClock(strings.TrimPrefix(text, m[0]))
		if isDay && isClock {
			isSure = isSure && form.isSure(part("day"), part("month")) && isWeekday(before[1], day)
			return guessed{day, clock, isSure}, true
		}
	}
	return guessed{}, false
}

// spelled gives a date in the first form of [ParseDate], where a text spells it so that it can mean nothing else.
func spelled(text string) string {
	g, ok := guess(text)
	if !ok || !g.isSure {
		return ""
	}
	return g.day + g.clock
}

const (
	dayNumber  = `(?P<day>\d{1,2})(?::?[ae]|\.|st|nd|rd|th)?`
	monthName  = `(?P<month>\pL{3,})\.?`
	yearNumber = `(?P<year>\d{4})`
)

var (
	// What may stand before a date and says nothing that the date does not.
	daySpelling = regexp.MustCompile(`^(?:(\pL*(?:dag|day))(?:en)?,? )?(?:den |the )?`)

	dateForms = []dateForm{
		{regexp.MustCompile(`^` + dayNumber + ` (?:of )?` + monthName + `,? ` + yearNumber), isOneMonth},
		{regexp.MustCompile(`^` + monthName + ` ` + dayNumber + `,? ` + yearNumber), isOneMonth},
		{regexp.MustCompile(`^` + yearNumber + `(?:[-–/.]| )(?P<month>\d{1,2})(?:[-–/.]| )(?P<day>\d{1,2})`), always},
		{regexp.MustCompile(`^` + yearNumber + `(?P<month>\d{2})(?P<day>\d{2})`), always},
		{regexp.MustCompile(`^(?P<day>\d{1,2})[-–/.] ?(?P<month>\d{1,2})(?:[-–/.] ?| )` + yearNumber), isNoMonth},
		{regexp.MustCompile(`^(?P<year>\d{2})[-–/.]?(?P<month>\d{2})[-–/.]?(?P<day>\d{2})`), never}, // as in a personal number
	}

	clockForm = regexp.MustCompile(`^[ ,t]*(?:(kl|klockan|at)\b\.? ?)?(\d{1,2})(?:[.:](\d{2}))?(?:[.:](\d{2}))?(?: ?([ap])\.?m\.?)?$`)
)

// A dateForm is one way to write a day, and when it can mean one day only.
type dateForm struct {
	pattern *regexp.Regexp
	isSure  func(day, month string) bool
}

func always(_, _ string) bool { return true }
func never(_, _ string) bool  { return false }

// isNoMonth tells a day that cannot be taken for the month: 27/3, and 3/3.
func isNoMonth(day, month string) bool { return number(day) > 12 || number(day) == number(month) }

// isOneMonth tells whether the first letters of a month are those of one month in every language.
func isOneMonth(_, month string) bool { return len(monthsOf(month)) == 1 }

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

// guessClock gives what comes after a day as a time of day; "" where nothing does. It is sure where nothing is lost, and
// where a lone number says that it is an hour.
func guessClock(text string) (clock string, ok, isSure bool) {
	if text == "" {
		return "", true, true
	}
	m := clockForm.FindStringSubmatch(text)
	if m == nil {
		return "", false, false
	}
	said, hour, minute, seconds, half := m[1], number(m[2]), number(m[3]), m[4], m[5]
	isSure = seconds == "" && (said != "" || m[3] != "" || half != "") && (half == "" || hour >= 1 && hour <= 12)
	switch {
	case half == "p" && hour < 12:
		hour += 12
	case half == "a" && hour == 12:
		hour = 0
	}
	return fmt.Sprintf(" %02d:%02d", hour, minute), hour < 24 && minute < 60, isSure
}

// isWeekday tells whether a day is the weekday that stands before it, in one of the languages; no word says nothing.
func isWeekday(word, day string) bool {
	t, err := time.Parse(time.DateOnly, day)
	return word == "" || err == nil && slices.ContainsFunc(languages, func(l *Language) bool {
		return strings.ToLower(l.Weekday(t)) == word
	})
}

// monthOf finds a month by its name in any of the languages, or by the first letters of it; 0 is none.
func monthOf(name string) int {
	if found := monthsOf(name); len(found) > 0 {
		return found[0]
	}
	return 0
}

// monthsOf are all months that a name, or the first letters of one, may mean. A whole name means its month alone.
func monthsOf(name string) (found []int) {
	for _, l := range languages {
		for i, whole := range l.cldr.MonthsWide() {
			whole = strings.ToLower(whole)
			if whole == name {
				return []int{i + 1}
			}
			if strings.HasPrefix(whole, name) && !slices.Contains(found, i+1) {
				found = append(found, i+1)
			}
		}
	}
	return found
}

// number is 0 for what is none.
func number(text string) int {
	n, _ := strconv.Atoi(text)
	return n
}
