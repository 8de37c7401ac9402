package formats

import (
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	ical "github.com/emersion/go-ical"
)

// readCalendar reads iCalendar with a parser that did not write it, after a check of its lines.
func readCalendar(t *testing.T, text string) *ical.Calendar {
	t.Helper()
	unfolded(t, text)
	c, err := ical.NewDecoder(strings.NewReader(text)).Decode()
	if err != nil {
		t.Fatalf("%v in %s", err, text)
	}
	return c
}

func roundTrip(t *testing.T, c Calendar) *ical.Calendar {
	t.Helper()
	return readCalendar(t, written(t, func(b *strings.Builder) error { return ICalendar(b, c) }))
}

// text gives a property's unescaped value, which must stand there once, or "" where it is missing.
func text(t *testing.T, props ical.Props, name string) string {
	t.Helper()
	values := props.Values(name)
	if len(values) == 0 {
		return ""
	}
	list, err := values[0].TextList()
	if err != nil || len(list) != 1 || len(values) != 1 {
		t.Fatalf("%s is %v, %d values of %d properties: %v", name, list, len(list), len(values), err)
	}
	return list[0]
}

var stamp = time.Date(2012, 3, 27, 7, 0, 0, 0, time.UTC)

func sampleEvent(t *testing.T) Event {
	start := time.Date(2012, 4, 2, 18, 0, 0, 0, location(t, "Europe/Stockholm"))
	return Event{
		UID: "dialogkvall@dialog.alingsas.se", Sequence: 2, Stamp: stamp, Start: start, End: start.Add(2 * time.Hour),
		Summary: "Dialog; möte, kväll", Description: "Rad ett\nRad två \\ slut", Location: "Palladium, Alingsås",
		URL: "https://a.se/traffar/1/?a=1,2;3", Status: Confirmed, Latitude: 57.93, Longitude: -12.5, HasGeo: true,
		OrganizerName: `Alingsås "kommun"; ^a, b:c's \d`, OrganizerEmail: "naringsliv@example.se", Categories: []string{"Näringsliv, handel", "Möten"},
	}
}

func sampleCalendar(t *testing.T, events ...Event) Calendar {
	return Calendar{
		Name: "Träffar, 2012", Description: "Alla; möten", Lang: "sv", URL: "https://a.se/traffar/",
		Product: "Alingsås kommun//Dialog", Zone: location(t, "Europe/Stockholm"), Events: events,
	}
}

func TestCalendarSaysWhatItIs(t *testing.T) {
	props := roundTrip(t, sampleCalendar(t, sampleEvent(t))).Props
	for name, want := range map[string]string{
		"VERSION": "2.0", "PRODID": "-//Alingsås kommun//Dialog//SV", "METHOD": "PUBLISH",
		"NAME": "Träffar, 2012", "X-WR-CALNAME": "Träffar, 2012", "DESCRIPTION": "Alla; möten", "X-WR-CALDESC": "Alla; möten",
		"X-WR-TIMEZONE": "Europe/Stockholm", "X-PUBLISHED-TTL": "PT12H",
	} {
		p := props.Get(name)
		if p == nil {
			t.Errorf("%s is missing", name)
			continue
		}
		p.SetValueType(ical.ValueText)
		same(t, name, text(t, props, name), want)
	}
	same(t, "REFRESH-INTERVAL's type", props.Get("REFRESH-INTERVAL").Params.Get("VALUE"), "DURATION")
	same(t, "REFRESH-INTERVAL", props.Get("REFRESH-INTERVAL").Value, "PT12H")
	same(t, "URL", props.Get("URL").Value, "https://a.se/traffar/")
}

