package prose

import (
	"slices"
	"strings"
	"testing"
)

// bracketed gives the text of a case and what stands in ⟦⟧ in it.
func bracketed(marked string) (text string, want []string) {
	for i, part := range strings.Split(marked, "⟦") {
		if i > 0 {
			inside, _, _ := strings.Cut(part, "⟧")
			want = append(want, inside)
		}
	}
	return strings.NewReplacer("⟦", "", "⟧", "").Replace(marked), want
}

func unclear(text, lang string, kind DateKind) []string {
	var found []string
	for _, d := range UnclearDates(text, lang) {
		if d.Kind == kind {
			found = append(found, d.Span.In(text))
		}
	}
	return found
}

func TestADateSaysItsYear(t *testing.T) {
	for _, c := range []struct{ lang, marked string }{
		{"sv", "Med start den ⟦2 april⟧ bjuder kommunen in."},
		{"sv", "Träffarna är ⟦2–3 april⟧."},
		{"sv", "Träffarna är ⟦2-3 april⟧, på kvällen."},
		{"sv", "Träffarna är ⟦2 – 3 april⟧."},
		{"sv", "Det pågår ⟦30 april–2 maj⟧."},
		{"sv", "Det pågår från den ⟦30 april till den 2 maj⟧."},
		{"sv", "Det pågår ⟦30 april till och med 2 maj⟧ eller, om det regnar, ⟦30 april t.o.m. 2 maj⟧."},
		{"sv", "Vi ses måndag ⟦2 och tisdag 3 april⟧."},
		{"sv", "Vi ses ⟦2, 3 eller 4 april⟧."},
		{"sv", "Vi ses tisdag ⟦2 april⟧ kl. 18, 2012."},
		{"sv", "Vi ses ⟦2 april⟧ kl. 18.00. År 2012 var det så."},
		{"sv", "Vi ses ⟦2:a april⟧ och det är den ⟦2. april⟧."},
		{"sv", "Vi ses ⟦2\u00a0april⟧ i år."},
		{"sv", "Vi ses den ⟦2 April⟧."},
		{"sv", "Vi ses ⟦1 maj, 2 apr⟧. och ⟦3 dec⟧."},
		{"sv", "(⟦2 april⟧)"},
		{"sv", "Vi ses ⟦2 april⟧, vi är 200."},
		{"en", "We meet on ⟦2 April⟧."},
		{"en", "We meet on ⟦April 2⟧, not the ⟦2nd of April⟧."},
		{"en", "We meet on ⟦2–3 April⟧, not ⟦April 2–3⟧."},
		{"en", "It lasts from ⟦April 30–May 2⟧."},
		{"en", "It lasts from ⟦30 April to 2 May⟧, every day."},
		{"en", "We meet on ⟦May 2⟧ at 18:00 and on ⟦Sept. 3⟧."},
	} {
		text, want := bracketed(c.marked)
		if got := unclear(text, c.lang, YearMissing); !slices.Equal(got, want) {
			t.Errorf("%s %q: got %q, want %q", c.lang, text, got, want)
		}
	}
}

func TestWhatHasItsYearOrIsNoDateIsLeftAlone(t *testing.T) {
	for lang, texts := range map[string][]string{
		"sv": {
			"2 april 2012", "den 2 april 2012 kl. 18", "2–3 april 2012", "2 och 3 april 2012", "30 april–2 maj 2012",
			"måndag 2 april–tisdag 3 april 2012", "från den 2 april till den 3 maj 2012", "2 april år 2012",
			"30 april 2012–2 maj 2013", "2 april, 3 maj och 4 juni 2012", "2 april, 2012", "2 apr. 2012",
			"maj", "i april", "april 2012", "Maj Svensson", "2 mars-barer", "2012-04-02", "2012-04-02 kl. 18",
			"1/2", "1/2 dl", "öppet 24/7", "öppet 24/7 kl. 9", "0322-61 61 22", "32 april", "0 april", "40 002 april",
			"1,2 april", "1 maj varje år", "den 2 april samma år", "2 majblommor", "A2 april",
			"www.alingsas.se/2-april", "mellan 1/2 och 3/4", "2012-04-02–2012-04-03", "11-12-13-14", "070-11-12-13",
			"id 12-34-56", "212000-1234", "AB-11-12-13", "11-12-13-AB", "1-2-3", "3.11.12", "2012/04",
		},
		"en": {
			"2 April 2012", "April 2, 2012", "2nd of April 2012", "April 30–May 2, 2012", "2–3 April 2012",
			"you may 2 times", "in May 12 companies came", "April 2012", "May Smith", "in April", "2012-04-02",
			"May 18:00", "1/2", "open 24/7", "March on 2", "1 May every year", "the march 2",
		},
		"fi": {"2 april", "den 2/4", "11-12-13", "2. huhtikuuta"},
	} {
		for _, text := range texts {
			if got := UnclearDates(text, lang); got != nil {
				t.Errorf("%s %q: %v", lang, text, got)
			}
		}
	}
}

func TestDatesInNumbersAreTold(t *testing.T) {
	for _, c := range []struct{ lang, marked string }{
		{"sv", "Vi ses den ⟦2/4⟧."},
		{"sv", "Vi ses ⟦2/4⟧ kl. 18."},
		{"sv", "Vi ses tisdag ⟦2/4, tis. 3/4⟧ och senast ⟦4/4⟧."},
		{"sv", "Vi ses den ⟦2–3/4⟧, kanske den ⟦2/4–5/4⟧."},
		{"sv", "Vi ses den ⟦2/4 och 3/4⟧."},
		{"sv", "Vi ses ⟦2/4/2012⟧ och ⟦02/04/12⟧."},
		{"sv", "Vi ses ⟦11-12-13⟧."},
		{"sv", "Vi ses (⟦12-04-02⟧), kl. 18."},
		{"en", "We meet on ⟦2/4⟧ at 18:00, on Tuesday ⟦4/20⟧ and ⟦11-12-13⟧."},
	} {
		text, want := bracketed(c.marked)
		if got := unclear(text, c.lang, NumbersOnly); !slices.Equal(got, want) {
			t.Errorf("%s %q: got %q, want %q", c.lang, text, got, want)
		}
	}
}
