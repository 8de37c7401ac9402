package markdown

import (
	"regexp"
	"testing"
)

// A nameReader reads what these patterns match.
const (
	space = `[\s\x{a0}]+`
	// One part of a name: Anna-Karin, O’Brien, Öström.
	namePart = `\p{Lu}[\p{L}\p{M}]*(?:[-’'][\p{L}\p{M}]+)*`
	// What stands between the parts: a space, with a nobiliary particle or an initial after it.
	between  = space + `(?:(?:von|af|de|van|der|den|del|di|la|el|al|bin|ter)` + space + `|\p{Lu}\.\s*){0,2}`
	name     = `((?:\p{Lu}\.\s*){0,3}` + namePart + `(?:` + between + namePart + `){0,4})`
	fullName = `(` + namePart + `(?:` + between + namePart + `){1,4})`
	// A title may name its municipality: Alingsås kommuns näringslivschef.
	titleWord = `(?:vd|vd:n|vice|[\p{Ll}-]{4,})`
	title     = `(?:\p{Lu}\p{L}+` + space + `kommuns` + space + `)?(?:` + titleWord + space + `){1,3}`
)

var (
	subjectPattern     = regexp.MustCompile(`^` + space + `(?:` + title + fullName + `|` + name + `)`)
	leadingNamePattern = regexp.MustCompile(`^` + name + space)
)

func FuzzNames(f *testing.F) {
	for _, text := range []string{
		" Anna Ek, som", " Alingsås kommuns vd:n J. P. O’Brien-Ek. Sedan", "\u00a0Eva von der Sydow (S)", "Anna\tEk\fsaid 1", " Z\u0327elik\xff B",
		" A.", " A. B. C. D. Ek", " A. b", " A B. von der", " A B. C. D", " A af B.C von D", " A-b-’c'D-", " vd vice kommunal-råd A B", " a b c d A B",
		" Ab kommuns A B", " Ab kommuns abcd A", " abcd A", "A B C D E F G said", "A B. C said", "A. B said", "A\u00a0B. \u00a0said", " ªbcd Ⅷ ǅ A", "A, ",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var start, end int
		m := subjectPattern.FindStringSubmatchIndex(text)
		if m != nil {
			start, end = max(m[2], m[4]), max(m[3], m[5]) // after a title, or without one
		}
		r := nameReader{text: text}
		if s, e, ok := r.subject(); ok != (m != nil) || ok && (s != start || e != end) {
			t.Errorf("the subject of %q is %d–%d, %v, not %d–%d, %v", text, s, e, ok, start, end, m != nil)
		}
		m = leadingNamePattern.FindStringSubmatchIndex(text)
		if m != nil {
			start, end = m[1], m[3]
		}
		r = nameReader{text: text}
		if e, ok := r.leadingName(); ok != (m != nil) || ok && (r.at != start || e != end) {
			t.Errorf("the name that begins %q ends at %d and %d, %v, not %d and %d, %v", text, e, r.at, ok, end, start, m != nil)
		}
	})
}
