package locale

import "testing"

func TestHoursOfADayAreTwoMoments(t *testing.T) {
	for text, want := range map[string][2]string{
		"2026-03-31 kl 9–11":                    {"2026-03-31 09:00", "2026-03-31 11:00"},
		"2026-03-31 kl. 9.30 - 11":              {"2026-03-31 09:30", "2026-03-31 11:00"},
		"2026-03-31 09.00–11.00":                {"2026-03-31 09:00", "2026-03-31 11:00"},
		"2026-03-31 09:00-11:00":                {"2026-03-31 09:00", "2026-03-31 11:00"},
		"Tisdag 31 mars 2026 kl. 18 till 20.30": {"2026-03-31 18:00", "2026-03-31 20:30"},

		"2026-03-31 9–11":             {}, // or 9 November
		"2026-03-31":                  {},
		"2026-03-31 – 2026-04-02":     {},
		"2026-03-31 kl. 22–01":        {}, // of the next day
		"2026-03-31 kl. 9–9":          {},
		"2026-03-31 kl. 9–25":         {},
		"3/4 2026 kl. 9–11":           {},
		"måndag 31 mars 2026 kl 9–11": {},
		"kl. 9–11":                    {},
	} {
		from, to, ok := Hours(text)
		if ok != (want[0] != "") || ok && [2]string{from, to} != want {
			t.Errorf("%q is %q to %q, %v; want %q", text, from, to, ok, want)
		}
	}
}
