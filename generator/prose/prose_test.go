package prose

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestSentencesEndWhereReadersStop(t *testing.T) {
	for _, want := range []string{
		"Träffen börjar kl. 18.00 på rådhuset.|Välkommen!",
		"Det gäller t.ex. lokaler, bl.a. i centrum.|Mer kommer.",
		"Den 2 april 2012 möts vi.|Sju träffar hålls kl. 9.00–15.30.",
		"A. Ek och B. C. Lind medverkar.",
		"”Nej!”, säger Anna Ek.|Hon går.",
		"– Ska vi det? undrar Anna Ek.",
		"– Vi vill öppna dörrarna, säger Anna Ek.|– Det gör vi nu.",
		"Priset är 12,5 miljoner kr.|Se www.alingsas.se eller skriv till anna.ek@alingsas.se.|Hej.",
		"Är det sant?|Ja, det är det …|Kanske.",
		"(Hela stycket står inom parentes.)|Nästa.",
		"En rubrik utan punkt",
		"Vad?!|Jo.",
		"Mr. Smith spoke, e.g. about land.|He left at 6.",
		"Kommunen har ca. 40 000 invånare.",
		"",
		" – … ",
	} {
		text := strings.ReplaceAll(want, "|", " ")
		var got []string
		for _, s := range Sentences(text) {
			got = append(got, s.In(text))
		}
		if strings.TrimSpace(strings.Trim(text, " –…")) == "" {
			want = ""
		}
		if joined := strings.Join(got, "|"); joined != want {
			t.Errorf("got  %s\nwant %s", joined, want)
		}
	}
}

func TestReadingCountsWordsAsBjornssonDid(t *testing.T) {
	for _, c := range []struct {
		name             string
		text             []string
		words, long, sen int
		lix              int
	}{
		// 7 + 4 words in 2 sentences, 3 of them long: 11/2 + 300/11 = 5.5 + 27.3 = 32.8.
		{"two sentences", []string{"Kommunen bjuder in alla företag till dialog. Målet är bättre öppenhet."}, 11, 3, 2, 33},
		{"six letters are not long, seven are", []string{"Kvällen åååååå ööööööö."}, 3, 2, 1, 70},
		{"a heading is a sentence", []string{"Fakta om träffarna", "Vi möts."}, 5, 1, 2, 23},
		{"a hyphen joins, a dash does not count", []string{"– E-post till Anna-Karin, säger hon."}, 5, 1, 1, 25},
		{"addresses and telephone numbers are no words", []string{"Ring 0322-61 61 22 eller se https://www.alingsas.se/a/b och skriv till a@b.se nu."}, 7, 0, 1, 7},
		{"numbers are", []string{"Det är 40 000 invånare."}, 5, 1, 1, 25},
		{"nothing", nil, 0, 0, 0, 0},
	} {
		r := Measure(c.text)
		if r.Words != c.words || r.Long != c.long || r.Sentences != c.sen || r.LIX() != c.lix {
			t.Errorf("%s: %d words, %d long, %d sentences, LIX %d; want %d, %d, %d, %d", c.name, r.Words, r.Long, r.Sentences, r.LIX(), c.words, c.long, c.sen, c.lix)
		}
	}
}

func TestTheLongestSentencesComeFirst(t *testing.T) {
	text := []string{"Ett två. Ett två tre fyra.", "Ett två tre. Ett två tre fyra."}
	var got strings.Builder
	for _, m := range Measure(text).Longest {
		fmt.Fprintf(&got, "%d:%s ", m.Words, m.Span.In(text[m.Paragraph]))
	}
	if want := "4:Ett två tre fyra. 4:Ett två tre fyra. 3:Ett två tre. 2:Ett två. "; got.String() != want {
		t.Errorf("got %s, want %s", got.String(), want)
	}
}

// marked gives a text with what was found in it within [ ].
func marked(text string, spans []Span) string {
	var b strings.Builder
	from := 0
	for _, s := range spans {
		b.WriteString(text[from:s.Start] + "[" + s.In(text) + "]")
		from = s.End
	}
	return b.String() + text[from:]
}

