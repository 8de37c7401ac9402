package locale

import (
	"errors"
	"testing"
	"time"
)

func TestDatesAreReadInEveryFormOfTheContentModel(t *testing.T) {
	for _, c := range []struct{ text, machine, rfc3339 string }{
		{"2012-03-27", "2012-03-27", "2012-03-27T00:00:00+02:00"},
		{" 2012-03-27\n", "2012-03-27", "2012-03-27T00:00:00+02:00"},
		{"2012-02-29", "2012-02-29", "2012-02-29T00:00:00+01:00"},
		{"2012-03-27 09:00", "2012-03-27T09:00+02:00", "2012-03-27T09:00:00+02:00"},
		{"2012-03-27 09.00", "2012-03-27T09:00+02:00", "2012-03-27T09:00:00+02:00"},
		{"2012-03-27T09:00", "2012-03-27T09:00+02:00", "2012-03-27T09:00:00+02:00"},
		{"2012-03-27 09:00:30", "2012-03-27T09:00:30+02:00", "2012-03-27T09:00:30+02:00"},
		{"2012-03-27 09.00.30", "2012-03-27T09:00:30+02:00", "2012-03-27T09:00:30+02:00"},
		{"2012-03-27 00:00", "2012-03-27T00:00+02:00", "2012-03-27T00:00:00+02:00"},
		{"2012-03-27 23:59", "2012-03-27T23:59+02:00", "2012-03-27T23:59:00+02:00"},
		{"2012-03-27T09:00:00Z", "2012-03-27T11:00+02:00", "2012-03-27T11:00:00+02:00"},
		{"2012-03-27t09:00:00z", "2012-03-27T11:00+02:00", "2012-03-27T11:00:00+02:00"},
		{"2012-03-27T09:00:00.75Z", "2012-03-27T11:00+02:00", "2012-03-27T11:00:00+02:00"},
		{"2012-03-27T09:00+02:00", "2012-03-27T09:00+02:00", "2012-03-27T09:00:00+02:00"},
		{"2012-03-27 09:00+05:30", "2012-03-27T05:30+02:00", "2012-03-27T05:30:00+02:00"},
		{"2012-03-27T09:00-05:30", "2012-03-27T16:30+02:00", "2012-03-27T16:30:00+02:00"},
		{"2012-01-01T00:30+02:00", "2011-12-31T23:30+01:00", "2011-12-31T23:30:00+01:00"},
		{"1850-01-01 12:00", "1850-01-01T10:47:48Z", "1850-01-01T10:47:48Z"}, // local mean time
	} {
		d, err := ParseDate(c.text, zone(t, "Europe/Stockholm"))
		if err != nil {
			t.Errorf("%q: %v", c.text, err)
			continue
		}
		if got := d.Machine(); got != c.machine {
			t.Errorf("%q: Machine = %q, want %q", c.text, got, c.machine)
		}
		if got := d.RFC3339(); got != c.rfc3339 {
			t.Errorf("%q: RFC3339 = %q, want %q", c.text, got, c.rfc3339)
		}
	}
}

func TestTheZeroDateIsWrittenAsNothing(t *testing.T) {
	if d := (Date{}); !d.IsZero() || d.Machine() != "" || d.RFC3339() != "" {
		t.Errorf("zero: %v, Machine %q, RFC3339 %q", d.IsZero(), d.Machine(), d.RFC3339())
	}
}

