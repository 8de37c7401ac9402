package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// An Abbreviation is one that a text uses without saying what it stands for.
type Abbreviation struct {
	Text      string // without endings: "MiA" where "MiA:s" stands
	Paragraph int    // index of the paragraph that has it first
	Span      Span
}

// everybodyKnows holds abbreviations that are better known than what they stand for, and names.
var everybodyKnows = words(`
	EU AB HB KB VD IT TV USA FN PDF USB SMS OK GPS ID HTML WWW PC CD DVD DJ USD SEK EUR UK BBC SVT SJ PR HR AI
	IP MMS LED QR VIP OBS PS DNA UFO SOS EM VM OS SM TT SR UR BB WC CV AC DC XL XXL XS
	MP SD KD IKEA ICA SAS ABB SEB SKF NATO NASA UNESCO BankID PIN RSS URL
	GmbH PhD MSc BSc ApS NYC UN CEO BC AD AM PM
	MW GW TW MB GB TB PB VA MHz GHz MPa KB KM`)

// Abbreviations finds those in a text that are explained nowhere in it, each at its first place. An
// abbreviation has two to six letters and two or more capitals, of which one comes last, but for a
// genitive or an ending: "MiA:s", "KS-möte". It is explained where its words stand beside it, in
// brackets or between commas, or where the text says what it stands for.
//
// Words in capitals that stand together, alone or before an exclamation mark are shouted, and those
// beside digits are codes: neither is an abbreviation.
func Abbreviations(paragraphs []string, lang string) []Abbreviation {
	explaining, ok := explainingIn[lang]
	if !ok {
		return nil
	}
	var found []Abbreviation
	seen := map[string]bool{}
	for i, paragraph := range paragraphs {
		if !hasCapitals(paragraph) {
			continue
		}
		l := newLine(paragraph)
		for at := range l.tokens {
			text, ok := l.abbreviationAt(at)
			if !ok || seen[text] {
				continue
			}
			seen[text] = true
			if !explaining.explain(paragraphs, text) {
				start := l.tokens[at].Start
				found = append(found, Abbreviation{text, i, Span{start, start + len(text)}})
			}
		}
	}
	return found
}

// hasCapitals is a cheap test: most paragraphs have no two capitals within four letters.
func hasCapitals(text string) bool {
	since := 5
	for _, r := range text {
		switch {
		case !isLetter(r):
			since = 5
		case !unicode.IsUpper(r):
			since++
		case since <= 4:
			return true
		default:
			since = 0
		}
	}
	return false
}

// abbreviationAt gives the abbreviation that a token is, without its ending.
func (l line) abbreviationAt(i int) (string, bool) {
	if l.kind(i) != word {
		return "", false
	}
	text := withoutEnding(l.at(i))
	if !isAbbreviation(text) || everybodyKnows[text] || isRoman(text) || l.isCode(i) || l.isShouted(i) {
		return "", false
	}
	return text, true
}

// withoutEnding takes the s away that a genitive or a plural adds to capitals: "SKRs", "MPs".
func withoutEnding(text string) string {
	if short, ok := strings.CutSuffix(text, "s"); ok && isAbbreviation(short) {
		return short
	}
	return text
}

func isAbbreviation(text string) bool {
	const least, most = 2, 6
	if len(text) < least || len(text) > most*utf8.UTFMax || !unicode.IsUpper(lastRune(text)) {
		return false
	}
	letters, capitals := 0, 0
	for _, r := range text {
		letters++
		if unicode.IsUpper(r) {
			capitals++
		}
	}
	return letters <= most && capitals >= 2
}

// isRoman tells the numerals of kings and parts; greater ones are years and rare.
func isRoman(text string) bool { return strings.Trim(text, "IVX") == "" }

// isCode tells whether digits belong to a word: CO2, SE-441 81, 3D.
func (l line) isCode(i int) bool {
	return l.kind(i-1) == number || l.kind(i+1) == number ||
		l.is(i+1, "-") && l.kind(i+2) == number || l.is(i-1, "-") && l.kind(i-2) == number
}

// isShouted tells a word in capitals beside another, before an exclamation mark, as the label of a
// paragraph or as a heading.
func (l line) isShouted(i int) bool {
	if !isAllCaps(l.at(i)) {
		return false
	}
	before, behind := l.back(i-1), l.skip(i+1)
	switch {
	case before < i-1 && isAllCaps(l.at(before)), behind > i+1 && isAllCaps(l.at(behind)):
		return true
	case l.is(i+1, "!"):
		return true
	}
	return before < 0 && (l.kind(behind) == 0 || l.is(i+1, ":") && l.kind(i+2) != word)
}

func isAllCaps(text string) bool {
	return utf8.RuneCountInString(text) >= 2 && strings.ToUpper(text) == text && unicode.IsUpper(firstRune(text))
}
