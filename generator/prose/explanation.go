package prose

import (
	"strings"
	"unicode"
)

// An explaining holds the words by which a language says what an abbreviation stands for.
type explaining struct {
	behind []string // behind it: "MiA står för"
	before []string // before it: "förkortat MiA"
	other  []string // beginnings of brackets behind it that explain something else
}

var explainingIn = map[string]*explaining{
	"sv": {
		behind: []string{
			" står för", " betyder", " är en förkortning", " är kort för", ", det vill säga", ", det är", ", dvs", ", d.v.s",
			", alltså", ", som står för", ", som betyder", ", kort för", ", förkortning",
		},
		before: []string{"förkortat ", "förkortas ", "förkortad ", "kallad ", "kallat ", "kallas "},
		other:  []string{"se ", "tidigare ", "nu ", "numera ", "idag "},
	},
	"en": {
		behind: []string{
			" stands for", " means", " is short for", " is an abbreviation", ", that is", ", i.e", ", which stands for",
			", which means", ", short for", ", meaning",
		},
		before: []string{"abbreviated ", "known as ", "called ", "abbreviated as "},
		other:  []string{"see ", "formerly ", "now ", "previously "},
	},
}

// explain tells whether an abbreviation is explained anywhere in a text.
func (e *explaining) explain(paragraphs []string, abbreviation string) bool {
	for _, paragraph := range paragraphs {
		for from := 0; ; {
			at := strings.Index(paragraph[from:], abbreviation)
			if at < 0 {
				break
			}
			at += from
			from = at + len(abbreviation)
			if e.explainAt(paragraph[:at], abbreviation, paragraph[from:]) {
				return true
			}
		}
	}
	return false
}

// explainAt tells whether an abbreviation is explained by the text before and behind it.
func (e *explaining) explainAt(before, abbreviation, behind string) bool {
	if isWordRune(lastRune(before)) || isWordRune(firstRune(behind)) {
		return false // a part of another word
	}
	before, behind = strings.TrimRight(before, `"”’»`), strings.TrimLeft(behind, `"”’»`)
	for _, phrase := range e.behind {
		if strings.HasPrefix(behind, phrase) {
			return true
		}
	}
	for _, phrase := range e.before {
		if strings.HasSuffix(before, phrase) {
			return true
		}
	}
	return isInBrackets(before, behind) || e.hasBrackets(abbreviation, behind) || isApposition(before, abbreviation, behind)
}

// isInBrackets tells "Marknadsföreningen i Alingsås (MiA)".
func isInBrackets(before, behind string) bool {
	name, ok := strings.CutSuffix(before, "(")
	end := firstRune(behind)
	return ok && (end == ')' || end == ',' || end == ';') && isWordRune(lastRune(strings.TrimRight(name, ` "”’»`+"\u00a0")))
}

// hasBrackets tells "MiA (Marknadsföreningen i Alingsås)". The words need not have its letters, "WHO
// (Världshälsoorganisationen)", but then they are a name.
func (e *explaining) hasBrackets(abbreviation, behind string) bool {
	rest, ok := strings.CutPrefix(strings.TrimLeftFunc(behind, unicode.IsSpace), "(")
	words, _, closed := strings.Cut(rest, ")")
	if !ok || !closed || len(words) <= len(abbreviation) {
		return false
	}
	for _, other := range e.other {
		if strings.HasPrefix(strings.ToLower(words), other) {
			return false
		}
	}
	return spells(words, abbreviation) || unicode.IsUpper(firstRune(words))
}

// isApposition tells "Marknadsföreningen i Alingsås, MiA, bjuder in": the words before the comma have
// its letters.
func isApposition(before, abbreviation, behind string) bool {
	name, ok := strings.CutSuffix(before, ", ")
	if !ok || !strings.ContainsRune(",.;:", firstRune(behind)) {
		return false
	}
	if at := strings.LastIndexAny(name, ",.;:("); at >= 0 {
		name = name[at+1:]
	}
	words := strings.Fields(name)
	for i := range words {
		if spells(strings.Join(words[i:], " "), abbreviation) {
			return true
		}
	}
	return false
}

// spells tells whether words begin with the first letter of an abbreviation and have the others in its
// order: "Sveriges Kommuner och Regioner", "kommunstyrelsen" for KS.
func spells(words, abbreviation string) bool {
	words, abbreviation = strings.ToLower(words), strings.ToLower(abbreviation)
	if firstRune(words) != firstRune(abbreviation) || len(words) <= len(abbreviation) {
		return false
	}
	for _, letter := range abbreviation {
		at := strings.IndexRune(words, letter)
		if at < 0 {
			return false
		}
		words = words[at+len(string(letter)):]
	}
	return true
}
