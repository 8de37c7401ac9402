package site

import (
	"slices"
	"time"
)

// moments are the points in time at which something on the site changes by itself.
type moments []time.Time

func (m *moments) add(times ...time.Time) {
	for _, t := range times {
		if !t.IsZero() {
			*m = append(*m, t)
		}
	}
}

// lastUntil gives the last moment that is not after now, zero where there is none.
func (m moments) lastUntil(now time.Time) time.Time {
	var last time.Time
	for _, t := range m {
		if !t.After(now) {
			last = later(last, t)
		}
	}
	return last
}

// allAfter gives the moments after now, each once, soonest first.
func (m moments) allAfter(now time.Time) []time.Time {
	after := slices.DeleteFunc(slices.Clone(m), func(t time.Time) bool { return !t.After(now) })
	slices.SortFunc(after, time.Time.Compare)
	return slices.CompactFunc(after, time.Time.Equal)
}

// nextAfter gives the first moment after now, zero where there is none.
func (m moments) nextAfter(now time.Time) time.Time {
	var next time.Time
	for _, t := range m {
		if t.After(now) && (next.IsZero() || t.Before(next)) {
			next = t
		}
	}
	return next
}
