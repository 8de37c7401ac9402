package markdown

import (
	"regexp"
	"slices"
	"testing"
)

// What ofWords leaves out is in no name.
func FuzzOfWords(f *testing.F) {
	for _, text := range []string{
		" Anna Ek, som", " Alingsås kommuns vd:n J. P. O’Brien-Ek. Sedan", "\u00a0Eva von Sydow (S)", "Anna\tEk\fsaid 1", " Z\u0327elik\xff B", " A.",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, pattern := range []*regexp.Regexp{subject, leadingName} {
			got, want := pattern.FindStringSubmatchIndex(ofWords(text)), pattern.FindStringSubmatchIndex(text)
			if !slices.Equal(got, want) {
				t.Errorf("%s finds %v in the words of %q, not %v", pattern, got, text, want)
			}
		}
	})
}