func TestEventIsReadBackWhole(t *testing.T) {
	e := sampleEvent(t)
	props := roundTrip(t, sampleCalendar(t, e)).Events()[0].Props
	for name, want := range map[string]string{
		"UID": e.UID, "SUMMARY": e.Summary, "DESCRIPTION": e.Description, "LOCATION": e.Location, "STATUS": "CONFIRMED",
	} {
		same(t, name, text(t, props, name), want)
	}
	for name, want := range map[string]string{
		"DTSTAMP": "20120327T070000Z", "LAST-MODIFIED": "20120327T070000Z", "SEQUENCE": "2",
		"DTSTART": "20120402T180000", "DTEND": "20120402T200000",
		"URL": e.URL, "GEO": "57.930000;-12.500000", "ORGANIZER": "mailto:naringsliv@example.se",
	} {
		same(t, name, props.Get(name).Value, want)
	}
	same(t, "zone", props.Get("DTSTART").Params.Get("TZID"), "Europe/Stockholm")
	same(t, "language", props.Get("SUMMARY").Params.Get("LANGUAGE"), "sv")
	same(t, "organizer's name (RFC 6868)", props.Get("ORGANIZER").Params.Get("CN"), `Alingsås ^'kommun^'; ^^a, b:c's \d`)
	categories, err := props.Values("CATEGORIES")[0].TextList()
	same(t, "first category", strings.Join(categories, "|"), "Näringsliv, handel")
	same(t, "error", err, nil)
	same(t, "number of categories", len(props.Values("CATEGORIES")), 2)
}

func TestDaysAndTimesOfEvents(t *testing.T) {
	stockholm, beirut := location(t, "Europe/Stockholm"), location(t, "Asia/Beirut")
	day := func(month time.Month, day int, zone *time.Location) time.Time {
		return time.Date(2012, month, day, 0, 0, 0, 0, zone)
	}
	last := func(day, hour int) time.Time { return time.Date(9999, 12, day, hour, 0, 0, 0, stockholm) }
	for name, c := range map[string]struct {
		start, end time.Time
		allDay     bool
		zone       *time.Location
		want       string // DTSTART and DTEND as they stand
	}{
		"two days":                      {day(4, 2, stockholm), day(4, 3, stockholm), true, stockholm, "VALUE=DATE:20120402 VALUE=DATE:20120404"},
		"two days given in UTC":         {day(4, 2, time.UTC), day(4, 3, time.UTC), true, stockholm, "VALUE=DATE:20120402 VALUE=DATE:20120404"},
		"over the end of a month":       {day(4, 30, stockholm), day(4, 30, stockholm), true, stockholm, "VALUE=DATE:20120430 VALUE=DATE:20120501"},
		"one day, no end":               {day(4, 2, stockholm), time.Time{}, true, stockholm, "VALUE=DATE:20120402"},
		"before a day without midnight": {day(3, 24, beirut), day(3, 24, beirut), true, beirut, "VALUE=DATE:20120324 VALUE=DATE:20120325"},
		"summer":                        {day(4, 2, stockholm).Add(18 * time.Hour), time.Time{}, false, stockholm, "TZID=Europe/Stockholm:20120402T180000"},
		"winter":                        {day(12, 3, stockholm).Add(18 * time.Hour), day(12, 3, stockholm).Add(20 * time.Hour), false, stockholm, "TZID=Europe/Stockholm:20121203T180000 TZID=Europe/Stockholm:20121203T200000"},
		"no time":                       {day(4, 2, stockholm), day(4, 2, stockholm), false, stockholm, "TZID=Europe/Stockholm:20120402T000000"},
		"moment of another zone":        {day(4, 2, time.UTC), time.Time{}, false, stockholm, "TZID=Europe/Stockholm:20120402T020000"},
		"UTC":                           {day(4, 2, stockholm), time.Time{}, false, time.UTC, ":20120401T220000Z"},
		"no zone":                       {day(4, 2, stockholm), time.Time{}, false, nil, ":20120401T220000Z"},
		"last day of all":               {last(31, 0), last(31, 0), true, stockholm, "VALUE=DATE:99991231"},
		"last two days of all":          {last(30, 0), last(31, 0), true, stockholm, "VALUE=DATE:99991230"},
		"until the end of time":         {last(31, 18), last(31, 24), false, stockholm, "TZID=Europe/Stockholm:99991231T180000"},
		"hour that comes twice":         {day(10, 28, time.UTC).Add(30 * time.Minute), day(10, 28, time.UTC).Add(90 * time.Minute), false, stockholm, "TZID=Europe/Stockholm:20121028T023000 :20121028T013000Z"},
	} {
		t.Run(name, func(t *testing.T) {
			calendar := sampleCalendar(t, Event{UID: "a", Stamp: stamp, Status: Tentative, Start: c.start, End: c.end, AllDay: c.allDay})
			calendar.Zone = c.zone
			read := roundTrip(t, calendar)
			var got []string
			for _, name := range []string{"DTSTART", "DTEND"} {
				for _, p := range read.Events()[0].Props.Values(name) {
					params := ""
					for key := range p.Params {
						params += key + "=" + p.Params.Get(key)
					}
					got = append(got, params+":"+p.Value)
				}
			}
			same(t, "times", strings.Join(got, " "), c.want)
			needed := strings.Contains(c.want, "TZID")
			same(t, "a VTIMEZONE", len(read.Children) == 2, needed)
		})
	}
}

