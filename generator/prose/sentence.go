// Package prose reads what an author wrote the way a reader does: Span, Sentences, Measure, Reading, and what
// in a text needs mending.
//
// It knows plain text alone, a paragraph at a time, and answers with places in it.
package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Span is a part of a text, by byte offsets on the borders of characters. It is never empty.
type Span struct{ Start, End int }

// In gives the part of a text.
func (s Span) In(text string) string { return text[s.Start:s.End] }

// closers stand after the mark that ends a sentence and belong to it.
const closers = `"'”’»)]`

// Sentences cuts a paragraph into sentences. A full stop ends none in an abbreviation, a date, a time, a
// number, an initial or an address; a question in the middle of a sentence doesn't either.
func Sentences(paragraph string) []Span {
	var found []Span
	start := 0
	for i, r := range paragraph {
		if i < start || !strings.ContainsRune(".!?…", r) {
			continue
		}
		end := i + utf8.RuneLen(r)
		for end < len(paragraph) && strings.IndexByte(".!?", paragraph[end]) >= 0 {
			end++
		}
		for end < len(paragraph) {
			next, size := utf8.DecodeRuneInString(paragraph[end:])
			if !strings.ContainsRune(closers, next) {
				break
			}
			end += size
		}
		if endsSentence(paragraph, i, end, r) {
			found = appendSpan(found, paragraph, start, end)
			start = end
		}
	}
	return appendSpan(found, paragraph, start, len(paragraph))
}

// appendSpan adds a part of a text without the space around it, if there is a letter or digit in it.
func appendSpan(spans []Span, text string, start, end int) []Span {
	part := text[start:end]
	if strings.IndexFunc(part, isWordRune) < 0 {
		return spans
	}
	start += len(part) - len(strings.TrimLeftFunc(part, unicode.IsSpace))
	end -= len(part) - len(strings.TrimRightFunc(part, unicode.IsSpace))
	return append(spans, Span{start, end})
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// endsSentence tells whether the mark at an offset, which with what closes it lasts until end, is the last of
// a sentence.
func endsSentence(text string, mark, end int, r rune) bool {
	rest := text[end:]
	after := strings.TrimLeftFunc(rest, unicode.IsSpace)
	switch {
	case after == "":
		return true
	case len(after) == len(rest): // something follows at once: t.ex., 18.00, www.a.se, ”Nej!”, säger …
		return false
	}
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, `"'”’«»([–— `))
	if unicode.IsLower(next) {
		return false
	}
	return r != '.' || !isAbbreviated(text[:mark])
}

// isAbbreviated tells whether the text before a full stop ends in an abbreviation or an initial.
func isAbbreviated(before string) bool {
	i := strings.LastIndexFunc(before, func(r rune) bool { return !isWordRune(r) && r != '.' })
	if i >= 0 {
		_, size := utf8.DecodeRuneInString(before[i:])
		i += size
	}
	word := before[max(i, 0):]
	first, size := utf8.DecodeRuneInString(word)
	return size > 0 && size == len(word) && unicode.IsUpper(first) || abbreviated[strings.ToLower(word)]
}

// abbreviated are words that are written with a full stop and go before something.
var abbreviated = setOf(`kl ca c:a nr tel tfn st s:t dr prof fr o.s.v osv m.m t.ex bl.a d.v.s dvs s.k f.d fr.o.m t.o.m
	resp inkl exkl jfr e.kr f.kr mr mrs ms e.g i.e etc vs approx dept`)

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		set[word] = true
	}
	return set
}
