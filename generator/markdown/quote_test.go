package markdown

import (
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"alingsas.se/dialog/generator/diag"
)

func TestSpeakerIsTheNameInTheSpeechPhrase(t *testing.T) {
	for _, test := range []struct{ name, lang, text, want string }{
		{"at the end", "sv", "Det är bra, säger Daniel Filipsson.", "Daniel Filipsson"},
		{"before a role", "sv", "Det är bra, säger Daniel Filipsson, kommunalråd.", "Daniel Filipsson"},
		{"in the middle", "sv", "Vi vill, säger Tore Hult, att det går bra.", "Tore Hult"},
		{"after a title", "sv", "Bra, säger kommundirektör Susanne Öström.", "Susanne Öström"},
		{"after an adverb", "sv", "Bra, fortsätter sedan Susanne Öström.", "Susanne Öström"},
		{"after vd", "sv", "Bra, säger vd Anna Ek.", "Anna Ek"},
		{"after the municipality's title", "sv", "Bra, säger Alingsås kommuns näringslivschef Anna Ek.", "Anna Ek"},
		{"one name", "sv", "Bra, säger Anna.", "Anna"},
		{"closing quotation mark", "sv", "”Bra”, säger Anna Ek.", "Anna Ek"},
		{"question", "sv", "Varför? undrar Bo Ek.", "Bo Ek"},
		{"exclamation", "sv", "Äntligen! utbrister Bo Ek.", "Bo Ek"},
		{"ellipsis", "sv", "Kanske… säger Bo Ek.", "Bo Ek"},
		{"double name", "sv", "Bra, säger Anna-Karin Berg-Ek.", "Anna-Karin Berg-Ek"},
		{"particle", "sv", "Bra, säger Eva von Sydow.", "Eva von Sydow"},
		{"initials", "sv", "Bra, säger J. P. Berg.", "J. P. Berg"},
		{"accents", "sv", "Bra, säger Zoë Çelik.", "Zoë Çelik"},
		{"apostrophe", "sv", "Bra, säger Sean O’Brien.", "Sean O’Brien"},
		{"no-break space", "sv", "Bra, säger Anna\u00a0Ek.", "Anna Ek"},
		{"pronoun", "sv", "Bra, säger hon.", ""},
		{"nobody", "sv", "Bra, säger man i Västra Götaland.", ""},
		{"no mark before the verb", "sv", "Den som säger Anna Ek har fel.", ""},
		{"verb within a word", "sv", "Bra, utsäger Anna Ek.", ""},
		{"no verb", "sv", "Bra, Anna Ek.", ""},
		{"English verb in Swedish", "sv", "Bra, says Anna Ek.", ""},
		{"English", "en", "Good, says Anna Ek.", "Anna Ek"},
		{"English, name first", "en", "Good, Anna Ek said.", "Anna Ek"},
		{"English, name of no speaker", "en", "Good, Anna Ek saidish.", ""},
		{"two", "sv", "Bra, säger Anna Ek och Bo Berg.", "Anna Ek + Bo Berg"},
		{"two, joined otherwise", "sv", "Bra, säger Anna Ek samt Bo Berg i dag.", "Anna Ek + Bo Berg"},
		{"two by first names", "sv", "Bra, säger Anna och Bo.", "Anna + Bo"},
		{"two with titles", "sv", "Bra, säger kommunalråd Anna Ek och näringslivschef Bo Berg.", "Anna Ek + Bo Berg"},
		{"two with roles", "sv", "Bra, säger Anna Ek, ordförande i Alingsås, och Bo Berg, vd.", "Anna Ek + Bo Berg"},
		{"two with roles, no comma", "sv", "Bra, säger Anna Ek, vd och Bo Berg, rektor.", "Anna Ek + Bo Berg"},
		{"three", "sv", "Bra, säger Anna Ek, Bo Berg och Cia Dahl.", "Anna Ek + Bo Berg + Cia Dahl"},
		{"two of parties", "sv", "Bra, säger Anna Ek (S) och Bo Berg (MP).", "Anna Ek + Bo Berg"},
		{"two of parties, with roles", "sv", "Bra, säger Anna Ek (S), kommunalråd, och Bo Berg (M), oppositionsråd.", "Anna Ek + Bo Berg"},
		{"one of two kinds", "sv", "Bra, menar både Anna Ek och Bo Berg.", "Anna Ek + Bo Berg"},
		{"one, with a remark", "sv", "Bra, säger Anna Ek (som är ordförande i nämnden) och ler.", "Anna Ek"},
		{"one, who does more", "sv", "Bra, säger Anna Ek och ler.", "Anna Ek"},
		{"one, who greets another", "sv", "Bra, säger Anna Ek och hälsar Bo Berg välkommen.", "Anna Ek"},
		{"one, who goes on", "sv", "Vi vill, säger Anna Ek, att Bo Ek och Cia Dahl kommer.", "Anna Ek"},
		{"one, with a reason", "sv", "Bra, säger Anna Ek, eftersom hon och Bo Berg vill.", "Anna Ek"},
		{"one, with a party", "sv", "Bra, säger Anna Ek, Moderaterna.", "Anna Ek"},
		{"two in English", "en", "Good, say Anna Ek and Bo Berg.", "Anna Ek + Bo Berg"},
		{"two in English, names first", "en", "Good, Anna Ek and Bo Berg said.", "Anna Ek + Bo Berg"},
		{"regional tag", "sv-SE", "Bra, säger Anna Ek.", "Anna Ek"},
		{"other language", "fr", "Good, says Anna Ek.", "Anna Ek"},
	} {
		t.Run(test.name, func(t *testing.T) {
			doc, _ := Parse(Source{Data: []byte("– " + test.text), Lang: test.lang})
			quotes := doc.Quotes()
			if len(quotes) != 1 || strings.Join(quotes[0].Speakers, " + ") != test.want {
				t.Errorf("got %+v, want the speaker %q", quotes, test.want)
			}
		})
	}
}

