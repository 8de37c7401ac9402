package formats

import (
	"net/url"
	"strings"
	"testing"
	"time"
)

// asked gives what an address asks its host for.
func asked(t *testing.T, address, host string) url.Values {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" || u.Host != host || strings.ContainsAny(address, "+ \n\"'<>") {
		t.Fatalf("%q is no plain address at %s: %v", address, host, err)
	}
	values, err := url.ParseQuery(u.RawQuery)
	if err != nil {
		t.Fatal(err)
	}
	return values
}

func TestFormsOfCalendarsHoldTheTimesOfAnEvent(t *testing.T) {
	stockholm := location(t, "Europe/Stockholm")
	at := func(year int, month time.Month, day, hour, minute int) time.Time {
		return time.Date(year, month, day, hour, minute, 0, 0, stockholm)
	}
	second := time.Date(2026, 10, 25, 1, 30, 0, 0, time.UTC) // 2.30 comes twice that night; this is the second
	for name, c := range map[string]struct {
		start, end      time.Time
		allDay          bool
		zone            *time.Location
		google, outlook string
	}{
		"in summer":            {at(2026, 6, 24, 7, 30), at(2026, 6, 24, 9, 0), false, stockholm, "20260624T073000/20260624T090000", "2026-06-24T05:30:00Z 2026-06-24T07:00:00Z"},
		"in winter":            {at(2026, 12, 1, 18, 0), at(2026, 12, 1, 20, 0), false, stockholm, "20261201T180000/20261201T200000", "2026-12-01T17:00:00Z 2026-12-01T19:00:00Z"},
		"over midnight":        {at(2026, 6, 24, 23, 0), at(2026, 6, 25, 1, 0), false, stockholm, "20260624T230000/20260625T010000", "2026-06-24T21:00:00Z 2026-06-24T23:00:00Z"},
		"no end":               {at(2026, 6, 24, 7, 30), time.Time{}, false, stockholm, "20260624T073000/20260624T073000", "2026-06-24T05:30:00Z 2026-06-24T05:30:00Z"},
		"a day":                {at(2026, 7, 24, 0, 0), time.Time{}, true, stockholm, "20260724/20260725", "2026-07-24 2026-07-25 true"},
		"three days":           {at(2026, 7, 24, 0, 0), at(2026, 7, 26, 0, 0), true, stockholm, "20260724/20260727", "2026-07-24 2026-07-27 true"},
		"over a year's end":    {at(2026, 12, 31, 0, 0), at(2026, 12, 31, 0, 0), true, stockholm, "20261231/20270101", "2026-12-31 2027-01-01 true"},
		"a time of two":        {at(2026, 10, 25, 1, 0), second, false, stockholm, "20261024T230000Z/20261025T013000Z", "2026-10-24T23:00:00Z 2026-10-25T01:30:00Z"},
		"no zone":              {at(2026, 6, 24, 7, 30), at(2026, 6, 24, 9, 0), false, nil, "20260624T053000Z/20260624T070000Z", "2026-06-24T05:30:00Z 2026-06-24T07:00:00Z"},
		"the last day of all":  {at(9999, 12, 31, 0, 0), time.Time{}, true, stockholm, "99991231/99991231", "9999-12-31 9999-12-31 true"},
		"the last hour of all": {at(9999, 12, 31, 23, 0), at(10000, 1, 1, 0, 0), false, stockholm, "99991231T230000/99991231T230000", "9999-12-31T22:00:00Z 9999-12-31T23:00:00Z"},
	} {
		e := Event{Start: c.start, End: c.end, AllDay: c.allDay, Summary: "T"}
		google := asked(t, e.Google(c.zone), "calendar.google.com")
		same(t, name+", Google", google.Get("dates"), c.google)
		zone := "UTC"
		if c.zone != nil {
			zone = c.zone.String()
		}
		same(t, name+", Google's zone", google.Get("ctz"), zone)
		outlook := asked(t, e.Outlook(OutlookWork), "outlook.office.com")
		same(t, name+", Outlook", strings.TrimSpace(outlook.Get("startdt")+" "+outlook.Get("enddt")+" "+outlook.Get("allday")), c.outlook)
	}
}

func TestFormsOfCalendarsHoldTheTextsOfAnEvent(t *testing.T) {
	e := Event{
		Start: time.Date(2026, 6, 24, 5, 30, 0, 0, time.UTC), Summary: "Å & Ä = 100 % + \"1\"\nrad", Description: "Rad <b>ett</b>\r\nRad två & slut",
		Location: "Kvarnvägen 2, Å; #3", URL: "https://a.se/traffar/1/?a=1&b=2",
	}
	google := asked(t, e.Google(time.UTC), "calendar.google.com")
	outlook := asked(t, e.Outlook(OutlookPrivate), "outlook.live.com")
	for name, want := range map[string][2]string{
		"title":   {google.Get("text"), "Å & Ä = 100 % + \"1\" rad"},
		"place":   {google.Get("location"), "Kvarnvägen 2, Å; #3"},
		"text":    {google.Get("details"), "Rad <b>ett</b>\nRad två & slut\n\nhttps://a.se/traffar/1/?a=1&b=2"},
		"action":  {google.Get("action"), "TEMPLATE"},
		"subject": {outlook.Get("subject"), "Å & Ä = 100 % + \"1\" rad"},
		"where":   {outlook.Get("location"), "Kvarnvägen 2, Å; #3"},
		"body":    {outlook.Get("body"), "Rad &lt;b&gt;ett&lt;/b&gt;<br>Rad två &amp; slut<br><br>https://a.se/traffar/1/?a=1&amp;b=2"},
		"path":    {outlook.Get("path"), "/calendar/action/compose"},
		"rru":     {outlook.Get("rru"), "addevent"},
	} {
		same(t, name, want[0], want[1])
	}
	bare := asked(t, Event{Start: e.Start, Summary: "T"}.Outlook(OutlookWork), "outlook.office.com")
	for _, name := range []string{"body", "location", "allday"} {
		same(t, name+" of what has none", bare.Has(name), false)
	}
}
