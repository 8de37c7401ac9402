package prose

import (
	"slices"
	"testing"
)

func TestCountsOfMeetingsAreFound(t *testing.T) {
	for _, c := range []struct {
		lang, marked string // what is found stands in ⟦⟧
		n            int
		between      string
		noun         string
	}{
		{"sv", "Totalt blir det ⟦sju enskilda träffar⟧ med företagen.", 7, "enskilda", "träffar"},
		{"sv", "⟦Sju träffar⟧ blir det.", 7, "", "träffar"},
		{"sv", "– ⟦Sju träffar⟧ blir det.", 7, "", "träffar"},
		{"sv", "Utöver de ⟦sju enskilda träffarna⟧ hålls en kväll.", 7, "enskilda", "träffarna"},
		{"sv", "Två av de ⟦7 mötena⟧ är slut.", 7, "", "mötena"},
		{"sv", "Det blir ⟦7\u00a0öppna digitala dialogmöten⟧.", 7, "öppna digitala", "dialogmöten"},
		{"sv", "Vi håller ⟦tre dialogkvällar⟧ i vår.", 3, "", "dialogkvällar"},
		{"sv", "Vi håller ⟦tre informationsträffar⟧, ”⟦två frukostmöten⟧”…", 3, "", "informationsträffar"},
		{"sv", "Det blir ⟦tolv workshoppar⟧.", 12, "", "workshoppar"},
		{"sv", "Det blir ⟦1 öppet möte⟧.", 1, "öppet", "möte"},
		{"sv", "Det blir ⟦2 st. möten⟧.", 2, "st", "möten"},
		{"sv", "Det blir ⟦fem återkommande företagsbesöksträffar⟧.", 5, "återkommande", "företagsbesöksträffar"},
		{"sv", "År 2012 blir det ⟦två träffar⟧.", 2, "", "träffar"},
		{"sv", "De ⟦två träffar⟧ som hålls är öppna.", 2, "", "träffar"},
		{"en", "There will be a total of ⟦seven individual meetings⟧, with companies.", 7, "individual", "meetings"},
		{"en", "In addition to the ⟦seven meetings⟧, one is open.", 7, "", "meetings"},
		{"en", "We hold ⟦2 open dialogue evenings⟧.", 2, "open", "dialogue evenings"},
		{"en", "We hold ⟦three one-hour business meetings⟧.", 3, "one-hour business", "meetings"},
		{"en", "⟦Two workshops⟧ are planned.", 2, "", "workshops"},
	} {
		text, want := bracketed(c.marked)
		counts := Counts(text, c.lang)
		var got []string
		for _, count := range counts {
			got = append(got, count.Span.In(text))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s %q: got %q, want %q", c.lang, text, got, want)
			continue
		}
		if first := counts[0]; first.N != c.n || first.Between != c.between || first.Noun != c.noun {
			t.Errorf("%s %q: got %+v", c.lang, text, first)
		}
	}
}

func TestNumbersThatCountNoMeetingsAreLeftAlone(t *testing.T) {
	for lang, texts := range map[string][]string{
		"sv": {
			"ett tiotal möten", "den sjunde träffen", "7:e mötet", "tre kvällar i rad", "två timmars möten", "2012 möten",
			"100 möten", "40 000 möten", "40 012 möten", "0 möten", "en träff", "ett möte", "flera dialogmöten", "2 möte",
			"kl. 18 träffar kommunen företagen", "Kl 18 träffar vi er", "De två träffar varandra", "sju företagare träffar kommunen",
			"sju politiker träffar oss", "minst tre träffar", "ca 7 möten", "cirka sju träffar", "två eller tre träffar",
			"två–tre träffar", "2–3 träffar", "2 - 3 träffar", "2-3 möten", "ytterligare tre träffar", "upp till tre möten",
			"två fullträffar", "tre måndagskvällar", "tre fredagkvällar", "två sommarkvällar", "tio sökträffar",
			"sju. Träffar hålls", "sju, möten", "två av mötena", "de två första träffarna", "3,5 möten", "§ 7 möten", "två mötesplatser",
			"2:a träffar", "fem dagar före mötet", "två kommuner på möten",
		},
		"en": {
			"about ten meetings", "the seventh meeting", "three evenings in a row", "2012 meetings", "one meeting",
			"two or three meetings", "2–3 meetings", "at least two meetings", "two hours of meetings", "two more meetings",
			"two companies meetings", "three breakfasts", "another two meetings",
		},
		"de": {"sieben meetings", "7 meetings"},
	} {
		for _, text := range texts {
			for _, c := range Counts(text, lang) {
				t.Errorf("%s %q: %+v", lang, text, c)
			}
		}
	}
}
