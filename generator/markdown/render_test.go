package markdown

import (
	"bytes"
	"testing"

	"github.com/yuin/goldmark/renderer/html"
)

// What is written as it is, goldmark's writer would have left as it is.
func FuzzVerbatim(f *testing.F) {
	for _, text := range []string{"a", "å – ”b” 'c'", "a\\b", "a&b", "a<b", "a>b", "a\"b", "a\x00b", "\x7f\xff"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		if !isVerbatim(text) {
			return
		}
		raw, written := page{Buffer: new(bytes.Buffer)}, page{Buffer: new(bytes.Buffer)}
		html.DefaultWriter.RawWrite(&raw, text)
		html.DefaultWriter.Write(&written, text)
		if raw.String() != string(text) || written.String() != string(text) {
			t.Errorf("%q is written as %q and %q", text, raw.String(), written.String())
		}
	})
}
