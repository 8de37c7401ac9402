package markdown

import (
	"unicode"
	"unicode/utf8"

	"alingsas.se/dialog/generator/diag"
)

// strayMarks reports ** and __ that made nothing bold: one that nothing closes, or with a space on
// its inside. Between letters and digits, or alone among spaces, they are what the author wrote.
func (in *inspector) strayMarks(remains []byte, start int) {
	first, certain := -1, false
	for i := 0; i < len(remains); {
		c := remains[i]
		end := i + 1
		for end < len(remains) && remains[end] == c {
			end++
		}
		if (c == '*' || c == '_') && (end-i == 2 || end-i == 3) {
			before, after := sides(remains, i, end)
			if first < 0 && !(before == inWord && after == inWord) {
				first = i
			}
			certain = certain || (before == atSpace) != (after == atSpace)
		}
		i = end
	}
	if certain && first >= 0 {
		in.report(start+first, diag.StrayMarks, "marks", string(remains[first:first+2]))
	}
}

// What stands beside a mark.
type side int

const (
	atSpace side = iota // a space, or nothing
	atSign              // what is no letter, or was made bold, a link or the like
	inWord
)

func sides(remains []byte, from, to int) (before, after side) {
	last, _ := utf8.DecodeLastRune(remains[:from])
	next, _ := utf8.DecodeRune(remains[to:])
	return sideOf(last, from == 0), sideOf(next, to == len(remains))
}

func sideOf(r rune, edge bool) side {
	switch {
	case edge || unicode.IsSpace(r):
		return atSpace
	case unicode.IsLetter(r) || unicode.IsDigit(r):
		return inWord
	}
	return atSign
}
