//go:build !js

package formats

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"
)

// ICalendar writes c as iCalendar (RFC 5545, 7986), media type text/calendar; charset=utf-8. A
// timed event stands in the calendar's zone, whose rules are written along, because Outlook shows
// moments in UTC as UTC; a zone that is UTC needs none.
//
// An error tells what the format requires and c lacks: a product, a zone with a name, and of each
// event a UID, a start that is not after its end, and a status. A calendar without events
// is written, though the RFC asks for at least one: subscriptions live on without.
func ICalendar(w io.Writer, c Calendar) error {
	if c.Zone == nil {
		c.Zone = time.UTC
	}
	if err := c.valid(); err != nil {
		return fmt.Errorf("write calendar %q: %w", c.Name, err)
	}
	out := unguising{w: w}
	if err := c.component().SerializeTo(&out, calendarLines); err != nil {
		return err
	}
	return out.err // the library does not tell of all
}

// calendarLines is RFC 5545 section 3.1. Left alone, the library ends lines as the system does.
var calendarLines = &ics.SerializationConfiguration{MaxLength: lineLimit, NewLine: "\r\n"}

func (c Calendar) component() *ics.Calendar {
	all := new(ics.Calendar)
	for _, p := range c.properties() {
		all.CalendarProperties = append(all.CalendarProperties, ics.CalendarProperty(p))
	}
	if first, last, timed := c.span(); timed && !isUTC(c.Zone) {
		all.Components = append(all.Components, timezone(c.Zone, first, last))
	}
	for _, e := range c.Events {
		e.Lang = cmp.Or(e.Lang, c.Lang)
		all.Components = append(all.Components, e.component(c.Zone))
	}
	return all
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

func (c Calendar) properties() (p properties) {
	lang := language(c.Lang)
	p.add("VERSION", nil, "2.0")
	p.add("PRODID", nil, "-//"+oneLine(c.Product)+"//"+strings.ToUpper(paramToken(cmp.Or(c.Lang, "en"))))
	if c.published() {
		p.add("METHOD", nil, "PUBLISH")
	}
	p.add("NAME", lang, c.Name)
	p.add("X-WR-CALNAME", nil, c.Name)
	p.add("DESCRIPTION", lang, c.Description)
	p.add("X-WR-CALDESC", nil, c.Description)
	p.add("URL", nil, uri(c.URL))
	p.add("X-WR-TIMEZONE", nil, c.Zone.String())
	p.add("REFRESH-INTERVAL", params{"VALUE": {"DURATION"}}, refresh)
	p.add("X-PUBLISHED-TTL", nil, refresh)
	return p
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
