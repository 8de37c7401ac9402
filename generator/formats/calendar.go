package formats

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"
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
	out := &ics.Calendar{CalendarProperties: c.properties()}
	if first, last, timed := c.span(); timed && !isUTC(c.Zone) {
		out.Components = append(out.Components, timezoneFor(c.Zone, first, last))
	}
	for _, e := range c.Events {
		e.Lang = cmp.Or(e.Lang, c.Lang)
		out.Components = append(out.Components, e.component(c.Zone))
	}
	// The library drops some errors of its writer; a buffer has none.
	var b bytes.Buffer
	if err := out.SerializeTo(&b, ics.WithLineLength(lineLimit), ics.WithNewLine("\r\n")); err != nil {
		return fmt.Errorf("write calendar %q: %w", c.Name, err)
	}
	_, err := w.Write(unguiseParam(b.Bytes()))
	return err
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

func (c Calendar) properties() (list []ics.CalendarProperty) {
	add := func(name ics.Property, value string, params ...ics.PropertyParameter) {
		if value != "" {
			list = append(list, ics.CalendarProperty{BaseProperty: property(string(name), value, params)})
		}
	}
	add(ics.PropertyVersion, "2.0")
	add(ics.PropertyProductId, "-//"+oneLine(c.Product)+"//"+strings.ToUpper(paramToken(cmp.Or(c.Lang, "en"))))
	if c.published() {
		add(ics.PropertyMethod, string(ics.MethodPublish))
	}
	add(ics.PropertyName, clean(c.Name), language(c.Lang)...)
	add(ics.PropertyXWRCalName, clean(c.Name))
	add(ics.PropertyDescription, clean(c.Description), language(c.Lang)...)
	add(ics.PropertyXWRCalDesc, clean(c.Description))
	add(ics.PropertyUrl, uri(c.URL))
	add(ics.PropertyXWRTimezone, c.Zone.String())
	// The library's constant for this name has the parameter in it already.
	add("REFRESH-INTERVAL", refresh, ics.WithValue(string(ics.ValueDataTypeDuration)))
	add(ics.PropertyXPublishedTTL, refresh)
	return list
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

func property(name, value string, params []ics.PropertyParameter) ics.BaseProperty {
	p := ics.BaseProperty{IANAToken: name, Value: value, ICalParameters: map[string][]string{}}
	for _, param := range params {
		key, values := param.KeyValue()
		p.ICalParameters[key] = values
	}
	return p
}

func language(tag string) []ics.PropertyParameter {
	if tag = paramToken(tag); tag == "" {
		return nil
	}
	return []ics.PropertyParameter{&ics.KeyValues{Key: string(ics.ParameterLanguage), Value: []string{tag}}}
}

func commonName(name string) []ics.PropertyParameter {
	if name = clean(name); name == "" {
		return nil
	}
	return []ics.PropertyParameter{ics.WithCN("\x06" + guiseParam.Replace(name) + "\x06")}
}

// The library puts a backslash before what is special in a parameter; RFC 5545 section 3.1 knows
// only quotes around the whole, and RFC 6868 the escapes ^n, ^^ and ^'. So these characters pass
// through it in the guise of control characters, octet for octet: lines are folded already.
var guiseParam = strings.NewReplacer(
	"^", "^^", "\n", "^n", `"`, "^\x01",
	"'", "\x01", ",", "\x02", ";", "\x03", ":", "\x04", `\`, "\x05",
)

func unguiseParam(b []byte) []byte {
	for i, c := range b {
		if c >= 0x01 && c <= 0x06 {
			b[i] = `',;:\"`[c-1]
		}
	}
	return b
}