// Lenient with the spelling: whoever writes so means this, and nothing else.
func TestDatesAreReadAsPeopleSpellThem(t *testing.T) {
	for text, want := range map[string]string{
		"2026-03-31 9.00":                    "2026-03-31T09:00+02:00",
		"2026-03-31 9:00":                    "2026-03-31T09:00+02:00",
		"2026-03-31  09:00":                  "2026-03-31T09:00+02:00",
		"2026-03-31\u00a09.00":               "2026-03-31T09:00+02:00",
		"2026-03-31T9:00":                    "2026-03-31T09:00+02:00",
		"2026-03-31 kl. 9":                   "2026-03-31T09:00+02:00",
		"2026-03-31 kl 9.30":                 "2026-03-31T09:30+02:00",
		"2026-03-31 kl.09.00":                "2026-03-31T09:00+02:00",
		"2026-03-31, klockan 18":             "2026-03-31T18:00+02:00",
		"2026-3-7":                           "2026-03-07",
		"2026/03/07":                         "2026-03-07",
		"2026.03.07":                         "2026-03-07",
		"2026–03–07":                         "2026-03-07",
		"20260307":                           "2026-03-07",
		"31 mars 2026":                       "2026-03-31",
		"den 31:a mars 2026":                 "2026-03-31",
		"Tisdag den 31 mars 2026 kl. 9":      "2026-03-31T09:00+02:00",
		"tisdagen den 31 mars 2026, kl 9.30": "2026-03-31T09:30+02:00",
		"31 MARS 2026":                       "2026-03-31",
		"31 dec. 2026":                       "2026-12-31",
		"31/3 2026":                          "2026-03-31",
		"31.3.2026 kl. 12":                   "2026-03-31T12:00+02:00",
		"3/3 2026":                           "2026-03-03",
		"Tuesday 31 March 2026 at 9 am":      "2026-03-31T09:00+02:00",
		"March 31, 2026 at 9.30 pm":          "2026-03-31T21:30+02:00",
	} {
		d, err := ParseDate(text, zone(t, "Europe/Stockholm"))
		if err != nil || d.Machine() != want {
			t.Errorf("%q is %q, %v; want %q", text, d.Machine(), err, want)
		}
	}
}

// Strict with the meaning: what could be another day or another time is asked about, with what is most likely.
func TestWhatCouldBeAnotherDateIsNotRead(t *testing.T) {
	for text, hint := range map[string]string{
		"3/4 2026":               "2026-04-03", // 4 March to others
		"03-04-2026":             "2026-04-03",
		"12-03-27":               "2012-03-27", // or 2027
		"260327":                 "2026-03-27",
		"måndag 31 mars 2026":    "2026-03-31", // a Tuesday
		"Monday 31 March 2026":   "2026-03-31",
		"2026-03-31 9":           "2026-03-31 09:00", // a time that was not finished
		"2026-03-31 9.00.30":     "2026-03-31 09:00",
		"2026-03-31 13.00 pm":    "2026-03-31 13:00",
		"2026-03-31 kl. 0.30 am": "2026-03-31 00:30",
		"2026-03-31 kl. 9–11":    "", // two moments
		"2026-03-31 09:00-11:00": "", // likewise, or far in the west
		"2026-03-31 kl. halv 9":  "",
		"31 mars":                "",
	} {
		if d, err := ParseDate(text, zone(t, "Europe/Stockholm")); err == nil {
			t.Errorf("%q is read as %q", text, d.Machine())
		}
		if got := GuessDate(text); got != hint {
			t.Errorf("the hint for %q is %q, want %q", text, got, hint)
		}
	}
	if _, err := ParseDate("25 mars 2012 kl. 2.30", zone(t, "Europe/Stockholm")); err == nil {
		t.Error("a time that clocks skip is read")
	}
}

func TestWhatIsNoDateIsMalformed(t *testing.T) {
	for _, text := range []string{
		"", " ", "0", "2012", "2012-04", "12-04-02",
		"2012-02-30", "2011-02-29", "2012-04-31", "2012-13-01", "2012-00-01", "2012-01-00", "0000-01-01", "0001-01-01",
		"2012-04-02T", "2012-04-02 24:30", "2012-04-02 24:00", "2012-04-02 09:60", "2012-04-02 09:00:60",
		"2012-04-02 09", "2012-04-02 0900",
		"2012-04-02 09:00.30", "2012-04-02 09.00:30", "2012-04-02 09:00:00.",
		"2012-04-02 09:00+0200", "2012-04-02 09:00+24:00", "2012-04-02 09:00+02", "2012-04-02+02:00",
		"2012-04-02 09:00ZZ", "2012-04-02 09:00 Z", "−2012-04-02", "２012-04-02",
		"0001-01-01T00:00+23:00", "9999-12-31T23:59-23:00",
	} {
		d, err := ParseDate(text, zone(t, "Europe/Stockholm"))
		var wrong *DateError
		if !errors.As(err, &wrong) || wrong.Kind != Malformed || wrong.Text != text || !d.IsZero() {
			t.Errorf("%q: %v, %v; want Malformed", text, d, err)
		}
	}
}