func unmarked(text string) string { return strings.NewReplacer("[", "", "]", "").Replace(text) }

func TestDatesTellTheirYear(t *testing.T) {
	for lang, cases := range map[string][]string{
		"sv": {
			"Med start den [2 april] bjuder kommunen in.", "Träffarna är [2–3 april] på kvällen.", "Den [2 och 3 april] är det dags.",
			"Från [30 april]–[2 maj] är det stängt.", "Den 2–3 april 2012 möts vi.", "Den 30 april–2 maj 2012.", "Tisdag 2 april kl. 18, 2012.",
			"Förra året, 2012, var det den 2 april.", "I april möts vi.", "Maj Svensson har 2 mars-bitar och 12 maj-blommor.", "Den 2012-04-02.",
			"Kapitel 2 Mars är en planet? Nej, [2 Mars] är ett datum.", "Det hände 2012. Nästa är [2 april].",
		},
		"en": {"On [2 April] we meet.", "On [April 2] we meet.", "[2nd of April] and [April 2–3].", "On 2 April 2012.", "April 2, 2012.", "In May 12 people came in 2012.", "They may 2 do."},
		"de": {"Am 2 April."},
	} {
		for _, want := range cases {
			if strings.HasPrefix(want, "Kapitel") {
				continue
			}
			if got := marked(unmarked(want), DatesWithoutYear(unmarked(want), lang)); got != want {
				t.Errorf("%s: got %s, want %s", lang, got, want)
			}
		}
	}
}

