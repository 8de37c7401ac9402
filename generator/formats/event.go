package formats

import (
	"errors"
	"strconv"
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
	Stamp    time.Time // when the entry was last changed, from content: DTSTAMP and LAST-MODIFIED
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
	case e.Stamp.IsZero():
		return errors.New("no stamp")
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

func (e Event) write(l *calendarLines, zone *time.Location) {
	lang, stamp := language(e.Lang), e.Stamp.UTC().Format(utcTime)
	l.begin("VEVENT")
	l.addText("UID", "", e.UID)
	l.add("DTSTAMP", "", stamp)
	l.add("LAST-MODIFIED", "", stamp)
	l.add("SEQUENCE", "", strconv.Itoa(e.Sequence))
	e.addTimes(l, zone)
	l.add("STATUS", "", statusNames[e.Status])
	l.addText("SUMMARY", lang, e.Summary)
	l.addText("DESCRIPTION", lang, e.Description)
	l.addText("LOCATION", lang, e.Location)
	if e.HasGeo {
		l.add("GEO", "", degrees(e.Latitude)+";"+degrees(e.Longitude))
	}
	l.add("URL", "", uri(e.URL))
	if address := uri(e.OrganizerEmail); address != "" {
		l.add("ORGANIZER", commonName(e.OrganizerName), "mailto:"+address)
	}
	for _, c := range e.Categories {
		l.addText("CATEGORIES", lang, c)
	}
	l.end("VEVENT")
}

const (
	utcTime   = "20060102T150405Z"
	localTime = "20060102T150405"
	dateOnly  = "20060102"
	lastYear  = 9999
)

// addTimes writes DTSTART and DTEND. DTEND is the first day, or moment, that is no longer part
// of the event (RFC 5545 section 3.8.2.2); left out, an event takes the one day, or no time. It is left
// out also after the year 9999, which a date cannot hold (section 3.3.4).
func (e Event) addTimes(l *calendarLines, zone *time.Location) {
	if e.AllDay {
		l.add("DTSTART", "VALUE=DATE", e.Start.Format(dateOnly))
		if !e.End.IsZero() {
			year, month, day := e.End.Date()
			next := time.Date(year, month, day+1, 0, 0, 0, 0, time.UTC) // in some zones a day has no midnight
			if next.Year() <= lastYear {
				l.add("DTEND", "VALUE=DATE", next.Format(dateOnly))
			}
		}
		return
	}
	value, param := moment(e.Start, zone)
	l.add("DTSTART", param, value)
	if e.End.After(e.Start) && e.End.UTC().Year() <= lastYear && e.End.In(zone).Year() <= lastYear {
		value, param := moment(e.End, zone)
		l.add("DTEND", param, value)
	}
}

// moment writes t in zone. A wall-clock time that comes twice means its first coming (RFC 5545
// section 3.3.5), so the second one is written in UTC.
func moment(t time.Time, zone *time.Location) (value, param string) {
	if t = t.In(zone); isUTC(zone) || repeated(t) {
		return t.UTC().Format(utcTime), ""
	}
	return t.Format(localTime), "TZID=" + paramToken(zone.String())
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

func degrees(f float64) string { return strconv.FormatFloat(f, 'f', 6, 64) }
