package locale

import "testing"

func TestRangesNameOnceWhatTheirEndsShare(t *testing.T) {
	for _, c := range []struct{ name, tag, start, end, want, long string }{
		{"days of a month", "sv", "2012-04-02", "2012-04-03",
			"2–3 april 2012", "måndag–tisdag 2–3 april 2012"},
		{"across months", "sv", "2012-04-30", "2012-05-02",
			"30 april–2 maj 2012", "måndag 30 april–onsdag 2 maj 2012"},
		{"across years", "sv", "2012-12-30", "2013-01-02",
			"30 december 2012–2 januari 2013", "söndag 30 december 2012–onsdag 2 januari 2013"},
		{"same month of another year", "sv", "2012-04-02", "2013-04-02",
			"2 april 2012–2 april 2013", "måndag 2 april 2012–tisdag 2 april 2013"},
		{"one day", "sv", "2012-04-02", "2012-04-02",
			"2 april 2012", "måndag 2 april 2012"},
		{"end not known", "sv", "2012-04-02 18:00", "",
			"2 april 2012 kl.~18.00", "måndag 2 april 2012 kl.~18.00"},
		{"start not known", "sv", "", "2012-04-02", "", ""},
		{"an evening", "sv", "2012-04-02 18:00", "2012-04-02 20:00",
			"2 april 2012 kl.~18.00–20.00", "måndag 2 april 2012 kl.~18.00–20.00"},
		{"a moment", "sv", "2012-04-02 18:00", "2012-04-02 18:00",
			"2 april 2012 kl.~18.00", "måndag 2 april 2012 kl.~18.00"},
		{"over midnight", "sv", "2012-04-02 18:00", "2012-04-03 01:00",
			"2 april 2012 kl.~18.00–3 april 2012 kl.~01.00",
			"måndag 2 april 2012 kl.~18.00–tisdag 3 april 2012 kl.~01.00"},
		{"the hour that comes twice", "sv", "2012-10-28T02:30+02:00", "2012-10-28T02:30+01:00",
			"28 oktober 2012 kl.~02.30–02.30", "söndag 28 oktober 2012 kl.~02.30–02.30"},
		{"until the end of its day", "sv", "2012-04-02 18:00", "2012-04-02",
			"2 april 2012 kl.~18.00", "måndag 2 april 2012 kl.~18.00"},
		{"until the end of another day", "sv", "2012-04-02 18:00", "2012-04-03",
			"2 april 2012 kl.~18.00–3 april 2012", "måndag 2 april 2012 kl.~18.00–tisdag 3 april 2012"},
		{"from a day to a clock", "sv", "2012-04-02", "2012-04-02 20:00",
			"2 april 2012–2 april 2012 kl.~20.00", "måndag 2 april 2012–måndag 2 april 2012 kl.~20.00"},

		{"days of a month", "en", "2012-04-02", "2012-04-03",
			"2–3 April 2012", "Monday–Tuesday 2–3 April 2012"},
		{"across months", "en", "2012-04-30", "2012-05-02",
			"30 April – 2 May 2012", "Monday 30 April – Wednesday 2 May 2012"},
		{"across years", "en", "2012-12-30", "2013-01-02",
			"30 December 2012 – 2 January 2013", "Sunday 30 December 2012 – Wednesday 2 January 2013"},
		{"an evening", "en", "2012-04-02 18:00", "2012-04-02 20:00",
			"2 April 2012, 18:00–20:00", "Monday 2 April 2012, 18:00–20:00"},
		{"over midnight", "en", "2012-04-02 18:00", "2012-04-03 01:00",
			"2 April 2012, 18:00 – 3 April 2012, 01:00",
			"Monday 2 April 2012, 18:00 – Tuesday 3 April 2012, 01:00"},

		{"days of a month", "fi", "2012-04-02", "2012-04-03",
			"2.–3. huhtikuuta 2012", "maanantaina–tiistaina 2.–3. huhtikuuta 2012"},
		{"across months", "da", "2012-04-30", "2012-05-02",
			"30. april – 2. maj 2012", "mandag den 30. april – onsdag den 2. maj 2012"},
		{"an evening", "de", "2012-04-02 18:00", "2012-04-02 20:00",
			"2. April 2012, 18:00–20:00~Uhr", "Montag, 2. April 2012, 18:00–20:00~Uhr"},
		{"days of a month", "se", "2012-04-02", "2012-04-03",
			"2012 cuoŋománnu 2–3", "2012 cuoŋománnu 2–3, vuossárga–maŋŋebárga"},
		{"across months", "se", "2012-04-30", "2012-05-02",
			"2012 cuoŋománnu 30 – miessemánnu 2", "2012 cuoŋománnu 30, vuossárga – miessemánnu 2, gaskavahkku"},
	} {
		t.Run(c.tag+"/"+c.name, func(t *testing.T) {
			l, start, end := speaking(t, c.tag), on(t, c.start), on(t, c.end)
			if got := visible(l.Range(start, end)); got != c.want {
				t.Errorf("Range = %q, want %q", got, c.want)
			}
			if got := visible(l.LongRange(start, end)); got != c.long {
				t.Errorf("LongRange = %q, want %q", got, c.long)
			}
		})
	}
}
