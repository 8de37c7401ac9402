package formats

import (
	"slices"
	"strings"
	"testing"
	"time"

	ical "github.com/emersion/go-ical"
	"github.com/teambition/rrule-go"
)

// An onset is a moment from which an observance of a read VTIMEZONE holds.
type onset struct {
	at     time.Time
	offset int
}

// readOnsets expands a VTIMEZONE until a year, with a library for rules that did not write them.
func readOnsets(t *testing.T, vtimezone *ical.Component, year int) []onset {
	t.Helper()
	var list []onset
	for _, o := range vtimezone.Children {
		from, to := readOffset(t, o.Props.Get("TZOFFSETFROM").Value), readOffset(t, o.Props.Get("TZOFFSETTO").Value)
		start, err := time.Parse("20060102T150405", o.Props.Get("DTSTART").Value)
		if err != nil {
			t.Fatal(err)
		}
		walls := []time.Time{start}
		if rule := o.Props.Get("RRULE"); rule != nil {
			walls = expand(t, rule.Value, start, from, year)
		}
		for _, wall := range walls {
			list = append(list, onset{wall.Add(-from), int(to.Seconds())})
		}
	}
	slices.SortFunc(list, func(a, b onset) int { return a.at.Compare(b.at) })
	return list
}

func expand(t *testing.T, rule string, start time.Time, from time.Duration, year int) []time.Time {
	t.Helper()
	option, err := rrule.StrToROption(rule)
	if err != nil {
		t.Fatal(err)
	}
	option.Dtstart = start
	if option.Until.IsZero() {
		option.Until = time.Date(year+1, 1, 1, 0, 0, 0, 0, time.UTC)
	} else {
		option.Until = option.Until.Add(from) // in the file it is UTC, here all is wall-clock time
	}
	rules, err := rrule.NewRRule(*option)
	if err != nil {
		t.Fatal(err)
	}
	walls := rules.All()
	if len(walls) == 0 || !walls[0].Equal(start) {
		t.Fatalf("DTSTART %v is not the first of %s", start, rule)
	}
	return walls
}

func readOffset(t *testing.T, text string) time.Duration {
	t.Helper()
	layout := "-070000"[:len(text)]
	at, err := time.Parse(layout, text)
	if err != nil {
		t.Fatal(err)
	}
	_, seconds := at.Zone()
	return time.Duration(seconds) * time.Second
}

func offsetAt(list []onset, at time.Time) (int, bool) {
	n, exact := slices.BinarySearchFunc(list, at, func(o onset, at time.Time) int { return o.at.Compare(at) })
	if exact {
		n++
	}
	if n == 0 {
		return 0, false
	}
	return list[n-1].offset, true
}

func vtimezoneOf(t *testing.T, read *ical.Calendar) *ical.Component {
	t.Helper()
	if read.Children[0].Name != "VTIMEZONE" {
		t.Fatalf("first is %s", read.Children[0].Name)
	}
	return read.Children[0]
}

func TestZoneIsRightForEveryEvent(t *testing.T) {
	for name, years := range map[string][2]int{
		"Europe/Stockholm":    {1994, 2030}, // autumn rule changed in 1996
		"Europe/Dublin":       {2010, 2014}, // winter is the exception, by law
		"Europe/Istanbul":     {2014, 2018}, // summer time became standard time
		"America/New_York":    {2005, 2009}, // both rules changed in 2007
		"America/Phoenix":     {2010, 2012},
		"America/Santiago":    {2012, 2024},
		"America/St_Johns":    {2005, 2013}, // at a minute past midnight, until 2011
		"Africa/Casablanca":   {2010, 2020}, // four changes a year, by the moon
		"Africa/Cairo":        {2008, 2026},
		"Asia/Kolkata":        {2012, 2012},
		"Asia/Gaza":           {2005, 2014},
		"Australia/Sydney":    {2006, 2013},
		"Australia/Lord_Howe": {2006, 2010}, // half an hour
		"Pacific/Apia":        {2009, 2013}, // a day was left out
		"Europe/Moscow":       {2010, 2015},
		"Etc/GMT+5":           {2012, 2013},
	} {
		t.Run(name, func(t *testing.T) {
			zone := location(t, name)
			c := sampleCalendar(t)
			c.Zone = zone
			first := time.Date(years[0], 1, 1, 0, 30, 0, 0, zone)
			for at := first; at.Year() <= years[1]; at = at.Add(61 * time.Hour) {
				c.Events = append(c.Events, Event{UID: at.String(), Stamp: stamp, Status: Tentative, Start: at, End: at.Add(time.Hour)})
				if next := nextBound(at); !next.IsZero() && next.Sub(at) < 61*time.Hour {
					for _, near := range []time.Duration{-time.Second, 0, 59 * time.Minute} {
						c.Events = append(c.Events, Event{UID: at.String(), Stamp: stamp, Status: Tentative, Start: next.Add(near)})
					}
				}
			}
			checkZone(t, c)
		})
	}
}

