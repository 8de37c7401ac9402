package locale

import (
	"fmt"
	"strings"
	"time"
)

// A DateFault is what can be wrong with a written date. The zero value is invalid.
type DateFault int

const (
	Malformed DateFault = iota + 1 // not one of the forms, or a day or time no calendar has
	Skipped                        // clocks go forward over it
	Ambiguous                      // clocks go back, and show it twice
)

// A DateError says why a text is no date, or not one date only. See [ParseDate].
type DateError struct {
	Kind    DateFault
	Text    string // as it was written
	Zone    string // the IANA name of the zone it was read in
	Example string // for Ambiguous: the first of the two moments in RFC 3339 form; else ""
}

func (e *DateError) Error() string {
	switch e.Kind {
	case Skipped:
		return fmt.Sprintf("%q does not exist in %s: clocks go forward then", e.Text, e.Zone)
	case Ambiguous:
		return fmt.Sprintf("%q comes twice in %s: clocks go back then; the first is %s", e.Text, e.Zone, e.Example)
	}
	return fmt.Sprintf("%q is not a date such as 2012-03-27 or 2012-03-27 09:00", e.Text)
}

// ParseDate reads a date as the content model has it: 2012-03-27, 2012-03-27 09:00, also with T for
// the space, 09.00 for 09:00, seconds, and an offset from UTC as in RFC 3339, section 5.6; one
// to the west after a T only, for 09:00-11:00 are two times of a day. Spaces
// around it are ignored and fractions of a second cut off. What people write is read as well where it
// can mean one date only: 2012-03-27 kl. 9, tisdag 27 mars 2012 kl 9.30, 27/3 2012, but neither 3/4
// 2012 nor a weekday that the day is not. The date is in zone, which must not be nil; without an
// offset it was also meant there.
//
// An error is a *[DateError]. A time that comes twice is the only case where Date is valid as well:
// it is the first of the two. A day whose midnight is skipped or comes twice is no error.
func ParseDate(text string, zone *time.Location) (Date, error) {
	w, ok := read(strings.TrimSpace(text))
	if !ok {
		w, ok = read(spelled(text))
	}
	if !ok {
		return Date{}, &DateError{Kind: Malformed, Text: text, Zone: zone.String()}
	}
	d, fault := w.in(zone)
	switch fault {
	case 0:
		return d, nil
	case Ambiguous:
		return d, &DateError{Kind: fault, Text: text, Zone: zone.String(), Example: d.RFC3339()}
	}
	return Date{}, &DateError{Kind: fault, Text: text, Zone: zone.String()}
}

// A written date is what a text says, before a zone makes it a moment.
type written struct {
	wall      time.Time // what a clock shows, kept in UTC; midnight if hasTime is false
	hasTime   bool
	hasOffset bool
	offset    time.Duration // east of UTC
}

// in finds the moment that w means in zone. The fault is 0 where there is exactly one.
func (w written) in(zone *time.Location) (Date, DateFault) {
	var t time.Time
	var fault DateFault
	switch {
	case w.hasOffset:
		t = w.wall.Add(-w.offset).In(zone)
	case w.hasTime:
		t, fault = clockMoment(w.wall, zone)
	default:
		t, fault = firstMoment(w.wall, zone)
	}
	if fault != Skipped && !fourDigitYear(t) {
		return Date{}, Malformed
	}
	return Date{Time: t, HasTime: w.hasTime}, fault
}

// fourDigitYear reports whether a time can be written again, in its zone and in UTC, which an offset
// may have made impossible. The year 1 is left out, since it begins with the zero time.
func fourDigitYear(t time.Time) bool {
	return t.UTC().Year() > 1 && t.Year() <= 9999 && t.UTC().Year() <= 9999
}

// clockMoment gives the moment when clocks in zone show wall; the first, and Ambiguous, if they do
// so twice.
func clockMoment(wall time.Time, zone *time.Location) (time.Time, DateFault) {
	first, last, ok := moments(wall, zone)
	switch {
	case !ok:
		return time.Time{}, Skipped
	case !first.Equal(last):
		return first, Ambiguous
	}
	return first, 0
}

// firstMoment gives the moment when the day that begins with wall begins in zone. It is Skipped
// only if the whole day is, as 30 December 2011 in Samoa.
func firstMoment(wall time.Time, zone *time.Location) (time.Time, DateFault) {
	if first, _, ok := moments(wall, zone); ok {
		return first, 0
	}
	t := nearby(wall, zone)
	start, end := t.ZoneBounds()
	if change := start.In(zone); sameDay(change, wall) {
		return change, 0
	}
	if change := end.In(zone); sameDay(change, wall) {
		return change, 0
	}
	return time.Time{}, Skipped
}

// moments gives the first and the last moment when clocks in zone show wall, equal if there is one,
// and not ok if there is none.
//
// time.Date alone does not tell: near a change it returns a time on either side of it. So the
// offsets before and after the change are tried as well.
func moments(wall time.Time, zone *time.Location) (first, last time.Time, ok bool) {
	t := nearby(wall, zone)
	start, end := t.ZoneBounds()
	for _, side := range [...]time.Time{start.Add(-1), t, end} {
		_, offset := side.In(zone).Zone()
		candidate := wall.Add(-time.Duration(offset) * time.Second).In(zone)
		if _, shown := candidate.Zone(); shown != offset {
			continue
		}
		if !ok || candidate.Before(first) {
			first = candidate
		}
		if !ok || candidate.After(last) {
			last = candidate
		}
		ok = true
	}
	return first, last, ok
}

// nearby gives a moment when clocks in zone show wall, or one next to the change that skips it.
func nearby(wall time.Time, zone *time.Location) time.Time {
	year, month, day := wall.Date()
	hour, minute, second := wall.Clock()
	return time.Date(year, month, day, hour, minute, second, 0, zone)
}
