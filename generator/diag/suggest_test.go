package diag

import "testing"

func TestTheNearestNamesAreListedFirstAndNoMoreThanFive(t *testing.T) {
	known := []string{"anna-ek", "bo-al", "anna-berg", "annika-ek", "cia-ask", "hanna-ek", "lena-holm"}
	for word, want := range map[string]string{
		"anna-eek": "anna-ek, hanna-ek, anna-berg, annika-ek, cia-ask",
		"bo":       "bo-al, anna-ek, cia-ask, anna-berg, hanna-ek",
	} {
		if got := Nearest(word, known); got != want {
			t.Errorf("nearest to %q: %s, want %s", word, got, want)
		}
	}
	if got := Nearest("anna", nil); got != "–" {
		t.Errorf("of no names %q is the nearest, want –", got)
	}
}

func TestOneLetterIsASlip(t *testing.T) {
	for _, c := range []struct{ word, name string }{
		{"Näringslv", "Näringsliv"}, {"Näringslivv", "Näringsliv"}, {"Näringslif", "Näringsliv"}, {"Nräingsliv", "Näringsliv"},
		{"Anna Eek", "Anna Ek"}, {"Lena Holn", "Lena Holm"}, {"näringslif", "Näringsliv"}, {"Äldreomsorgen", "Äldreomsorg"},
	} {
		want := c.name
		if c.word == "Äldreomsorgen" {
			want = "" // two letters
		}
		if got := OneLetterOff(c.word, []string{"Kultur och fritid", c.name}); got != want {
			t.Errorf("%q is one letter off %q, want %q", c.word, got, want)
		}
	}
	for _, pair := range [][2]string{{"Mark", "Park"}, {"Årskurs 1", "Årskurs 2"}, {"Näringsliv", "näringsliv"}, {"Kultur", "Kultur"}, {"Skolan", "Skogar"}, {"", "a"}} {
		if got := OneLetterOff(pair[0], pair[1:]); got != "" {
			t.Errorf("%q is one letter off %q", pair[0], got)
		}
	}
}
