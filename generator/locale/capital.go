package locale

import (
	"unicode"
	"unicode/utf8"
)

// Capital gives a phrase with a capital first letter.
func Capital(phrase string) string {
	first, size := utf8.DecodeRuneInString(phrase)
	if size == 0 || unicode.IsUpper(first) {
		return phrase
	}
	return string(unicode.ToUpper(first)) + phrase[size:]
}
