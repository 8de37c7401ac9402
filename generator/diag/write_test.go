package diag

import (
	"errors"
	"strings"
	"testing"
)

func TestWriteShowsTheLineAndThePlace(t *testing.T) {
	long := strings.Repeat("ett ord ", 30) + "FEL " + strings.Repeat("mer text ", 30)
	for _, c := range []struct {
		name, lang, src string
		d               Diagnostic
		want            string
	}{
		{
			name: "a key in English", lang: "en", src: "---\ntitel: Kommunen\n---\n",
			d: New(Position{"a.md", 2, 1}, UnknownKey, "key", "titel", "suggestion", "title"),
			want: `
a.md:2:1: error: unknown key "titel" [unknown-key]
    2 | titel: Kommunen
      | ^^^^^
  hint: did you mean ` + "`title`" + `?
`,
		},
		{
			name: "a key in Swedish", lang: "sv", src: "---\ntitel: Kommunen\n---\n",
			d: New(Position{"a.md", 2, 1}, UnknownKey, "key", "titel", "suggestion", "title"),
			want: `
a.md:2:1: error: okänd nyckel "titel" [unknown-key]
    2 | titel: Kommunen
      | ^^^^^
  råd: menade du ` + "`title`" + `?
`,
		},
		{
			name: "the file as a whole has no line", lang: "en", src: "x",
			d: New(Position{File: "a.md"}, NoPressContact),
			want: `
a.md: warning: the press release has no press contact [no-press-contact]
  hint: name at least one in ` + "`contacts: [id]`" + `, so that journalists know whom to call
`,
		},
		{
			name: "the line as a whole has no place in it", lang: "en", src: "a\nb c\n",
			d: New(Position{"a.md", 2, 0}, NotUTF8),
			want: `
a.md:2: error: the file is not saved as UTF-8 [not-utf8]
    2 | b c
  hint: save the file again with the encoding UTF-8
`,
		},
		{
			name: "tabs are one space, so that the mark stands under its word", lang: "en", src: "\tå\tordet: x",
			d: New(Position{"a.md", 1, 4}, NotUTF8),
			want: `
a.md:1:4: error: the file is not saved as UTF-8 [not-utf8]
    1 |  å ordet: x
      |    ^^^^^
  hint: save the file again with the encoding UTF-8
`,
		},
		{
			name: "line ends of Windows and a byte-order mark are not shown", lang: "en", src: "\uFEFFabc\r\n",
			d: New(Position{"a.md", 1, 1}, NotUTF8),
			want: `
a.md:1:1: error: the file is not saved as UTF-8 [not-utf8]
    1 | abc
      | ^^^
  hint: save the file again with the encoding UTF-8
`,
		},
		{
			name: "the end of a line can be the place", lang: "en", src: "abc\n",
			d: New(Position{"a.md", 1, 4}, NotUTF8),
			want: `
a.md:1:4: error: the file is not saved as UTF-8 [not-utf8]
    1 | abc
      |    ^
  hint: save the file again with the encoding UTF-8
`,
		},
		{
			name: "a long line is cut around the place", lang: "en", src: long,
			d: New(Position{"a.md", 1, 241}, NotUTF8),
			want: `
a.md:1:241: error: the file is not saved as UTF-8 [not-utf8]
    1 |  ett ord ett ord ett ord ett ord ett ord ett ord FEL mer text mer text mer text mer text mer text me
      |                                                  ^^^
  hint: save the file again with the encoding UTF-8
`,
		},
		{
			name: "a line that is gone is not shown", lang: "en", src: "a\n",
			d: New(Position{"a.md", 9, 1}, NotUTF8),
			want: `
a.md:9:1: error: the file is not saved as UTF-8 [not-utf8]
  hint: save the file again with the encoding UTF-8
`,
		},
		{
			name: "a line in another encoding is not shown", lang: "en", src: "tr\xe4ff",
			d: New(Position{"a.md", 1, 0}, NotUTF8),
			want: `
a.md:1: error: the file is not saved as UTF-8 [not-utf8]
  hint: save the file again with the encoding UTF-8
`,
		},
		{
			name: "what is to be pasted stands on lines of its own", lang: "en", src: "",
			d: New(Position{"a.md", 0, 0}, RawHTML, "html", "<table>", "advice-en", "write:", "paste", "| a |\n| - |\x1b"),
			want: `
a.md: warning: HTML in the text is shown as text: <table> [raw-html]
  hint: write:
  | a |
  | - |�
`,
		},
		{
			name: "a text of several lines stays on one", lang: "en", src: "",
			d: New(Position{File: "a.js"}, BadAsset, "why", "expected )\r\n  1: f(\n      ^"),
			want: `
a.js: error: the file cannot be parsed: expected ) 1: f( ^ [bad-asset]
  hint: correct the style sheet or the script
`,
		},
		{
			name: "what an author wrote is not filled in again", lang: "en", src: "",
			d: New(Position{File: "a.md"}, BadChoice, "key", "{value}", "value", "{allowed}", "allowed", "x"),
			want: `
a.md: error: "{value}" cannot be "{allowed}" [bad-choice]
  hint: choose one of: x
`,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			var b strings.Builder
			if err := (Report{Lang: c.lang, Source: func(string) []byte { return []byte(c.src) }}).Write(&b, List{c.d}); err != nil {
				t.Fatal(err)
			}
			if got, want := b.String(), strings.TrimPrefix(c.want, "\n"); got != want {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

func TestWriteTellsThatItCannotWrite(t *testing.T) {
	full := errors.New("disk full")
	list := List{New(Position{File: "a.md"}, NoPressContact)}
	if err := (Report{Lang: "en"}).Write(brokenWriter{full}, list); !errors.Is(err, full) {
		t.Errorf("got %v, want %v", err, full)
	}
}

type brokenWriter struct{ err error }

func (w brokenWriter) Write([]byte) (int, error) { return 0, w.err }
