package locale

import (
	"testing"
	"time"
)

func TestWhatADateMostLikelyMeans(t *testing.T) {
	for text, want := range map[string]string{
		"26 november 2026 kl. 9":               "2026-11-26 09:00",
		"26 november 2026":                     "2026-11-26",
		"torsdag den 26 november 2026 kl 9.30": "2026-11-26 09:30",
		"Torsdagen den 26:e november 2026":     "2026-11-26",
		"26 nov. 2026, klockan 18":             "2026-11-26 18:00",
		"1 MAJ 2026":                           "2026-05-01",
		"26 November 2026 at 9 pm":             "2026-11-26 21:00",
		"November 26th, 2026":                  "2026-11-26",
		"2026-11-26 kl. 9":                     "2026-11-26 09:00",
		"2026-11-26 kl 09.00":                  "2026-11-26 09:00",
		"2026-11-26 9:00":                      "2026-11-26 09:00",
		"2026-11-26, 9.00":                     "2026-11-26 09:00",
		"2026-11-26T9:00":                      "2026-11-26 09:00",
		"2026-3-7":                             "2026-03-07",
		"2026/03/07":                           "2026-03-07",
		"2026.03.07":                           "2026-03-07",
		"2026–03–07":                           "2026-03-07",
		"2026 03 07":                           "2026-03-07",
		"20260307":                             "2026-03-07",
		"20260307 0900":                        "",
		"27/3 2026":                            "2026-03-27",
		"27/3/2026":                            "2026-03-27",
		"27.3.2026 kl 12":                      "2026-03-27 12:00",
		"27. 3. 2026":                          "2026-03-27",
		"12-03-27":                             "2012-03-27",
		"260327":                               "2026-03-27",

		// Nothing to guess by.
		"26 november":      "",
		"2026-02-30":       "",
		"2026-03-27 24:00": "",
		"2026-03-27 9:75":  "",
		"i morgon":         "",
		"0 mars 2026":      "",
		"32 mars 2026":     "",
		"3 smarch 2026":    "",
		"":                 "",
	} {
		got := GuessDate(text)
		if got != want {
			t.Errorf("%q is guessed to be %q, want %q", text, got, want)
		}
		if _, err := ParseDate(got, time.UTC); got != "" && err != nil {
			t.Errorf("%q is guessed to be %q, which cannot be read: %v", text, got, err)
		}
	}
}
