package site

import (
	"slices"
	"time"
)

// A Change is a moment at which the site changes by itself, and why.
type Change struct {
	At   time.Time // zero = there is none
	Whys []Why     // each once, in order
}

// Why says what kind of thing happens at a moment. It names nothing: what happens may be withheld until then.
type Why string

const (
	Publication  Why = "publication"  // a text becomes public
	Expiry       Why = "expiry"       // a release is taken down
	Update       Why = "update"       // an update, a correction, a withdrawal or a change of a meeting counts from then
	Registration Why = "registration" // one can no longer register
	Passing      Why = "passing"      // a meeting is over
	Departure    Why = "departure"    // somebody is no longer a contact
	Renewal      Why = "renewal"      // of security.txt, which says until when it holds
)

// moments are the points in time at which something on the site changes by itself. Those that have passed are of no
// use.
type moments struct {
	now    time.Time
	coming []moment
}

type moment struct {
	at  time.Time
	why Why
}

func (m *moments) add(why Why, at time.Time) {
	if at.After(m.now) {
		m.coming = append(m.coming, moment{at, why})
	}
}

// times gives the moments that come, each once, soonest first.
func (m *moments) times() []time.Time {
	var times []time.Time
	for _, one := range m.coming {
		times = append(times, one.at)
	}
	slices.SortFunc(times, time.Time.Compare)
	return slices.CompactFunc(times, time.Time.Equal)
}

// soonest gives the first of some moments with all that happens then.
func soonest(coming []moment) Change {
	var next Change
	for _, one := range coming {
		switch {
		case !next.At.IsZero() && one.at.After(next.At):
		case one.at.Equal(next.At):
			next.Whys = append(next.Whys, one.why)
		default:
			next = Change{one.at, []Why{one.why}}
		}
	}
	slices.Sort(next.Whys)
	next.Whys = slices.Compact(next.Whys)
	return next
}

// securityExpires is until when a security.txt of a moment holds: RFC 9116, section 2.5.5, wants less than a
// year. It is six to twelve months, and the same for half a year, so that the site has to be built anew for
// it at the turn of two half-years only.
func securityExpires(now time.Time) time.Time {
	return nextHalfYear(nextHalfYear(now))
}

// nextHalfYear gives the first of January or of July that follows, in UTC.
func nextHalfYear(t time.Time) time.Time {
	t = t.UTC()
	month := time.January
	if t.Month() >= time.July {
		month = time.July
	}
	return time.Date(t.Year(), month+6, 1, 0, 0, 0, 0, time.UTC)
}
