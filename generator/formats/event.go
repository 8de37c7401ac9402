package formats

import (
	"errors"
	"time"
)

// EventStatus is how sure an event is. The zero value is invalid, so that an event without one
// is an error and not in silence a tentative one.
type EventStatus int

const (
	Tentative EventStatus = iota + 1
	Confirmed
	Cancelled // some programs ignore this in subscriptions: let the summary begin with the word, too
)

// An Event is one entry of a calendar.
type Event struct {
	UID      string    // never changes, whatever else does
	Sequence int       // how many times what matters was changed
	Stamp    time.Time // when the entry was last changed, from content: DTSTAMP and LAST-MODIFIED; zero = not known
	// Start and End are moments, written in the calendar's zone. With AllDay they are days, the
	// date that each shows in its own zone, and End is the last day. A zero End is not known.
	Start, End           time.Time
	AllDay               bool
	Summary, Description string
	Location, URL        string
	Status               EventStatus
	Latitude, Longitude  float64 // degrees (WGS 84), written with HasGeo
	HasGeo               bool
	OrganizerName        string // written with OrganizerEmail only
	OrganizerEmail       string
	Categories           []string
	Lang                 string // BCP 47; "" = the calendar's
}

func (e Event) valid() error {
	switch {
	case clean(e.UID) == "":
		return errors.New("no UID")
	case e.Start.IsZero():
		return errors.New("no start")
	case !e.End.IsZero() && e.End.Before(e.Start):
		return errors.New("ends before it starts")
	case statusNames[e.Status] == "":
		return errors.New("no status")
	}
	return nil
}

var statusNames = map[EventStatus]string{
	Tentative: "TENTATIVE",
	Confirmed: "CONFIRMED",
	Cancelled: "CANCELLED",
}

const (
	utcTime   = "20060102T150405Z"
	localTime = "20060102T150405"
	dateOnly  = "20060102"
	lastYear  = 9999
)

// dayAfter is the day that follows, if it can be written: a date holds no year after 9999 (RFC 5545 section 3.3.4).
func dayAfter(t time.Time) (next time.Time, ok bool) {
	year, month, day := t.Date()
	next = time.Date(year, month, day+1, 0, 0, 0, 0, time.UTC) // in some zones a day has no midnight
	return next, next.Year() <= lastYear
}

// hasEnd tells whether the moment of the end is known and can be written.
func (e Event) hasEnd(zone *time.Location) bool {
	return e.End.After(e.Start) && e.End.UTC().Year() <= lastYear && e.End.In(zone).Year() <= lastYear
}

func isUTC(zone *time.Location) bool { return zone.String() == "UTC" }

// repeated tells whether clocks were set back so recently that they show the same time again.
func repeated(t time.Time) bool {
	start, _ := t.ZoneBounds()
	if start.IsZero() {
		return false
	}
	_, before := start.Add(-time.Second).Zone()
	_, after := t.Zone()
	return t.Sub(start) < time.Duration(before-after)*time.Second
}
