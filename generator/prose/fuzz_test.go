package prose

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
)

// FuzzSpansLieInTheText gives whatever text to everything: nothing panics, every finding stands in the
// text between characters, and sentences follow each other and leave no letter out.
func FuzzSpansLieInTheText(f *testing.F) {
	for _, text := range realParagraphs(f) {
		f.Add(text)
	}
	for _, text := range []string{
		"", "–", "- ", "A.", "1.", "kl. 18.00–20.00 den 2/4", "2–3 april och 30 april-2 maj", "April 2-3, 2012", "Två öppna möten",
		"MiA (Marknadsföreningen)", "– ”Vi vill”, säger Anna.", "\xff. \xc3A \xe2\x80. \u0301 A\u0301. ³", "+46 (0)322-61 61 22",
	} {
		f.Add(text)
	}
	// Once read over and over from each of their words; a seed that takes long shows it.
	for _, text := range []string{"!!! ", "1, ", "0 ", "2/4 "} {
		f.Add(strings.Repeat(text, 3000))
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, lang := range []string{"sv", "en", "fi"} {
			checkSentences(t, text, Sentences(text, lang))
			for _, span := range findings(text, lang) {
				checkSpan(t, text, span)
			}
			VagueLink(text, lang)
		}
		BareURL(text)
	})
}

// findings gives where everything stands that is found in a text.
func findings(text, lang string) []Span {
	var spans []Span
	paragraphs := []string{text}
	reading := Measure(paragraphs, lang)
	reading.LIX()
	for _, s := range reading.Longest(3) {
		spans = append(spans, s.Span)
	}
	for _, d := range UnclearDates(text, lang) {
		spans = append(spans, d.Span)
	}
	for _, a := range Abbreviations(paragraphs, lang) {
		spans = append(spans, a.Span)
	}
	for _, c := range Counts(text, lang) {
		spans = append(spans, c.Span)
	}
	for _, d := range Dashes(text, lang) {
		spans = append(spans, d.Span)
	}
	return spans
}

func checkSpan(t *testing.T, text string, s Span) {
	t.Helper()
	if s.Start < 0 || s.Start >= s.End || s.End > len(text) {
		t.Fatalf("%q: %v does not lie in the text", text, s)
	}
	starts := map[int]bool{len(text): true}
	for i := range text {
		starts[i] = true
	}
	if !starts[s.Start] || !starts[s.End] {
		t.Fatalf("%q: %v cuts a character", text, s)
	}
}

func checkSentences(t *testing.T, text string, sentences []Span) {
	t.Helper()
	end := 0
	for _, s := range append(sentences, Span{len(text), len(text)}) {
		if s.Start < end {
			t.Fatalf("%q: %v begins before %d", text, s, end)
		}
		if left := strings.IndexFunc(text[end:s.Start], unicode.IsLetter); left >= 0 {
			t.Fatalf("%q: a letter at %d is in no sentence", text, end+left)
		}
		if end = s.End; s.Start < len(text) {
			checkSpan(t, text, s)
		}
	}
}

// realParagraphs gives the paragraphs of the site's own texts.
func realParagraphs(tb testing.TB) []string {
	tb.Helper()
	names, err := filepath.Glob("../../content/*/*.md")
	if err != nil || len(names) == 0 {
		tb.Fatalf("no texts: %v", err)
	}
	var paragraphs []string
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			tb.Fatal(err)
		}
		paragraphs = append(paragraphs, strings.Split(string(data), "\n\n")[1:]...)
	}
	return paragraphs
}