func TestMethodIsToldOnlyWhereEveryEventHasAnOrganizer(t *testing.T) {
	organized := sampleEvent(t)
	alone, mute := organized, organized
	alone.OrganizerEmail = ""
	mute.Summary = "\x00"
	for name, c := range map[string]struct {
		events []Event
		want   string
	}{
		"all":          {[]Event{organized, organized}, "PUBLISH"},
		"one without":  {[]Event{organized, alone}, ""},
		"no summary":   {[]Event{mute}, ""},
		"no events":    {nil, ""},
		"none of them": {[]Event{alone}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			calendar := sampleCalendar(t, c.events...)
			var b strings.Builder
			if err := ICalendar(&b, calendar); err != nil {
				t.Fatal(err)
			}
			same(t, "METHOD", strings.Contains(b.String(), "\r\nMETHOD:PUBLISH\r\n"), c.want != "")
			same(t, "name without an address", c.want == "" && strings.Count(b.String(), "ORGANIZER") == len(c.events) && len(c.events) > 0, name == "no summary")
		})
	}
}

func TestCancelledEventKeepsItsDate(t *testing.T) {
	e := sampleEvent(t)
	e.Status = Cancelled
	props := roundTrip(t, sampleCalendar(t, e)).Events()[0].Props
	same(t, "status", text(t, props, "STATUS"), "CANCELLED")
	same(t, "start", props.Get("DTSTART").Value, "20120402T180000")
}

func TestWhatIsEmptyIsLeftOut(t *testing.T) {
	e := Event{UID: "a", Stamp: stamp, Start: stamp, Status: Tentative, OrganizerName: "nobody to write to", Categories: []string{""}}
	var b strings.Builder
	if err := ICalendar(&b, Calendar{Product: "x//y", Events: []Event{e}}); err != nil {
		t.Fatal(err)
	}
	want := []string{
		"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//y//EN", "X-WR-TIMEZONE:UTC", "REFRESH-INTERVAL;VALUE=DURATION:PT12H", "X-PUBLISHED-TTL:PT12H",
		"BEGIN:VEVENT", "UID:a", "DTSTAMP:20120327T070000Z", "LAST-MODIFIED:20120327T070000Z", "SEQUENCE:0", "DTSTART:20120327T070000Z", "STATUS:TENTATIVE",
		"END:VEVENT", "END:VCALENDAR",
	}
	same(t, "calendar", strings.Join(unfolded(t, b.String()), "\n"), strings.Join(want, "\n"))
}

