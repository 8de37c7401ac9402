package formats

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
)

// A Calendar is a list of events, for download or subscription.
type Calendar struct {
	Name, Description string
	Lang              string         // BCP 47
	URL               string         // the page where the events are shown to people
	Product           string         // organisation and product, for example "Alingsås kommun//Dialog"
	Zone              *time.Location // an IANA zone; nil is UTC
	Events            []Event        // written in the order given
}

// ICalendar writes c as iCalendar (RFC 5545, 7986), media type text/calendar; charset=utf-8. A
// timed event stands in the calendar's zone, whose rules are written along, because Outlook shows
// moments in UTC as UTC; a zone that is UTC needs none.
//
// An error tells what the format requires and c lacks: a product, a zone with a name, and of each
// event a UID, a stamp, a start that is not after its end, and a status. A calendar without events
// is written, though the RFC asks for at least one: subscriptions live on without.
func ICalendar(w io.Writer, c Calendar) error {
	if c.Zone == nil {
		c.Zone = time.UTC
	}
	if err := c.valid(); err != nil {
		return fmt.Errorf("write calendar %q: %w", c.Name, err)
	}
	return writeLines(w, c.write)
}

func (c Calendar) write(l *calendarLines) {
	l.begin("VCALENDAR")
	c.addProperties(l)
	if first, last, timed := c.span(); timed && !isUTC(c.Zone) {
		addTimezone(l, c.Zone, first, last)
	}
	for _, e := range c.Events {
		e.Lang = cmp.Or(e.Lang, c.Lang)
		e.write(l, c.Zone)
	}
	l.end("VCALENDAR")
}

func (c Calendar) valid() error {
	if c.Product == "" {
		return errors.New("no product")
	}
	if zone := c.Zone.String(); zone == "Local" || zone == "" || zone != paramToken(zone) {
		return fmt.Errorf("%q is no name of a time zone", zone)
	}
	for i, e := range c.Events {
		if err := e.valid(); err != nil {
			return fmt.Errorf("event %d (%s): %w", i+1, e.UID, err)
		}
	}
	return nil
}

// refresh is how often a subscriber may look again.
const refresh = "PT12H"

func (c Calendar) addProperties(l *calendarLines) {
	lang := language(c.Lang)
	l.add("VERSION", "", "2.0")
	l.addText("PRODID", "", "-//"+oneLine(c.Product)+"//"+strings.ToUpper(paramToken(cmp.Or(c.Lang, "en"))))
	if c.published() {
		l.add("METHOD", "", "PUBLISH")
	}
	l.addText("NAME", lang, c.Name)
	l.addText("X-WR-CALNAME", "", c.Name)
	l.addText("DESCRIPTION", lang, c.Description)
	l.addText("X-WR-CALDESC", "", c.Description)
	l.add("URL", "", uri(c.URL))
	l.add("X-WR-TIMEZONE", "", c.Zone.String())
	l.add("REFRESH-INTERVAL", "VALUE=DURATION", refresh)
	l.add("X-PUBLISHED-TTL", "", refresh)
}

// published tells whether the calendar has what METHOD:PUBLISH asks for (RFC 5546 section 3.2.1):
// events, each with an organizer and a summary.
func (c Calendar) published() bool {
	for _, e := range c.Events {
		if uri(e.OrganizerEmail) == "" || clean(e.Summary) == "" {
			return false
		}
	}
	return len(c.Events) > 0
}

// span gives the first and the last moment that is written in the calendar's zone, if any is.
func (c Calendar) span() (first, last time.Time, timed bool) {
	for _, e := range c.Events {
		if e.AllDay {
			continue
		}
		if !timed {
			first, last, timed = e.Start, e.Start, true
		}
		if e.Start.Before(first) {
			first = e.Start
		}
		for _, t := range []time.Time{e.Start, e.End} {
			if t.After(last) {
				last = t
			}
		}
	}
	return first, last, timed
}