func TestTimesThatClocksSkipOrRepeatAreTold(t *testing.T) {
	for _, c := range []struct {
		zone, text string
		kind       DateFault // 0 is no error
		rfc3339    string
	}{
		{"Europe/Stockholm", "2012-03-25 01:59", 0, "2012-03-25T01:59:00+01:00"},
		{"Europe/Stockholm", "2012-03-25 02:00", Skipped, ""},
		{"Europe/Stockholm", "2012-03-25 02:30", Skipped, ""},
		{"Europe/Stockholm", "2012-03-25 02:59:59", Skipped, ""},
		{"Europe/Stockholm", "2012-03-25 03:00", 0, "2012-03-25T03:00:00+02:00"},
		{"Europe/Stockholm", "2012-10-28 01:59", 0, "2012-10-28T01:59:00+02:00"},
		{"Europe/Stockholm", "2012-10-28 02:00", Ambiguous, "2012-10-28T02:00:00+02:00"},
		{"Europe/Stockholm", "2012-10-28 02:30", Ambiguous, "2012-10-28T02:30:00+02:00"},
		{"Europe/Stockholm", "2012-10-28 03:00", 0, "2012-10-28T03:00:00+01:00"},
		{"Europe/Stockholm", "2012-10-28T02:30+02:00", 0, "2012-10-28T02:30:00+02:00"},
		{"Europe/Stockholm", "2012-10-28T02:30+01:00", 0, "2012-10-28T02:30:00+01:00"},
		{"Europe/Stockholm", "2045-10-29 02:30", Ambiguous, "2045-10-29T02:30:00+02:00"}, // after the table, by its rule
		{"America/New_York", "2012-03-11 02:30", Skipped, ""},
		{"America/New_York", "2012-03-11 03:00", 0, "2012-03-11T03:00:00-04:00"},
		{"America/New_York", "2012-11-04 01:30", Ambiguous, "2012-11-04T01:30:00-04:00"},
		{"America/New_York", "2012-11-04 02:00", 0, "2012-11-04T02:00:00-05:00"},
		{"UTC", "2012-03-25 02:30", 0, "2012-03-25T02:30:00Z"},

		// Clocks that change at midnight: the day begins when it does.
		{"America/Sao_Paulo", "2012-10-21", 0, "2012-10-21T01:00:00-02:00"},
		{"America/Sao_Paulo", "2012-10-21 00:30", Skipped, ""},
		{"America/Havana", "2012-11-04", 0, "2012-11-04T00:00:00-04:00"},
		{"America/Havana", "2012-11-04 00:30", Ambiguous, "2012-11-04T00:30:00-04:00"},
		{"America/Asuncion", "2017-10-01", 0, "2017-10-01T01:00:00-03:00"},
		{"Asia/Beirut", "2012-03-25", 0, "2012-03-25T01:00:00+03:00"},
		{"Pacific/Apia", "2011-12-30", Skipped, ""},
		{"Pacific/Apia", "2011-12-31", 0, "2011-12-31T00:00:00+14:00"},
	} {
		d, err := ParseDate(c.text, zone(t, c.zone))
		var wrong *DateError
		if kind := DateFault(0); errors.As(err, &wrong) {
			kind = wrong.Kind
			if kind != c.kind {
				t.Errorf("%s in %s: %v", c.text, c.zone, err)
			}
		} else if c.kind != 0 {
			t.Errorf("%s in %s is no error, want %d", c.text, c.zone, c.kind)
		}
		if got := d.RFC3339(); got != c.rfc3339 {
			t.Errorf("%s in %s is %q, want %q", c.text, c.zone, got, c.rfc3339)
		}
		if c.kind == Ambiguous && wrong != nil && wrong.Example != c.rfc3339 {
			t.Errorf("%s in %s: example %q, want %q", c.text, c.zone, wrong.Example, c.rfc3339)
		}
	}
}

