//go:build !js

package search

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// folded are the letters that Unicode does not take apart, as Swedish and English readers type them.
var folded = map[rune]string{'æ': "ä", 'ø': "ö", 'ß': "ss", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'ı': "i", 'œ': "oe", 'ς': "σ"}

// latin holds what foldRune gives for the letters that most names need: it is asked for each of them.
var latin = func() (table [0x250]string) {
	for r := range table {
		table[r] = foldSlowly(rune(r))
	}
	return table
}()

// foldRune gives a character as words have it, "" where it is no part of one.
func foldRune(r rune) string {
	if r >= 0 && int(r) < len(latin) {
		return latin[r]
	}
	return foldSlowly(r)
}

func foldSlowly(r rune) string {
	lower := unicode.ToLower(r)
	if lower == 'å' || lower == 'ä' || lower == 'ö' {
		return string(lower)
	}
	var b strings.Builder
	for _, part := range norm.NFKD.String(string(lower)) {
		part = unicode.ToLower(part)
		if other, ok := folded[part]; ok {
			b.WriteString(other)
		} else if unicode.IsLetter(part) || unicode.Is(unicode.Nd, part) {
			b.WriteRune(part)
		}
	}
	return b.String()
}

// isIgnored finds what a word may have inside without a letter being there: marks, soft hyphens, joiners.
func isIgnored(r rune) bool {
	return unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Me, r) || unicode.Is(unicode.Cf, r)
}

// Key is what entries are sorted by: whoever has no keys for å ä ö types a and o.
func Key(word string) string {
	if strings.IndexByte(word, "å"[0]) < 0 { // ä and ö begin with the same byte
		return word
	}
	return strings.Map(toKey, word)
}

func toKey(r rune) rune {
	switch r {
	case 'å', 'ä':
		return 'a'
	case 'ö':
		return 'o'
	}
	return r
}
