package locale

import (
	"strings"
	"time"
)

// Range writes the time from start to end, naming once what both share: "2–3 april 2012",
// "30 april–2 maj 2012", "2 april 2012 kl. 18.00–20.00". A day as end is the last one, included.
// A zero end is one that is not known, and gives start alone; a zero start gives "".
func (l *Language) Range(start, end Date) string { return l.span(start, end, false) }

// LongRange is Range with weekdays: "måndag–tisdag 2–3 april 2012".
func (l *Language) LongRange(start, end Date) string { return l.span(start, end, true) }

func (l *Language) span(start, end Date, weekdays bool) string {
	switch sameDay := sameDay(start.Time, end.Time); {
	case start.IsZero():
		return ""
	case end.IsZero(), sameDay && !end.HasTime, sameDay && start.Time.Equal(end.Time):
		return l.moment(start, weekdays)
	case sameDay && start.HasTime:
		clocks := l.dash(l.Clock(start.Time), l.Clock(end.Time))
		return l.at(l.wholeDay(start.Time, weekdays), clocks)
	case start.HasTime || end.HasTime:
		return l.dash(l.moment(start, weekdays), l.moment(end, weekdays))
	}
	return l.days(start.Time, end.Time, weekdays)
}

// days writes a range of two days that differ.
func (l *Language) days(a, b time.Time, weekdays bool) string {
	switch {
	case a.Year() != b.Year():
		return l.dash(l.wholeDay(a, weekdays), l.wholeDay(b, weekdays))
	case a.Month() != b.Month():
		return l.dated(l.dash(l.dayInYear(a, weekdays), l.dayInYear(b, weekdays)), a)
	}
	dated := l.dated(l.monthed(l.dash(l.dayNumber(a), l.dayNumber(b)), a), a)
	if !weekdays {
		return dated
	}
	return l.weekdayed(l.dash(l.cldr.WeekdayWide(a.Weekday()), l.cldr.WeekdayWide(b.Weekday())), dated)
}

// dayInYear is a day without its year: "måndag 30 april".
func (l *Language) dayInYear(t time.Time, weekday bool) string {
	day := l.monthed(l.dayNumber(t), t)
	if weekday {
		return l.weekdayed(l.cldr.WeekdayWide(t.Weekday()), day)
	}
	return day
}

// dash joins the ends of a range with an en dash, between spaces if an end holds one itself and the
// language does so.
func (l *Language) dash(from, to string) string {
	if !l.tightDash && (strings.Contains(from, " ") || strings.Contains(to, " ")) {
		return from + " – " + to
	}
	return from + "–" + to
}

func sameDay(a, b time.Time) bool {
	return a.YearDay() == b.YearDay() && a.Year() == b.Year()
}
