package site

import (
	"time"

	"alingsas.se/dialog/generator/locale"
)

// lastChange is the moment of the last change of a text that became public at first; dates are those of its changes,
// the zero date among them.
//
// What is dated by a day alone comes after all that has a time on that day, and the second such change of a day after
// the first: whoever has read the text at 10 learns of a correction that says no more than the day. So these have the
// last minute of their day, a second each.
func lastChange(first time.Time, dates ...locale.Date) time.Time {
	last := first
	ofDay := map[time.Time]int{} // how many have no time
	for _, d := range dates {
		switch {
		case d.IsZero():
		case d.HasTime:
			last = later(last, d.Time)
		default:
			ofDay[d.Time] = min(ofDay[d.Time]+1, 59)
			last = later(last, endOf(d).Add(-time.Minute+time.Duration(ofDay[d.Time])*time.Second))
		}
	}
	return last
}

func datesOf(notes []Note) []locale.Date {
	dates := make([]locale.Date, len(notes))
	for i, n := range notes {
		dates[i] = n.Date
	}
	return dates
}
