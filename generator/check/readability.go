package check

import (
	"strconv"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/prose"
)

const (
	// hardLIX is where Björnsson's scale calls a text hard, as official ones are.
	hardLIX = 50
	// measurable is how many words a text must have for its LIX to mean anything.
	measurable = 50
	// longSentences is how many of a text's sentences are named, and longSentence how many words make one worth
	// to be named: readers lose the thread somewhere after twenty.
	longSentences = 3
	longSentence  = 25
)

// readability: a press release is not harder to read than a newspaper (readability, hard-to-read,
// long-sentence). LIX is blunt: it warns, and never more.
func readability(t *text) {
	if t.release == nil {
		return
	}
	var paragraphs []paragraph
	var texts []string
	for _, p := range t.paragraphs {
		if p.isBody || p.text == t.release.Lead {
			paragraphs, texts = append(paragraphs, p), append(texts, p.text)
		}
	}
	r := prose.Measure(texts, t.item.Lang)
	if r.Words < measurable {
		return
	}
	lix := r.LIX()
	code := diag.Readability
	if lix >= hardLIX {
		code = diag.HardToRead
	}
	sv, en := level(lix)
	t.tell(paragraphs[0], prose.Span{}, code, "lix", strconv.Itoa(lix), "level", sv, "level-en", en,
		"words", strconv.Itoa(r.Words), "sentences", strconv.Itoa(len(r.Sentences)))
	for _, s := range r.Longest(longSentences) {
		if s.Words >= longSentence {
			t.tell(paragraphs[s.Paragraph], s.Span, diag.LongSentence, "words", strconv.Itoa(s.Words))
		}
	}
}

// level is Björnsson's scale.
func level(lix int) (sv, en string) {
	switch {
	case lix < 30:
		return "mycket lättläst", "very easy"
	case lix < 40:
		return "lättläst", "easy"
	case lix < 50:
		return "som en tidningstext", "as a newspaper"
	case lix < 60:
		return "svårt, som myndigheters texter", "hard, as official texts"
	}
	return "mycket svårt, byråkratsvenska", "very hard, officialese"
}
