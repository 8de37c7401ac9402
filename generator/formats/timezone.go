//go:build !js

package formats

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"
)

// lookahead is how many years after the last event are looked at. A date such as 28 March 2027 is
// both the fourth and the last Sunday of its month; over this many years only one of them fits.
// It is also how long a rule must have held at the end to be written without an end.
const lookahead = 8

// A transition is a moment at which clocks change. Offsets are seconds east of UTC.
type transition struct {
	at       time.Time
	from, to int
	name     string // the abbreviation from then on, for example "CEST"
	daylight bool
}

// wall is what the clock shows when it is changed, as if it were UTC.
func (t transition) wall() time.Time {
	return t.at.UTC().Add(time.Duration(t.from) * time.Second)
}

// An observance is one transition, or a run of them, one a year, that follow one rule (RFC 5545
// section 3.6.5).
type observance struct {
	first, latest transition
	years         int
	nth           int  // of every month's weekdays, from 1; 0 where that does not fit
	last          bool // the last such weekday of the month fits
}

// timezone describes zone as far as is needed for times from first to last. Rules that go on
// have no end, so that a calendar program may also be asked about later times.
func timezone(zone *time.Location, first, last time.Time) ics.Component {
	final := last.In(zone).Year() + lookahead
	all := ics.NewTimezone(paramToken(zone.String()))
	for _, o := range rules(zone, first, final) {
		if !o.first.at.After(last) {
			all.Components = append(all.Components, o.component(final))
		}
	}
	return all
}

// rules gives the rules from the year before first through the final year. Where none precedes first, they
// begin with what held then, as a change from itself.
func rules(zone *time.Location, first time.Time, final int) []observance {
	begin := time.Date(first.In(zone).Year()-1, 1, 1, 0, 0, 0, 0, zone)
	list := transitions(begin, final)
	if len(list) == 0 || list[0].at.After(first) {
		name, offset := begin.Zone()
		list = append([]transition{{begin, offset, offset, name, begin.IsDST()}}, list...)
	}
	return observances(list)
}

// transitions lists the changes after a moment, through the final year.
func transitions(begin time.Time, final int) []transition {
	list := make([]transition, 0, 2*(final-begin.Year()+1)) // two a year, nearly everywhere
	for at := nextBound(begin); !at.IsZero() && at.Year() <= final; at = nextBound(at) {
		if t, changed := transitionAt(at); changed {
			list = append(list, t)
		}
	}
	return list
}

// nextBound gives the next moment at which the zone may change, or zero where it never does again.
// Go's zone data also ends an interval with the year, in leap years one day too early, and then
// gives for 31 December an end that has passed; no zone changes its clocks by rule that day.
func nextBound(at time.Time) time.Time {
	_, end := at.ZoneBounds()
	if !end.IsZero() && !end.After(at) {
		return at.Add(24 * time.Hour)
	}
	return end
}

// transitionAt tells what changes at a moment, if anything does. Where summer time begins or ends
// and clocks go forward, that is DAYLIGHT also where the law says it is winter that is the
// exception (Ireland): calendar programs expect DAYLIGHT to have the larger offset.
func transitionAt(at time.Time) (t transition, changed bool) {
	before := at.Add(-time.Second)
	oldName, from := before.Zone()
	name, to := at.Zone()
	t = transition{at, from, to, name, at.IsDST()}
	if before.IsDST() != at.IsDST() {
		t.daylight = to > from
	}
	return t, from != to || oldName != name || before.IsDST() != at.IsDST()
}

// observances groups transitions by the rule that they follow, in the order of their first one.
func observances(list []transition) []observance {
	var groups []observance
	for _, t := range list {
		if !joined(groups, t) {
			nth, last := placeInMonth(t.wall())
			groups = append(groups, observance{first: t, latest: t, years: 1, nth: nth, last: last})
		}
	}
	return groups
}

func joined(groups []observance, t transition) bool {
	for i := range groups {
		if groups[i].join(t) {
			return true
		}
	}
	return false
}

// join takes t over into o where it is the same change in the following year, by a rule that also
// fits the years before.
func (o *observance) join(t transition) bool {
	was, is := o.latest.wall(), t.wall()
	nth, last := placeInMonth(is)
	if nth != o.nth {
		nth = 0
	}
	last = last && o.last
	if !o.latest.sameChange(t) || is.Year() != was.Year()+1 || is.Month() != was.Month() ||
		is.Weekday() != was.Weekday() || is.Format(time.TimeOnly) != was.Format(time.TimeOnly) || nth == 0 && !last {
		return false
	}
	o.latest, o.years, o.nth, o.last = t, o.years+1, nth, last
	return true
}

func (t transition) sameChange(u transition) bool {
	return t.from == u.from && t.to == u.to && t.name == u.name && t.daylight == u.daylight
}

// placeInMonth counts the day's weekday from the beginning of its month, 0 for a fifth one, which
// not every month has, and tells whether it is the last one.
func placeInMonth(day time.Time) (nth int, last bool) {
	nth = (day.Day()-1)/7 + 1
	if nth == 5 {
		nth = 0
	}
	return nth, day.AddDate(0, 0, 7).Month() != day.Month()
}

func (o observance) component(final int) ics.Component {
	var p properties
	p.add("DTSTART", nil, o.first.wall().Format(localTime))
	p.add("RRULE", nil, o.rule(final))
	p.add("TZOFFSETFROM", nil, utcOffset(o.first.from))
	p.add("TZOFFSETTO", nil, utcOffset(o.first.to))
	p.add("TZNAME", nil, o.first.name)
	base := ics.ComponentBase{Properties: p}
	if o.first.daylight {
		return &ics.Daylight{ComponentBase: base}
	}
	return &ics.Standard{ComponentBase: base}
}

// rule gives the yearly rule, or "" for what happened once. UNTIL is in UTC here, whatever
// DTSTART is in (RFC 5545 section 3.3.10).
func (o observance) rule(final int) string {
	if o.years == 1 {
		return ""
	}
	wall, place := o.first.wall(), o.nth
	if o.last {
		place = -1
	}
	weekday := strings.ToUpper(wall.Weekday().String()[:2])
	rule := "FREQ=YEARLY;BYMONTH=" + strconv.Itoa(int(wall.Month())) + ";BYDAY=" + strconv.Itoa(place) + weekday
	if o.latest.wall().Year() == final && o.years >= lookahead {
		return rule
	}
	return rule + ";UNTIL=" + o.latest.at.UTC().Format(utcTime)
}

// utcOffset writes an offset as RFC 5545 section 3.3.14 asks, with seconds only where there are
// any, as before there were time zones.
func utcOffset(seconds int) string {
	sign := '+'
	if seconds < 0 {
		sign, seconds = '-', -seconds
	}
	text := fmt.Sprintf("%c%02d%02d", sign, seconds/3600, seconds/60%60)
	if seconds%60 != 0 {
		text += fmt.Sprintf("%02d", seconds%60)
	}
	return text
}
