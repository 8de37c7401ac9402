package prose

import (
	"slices"
	"strings"
	"unicode"
)

// A Count is a number of meetings that a text tells: "sju enskilda träffar".
type Count struct {
	Span    Span
	N       int
	Between string // the words between number and noun as they stand: "enskilda", or ""
	Noun    string // "träffar"
}

// Counts finds the numbers of meetings that a paragraph tells, in digits or, from two to twenty, in
// words, with up to two adjectives before the noun. Numbers that are rounded ("cirka tio"), open
// ("minst två", "två eller tre") or added to others ("ytterligare två") are left out: they don't say
// how many there are.
func Counts(paragraph, lang string) []Count {
	g, ok := gatheringsOf[lang]
	if !ok {
		return nil
	}
	var found []Count
	l := newLine(paragraph)
	for i := range l.tokens {
		if n := g.numberAt(l, i); n > 0 && !g.isLoose(l, i) {
			if c, ok := g.countAt(l, i, n); ok {
				found = append(found, c)
			}
		}
	}
	return found
}

// numberAt gives the value of a number that stands alone between white space, or 0.
func (g *gatherings) numberAt(l line, i int) int {
	if l.kind(i+1) != space || l.kind(i-1) == word || l.kind(i-1) == number || l.is(i-1, ".,:/§+"+dashes) {
		return 0
	}
	switch l.kind(i) {
	case number:
		return max(0, l.number(i)) // of two digits at most: a greater number is rather a year
	case word:
		if n, ok := g.numbers[l.lower(i)]; ok {
			return n
		}
	}
	return 0
}

// isLoose tells whether the word before a number makes it no count: "minst", "eller", "kl.", another
// number.
func (g *gatherings) isLoose(l line, i int) bool {
	before := l.back(i - 1)
	if l.is(before, "."+dashes) {
		before = l.back(before - 1)
	}
	if l.kind(before) == number || l.is(before, "§") || g.numbers[l.lower(before)] > 0 {
		return true
	}
	return g.loose[l.lower(before)] && !l.is(before+1, dashes) && !l.is(before+2, dashes)
}

// countAt reads adjectives and a noun behind a number.
func (g *gatherings) countAt(l line, i, n int) (Count, bool) {
	var between []string
	for at := i + 2; len(between) <= 2; at++ {
		start, end := at, l.wordEnd(at)
		if end == start {
			return Count{}, false
		}
		text := l.text[l.tokens[start].Start:l.tokens[end-1].End]
		if nounEnd, ok := g.nounAt(l, start, end, n); ok && !g.isVerb(l, i, nounEnd, len(between)) {
			span := Span{l.tokens[i].Start, l.tokens[nounEnd-1].End}
			noun := l.text[l.tokens[start].Start:span.End]
			return Count{span, n, strings.Join(between, " "), noun}, true
		}
		if text == "st" && l.is(end, ".") {
			end++
		}
		if !g.isAdjective(text) || l.kind(end) != space {
			return Count{}, false
		}
		between = append(between, text)
		at = end
	}
	return Count{}, false
}

// wordEnd gives the index behind a word with its hyphens, "one-hour", or the index itself for none.
func (l line) wordEnd(i int) int {
	if l.kind(i) != word {
		return i
	}
	for i++; l.is(i, "-") && l.kind(i+1) == word; i += 2 {
	}
	return i
}

// nounAt tells whether a word, or a word and the one behind it, is a meeting in the right number.
func (g *gatherings) nounAt(l line, start, end, n int) (int, bool) {
	text := strings.ToLower(l.text[l.tokens[start].Start:l.tokens[end-1].End])
	if g.isNoun(text, n) {
		return end, true
	}
	if second := l.lower(end + 1); l.kind(end) == space && g.occasions[text] && slices.Contains(g.ofOccasions[min(n, 2)-1], second) {
		return end + 2, true
	}
	return 0, false
}

// isVerb tells "De två träffar varandra": a noun that is a verb as well and follows a number that
// stands for people.
func (g *gatherings) isVerb(l line, number, nounEnd, between int) bool {
	if !g.verbs[l.lower(nounEnd-1)] || between > 0 {
		return false
	}
	next := l.lower(l.skip(nounEnd))
	return g.people[l.lower(l.back(number-1))] && !g.relative[next]
}

// isAdjective tells whether a word may stand between number and noun.
func (g *gatherings) isAdjective(text string) bool {
	low := strings.ToLower(text)
	if g.adjectives[low] {
		return true
	}
	return low == text && unicode.IsLower(firstRune(text)) && !g.between[low] && g.looksLikeAdjective(low)
}
