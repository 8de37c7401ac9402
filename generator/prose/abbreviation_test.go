package prose

import (
	"slices"
	"strings"
	"testing"
)

func unexplained(text, lang string) []string {
	var found []string
	paragraphs := strings.Split(text, "\n")
	for _, a := range Abbreviations(paragraphs, lang) {
		if got := a.Span.In(paragraphs[a.Paragraph]); got != a.Text {
			found = append(found, "wrong span: "+got)
		}
		found = append(found, a.Text)
	}
	return found
}

func TestAbbreviationsThatAreNotExplainedAreFoundOnce(t *testing.T) {
	for _, c := range []struct {
		lang, text string
		want       []string
	}{
		{"sv", "Vi träffar MiA.\nMiA:s möte med SKR.", []string{"MiA", "SKR"}},
		{"sv", "Ett KS-möte, NKI-värdet och SKRs svar.", []string{"KS", "NKI", "SKR"}},
		{"sv", "Beslutet i ÅVC och FoU.", []string{"ÅVC", "FoU"}},
		{"sv", "I KS sitter sju.", []string{"KS"}},
		{"sv", "SKR, KS och MiA.", []string{"SKR", "KS", "MiA"}},
		{"sv", "Företaget, KS, och fler.", []string{"KS"}},
		{"sv", "KS (se nedan) och SKR (tidigare SKL).", []string{"KS", "SKR", "SKL"}},
		{"sv", "MiAs möte.", []string{"MiA"}},
		{"sv", "(MiA) bjuder in.", []string{"MiA"}},
		{"sv", "Marknadsföreningen (MiAB) och MiA.", []string{"MiA"}},
		{"en", "The NKI of MPOs.", []string{"NKI", "MPO"}},
	} {
		if got := unexplained(c.text, c.lang); !slices.Equal(got, c.want) {
			t.Errorf("%s %q: got %q, want %q", c.lang, c.text, got, c.want)
		}
	}
}

func TestAbbreviationsThatAreExplainedAnywhereAreLeftAlone(t *testing.T) {
	for lang, texts := range map[string][]string{
		"sv": {
			"Marknadsföreningen i Alingsås (MiA) bjuder in.", "Vi träffar MiA.\nSedan Marknadsföreningen i Alingsås (MiA).",
			"”Marknadsföreningen i Alingsås” (MiA, grundad 1990)", "MiA (Marknadsföreningen i Alingsås)", "KS (kommunstyrelsen)",
			"WHO (Världshälsoorganisationen)", "MiA, det vill säga Marknadsföreningen", "MiA, dvs. Marknadsföreningen",
			"MiA står för Marknadsföreningen", "Sveriges Kommuner och Regioner, SKR, bjuder in", "Marknadsföreningen, förkortat MiA",
			"kommunstyrelsen, KS, beslutar",
		},
		"en": {"the customer index (NKI)", "NKI stands for something", "NKI, that is, a customer index"},
	} {
		for _, text := range texts {
			if got := unexplained(text, lang); got != nil {
				t.Errorf("%s %q: %q", lang, text, got)
			}
		}
	}
}

func TestWhatOnlyLooksLikeAnAbbreviationIsLeftAlone(t *testing.T) {
	for _, text := range []string{
		"EU, AB och VD:n", "Karl XII, Gustav III och kapitel IV", "VI BJUDER IN", "KOM NU", "Nu! NU!", "FAKTA", "FAKTA: Träffarna",
		"40 MW, 3 kWh, 2 TWh, 10 GB och 5 kB", "McDonald, McKay, iPhone, YouTube, LinkedIn, TikTok, GmbH och WiFi",
		"A, B och C", "CO2 och SE-441 81", "COVID-19 och R66", "www.MiA.se/KS", "#KS och @SKR", "anna@KS.se",
		"Anna-Karin Ek", "Anna A. Ek (KD)", "e-ID med BankID", "KOMMUNEN", "ABB AB", "",
	} {
		if got := unexplained(text, "sv"); got != nil {
			t.Errorf("%q: %q", text, got)
		}
	}
	if got := unexplained("MiA", "fi"); got != nil {
		t.Errorf("Finnish: %q", got)
	}
}
