package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// quotes are the marks that a quotation can begin and end with.
const quotes = `"”“„«»’‘'`

// spokenFaults gives the faults at the beginning of a paragraph that is, or is meant to be, a spoken
// line, and the offset behind its dash.
func spokenFaults(text string) (found []DashFault, from int) {
	start := spaces(text)
	rest := strings.TrimLeft(text[start:], dashes)
	sign := text[start : len(text)-len(rest)]
	space := spaces(rest)
	from = len(text) - len(rest)
	if sign == "" || !isSpoken(sign, rest[space:], space > 0) {
		return nil, from
	}
	switch {
	case sign != "–":
		found = append(found, DashFault{SpokenSign, Span{start, from}})
	case space == 0:
		found = append(found, DashFault{SpokenSpace, Span{start, from}})
	}
	if said := rest[space:]; isQuoted(said) {
		_, mark := utf8.DecodeRuneInString(said)
		found = append(found, DashFault{SpokenQuote, Span{start, from + space + mark}})
	}
	return found, from
}

// isSpoken tells whether a paragraph that begins with a sign is meant as spoken. A hyphen has other
// duties, too, and a long dash names who is quoted, so behind them whole sentences must stand.
func isSpoken(sign, said string, spaced bool) bool {
	first := firstRune(strings.TrimLeft(said, openers+"…."))
	if !unicode.IsUpper(first) && !(spaced && sign == "–" && unicode.IsLetter(first)) {
		return false
	}
	switch {
	case sign == "--" && spaced:
		return true
	case strings.ContainsAny(sign, "-‐‑‒"), sign == "—" && spaced:
		return strings.IndexFunc(said, isSpace) > 0 && endsWithStop(strings.TrimRightFunc(said, isSpace))
	}
	return utf8.RuneCountInString(sign) == 1
}

// isQuoted tells whether what is said begins with a quotation mark that means the same as the dash. A
// name in quotation marks, "– ”Ljusstaden” är känd", is another matter.
func isQuoted(said string) bool {
	mark, size := utf8.DecodeRuneInString(said)
	if !strings.ContainsRune(quotes, mark) {
		return false
	}
	inside := said[size:]
	end := strings.IndexFunc(inside, func(r rune) bool { return strings.ContainsRune(closing(mark), r) })
	if end < 0 {
		return true // it is never closed, so all is meant
	}
	_, size = utf8.DecodeRuneInString(inside[end:])
	behind := strings.TrimSpace(inside[end+size:])
	return end > 0 && strings.ContainsRune(stops+",", lastRune(inside[:end])) ||
		strings.Trim(behind, stops) == "" || isSpeechPhrase(behind)
}

// closing gives the marks that close what a mark opens.
func closing(mark rune) string {
	switch mark {
	case '"':
		return `"`
	case '\'', '’', '‘':
		return `'’`
	case '«', '»':
		return `«»`
	}
	return `”“`
}

// saying are the commonest verbs that tell who speaks.
var saying = words(`säger sa sade berättar förklarar menar menade konstaterar tycker tror hoppas hälsar skriver
	kommenterar betonar understryker tillägger fortsätter avslutar svarar undrar
	says said adds explains concludes continues notes believes hopes comments writes replies asks`)

// isSpeechPhrase tells ", säger Anna Ek" and " säger Anna Ek".
func isSpeechPhrase(text string) bool {
	text = strings.TrimLeft(text, ", \u00a0")
	field, ok := fieldFrom(text, 0)
	return ok && saying[strings.ToLower(field.In(text))]
}
