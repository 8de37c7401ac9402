package markdown

import (
	"testing"

	"github.com/gosimple/slug"
)

func FuzzSlugsAreTheLibrarys(f *testing.F) {
	for _, text := range []string{
		"Åtgärder för näringslivet", " – ”Vi lyssnar” – ", "a & b@c.se", "-_a_-_b__--c", "½ × 3 ± ¼", "5 § – 1:2", "\u0085\u00a0a\u2028", "ÄÖÜß", "ⅷ łódź", "\xff", "\u00ad", "Œ",
		every(0, latin), every(firstPunctuation, firstPunctuation+punctuation),
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for lang, d := range dialects {
			if got, want := d.slugger.slug(text), slug.MakeLang(text, lang); got != want {
				t.Errorf("%q in %q gives %q, not %q", text, lang, got, want)
			}
		}
	})
}

// every gives a text of every sign from one to another, between letters and beside itself.
func every(from, to rune) string {
	var text []rune
	for r := from; r < to; r++ {
		text = append(text, 'x', r, 'x', r, r)
	}
	return string(text)
}
