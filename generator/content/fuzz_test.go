package content

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"alingsas.se/dialog/generator/diag"
)

// Whatever stands in a file: nothing panics, every position is a place that an editor can go to, the
// body lies within the file, and reading it again gives the same faults.
func FuzzParse(f *testing.F) {
	seeds, err := filepath.Glob("../../content/*/*.md")
	if err != nil || len(seeds) == 0 {
		f.Fatalf("no seeds: %v", err)
	}
	for _, name := range seeds {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	for _, text := range []string{
		"", "---", "---\n---", "---\n  ---\nx: y\n---\n", "\uFEFF---\r\ntitle: å\r\n---\r\n", "---\ntitle: \"a\n---\n", "---\n- a\n---\n",
		"---\ndate: [\n---", "---\n&a title: *a\n---\n", "---\n? {a: b}\n: c\n---\n", "\xff\xfe-\x00", "---\nimages: [{file: a, alt: }]\n---\n#",
	} {
		f.Add([]byte(text))
	}
	settings := testSettings()
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, k := range kinds {
			at := place{kind: k, name: string(k) + "/a.md", id: "a", lang: "sv"}
			p := parse(settings, at, "content/a.md", data)
			item := p.item()
			if item == nil {
				t.Fatalf("no item of kind %s", k)
			}
			if o := item.Body.Text().Source().Offset; o < 0 || o > len(item.Body.Text().Source().Data) {
				t.Fatalf("the body begins at %d of %d", o, len(item.Body.Text().Source().Data))
			}
			for _, d := range p.diags {
				checkPosition(t, d, data)
			}
			for _, key := range item.keys {
				checkPosition(t, diag.New(item.At(key.key), diag.UnknownKey), data)
			}
			again := parse(settings, at, "content/a.md", data)
			if len(again.diags) != len(p.diags) {
				t.Fatalf("%d faults, and %d when read again", len(p.diags), len(again.diags))
			}
		}
	})
}

func checkPosition(t *testing.T, d diag.Diagnostic, data []byte) {
	t.Helper()
	lines := bytes.Split(bytes.TrimPrefix(data, []byte("\uFEFF")), []byte("\n"))
	if d.Line < 0 || d.Column < 0 || d.Line > len(lines) {
		t.Fatalf("%v: %s in a file of %d lines:\n%q", d.Position, d.Code, len(lines), data)
	}
	if d.Line == 0 {
		return
	}
	if line := lines[d.Line-1]; d.Column > utf8.RuneCount(line)+1 {
		t.Fatalf("%v: %s in a line of %d characters:\n%q", d.Position, d.Code, utf8.RuneCount(line), data)
	}
}
