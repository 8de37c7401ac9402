//go:build !js

package formats

import (
	"strconv"
	"time"

	ics "github.com/arran4/golang-ical"
)

func (e Event) component(zone *time.Location) ics.Component {
	var p properties
	lang := language(e.Lang)
	p.add("UID", nil, e.UID)
	p.add("DTSTAMP", nil, orUnknown(e.Stamp).UTC().Format(utcTime))
	if !e.Stamp.IsZero() {
		p.add("LAST-MODIFIED", nil, e.Stamp.UTC().Format(utcTime))
	}
	p.add("SEQUENCE", nil, strconv.Itoa(e.Sequence))
	e.addTimes(&p, zone)
	p.add("STATUS", nil, statusNames[e.Status])
	p.add("SUMMARY", lang, e.Summary)
	p.add("DESCRIPTION", lang, e.Description)
	p.add("LOCATION", lang, e.Location)
	if e.HasGeo {
		p.add("GEO", nil, degrees(e.Latitude)+";"+degrees(e.Longitude))
	}
	p.add("URL", nil, uri(e.URL))
	if address := uri(e.OrganizerEmail); address != "" {
		p.add("ORGANIZER", commonName(e.OrganizerName), "mailto:"+address)
	}
	for _, c := range e.Categories {
		p.add("CATEGORIES", lang, c)
	}
	return &ics.VEvent{ComponentBase: ics.ComponentBase{Properties: p}}
}

var dateValue = params{"VALUE": {"DATE"}}

// addTimes writes DTSTART and DTEND. DTEND is the first day, or moment, that is no longer part
// of the event (RFC 5545 section 3.8.2.2); left out, an event takes the one day, or no time.
func (e Event) addTimes(p *properties, zone *time.Location) {
	if e.AllDay {
		p.add("DTSTART", dateValue, e.Start.Format(dateOnly))
		if next, ok := dayAfter(e.End); ok && !e.End.IsZero() {
			p.add("DTEND", dateValue, next.Format(dateOnly))
		}
		return
	}
	value, of := moment(e.Start, zone)
	p.add("DTSTART", of, value)
	if e.hasEnd(zone) {
		value, of := moment(e.End, zone)
		p.add("DTEND", of, value)
	}
}

// moment writes t in zone. A wall-clock time that comes twice means its first coming (RFC 5545
// section 3.3.5), so the second one is written in UTC.
func moment(t time.Time, zone *time.Location) (value string, of params) {
	if t = t.In(zone); isUTC(zone) || repeated(t) {
		return t.UTC().Format(utcTime), nil
	}
	return t.Format(localTime), params{"TZID": {paramToken(zone.String())}}
}

func degrees(f float64) string { return strconv.FormatFloat(f, 'f', 6, 64) }
