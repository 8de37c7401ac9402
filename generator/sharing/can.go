package sharing

import (
	"unicode"

	"golang.org/x/text/unicode/bidi"
	"golang.org/x/text/unicode/norm"
)

// Can tells whether the fonts have what is needed to write a title. What is written from right to left, or in letters
// that they have not, is better not drawn than drawn as boxes.
//
// It asks a table, not the font: whoever shows a page has to know the address of its picture, and need not be able to
// draw it.
func Can(title string) bool {
	hasLetters := false
	for _, r := range norm.NFC.String(title) {
		properties, _ := bidi.LookupRune(r)
		switch class := properties.Class(); {
		case class == bidi.R || class == bidi.AL:
			return false
		case unicode.IsLetter(r) && !unicode.Is(serifLetters, r):
			return false
		case unicode.IsLetter(r) || unicode.IsNumber(r):
			hasLetters = true
		}
	}
	return hasLetters
}
