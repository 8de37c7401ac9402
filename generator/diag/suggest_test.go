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
