package prose

import (
	"slices"
	"testing"
)

var dashNames = map[DashKind]string{
	SpokenSign: "sign", SpokenSpace: "space", SpokenQuote: "quote", SpacedSign: "spaced", RangeSign: "range",
}

func dashFaults(text, lang string) []string {
	var found []string
	for _, f := range Dashes(text, lang) {
		found = append(found, dashNames[f.Kind]+" "+f.Span.In(text))
	}
	return found
}

func TestDashesThatShouldBeOtherwiseAreFound(t *testing.T) {
	for _, c := range []struct {
		lang, text string
		want       []string
	}{
		{"sv", "–Utan mellanslag", []string{"space –"}},
		{"sv", "—Utan", []string{"sign —"}},
		{"sv", "— Med, säger Anna.", []string{"sign —"}},
		{"sv", "-Utan mellanslag, säger Anna.", []string{"sign -"}},
		{"sv", "- Med mellanslag, säger Anna.", []string{"sign -"}},
		{"sv", "  - Vi har redan startat, säger Anna.", []string{"sign -"}},
		{"sv", "― Vi vill", []string{"sign ―"}},
		{"sv", "− Vi vill", []string{"sign −"}},
		{"sv", "-- Text", []string{"sign --"}},
		{"sv", "– ”Vi vill”, säger Anna.", []string{"quote – ”"}},
		{"sv", "– ”Vi vill.”", []string{"quote – ”"}},
		{"sv", "– \"Vi vill, säger Anna.", []string{"quote – \""}},
		{"sv", "–”Vi vill!” säger Anna.", []string{"space –", "quote –”"}},
		{"sv", "Dialog - en kväll för alla", []string{"spaced -"}},
		{"sv", "Dialog -- en kväll", []string{"spaced --"}},
		{"sv", "Etapp 2 - byggstart", []string{"spaced -"}},
		{"sv", "– Vi vill - och kan, säger Anna.", []string{"spaced -"}},
		{"sv", "Träffarna är 2-3 april.", []string{"range -"}},
		{"sv", "Träffarna är 2 - 3 april 2012.", []string{"range  - "}},
		{"sv", "Det pågår 30 april-2 maj och 30 april - 2 maj.", []string{"range -", "range  - "}},
		{"sv", "Öppet kl. 9-15 och kl 18.00-20.00.", []string{"range -", "range -"}},
		{"sv", "Öppet kl. 9 - 15 och 18:00-20:00.", []string{"range  - ", "range -"}},
		{"en", "Open 2-3 April, April 2-3 and at 9-11.", []string{"range -", "range -", "range -"}},
		{"en", "A dialogue - an evening", []string{"spaced -"}},
	} {
		if got := dashFaults(c.text, c.lang); !slices.Equal(got, c.want) {
			t.Errorf("%s %q: got %q, want %q", c.lang, c.text, got, c.want)
		}
	}
}

func TestHyphensWithOtherDutiesAreLeftAlone(t *testing.T) {
	for lang, texts := range map[string][]string{
		"sv": {
			"– Vi vill, säger Anna.", "–\u00a0Vi vill.", "– nu kör vi, säger Anna.", "– ”Ljusstaden” är känd, säger Anna.",
			"– ”Ljusstaden” och ”Kaféstaden” är namn, säger Anna.", "Dialog – en kväll", "-5 grader", "−5 grader", "- 5 grader",
			"-", "–", "--", "--help", "--Help", "-talet", "- a", "a - b", "3 - 2", "x - 1", "10 - 20", "närings- och företag",
			"e-post till Anna-Karin", "0322-61 61 22", "0322 - 61 61 22", "08-508 29 000", "2012-04-02", "2012-2013",
			"212000-1234", "11-12-13", "1700- och 1800-talen", "2-3 personer", "A-2 april", "1-2-3 april", "Pressmeddelande -",
			"- Äpplen", "-Äpplen", "in -och utpassering", "2–3 april", "kl. 9–15", "18.50-20.50 kr", "https://a.se/a-b - -",
		},
		"en": {"e-mail", "a - b", "— Anna Ek, municipal commissioner", "2012-04-02", "- Apples"},
		"de": {"- Gut, sagt Anna.", "Dialog - ein Abend"},
	} {
		for _, text := range texts {
			if got := dashFaults(text, lang); got != nil {
				t.Errorf("%s %q: %q", lang, text, got)
			}
		}
	}
}
