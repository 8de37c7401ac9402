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
	made := slug.MakeLang(spaced(norm.NFC.String(text), lang), lang)
	return strings.Join(strings.FieldsFunc(made, isSeparator), "-")
}

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