// checkZone writes a calendar of timed events and checks each event's start and end, as read by
// the VTIMEZONE that stands in the calendar, against Go's zone.
func checkZone(t *testing.T, c Calendar) {
	t.Helper()
	read := roundTrip(t, c)
	vtimezone := vtimezoneOf(t, read)
	same(t, "TZID", text(t, vtimezone.Props, "TZID"), c.Zone.String())
	onsets := readOnsets(t, vtimezone, 2060)
	for i, e := range read.Events() {
		start := e.Props.Get("DTSTART")
		if strings.HasSuffix(start.Value, "Z") {
			continue
		}
		same(t, "event's zone", start.Params.Get("TZID"), c.Zone.String())
		wall, err := time.Parse("20060102T150405", start.Value)
		if err != nil {
			t.Fatal(err)
		}
		offset, covered := offsetAt(onsets, c.Events[i].Start)
		if !covered {
			t.Fatalf("%v stands before every observance", c.Events[i].Start)
		}
		if got := wall.Add(-time.Duration(offset) * time.Second); !got.Equal(c.Events[i].Start) {
			t.Fatalf("%v is read as %v", c.Events[i].Start, got)
		}
	}
}

func lines(component *ical.Component) (n int) {
	for _, props := range component.Props {
		n += len(props)
	}
	for _, child := range component.Children {
		n += lines(child)
	}
	return n + 2
}

func TestZoneOfOneEventHoldsForLaterYears(t *testing.T) {
	for name, most := range map[string]int{"Europe/Stockholm": 20, "America/New_York": 20, "Australia/Sydney": 20, "Asia/Tokyo": 10} {
		t.Run(name, func(t *testing.T) {
			zone := location(t, name)
			at := time.Date(2012, 4, 2, 18, 0, 0, 0, zone)
			c := sampleCalendar(t, Event{UID: "a", Stamp: stamp, Status: Tentative, Start: at})
			c.Zone = zone
			vtimezone := vtimezoneOf(t, roundTrip(t, c))
			if n := lines(vtimezone); n > most {
				t.Errorf("%d lines", n)
			}
			onsets := readOnsets(t, vtimezone, 2060)
			for ; at.Year() < 2050; at = at.AddDate(0, 0, 5) {
				got, covered := offsetAt(onsets, at)
				if _, want := at.Zone(); got != want || !covered {
					t.Fatalf("offset at %v is read as %d", at, got)
				}
			}
		})
	}
}

func TestStockholmIsWrittenAsTwoRules(t *testing.T) {
	at := time.Date(2012, 4, 2, 18, 0, 0, 0, location(t, "Europe/Stockholm"))
	var b strings.Builder
	if err := ICalendar(&b, sampleCalendar(t, Event{UID: "a", Stamp: stamp, Status: Tentative, Start: at})); err != nil {
		t.Fatal(err)
	}
	want := strings.ReplaceAll(`BEGIN:VTIMEZONE
TZID:Europe/Stockholm
BEGIN:DAYLIGHT
DTSTART:20110327T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:20111030T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
END:STANDARD
END:VTIMEZONE
`, "\n", "\r\n")
	if !strings.Contains(b.String(), want) {
		t.Errorf("got\n%s", b.String())
	}
}

