package locale

import "testing"

func TestMonthsHaveTheNamesThatDatesHave(t *testing.T) {
	for tag, want := range map[string]string{"sv": "april", "en": "April", "fi": "huhtikuuta"} {
		l, _ := Lookup(tag)
		if months := l.Months(); len(months) != 12 || months[3] != want {
			t.Errorf("%s: %q, the fourth should be %q", tag, months, want)
		}
	}
}
