package prose

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Found word is one of a text's paragraphs.
type Found struct {
	Paragraph int
	Span      Span
	Text      string
}

// longestAbbreviation is how many letters an abbreviation has at most; what is longer is a name.
const longestAbbreviation = 6

// Abbreviations finds those that the text never explains, each at its first place: "MiA", if nowhere stands
// "Marknadsföreningen i Alingsås (MiA)" or the other way round.
func Abbreviations(paragraphs []string) []Found {
	var found []Found
	seen := map[string]bool{}
	for i, p := range paragraphs {
		words := wordSpans(p)
		for n, span := range words {
			word := span.In(p)
			if !isAbbreviation(word) || seen[word] || known[word] || isShouted(p, words, n) {
				continue
			}
			seen[word] = true
			if !isExplained(paragraphs, word) {
				found = append(found, Found{i, span, word})
			}
		}
	}
	return found
}

// wordSpans gives the runs of letters and digits in a text.
func wordSpans(text string) []Span {
	var spans []Span
	start := -1
	for i, r := range text {
		switch isWord := isWordRune(r); {
		case isWord && start < 0:
			start = i
		case !isWord && start >= 0:
			spans = append(spans, Span{start, i})
			start = -1
		}
	}
	if start >= 0 {
		spans = append(spans, Span{start, len(text)})
	}
	return spans
}

var romanNumeral = regexp.MustCompile(`^[IVXLCDM]+$`)

// isAbbreviation tells a word of few letters, two of them capitals and the first among them.
func isAbbreviation(word string) bool {
	capitals := 0
	for _, r := range word {
		switch {
		case !unicode.IsLetter(r):
			return false
		case unicode.IsUpper(r):
			capitals++
		}
	}
	first, _ := utf8.DecodeRuneInString(word)
	return capitals >= 2 && unicode.IsUpper(first) && utf8.RuneCountInString(word) <= longestAbbreviation && !romanNumeral.MatchString(word)
}

// isShouted tells whether the words beside one are in capitals too: a heading, not an abbreviation.
func isShouted(text string, words []Span, n int) bool {
	for _, near := range []int{n - 1, n + 1} {
		if near >= 0 && near < len(words) {
			if word := words[near].In(text); utf8.RuneCountInString(word) > 2 && word == strings.ToUpper(word) && strings.ToLower(word) != word {
				return true
			}
		}
	}
	return false
}

// isExplained tells whether a text says anywhere what an abbreviation stands for.
func isExplained(paragraphs []string, word string) bool {
	for _, p := range paragraphs {
		for from := 0; ; {
			i := strings.Index(p[from:], word)
			if i < 0 {
				break
			}
			from += i + len(word)
			before, after := strings.TrimRight(p[:from-len(word)], "\"'”“"), strings.TrimLeft(p[from:], "\"'”")
			if strings.HasSuffix(before, "(") || strings.HasPrefix(after, " (") || strings.HasPrefix(after, ", det vill säga") ||
				strings.HasPrefix(after, " står för") || strings.HasPrefix(after, ", that is") || strings.HasPrefix(after, " stands for") {
				return true
			}
		}
	}
	return false
}

// known are abbreviations that need no explanation.
var known = setOf(`EU IP AB HB KB VD IT TV USA UK FN PDF USB SMS MMS OK GPS ID HTML URL WWW PC CD DVD DJ VM EM OS SM NM SEK EUR USD
	BBC SVT SR TT SJ PR HR AI RSS JSON CSV XML WiFi GmbH DnB BMW IKEA SAAB ICA NATO COVID SIS ISO QR VIP BNP DNA MHz GHz MW GW GB MB TB
	PM AM BC AD CEO CV DIY FAQ GDPR LED LCD HD UV UFO VR WC`)