func TestRealPressReleaseHasThreeQuotes(t *testing.T) {
	release, err := os.ReadFile("testdata/press-release.txtar")
	if err != nil {
		t.Fatal(err)
	}
	_, body, _ := strings.Cut(string(release), "-- input --\n")
	body, _, _ = strings.Cut(body, "-- html --")
	for name, body := range map[string]string{
		"as copied":            body,
		"indented with spaces": strings.ReplaceAll(body, "\u00a0\u00a0 - ", "   - "),
		"not indented":         strings.ReplaceAll(body, "\u00a0\u00a0 - ", "- "),
		"with talstreck":       strings.ReplaceAll(body, "\u00a0\u00a0 - ", "– "),
	} {
		doc, _ := Parse(Source{Data: []byte(body), Lang: "sv"})
		var speakers []string
		for _, q := range doc.Quotes() {
			speakers = append(speakers, q.Speakers...)
			if !strings.HasPrefix(q.Text, "– ") || !strings.HasSuffix(q.Text, ".") {
				t.Errorf("%s: %q is no whole quote", name, q.Text)
			}
		}
		if want := []string{"Daniel Filipsson", "Susanne Öström", "Daniel Filipsson"}; !slices.Equal(speakers, want) {
			t.Errorf("%s: speakers %q, want %q", name, speakers, want)
		}
	}
}

func TestHyphensAreReadByTheRules(t *testing.T) {
	const said = "Det är bra, säger Anna Ek."
	for _, test := range []struct {
		name, body string
		quotes     int
		code       diag.Code
	}{
		{"lone quote", "- " + said, 1, diag.HyphenQuote},
		{"run of quotes", "- " + said + "\n- Mer så.\n\n- Eller hur?", 3, diag.HyphenQuote},
		{"one item is no sentence", "- " + said + "\n- mer så", 0, ""},
		{"no item holds speech", "- Först.\n- Sedan.", 0, ""},
		{"lone sentence", "- Bara en mening.", 0, diag.DoubtfulHyphen},
		{"lone word", "- Bara ett ord", 0, ""},
		{"star", "* " + said, 0, ""},
		{"plus", "+ " + said, 0, ""},
		{"escaped", `\- ` + said, 0, ""},
		{"two paragraphs in an item", "- " + said + "\n\n  Mer.", 0, ""},
		{"code in an item", "-     " + said, 0, diag.IndentedCode},
		{"in a list", "* x\n  - " + said, 0, ""},
		{"in a block quotation", "> - " + said, 0, ""},
		{"no-break spaces before", "\u00a0\u00a0 - " + said, 1, diag.HyphenQuote},
		{"no-break space after", "-\u00a0" + said, 1, diag.HyphenQuote},
		{"no-break spaces before a minus sign", "\u00a0\u00a0 −\u00a0" + said, 1, diag.WrongDash},
		{"empty item", "-\n- " + said, 0, ""},
		{"digits first", "- 40 000 bor här, säger Anna Ek.", 1, diag.HyphenQuote},
	} {
		t.Run(test.name, func(t *testing.T) {
			doc, faults := Parse(Source{Data: []byte(test.body), Lang: "sv"})
			var codes []diag.Code
			for _, f := range faults {
				codes = append(codes, f.Code)
			}
			var want []diag.Code
			if test.code != "" {
				want = []diag.Code{test.code}
			}
			if len(doc.Quotes()) != test.quotes || !slices.Equal(codes, want) {
				t.Errorf("%d quotes, reports %q; want %d and %q", len(doc.Quotes()), codes, test.quotes, want)
			}
		})
	}
}

func TestPlainTextOfQuotesGivesTheSameQuotes(t *testing.T) {
	for _, file := range caseFiles(t) {
		if !strings.Contains(file, "quotes") && !strings.Contains(file, "press") {
			continue
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		_, body, _ := strings.Cut(string(data), "-- input --\n")
		body, _, _ = strings.Cut(body, "-- html --")
		checkIdempotent(t, body)
	}
}

// checkIdempotent reads the quotes of a text again.
func checkIdempotent(t *testing.T, body string) {
	t.Helper()
	doc, _ := Parse(Source{Data: []byte(body), Lang: "sv"})
	var texts []string
	for _, q := range doc.Quotes() {
		texts = append(texts, q.Text)
	}
	again, faults := Parse(Source{Data: []byte(strings.Join(texts, "\n\n")), Lang: "sv"})
	if !reflect.DeepEqual(doc.Quotes(), again.Quotes()) {
		t.Errorf("quotes %+v become %+v", doc.Quotes(), again.Quotes())
	}
	if len(faults) > 0 {
		t.Errorf("quotes with their dash are reported: %v", faults)
	}
}
