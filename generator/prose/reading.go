package prose

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Reading is what a text demands of its reader.
type Reading struct {
	Words     int
	Long      int        // words of more than six letters
	Sentences []Sentence // in the order of the text
}

// A Sentence is where one stands and how many words it has.
type Sentence struct {
	Paragraph int // index
	Span      Span
	Words     int
}

// Measure counts what readability is reckoned from. A heading or an item of a list is a sentence,
// whether it ends with a stop or not.
//
// A word is what stands between white space, slashes and dashes and has a letter or a digit; so a
// number is one, with its groups of thousands, and a hyphen joins: "e-post". No words are web and
// e-mail addresses and telephone numbers, which are not read but looked at.
func Measure(paragraphs []string, lang string) Reading {
	var r Reading
	for i, paragraph := range paragraphs {
		for _, span := range Sentences(paragraph, lang) {
			n, long := countWords(span.In(paragraph))
			if n == 0 {
				continue
			}
			r.Words += n
			r.Long += long
			r.Sentences = append(r.Sentences, Sentence{i, span, n})
		}
	}
	return r
}

// LIX is Carl-Hugo Björnsson's measure of readability (Läsbarhet, 1968): the words of a sentence on
// average, and the long words in a hundred. Under 30 is very easy, newspapers are at 40 to 50, and
// over 60 is very hard. A text without words has 0.
func (r Reading) LIX() int {
	words, sentences := r.Words, len(r.Sentences)
	if words == 0 || sentences == 0 {
		return 0
	}
	// The sum of both fractions, rounded half up, without losing anything on the way.
	over := words*words + 100*r.Long*sentences
	under := words * sentences
	return (2*over + under) / (2 * under)
}

// Longest gives the n longest sentences, longest first; sentences of one length as they come in the text.
func (r Reading) Longest(n int) []Sentence {
	sorted := slices.Clone(r.Sentences)
	slices.SortStableFunc(sorted, func(a, b Sentence) int { return cmp.Compare(b.Words, a.Words) })
	return sorted[:max(0, min(n, len(sorted)))]
}

// countWords counts all words of a sentence and the long ones.
func countWords(text string) (words, long int) {
	for field, ok := fieldFrom(text, 0); ok; field, ok = fieldFrom(text, field.End) {
		word := field.In(text)
		if strings.IndexByte("+(0", word[0]) >= 0 {
			if n := phoneAt(text[field.Start:]); n > 0 {
				field.End = field.Start + n
				continue
			}
		}
		if isAddress(word) {
			continue
		}
		n, l := countParts(word)
		words += n
		long += l
		field.End = thousandsEnd(text, field)
	}
	return words, long
}

// moreThan is how many letters a word may have and be short.
const moreThan = 6

// countParts counts the words of a field, which are more than one if a slash or a dash parts letters:
// "och/eller". A range of numbers, "2–3", is one.
func countParts(field string) (words, long int) {
	letters, isWord := 0, false
	end := func() {
		if isWord {
			words++
		}
		if letters > moreThan {
			long++
		}
		letters, isWord = 0, false
	}
	for _, r := range field {
		switch {
		case isLetter(r):
			letters++
			isWord = true
		case (r == '/' || r == '–' || r == '—') && letters > 0:
			end()
		case isWordRune(r):
			isWord = true
		}
	}
	end()
	return words, long
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
	}
	return unicode.IsLetter(r)
}

// thousandsEnd gives the end of a number that a field begins and groups of three digits continue:
// "40 000".
func thousandsEnd(text string, field Span) int {
	first := field.In(text)
	if first[0] < '1' || first[0] > '9' || len(first) > 3 || countDigits(first) != len(first) {
		return field.End
	}
	end := field.End
	for {
		next, ok := fieldFrom(text, end)
		if !ok || countDigits(core(next.In(text))) != 3 || len(core(next.In(text))) != 3 {
			return end
		}
		end = next.End
	}
}
