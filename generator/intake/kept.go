package intake

import (
	"regexp"
	"strings"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/prose"
)

// keepTheRest compares the text with what became of it, and keeps each sentence that is nowhere in a comment. So
// nothing is lost, whatever the rules above have overlooked.
func (a *article) keepTheRest() {
	kept := a.kept()
	for i, line := range strings.Split(a.text, "\n") {
		line = oneSpace(line)
		for _, span := range prose.Sentences(line, a.site.lang) {
			if sentence := span.In(line); !kept.holds(sentence) {
				a.comments = append(a.comments, sentence)
				a.tell(a.lineOf(i), diag.ImportRest, "text", sentence)
			}
		}
	}
}

// lineOf is the line of the source for a line of the text; 0 where these are not the same.
func (a *article) lineOf(i int) int {
	if a.hasLines {
		return a.firstLine + i
	}
	return 0
}

// A keeping is all that a text became, as letters and figures.
type keeping struct{ parts string }

// kept gathers what became of the text.
func (a *article) kept() keeping {
	var b strings.Builder
	add := func(texts ...string) {
		for _, text := range texts {
			b.WriteString(letters(text) + "\n")
		}
	}
	add(a.title, a.lead, a.description, a.site.organisation, a.site.phone.Text)
	for _, block := range a.body {
		add(block.plain, block.markup)
	}
	for _, p := range append(a.people[:len(a.people):len(a.people)], a.attending...) {
		if p.name != "" {
			add(p.name, p.role, p.organisation, p.phone, p.mobile, p.email)
		}
	}
	for _, s := range a.shown {
		add(s.alt, s.caption, s.credit, "bild", "bildtext", "foto", "fotograf", "photo")
	}
	add(a.topics...)
	add(a.regions...)
	add(a.comments...)
	for _, about := range a.site.about {
		b.WriteString(about + "\n")
	}
	return keeping{b.String()}
}

// Between the parts of a line that may have gone to different keys.
var partMarks = regexp.MustCompile(`[,;:|()\[\]]|\s[-–—]\s|\s(?:och|and)\s`)

// holds tells whether a sentence is there, whole or in its parts, without the words that only say what a part is.
func (k keeping) holds(sentence string) bool {
	if strings.Contains(k.parts, letters(sentence)) {
		return true
	}
	sentence = withAt(sentence)
	if s, rest := sectionLine(sentence); s != noSection {
		sentence = rest
	}
	if m := kicker.FindStringSubmatch(sentence); m != nil {
		sentence = m[2]
	}
	sentence = withoutFieldWords(leadIn.ReplaceAllString(sentence, ""))
	for _, part := range partMarks.Split(sentence, -1) {
		title, name := titled(strings.TrimSpace(part))
		isTitled := name != "" && strings.Contains(k.parts, letters(title)) && strings.Contains(k.parts, letters(name))
		if !isTitled && labels[strings.ToLower(strings.TrimSpace(part))] == noSection && !strings.Contains(k.parts, letters(part)) {
			return false
		}
	}
	return true
}
