package content

import (
	"bytes"
	"testing"
	"unicode/utf8"
)

// At a glance nothing is overlooked that a closer look would find.
func FuzzGlance(f *testing.F) {
	for _, seed := range []string{"", "Å ä ö é – “ ” …", "a\rb", "a\r\n", "a\x00", "a\x7f", "\u0085", "\u009f", "\u00a0", "\u202e", "\u2066", "\ufeff", "\ufffd", "Ã¥", "fÃ¶r", "â€œ", "Ã…", "\u2029", "🙂"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			t.Skip("refused before")
		}
		text := []byte(s)
		got := glance(text)
		if want := bytes.IndexFunc(text, isHidden); got.hidden != want {
			t.Errorf("%q: hidden at %d, want %d", s, got.hidden, want)
		}
		if want := bytes.IndexByte(text, '\r') >= 0; got.hasReturns != want {
			t.Errorf("%q: returns %v, want %v", s, got.hasReturns, want)
		}
		all := seen{hasReturns: true, mayBeGarbled: true}
		if at := garbled(text, all); at >= 0 && !got.mayBeGarbled {
			t.Errorf("%q: garbled at %d", s, at)
		}
	})
}
