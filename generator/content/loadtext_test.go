package content

import (
	"bytes"
	"testing"
	"unicode/utf8"
)

// At a glance nothing is overlooked that a closer look would find.
func FuzzGlance(f *testing.F) {
	for _, seed := range []string{"", "Å ä ö é – “ ” …", "a\rb", "a\r\n", "a\x00", "a\x7f", "\u0085", "\u009f", "\u00a0", "\u202e", "\u2066", "\ufeff", "\ufffd", "Ã¥", "fÃ¶r", "â€œ", "Ã…", "\u2029", "🙂", "\xc3", "å\xc3a", "\xe2\x80", "\xed\xa0\x80"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		text := []byte(s)
		got := glance(text)
		if want := invalidUTF8(text); got.invalid != want {
			t.Fatalf("%q: no UTF-8 at %d, want %d", s, got.invalid, want)
		}
		if got.invalid >= 0 {
			return // it is refused
		}
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

func invalidUTF8(text []byte) int {
	for i, r := range string(text) {
		if r == utf8.RuneError && !bytes.HasPrefix(text[i:], []byte("\uFFFD")) {
			return i
		}
	}
	return -1
}

// No line that says that its text is a draft is passed over before the expression is asked.
func FuzzDraftMark(f *testing.F) {
	for _, seed := range []string{"", "draft: true", "a\n**Utkast: ja**\nb", "\u00a0– UTKAST", "åUTKAST", "ett Utkast: ja", "\r\n# draft = true\r\n", "1 draft: on", "_Draft_ : 1", "x\n\n  DRAFT", "²utkast:ja"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		want := -1
		if at := draftMark.FindStringSubmatchIndex(s); at != nil {
			want = at[2]
		}
		if got := findDraftMark([]byte(s)); got != want {
			t.Errorf("%q: found at %d, want %d", s, got, want)
		}
	})
}
