package prose

import (
	"testing"
	"time"
)

func TestAWeekdayThatIsNotThatOfItsDateIsFound(t *testing.T) {
	for _, c := range []struct {
		lang, text, date string
		right            time.Weekday
	}{
		{"sv", "Vi ses torsdag den 20 januari 2027 i salen.", "torsdag den 20 januari 2027", time.Wednesday},
		{"sv", "Vi ses Torsdagen den 20:e januari, 2027.", "Torsdagen den 20:e januari, 2027", time.Wednesday},
		{"sv", "söndag 1 mars 2026 och måndag 3 mars 2026", "måndag 3 mars 2026", time.Tuesday},
		{"sv", "Vi ses onsdag den 20 januari 2027.", "", 0},
		{"sv", "Vi ses torsdag den 20 januari.", "", 0},
		{"sv", "Vi ses torsdag den 30 februari 2027.", "", 0},
		{"en", "See you on Thursday 20 January 2027.", "Thursday 20 January 2027", time.Wednesday},
		{"en", "See you on Thursday, January 20th, 2027.", "Thursday, January 20th, 2027", time.Wednesday},
		{"en", "See you on Wednesday the 20th of January 2027.", "", 0},
		{"fi", "torstai 20 januari 2027", "", 0},
	} {
		found := WrongWeekdays(c.text, c.lang)
		switch {
		case c.date == "" && len(found) == 0:
		case len(found) != 1 || found[0].Span.In(c.text) != c.date || found[0].Right != c.right:
			t.Errorf("in %q was found %v, want %q, a %v", c.text, found, c.date, c.right)
		}
	}
}
