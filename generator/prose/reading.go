package prose

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
)

// A Reading counts what makes a text easy or hard to read.
type Reading struct {
	Words     int
	Long      int // words of more than six letters
	Sentences int
	Longest   []Measured // sentences, the one with most words first
}

// A Measured sentence is one of a text's.
type Measured struct {
	Paragraph int // its number in the text, from 0
	Span      Span
	Words     int
}

// longWord is how many letters a word may have that is not long (Björnsson, Läsbarhet, 1968).
const longWord = 6

// Measure counts the words of a text. A heading or an item of a list is a sentence, though no stop ends it.
func Measure(paragraphs []string) Reading {
	var r Reading
	for i, p := range paragraphs {
		for _, span := range Sentences(p) {
			words := 0
			for word := range Words(span.In(p)) {
				words++
				if letters(word) > longWord {
					r.Long++
				}
			}
			if words > 0 {
				r.Words += words
				r.Sentences++
				r.Longest = append(r.Longest, Measured{i, span, words})
			}
		}
	}
	slices.SortStableFunc(r.Longest, func(a, b Measured) int { return cmp.Compare(b.Words, a.Words) })
	return r
}

// LIX is Björnsson's measure: the mean number of words in a sentence and the share of long words, in percent.
// A newspaper has 40 to 50, an official's letter 50 to 60. A text without words has 0.
func (r Reading) LIX() int {
	if r.Words == 0 {
		return 0
	}
	words := float64(r.Words)
	return int(math.Round(words/float64(r.Sentences) + 100*float64(r.Long)/words))
}

func letters(word string) int {
	n := 0
	for _, r := range word {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// Words gives the words of a text: what stands between spaces, without the marks around it. Numbers are words
// and so is what is written with a hyphen; addresses, telephone numbers and dashes are none.
func Words(text string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		isPhone := false
		for field := range strings.FieldsSeq(text) {
			word := strings.TrimFunc(field, func(r rune) bool { return !isWordRune(r) })
			isPhone = isPhoneStart(word) || isPhone && len(word) <= 3 && isDigits(word)
			if word == "" || isPhone || isAddress(word) {
				continue
			}
			if !yield(word) {
				return
			}
		}
	}
}

// isPhoneStart finds 0322-61 and 46322616122 after a plus.
func isPhoneStart(word string) bool {
	area, rest, found := strings.Cut(word, "-")
	return found && len(area) >= 2 && area[0] == '0' && isDigits(area) && rest != "" && isDigits(rest) || len(word) >= 9 && isDigits(word)
}

func isDigits(s string) bool {
	return s != "" && strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' }) < 0
}

func isAddress(word string) bool {
	return strings.Contains(word, "://") || strings.HasPrefix(word, "www.") || strings.Contains(word, "@")
}