// The format requires one moment, and not the other.
func TestAnEventOfWhichNobodyKnowsWhenItWasChangedSaysSo(t *testing.T) {
	e := Event{UID: "a", Start: stamp, Status: Tentative}
	props := roundTrip(t, Calendar{Product: "x//y", Events: []Event{e}}).Events()[0].Props
	same(t, "stamp", props.Get("DTSTAMP").Value, "19700101T000000Z")
	if changed := props.Get("LAST-MODIFIED"); changed != nil {
		t.Errorf("it was changed at %s", changed.Value)
	}
}

func TestCalendarThatCannotBeWrittenIsAnError(t *testing.T) {
	for name, spoil := range map[string]func(*Calendar, *Event){
		"no product":           func(c *Calendar, e *Event) { c.Product = "" },
		"zone of the machine":  func(c *Calendar, e *Event) { c.Zone = time.Local },
		"zone without a name":  func(c *Calendar, e *Event) { c.Zone = time.FixedZone("", 3600) },
		"zone with a bad name": func(c *Calendar, e *Event) { c.Zone = time.FixedZone("a\nb", 3600) },
		"no UID":               func(c *Calendar, e *Event) { e.UID = "" },
		"no start":             func(c *Calendar, e *Event) { e.Start = time.Time{} },
		"no status":            func(c *Calendar, e *Event) { e.Status = 0 },
		"unknown status":       func(c *Calendar, e *Event) { e.Status = Cancelled + 1 },
		"end before the start": func(c *Calendar, e *Event) { e.End = e.Start.Add(-time.Second) },
	} {
		t.Run(name, func(t *testing.T) {
			c := sampleCalendar(t, sampleEvent(t))
			spoil(&c, &c.Events[0])
			if ICalendar(io.Discard, c) == nil {
				t.Error("no error")
			}
		})
	}
}

func TestCalendarFoldsBetweenCharacters(t *testing.T) {
	for length := 40; length < 90; length++ {
		e := sampleEvent(t)
		e.Summary = strings.Repeat("x", length) + strings.Repeat("åäö–🙂", 40)
		e.Description = strings.Repeat("ord å,;\\\n ", length)
		e.OrganizerName = strings.Repeat("Å", length)
		props := roundTrip(t, sampleCalendar(t, e)).Events()[0].Props
		same(t, "summary", text(t, props, "SUMMARY"), e.Summary)
		same(t, "description", text(t, props, "DESCRIPTION"), e.Description)
		same(t, "organizer", props.Get("ORGANIZER").Params.Get("CN"), e.OrganizerName)
	}
}

