package locale

import (
	"strings"

	"github.com/gosimple/slug"
	"golang.org/x/text/unicode/norm"
)

// and holds the word for & in languages that the library lacks; it has the others.
var and = map[string]string{"da": "og", "se": "ja", "uk": "та"}

// Slug makes the last part of an address from a title: letters a–z, digits, and single hyphens
// between them. å, ä and ö become a, a and o; & becomes the word for it in lang, a tag as in
// [Lookup]. It gives "" when nothing is left.
func Slug(text, lang string) string {
	text = spaced(norm.NFC.String(text), lang)
	made, isPlain := plainSlug(text, lang)
	if !isPlain {
		made = slug.MakeLang(text, lang)
	}
	return strings.Join(strings.FieldsFunc(made, isSeparator), "-")
}

// plainSlug is what the library makes of a text in plain letters, false for any other. With the first text that it is
// asked for the library unpacks a table of all letters there are: 10 ms, a tenth of the build of a small site.
func plainSlug(text, lang string) (made string, isPlain bool) {
	knowsSwedish := lang == "sv" || lang == "en"
	isPlain = true
	made = strings.Map(func(c rune) rune {
		switch {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			return c
		case 'A' <= c && c <= 'Z':
			return c - 'A' + 'a'
		case knowsSwedish && ascii[c] != 0:
			return ascii[c]
		case c < ' ' || c > '~' || strings.ContainsRune("&@'\"", c):
			isPlain = false
		}
		return '-'
	}, text)
	return made, isPlain
}

// ascii has the other letters that Swedish names are written with, without what stands above them.
var ascii = map[rune]rune{'å': 'a', 'ä': 'a', 'ö': 'o', 'é': 'e', 'Å': 'a', 'Ä': 'a', 'Ö': 'o', 'É': 'e'}

// IsSlug reports whether s is a slug as [Slug] makes them. The empty text is none.
func IsSlug(s string) bool {
	if s == "" || strings.HasPrefix(s, "-") || strings.HasSuffix(s, "-") || strings.Contains(s, "--") {
		return false
	}
	return strings.IndexFunc(s, func(c rune) bool {
		return c != '-' && (c < 'a' || c > 'z') && (c < '0' || c > '9')
	}) < 0
}

// spaced makes words of the signs that are read as words, so that "FoU&IT" is not "fouochit". A
// section sign is dropped: its transcription would be "ss".
func spaced(text, lang string) string {
	if !strings.ContainsAny(text, "&@§") {
		return text
	}
	word := "&"
	if known, ok := and[lang]; ok {
		word = known
	}
	return strings.NewReplacer("&", " "+word+" ", "@", " @ ", "§", " ").Replace(text)
}

// The library lets an underscore stand.
func isSeparator(c rune) bool { return c == '-' || c == '_' }
