package formats

import (
	"html"
	"net/url"
	"strings"
	"time"
)

// The hosts of Outlook on the web: that of an employer or a school, and that of a person.
const (
	OutlookWork    = "outlook.office.com"
	OutlookPrivate = "outlook.live.com"
)

// Google is an address where Google Calendar shows a form with the event in it, to be saved by who is logged in
// there. A nil zone is UTC.
func (e Event) Google(zone *time.Location) string {
	if zone == nil {
		zone = time.UTC
	}
	start, end := e.googleTimes(zone)
	return "https://calendar.google.com/calendar/render?action=TEMPLATE" +
		parameter("text", oneLine(e.Summary)) + parameter("dates", start+"/"+end) + parameter("ctz", zone.String()) +
		parameter("details", e.details()) + parameter("location", oneLine(e.Location))
}

// Outlook is such an address of Outlook on the web, on one of its hosts. Moments are written in UTC and shown in the
// zone that the reader has chosen there, since no zone can be named.
func (e Event) Outlook(host string) string {
	format, allDay := time.RFC3339, ""
	if e.AllDay {
		format, allDay = time.DateOnly, "true"
	}
	start, end := e.period(time.UTC)
	return "https://" + host + "/calendar/0/deeplink/compose?path=" + url.QueryEscape("/calendar/action/compose") + "&rru=addevent" +
		parameter("startdt", start.Format(format)) + parameter("enddt", end.Format(format)) + parameter("allday", allDay) +
		parameter("subject", oneLine(e.Summary)) + parameter("body", breaks.Replace(html.EscapeString(e.details()))) + parameter("location", oneLine(e.Location))
}

// breaks writes line breaks as HTML does. Outlook takes its body for HTML.
var breaks = strings.NewReplacer("\n", "<br>")

// googleTimes gives days, or moments by the clock of the zone. If that shows one of them twice, both are in UTC.
func (e Event) googleTimes(zone *time.Location) (start, end string) {
	first, last := e.period(zone)
	switch {
	case e.AllDay:
		return first.Format(dateOnly), last.Format(dateOnly)
	case isUTC(zone) || repeated(first) || repeated(last):
		return first.UTC().Format(utcTime), last.UTC().Format(utcTime)
	}
	return first.Format(localTime), last.Format(localTime)
}

// period gives the start and what a form needs as the end, even where none is known or none can be written: the day
// after the last one, or the start itself, so that no length is made up.
func (e Event) period(zone *time.Location) (start, end time.Time) {
	if !e.AllDay {
		start, end = e.Start.In(zone), e.Start.In(zone)
		if e.hasEnd(zone) {
			end = e.End.In(zone)
		}
		return start, end
	}
	last := e.Start
	if !e.End.IsZero() {
		last = e.End
	}
	if next, ok := dayAfter(last); ok {
		last = next
	}
	return e.Start, last
}

// details is the text of a form, with the page's address: these forms have no field for that.
func (e Event) details() string {
	return strings.TrimSpace(clean(e.Description) + "\n\n" + uri(e.URL))
}

// parameter writes one of a query's, and none that is empty. Outlook would show a plus sign as such, so a space is %20.
func parameter(name, value string) string {
	if value == "" {
		return ""
	}
	return "&" + name + "=" + strings.ReplaceAll(url.QueryEscape(value), "+", "%20")
}