// Whatever the parts of an event hold, a reader finds them again, each once, and nothing beside them.
func FuzzCalendarTextsReadBackTheSame(f *testing.F) {
	f.Add("meeting-a@a.se", "Dialog; möte, kväll", "rad\r\nEND:VEVENT\r\nBEGIN:VALARM", "https://a.se/a,b;c\\d\r\nX:1", "sv", `"å";^,:'\`, "a@b.se", "Palladium, Alingsås", "Handel, miljö")
	f.Add("\x00", "", `\`, "", "x\r\nY:1", "\x01\x02\x03\x04\x05\x06", "a@b.se\r\nATTENDEE:mailto:c@d.se", "\r\nX:1", "a,b;c\\,d")
	f.Add("a\r\nUID:b", "\u2028\xff\x00", `\\n\,\;`, "a b", "", "\n^n", "a,b;c:d\"@b.se", "", "\\")
	f.Add(",;:\\", strings.Repeat(" ", 200), strings.Repeat("<>å", 90), "<", "", " ", "a\u200b@b.se?cc=x", ";", "")
	f.Fuzz(func(t *testing.T, uid, summary, description, url, lang, organizer, email, location, category string) {
		e := Event{
			UID: uid, Stamp: stamp, Start: stamp, Status: Confirmed, Summary: summary, Description: description, Location: location, URL: url,
			OrganizerName: organizer, OrganizerEmail: email, Categories: []string{category, "ä, ö"}, Lang: lang,
		}
		var b strings.Builder
		err := ICalendar(&b, Calendar{Name: description, Description: summary, Product: "x//" + organizer, Lang: lang, URL: url, Events: []Event{e}})
		if (err == nil) != (clean(uid) != "") {
			t.Fatalf("error is %v", err)
		} else if err != nil {
			return
		}
		read := readCalendar(t, b.String())
		if len(read.Children) != 1 || len(read.Children[0].Children) != 0 {
			t.Fatalf("components came of texts: %s", b.String())
		}
		onlyProps(t, read.Props, "VERSION PRODID METHOD NAME X-WR-CALNAME DESCRIPTION X-WR-CALDESC URL X-WR-TIMEZONE REFRESH-INTERVAL X-PUBLISHED-TTL")
		same(t, "calendar's name", text(t, read.Props, "NAME"), clean(description))
		same(t, "calendar's description", text(t, read.Props, "DESCRIPTION"), clean(summary))
		props := read.Events()[0].Props
		onlyProps(t, props, "UID DTSTAMP LAST-MODIFIED SEQUENCE DTSTART STATUS SUMMARY DESCRIPTION LOCATION URL ORGANIZER CATEGORIES")
		for name, want := range map[string]string{"UID": uid, "SUMMARY": summary, "DESCRIPTION": description, "LOCATION": location} {
			same(t, name, text(t, props, name), clean(want))
		}
		want := slices.DeleteFunc([]string{clean(category), "ä, ö"}, func(c string) bool { return c == "" })
		if got := categories(t, props); !slices.Equal(got, want) {
			t.Errorf("categories are %q, want %q", got, want)
		}
		same(t, "URL", valueOf(props, "URL"), uri(url))
		if uri(email) == "" {
			same(t, "organizer", valueOf(props, "ORGANIZER"), "")
			return
		}
		same(t, "organizer", valueOf(props, "ORGANIZER"), "mailto:"+uri(email))
		name := strings.NewReplacer("^^", "^", "^'", `"`, "^n", "\n").Replace(props.Get("ORGANIZER").Params.Get("CN"))
		same(t, "organizer's name", name, clean(organizer))
	})
}

// onlyProps checks that no other properties are there than the known ones, that each stands once, and
// that no parameter is one that is never written.
func onlyProps(t *testing.T, props ical.Props, known string) {
	t.Helper()
	for name, all := range props {
		if !slices.Contains(strings.Fields(known), name) || len(all) > 1 && name != "CATEGORIES" {
			t.Errorf("%d properties %s came of a text", len(all), name)
		}
		for _, p := range all {
			for param, values := range p.Params {
				if !slices.Contains([]string{"LANGUAGE", "VALUE", "CN"}, param) || len(values) != 1 {
					t.Errorf("%s has the parameter %s=%q", name, param, values)
				}
			}
		}
	}
}

// valueOf gives a property's value as it stands, or "" where it is missing.
func valueOf(props ical.Props, name string) string {
	if p := props.Get(name); p != nil {
		return p.Value
	}
	return ""
}

func categories(t *testing.T, props ical.Props) []string {
	t.Helper()
	var all []string
	for _, p := range props.Values("CATEGORIES") {
		list, err := p.TextList()
		if err != nil || len(list) != 1 {
			t.Fatalf("a category is %q: %v", list, err)
		}
		all = append(all, list[0])
	}
	return all
}

func BenchmarkICalendarOfOneEvent(b *testing.B) {
	zone, err := time.LoadLocation("Europe/Stockholm")
	if err != nil {
		b.Fatal(err)
	}
	c := Calendar{Name: "Träff", Product: "x//y", Lang: "sv", Zone: zone, Events: []Event{{
		UID: "a", Stamp: stamp, Start: stamp, End: stamp.Add(time.Hour), Status: Confirmed, Summary: "Dialogkväll", Description: strings.Repeat("Välkommen, ", 20),
	}}}
	for b.Loop() {
		if err := ICalendar(io.Discard, c); err != nil {
			b.Fatal(err)
		}
	}
}
