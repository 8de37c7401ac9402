package locale

import (
	"strings"
	"testing"
	"time"
)

// on parses a date in Swedish time; "" is the zero Date.
func on(t *testing.T, text string) Date {
	t.Helper()
	if text == "" {
		return Date{}
	}
	d, err := ParseDate(text, zone(t, "Europe/Stockholm"))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func zone(t testing.TB, name string) *time.Location {
	t.Helper()
	z, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return z
}

// visible shows no-break spaces as ~.
func visible(s string) string { return strings.ReplaceAll(s, noBreak, "~") }

func TestDatesInWords(t *testing.T) {
	for _, c := range []struct{ tag, date, short, long string }{
		{"sv", "2012-04-02", "2 april 2012", "måndag 2 april 2012"},
		{"sv", "2012-04-02 18:00", "2 april 2012 kl.~18.00", "måndag 2 april 2012 kl.~18.00"},
		{"sv", "2012-12-31 09:05:59", "31 december 2012 kl.~09.05", "måndag 31 december 2012 kl.~09.05"},
		{"sv", "2012-05-03 00:00", "3 maj 2012 kl.~00.00", "torsdag 3 maj 2012 kl.~00.00"},
		{"sv", "", "", ""},
		{"en", "2012-04-02", "2 April 2012", "Monday 2 April 2012"},
		{"en", "2012-04-02 18:00", "2 April 2012, 18:00", "Monday 2 April 2012, 18:00"},
		{"fi", "2012-04-02 09:00", "2. huhtikuuta 2012 klo~9.00", "maanantaina 2. huhtikuuta 2012 klo~9.00"},
		{"da", "2012-04-02 09:00", "2. april 2012 kl.~09.00", "mandag den 2. april 2012 kl.~09.00"},
		{"de", "2012-04-02 09:00", "2. April 2012, 09:00~Uhr", "Montag, 2. April 2012, 09:00~Uhr"},
		{"se", "2012-04-02 09:00", "2012 cuoŋománnu 2, 09:00", "2012 cuoŋománnu 2, vuossárga, 09:00"},
		{"uk", "2012-04-02", "2 квітня 2012 р.", "понеділок, 2 квітня 2012 р."},
	} {
		l, d := speaking(t, c.tag), on(t, c.date)
		if got := visible(l.Date(d)); got != c.short {
			t.Errorf("%s: Date(%s) = %q, want %q", c.tag, c.date, got, c.short)
		}
		if got := visible(l.LongDate(d)); got != c.long {
			t.Errorf("%s: LongDate(%s) = %q, want %q", c.tag, c.date, got, c.long)
		}
	}
}

func TestPartsOfDates(t *testing.T) {
	for _, c := range []struct{ tag, date, shortDay, weekday, month, clock string }{
		{"sv", "2012-04-02 18:00", "2 apr. 2012", "måndag", "apr", "18.00"},
		{"sv", "2012-03-04 07:30", "4 mars 2012", "söndag", "mars", "07.30"},
		{"en", "2012-04-02 18:00", "2 Apr 2012", "Monday", "Apr", "18:00"},
		{"fi", "2012-04-04 07:30", "4.4.2012", "keskiviikko", "huhti", "7.30"},
		{"da", "2012-04-02 18:00", "2. apr. 2012", "mandag", "apr", "18.00"},
	} {
		l, d := speaking(t, c.tag), on(t, c.date)
		got := [...]string{l.ShortDay(d.Time), l.Weekday(d.Time), l.MonthShort(d.Time), l.Clock(d.Time)}
		if want := [...]string{c.shortDay, c.weekday, c.month, c.clock}; got != want {
			t.Errorf("%s: %s is %q, want %q", c.tag, c.date, got, want)
		}
	}
}

// The parts that ranges are made of must add up to what CLDR has for one day.
func TestDaysAreThoseOfCLDR(t *testing.T) {
	for _, l := range languages {
		for day := range 366 {
			noon := time.Date(2012, 1, 1+day, 12, 0, 0, 0, time.UTC)
			if got, want := l.Day(noon), l.cldr.FmtDateLong(noon); got != want {
				t.Errorf("%s: Day = %q, CLDR has %q", l.Tag, got, want)
			}
		}
	}
}

func TestClocksAreThoseOfCLDRExceptInSwedish(t *testing.T) {
	for _, l := range languages {
		for minute := range 24 * 60 {
			at := time.Date(2012, 4, 2, 0, minute, 0, 0, time.UTC)
			want := l.cldr.FmtTimeShort(at)
			if l.Tag == "sv" {
				want = strings.ReplaceAll(want, ":", ".")
			}
			if got := l.Clock(at); got != want {
				t.Errorf("%s: Clock = %q, want %q", l.Tag, got, want)
			}
		}
	}
}

func BenchmarkLongRange(b *testing.B) {
	l, _ := Lookup("sv")
	start := Date{time.Date(2012, 4, 2, 18, 0, 0, 0, time.UTC), true}
	end := Date{start.Time.Add(2 * time.Hour), true}
	for b.Loop() {
		l.LongRange(start, end)
	}
}