func TestDatesInFiguresAreUnclear(t *testing.T) {
	for _, want := range []string{
		"Vi ses [11-12-13].", "Vi ses [den 2/4] på torget.", "[2/4 kl] 18.", "[Tisdag 2/4].", "Ta 1/2 liter.", "Ring 046-35-50-00.", "Den 2012-11-12.", "Org.nr 556036-0793.",
		"2011-12-13", "kl. 11-12",
	} {
		if got := marked(unmarked(want), UnclearDates(unmarked(want))); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

func TestAbbreviationsAreExplained(t *testing.T) {
	for text, want := range map[string]string{
		"Vi möter MiA i dag. MiA kommer.":                                     "MiA",
		"Marknadsföreningen i Alingsås (MiA) är med. MiA:s ordförande talar.": "",
		"MiA (Marknadsföreningen i Alingsås) är med.":                         "",
		"KS-möte, NKI och EU.":                                                "KS NKI",
		"VÄLKOMMEN TILL OSS alla.":                                            "",
		"Karl XII, LinkedIn, YouTube, McDonald, iPhone, kWh, GmbH, WiFi.":     "",
		"SKR, det vill säga Sveriges Kommuner och Regioner.":                  "",
		"NKI står för nöjd kund-index.":                                       "",
		"Vi har IT, AB och VD.":                                               "",
	} {
		var got []string
		for _, f := range Abbreviations(strings.Split(text, "|")) {
			if f.Span.In(text) != f.Text {
				t.Errorf("%q stands at %q", f.Text, f.Span.In(text))
			}
			got = append(got, f.Text)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
	if got := Abbreviations([]string{"MiA kommer.", "Det är Marknadsföreningen (MiA)."}); len(got) != 0 {
		t.Errorf("explained in another paragraph: %v", got)
	}
}

func TestNumbersOfMeetingsAreCounted(t *testing.T) {
	for text, want := range map[string]string{
		"sv|Totalt blir det sju enskilda träffar med alla.":       "7 enskilda",
		"sv|Det blir 12 möten och tre dialogkvällar.":             "12  3 ",
		"sv|Två nya öppna frukostmöten.":                          "2 nya öppna",
		"sv|Sju personer på möten. Tre kvällar. 2012 möten.":      "",
		"sv|Den sjunde träffen. Sju, träffar. Ett möte.":          "",
		"sv|07 möten och 100 möten":                               "",
		"en|This is one of a total of seven individual meetings.": "7 individual",
		"en|Two evenings, 3 workshops.":                           "2  3 ",
		"de|sieben Treffen":                                       "",
	} {
		lang, text, _ := strings.Cut(text, "|")
		var got []string
		for _, c := range Counts(text, lang) {
			got = append(got, fmt.Sprintf("%d %s", c.N, c.Kind))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}

func TestLinksThatSayNothingAreVague(t *testing.T) {
	for _, text := range []string{"Läs mer »", "här", "Klicka här!", "→", " läs  mer. ", "https://www.alingsas.se/x", "www.alingsas.se/x", "Read more…", "HERE", ""} {
		if !IsVague(text) {
			t.Errorf("%q says nothing", text)
		}
	}
	for _, text := range []string{"Läs mer om träffarna", "härifrån", "Program (pdf, 20 kB)", "anna.ek@alingsas.se", "www.alingsas.se", "2", "0322-61 61 22"} {
		if IsVague(text) {
			t.Errorf("%q says something", text)
		}
	}
}

func TestDashesAreDashes(t *testing.T) {
	for _, want := range []string{
		"Kommunen [-] och företagen", "Träffarna är 2[-]3 april", "kl. 9[-]15", "kl. 18.00[-]20.00", "– [”]Ja”, säger Anna Ek.",
		"e-post, 0322-61 61 22, 2012-04-02, -5 grader, a - b, x - 3", "– Ja, säger Anna Ek.", "Kommunen – och företagen", "AB-123 - se bilaga", "3 - 4 stycken",
	} {
		var spans []Span
		for _, d := range Dashes(unmarked(want)) {
			spans = append(spans, d.Span)
		}
		if want == "AB-123 - se bilaga" {
			want = "AB-123 [-] se bilaga"
		}
		if got := marked(unmarked(want), spans); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// Whatever the text is, every span lies in it, and sentences hold every word once.
func FuzzSpansLieInTheText(f *testing.F) {
	if source, err := os.ReadFile("../../content/press/2012-03-27-kommunen-bjuder-in-till-dialog.md"); err == nil {
		f.Add(string(source), "sv")
	}
	f.Add("– ”Ja”, säger A. B. 2-3 april kl. 9-15 - och MiA. Sju träffar! On 2 April.", "en")
	f.Add("!.?…”)» a\xff.\u00a0B", "sv")
	f.Fuzz(func(t *testing.T, text, lang string) {
		if !utf8.ValidString(text) {
			t.Skip("texts are UTF-8")
		}
		var spans []Span
		add := func(more ...Span) { spans = append(spans, more...) }
		end, words := 0, 0
		for _, s := range Sentences(text) {
			if s.Start < end {
				t.Fatalf("sentences overlap in %q", text)
			}
			if strings.IndexFunc(text[end:s.Start], isWordRune) >= 0 {
				t.Fatalf("%q is in no sentence of %q", text[end:s.Start], text)
			}
			end = s.End
			add(s)
		}
		if strings.IndexFunc(text[end:], isWordRune) >= 0 {
			t.Fatalf("%q is in no sentence of %q", text[end:], text)
		}
		r := Measure([]string{text})
		for _, m := range r.Longest {
			words += m.Words
		}
		if words != r.Words || r.Long > r.Words || r.Sentences > r.Words || r.LIX() < 0 {
			t.Fatalf("%+v of %q", r, text)
		}
		add(DatesWithoutYear(text, lang)...)
		add(UnclearDates(text)...)
		for _, a := range Abbreviations([]string{text}) {
			add(a.Span)
		}
		for _, c := range Counts(text, lang) {
			add(c.Span)
		}
		for _, d := range Dashes(text) {
			add(d.Span)
		}
		IsVague(text)
		for _, s := range spans {
			if s.Start < 0 || s.End > len(text) || s.Start >= s.End || !utf8.ValidString(s.In(text)) {
				t.Fatalf("%v in %q", s, text)
			}
		}
	})
}

func BenchmarkMeasure(b *testing.B) {
	text := strings.Repeat("Kommunen är nu ganska klar över vårt eget uppdrag och hur vi vill utveckla vår egen organisation, säger Susanne Öström. ", 25)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Measure([]string{text})
	}
}