func TestDateErrorsSayWhatIsWrong(t *testing.T) {
	for text, want := range map[string]string{
		"april 2012":       `"april 2012" is not a date such as 2012-03-27 or 2012-03-27 09:00`,
		"2012-03-25 02:30": `"2012-03-25 02:30" does not exist in Europe/Stockholm: clocks go forward then`,
		"2012-10-28 02:30": `"2012-10-28 02:30" comes twice in Europe/Stockholm: clocks go back then; the first is 2012-10-28T02:30:00+02:00`,
	} {
		if _, err := ParseDate(text, zone(t, "Europe/Stockholm")); err == nil || err.Error() != want {
			t.Errorf("%s: %v, want %s", text, err, want)
		}
	}
}

// Every quarter of an hour of a year must be found again from what clocks show then, by the first
// moment that shows it, whatever the zone does.
func TestEveryMomentIsFoundFromWhatClocksShow(t *testing.T) {
	for _, name := range []string{"Europe/Stockholm", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kathmandu"} {
		z := zone(t, name)
		first := map[string]time.Time{}
		twice := map[string]bool{}
		begin := time.Date(2011, 1, 1, 0, 0, 0, 0, time.UTC)
		for at := begin; at.Before(begin.AddDate(1, 0, 0)); at = at.Add(15 * time.Minute) {
			shown := at.In(z).Format("2006-01-02 15:04")
			if _, ok := first[shown]; ok {
				twice[shown] = true
			} else {
				first[shown] = at
			}
		}
		for shown, at := range first {
			d, err := ParseDate(shown, z)
			if !d.Time.Equal(at) || (err != nil) != twice[shown] {
				t.Errorf("%s in %s: %v, %v; want %v, twice %v", shown, name, d.Time, err, at, twice[shown])
			}
		}
	}
}

func FuzzParsedDatesAreWrittenSoThatTheyParseToTheSame(f *testing.F) {
	zones := []*time.Location{
		zone(f, "Europe/Stockholm"), zone(f, "America/New_York"), zone(f, "America/Sao_Paulo"),
		zone(f, "Pacific/Apia"), zone(f, "Australia/Lord_Howe"), time.UTC,
	}
	for _, text := range []string{
		"2012-03-27", "2012-03-27 09:00", "2012-03-27T09:00:30", "2012-03-27 09.00", "2012-03-27T09:00:00Z",
		"2012-03-27T09:00:00.5+02:00", "2012-03-25 02:30", "2012-10-28 02:30", "2012-10-21", "2011-12-30",
		"1850-01-01 12:00", "0002-01-01", "9999-12-31 23:59", "2012-02-30", "april 2012",
	} {
		for i := range zones {
			f.Add(text, byte(i))
		}
	}
	f.Fuzz(func(t *testing.T, text string, which byte) {
		z := zones[int(which)%len(zones)]
		d, err := ParseDate(text, z)
		var wrong *DateError
		if err != nil && !errors.As(err, &wrong) {
			t.Fatalf("%q: error %T", text, err)
		}
		if d.IsZero() {
			if err == nil || wrong.Kind == Ambiguous {
				t.Fatalf("%q: no date, error %v", text, err)
			}
			return
		}
		for _, form := range []string{d.Machine(), d.RFC3339()} {
			again, err := ParseDate(form, z)
			if err != nil || !again.Time.Equal(d.Time) {
				t.Errorf("%q is %q, which is %v, %v", text, form, again.Time, err)
			}
		}
		if again, _ := ParseDate(d.Machine(), z); again.HasTime != d.HasTime {
			t.Errorf("%q is %q; with a time %v, then %v", text, d.Machine(), d.HasTime, again.HasTime)
		}
	})
}

func BenchmarkParseDate(b *testing.B) {
	z := zone(b, "Europe/Stockholm")
	for b.Loop() {
		ParseDate("2012-03-27 09:00", z)
	}
}
