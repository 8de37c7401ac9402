package locale

import (
	"strconv"
	"strings"
	"time"
)

// The methods on times take them in the zone they should be shown in.

// Day writes a day in full: "2 april 2012", "2 April 2012".
func (l *Language) Day(t time.Time) string {
	return l.dated(l.monthed(l.dayNumber(t), t), t)
}

// ShortDay writes a day as CLDR's medium form: "2 apr. 2012", "2 Apr 2012".
func (l *Language) ShortDay(t time.Time) string { return l.cldr.FmtDateMedium(t) }

// Weekday names the day of the week as it stands alone: "måndag", "Monday".
func (l *Language) Weekday(t time.Time) string {
	return strings.TrimSuffix(l.cldr.WeekdayWide(t.Weekday()), l.weekdayTail)
}

// Month names the month in full: "april", "April".
func (l *Language) Month(t time.Time) string { return l.cldr.MonthWide(t.Month()) }

// MonthShort names the month for a calendar leaf, without a full stop: "apr", "Apr".
func (l *Language) MonthShort(t time.Time) string {
	name := strings.TrimSuffix(l.cldr.MonthAbbreviated(t.Month()), l.monthTail)
	return strings.TrimSuffix(name, ".")
}

// Clock writes the time of day: "18.00", "18:00". Seconds are left out.
func (l *Language) Clock(t time.Time) string {
	hour, minute, _ := t.Clock()
	if l.bareHour {
		return strconv.Itoa(hour) + l.clockMark + twoDigits(minute)
	}
	return twoDigits(hour) + l.clockMark + twoDigits(minute)
}

// Date writes a day, and the clock where d has one: "2 april 2012 kl. 18.00", with a no-break space
// after "kl.". The zero Date gives "".
func (l *Language) Date(d Date) string { return l.moment(d, false) }

// LongDate is Date with the weekday: "måndag 2 april 2012 kl. 18.00".
func (l *Language) LongDate(d Date) string { return l.moment(d, true) }

func (l *Language) moment(d Date, weekday bool) string {
	switch {
	case d.IsZero():
		return ""
	case d.HasTime:
		return l.at(l.wholeDay(d.Time, weekday), l.Clock(d.Time))
	}
	return l.wholeDay(d.Time, weekday)
}

func (l *Language) wholeDay(t time.Time, weekday bool) string {
	if weekday {
		return l.weekdayed(l.cldr.WeekdayWide(t.Weekday()), l.Day(t))
	}
	return l.Day(t)
}

// The parts of a date, from the inside out. days is the number of a day or of several, "2" or
// "2–3"; each other argument is what the part before has made.

func (l *Language) dayNumber(t time.Time) string {
	return strconv.Itoa(t.Day()) + l.dayMark
}

func (l *Language) monthed(days string, t time.Time) string {
	if l.yearFirst {
		return l.cldr.MonthWide(t.Month()) + " " + days
	}
	return days + " " + l.cldr.MonthWide(t.Month())
}

func (l *Language) dated(monthed string, t time.Time) string {
	year := strconv.Itoa(t.Year()) + l.yearMark
	if l.yearFirst {
		return year + " " + monthed
	}
	return monthed + " " + year
}

func (l *Language) weekdayed(weekdays, dated string) string {
	if l.yearFirst {
		return dated + l.weekdayMark + weekdays
	}
	return weekdays + l.weekdayMark + dated
}

func (l *Language) at(day, clock string) string {
	return day + l.beforeAt + clock + l.afterAt
}

func twoDigits(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}