func TestStockholmsFormerRuleEnds(t *testing.T) {
	zone := location(t, "Europe/Stockholm")
	c := sampleCalendar(t)
	for _, year := range []int{1994, 2030} {
		c.Events = append(c.Events, Event{UID: "a", Stamp: stamp, Status: Tentative, Start: time.Date(year, 6, 1, 0, 0, 0, 0, zone)})
	}
	var rules []string
	for _, o := range vtimezoneOf(t, roundTrip(t, c)).Children {
		rules = append(rules, o.Name+" "+o.Props.Get("DTSTART").Value+" "+o.Props.Get("RRULE").Value)
	}
	same(t, "rules", strings.Join(rules, "\n"), strings.Join([]string{
		"DAYLIGHT 19930328T020000 FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
		"STANDARD 19930926T030000 FREQ=YEARLY;BYMONTH=9;BYDAY=-1SU;UNTIL=19950924T010000Z",
		"STANDARD 19961027T030000 FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
	}, "\n"))
}

func TestZoneWithoutSummerTimeHasOneStandard(t *testing.T) {
	c := sampleCalendar(t, Event{UID: "a", Stamp: stamp, Status: Tentative, Start: stamp})
	c.Zone = location(t, "Asia/Kolkata")
	children := vtimezoneOf(t, roundTrip(t, c)).Children
	same(t, "observances", len(children), 1)
	same(t, "kind", children[0].Name, "STANDARD")
	same(t, "offset", children[0].Props.Get("TZOFFSETTO").Value, "+0530")
}

func TestDaylightHasTheLargerOffset(t *testing.T) {
	for _, name := range []string{"Europe/Dublin", "Europe/Stockholm", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca"} {
		t.Run(name, func(t *testing.T) {
			c := sampleCalendar(t, Event{UID: "a", Stamp: stamp, Status: Tentative, Start: time.Date(2020, 6, 1, 0, 0, 0, 0, time.UTC)})
			c.Zone = location(t, name)
			for _, o := range vtimezoneOf(t, roundTrip(t, c)).Children {
				from, to := readOffset(t, o.Props.Get("TZOFFSETFROM").Value), readOffset(t, o.Props.Get("TZOFFSETTO").Value)
				same(t, o.Name+" goes forward", to > from, o.Name == "DAYLIGHT")
			}
		})
	}
}

func TestOffsetsBeforeThereWereTimeZonesHaveSeconds(t *testing.T) {
	for seconds, want := range map[int]string{0: "+0000", 3600: "+0100", -12600: "-0330", 4332: "+011212", -17762: "-045602"} {
		same(t, "offset", utcOffset(seconds), want)
	}
}

func FuzzZoneIsRightForAnyEvent(f *testing.F) {
	zones := []string{"Europe/Stockholm", "America/New_York", "Africa/Casablanca", "America/Santiago", "Asia/Tehran", "Australia/Lord_Howe", "America/Sao_Paulo", "Asia/Kolkata"}
	f.Add(uint8(0), int64(1333382400), uint32(0))
	f.Add(uint8(0), int64(767000000), uint32(1136000000))
	f.Add(uint8(1), int64(1167609600), uint32(1))
	f.Add(uint8(2), int64(1341100800), uint32(50000000))
	f.Add(uint8(0), int64(1861862400), uint32(86400)) // 31 December of a leap year
	f.Fuzz(func(t *testing.T, zone uint8, unix int64, span uint32) {
		c := sampleCalendar(t)
		c.Zone = location(t, zones[int(zone)%len(zones)])
		begin := time.Unix(min(max(unix, -2e9), 2e9)/60*60, 0) // 1906 to 2033
		for _, at := range []time.Time{begin, begin.Add(time.Duration(span/120*60) * time.Second), begin.Add(time.Duration(span/60*60) * time.Second)} {
			if at.Year() < 2059 {
				c.Events = append(c.Events, Event{UID: "a", Stamp: stamp, Status: Confirmed, Start: at})
			}
		}
		checkZone(t, c)
	})
}
