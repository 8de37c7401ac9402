package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const stops = ".!?…"

// Sentences parts a paragraph into its sentences. What ends one is a stop with white space after it
// and then a capital or a number, if the stop does not belong to a short form, an initial or an
// ordinal. Closing quotation marks and brackets belong to the sentence they close; a dash before it,
// as in a spoken line, does not. What holds neither letter nor number is no sentence.
func Sentences(paragraph, lang string) []Span {
	var found []Span
	forms := shortFormsIn(lang)
	start, before := 0, "" // the beginning of the sentence and the field before this one
	following := 0         // the next letter or digit behind the field, looked for once
	field, ok := fieldFrom(paragraph, 0)
	for ok {
		next, more := fieldFrom(paragraph, field.End)
		word := field.In(paragraph)
		if more && endsWithStop(word) {
			following = max(following, next.Start)
			following += untilWord(paragraph[following:])
			first := firstRune(paragraph[following:])
			if forms.endsSentence(paragraph[start:field.Start], before, word, next.In(paragraph), first) {
				found = appendSentence(found, paragraph, start, field.End)
				start = field.End
			}
		}
		field, ok, before = next, more, word
	}
	return appendSentence(found, paragraph, start, len(paragraph))
}

// endsWithStop is asked for every field, and most end with a letter.
func endsWithStop(field string) bool {
	if last := field[len(field)-1]; last < utf8.RuneSelf && isWordRune(rune(last)) {
		return false
	}
	field = strings.TrimRight(field, closers)
	return field != "" && strings.ContainsRune(stops, lastRune(field))
}

// endsSentence tells whether a sentence ends with a field that has a stop at its end. begun is what
// the sentence has until then, before and after are the fields around this one, and first is the next
// letter or digit behind it, 0 for none.
func (s *shortForms) endsSentence(begun, before, field, after string, first rune) bool {
	body := strings.TrimRight(field, closers)
	word := strings.TrimLeft(strings.TrimRight(body, stops), openers)
	stop := body[len(strings.TrimRight(body, stops)):]
	switch {
	case first == 0 || unicode.IsLower(first):
		return false
	case stop != ".":
		return word != "" || strings.ContainsAny(stop, "!?") // "Det var … Anna": something is left out
	case isSectionNumber(word) && !hasWord(begun):
		return false // "1. Inledning"
	}
	return !s.isShort(before, word, after)
}

// untilWord tells how many bytes stand before the first letter or digit in a text.
func untilWord(text string) int {
	for i, r := range text {
		if isWordRune(r) {
			return i
		}
	}
	return len(text)
}

func hasWord(text string) bool { return untilWord(text) < len(text) }

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r)
}

// isSectionNumber tells numbers that stand before a heading or an item: 1, 3.2.
func isSectionNumber(word string) bool {
	return word != "" && strings.Trim(word, "0123456789.") == "" && len(word) < 8
}

// appendSentence adds a part of the text without the white space and the dash around it.
func appendSentence(found []Span, text string, start, end int) []Span {
	part := strings.TrimRightFunc(text[start:end], unicode.IsSpace)
	rest := strings.TrimLeftFunc(part, unicode.IsSpace)
	rest = rest[dashBefore(rest):]
	if !hasWord(rest) {
		return found
	}
	return append(found, Span{start + len(part) - len(rest), start + len(part)})
}

// dashBefore gives the length of the dash that a spoken line begins with, with the space after it. A
// minus sign and a hyphen at a number or before an ending, "-talet", are no dash.
func dashBefore(text string) int {
	rest := strings.TrimLeft(text, dashes)
	dash := len(text) - len(rest)
	space := spaces(rest)
	switch r := firstRune(rest); {
	case dash == 0, space == 0 && strings.HasPrefix(text, "--"):
		return 0
	case space > 0, unicode.IsUpper(r), strings.ContainsRune(openers, r):
		return dash + space
	}
	return 0
}
