package content

import (
	"strings"
	"testing"
	"unicode/utf16"

	"alingsas.se/dialog/generator/diag"
)

func TestFrontMatterIsCutFromTheBody(t *testing.T) {
	keys := []string{"title", "draft"}
	for _, c := range []struct {
		name, text string
		yaml       string
		line       int // the file's lines before yaml
		body       string
		code       diag.Code // "" for none
		at         string
	}{
		{name: "as it should be", text: "---\ntitle: a\n---\n\nText\n", yaml: "title: a\n", line: 1, body: "\nText\n"},
		{name: "with the line ends of Windows", text: "---\r\ntitle: a\r\n---\r\n\r\nText\r\n", yaml: "title: a\r\n", line: 1, body: "\r\nText\r\n"},
		{name: "after empty lines", text: "\n \n---\ntitle: a\n---\nText", yaml: "title: a\n", line: 3, body: "Text"},
		{name: "with spaces after the hyphens", text: "--- \ntitle: a\n---\t\nText", yaml: "title: a\n", line: 1, body: "Text"},
		{name: "without a body", text: "---\ntitle: a\n---", yaml: "title: a\n", line: 1, body: ""},
		{name: "without keys", text: "---\n---\nText", yaml: "", line: 1, body: "Text"},
		{name: "with a rule in the body", text: "---\ntitle: a\n---\nText\n\n---\n\nMer", yaml: "title: a\n", line: 1, body: "Text\n\n---\n\nMer"},
		{name: "with letters outside ASCII", text: "---\ntitle: å\n---\nÖppet", yaml: "title: å\n", line: 1, body: "Öppet"},
		{name: "none", text: "Text", code: diag.NoFrontMatter, at: "a.md:1:1"},
		{name: "an empty file", text: "", code: diag.NoFrontMatter, at: "a.md:1:1"},
		{name: "never closed", text: "\n---\ntitle: a\n", code: diag.UnclosedFrontMatter, at: "a.md:2:1"},
		{name: "closed by four hyphens", text: "---\ntitle: a\n----\n", code: diag.UnclosedFrontMatter, at: "a.md:1:1"},
		{name: "opened by four hyphens", text: "----\ntitle: a\n---\n", code: diag.NoFrontMatter, at: "a.md:1:1"},
		{name: "closed inside a text", text: "---\ntitle: |\n  a\n  ---\n  b\n---\n", code: diag.CutFrontMatter, at: "a.md:4:1"},
		{name: "closed before its last key", text: "---\ntitle: a\n---\n\ndraft: true\n---\n", code: diag.CutFrontMatter, at: "a.md:5:1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m, diags := splitMatter("a.md", []byte(c.text), keys)
			if c.code != "" {
				if len(diags) != 1 || diags[0].Code != c.code || diags[0].Position.String() != c.at || m.ok {
					t.Fatalf("got %v (ok %v), want %s at %s", diags, m.ok, c.code, c.at)
				}
				return
			}
			if len(diags) > 0 || !m.ok {
				t.Fatalf("reported %v (ok %v), want nothing", diags, m.ok)
			}
			if string(m.yaml) != c.yaml || m.line != c.line || c.text[m.body:] != c.body {
				t.Errorf("got %q after %d lines and the body %q,\nwant %q after %d and %q", m.yaml, m.line, c.text[m.body:], c.yaml, c.line, c.body)
			}
		})
	}
}

const release = "---\ntitle: Öppen dialog\ndate: 2012-03-27\ncontacts: [anna-ek]\n---\n\nText.\n"

func TestFilesOfWindowsAreReadLikeOthers(t *testing.T) {
	for name, text := range map[string]string{
		"line ends":                  strings.ReplaceAll(release, "\n", "\r\n"),
		"byte-order mark":            "\uFEFF" + release,
		"mark and line ends at once": "\uFEFF" + strings.ReplaceAll(release, "\n", "\r\n"),
	} {
		t.Run(name, func(t *testing.T) {
			p := parseText(text)
			if len(p.diags) > 0 || p.release.Title != "Öppen dialog" || strings.TrimSpace(string(p.release.Body.Text().Markdown())) != "Text." {
				t.Errorf("got %q with the body %q and %v", p.release.Title, p.release.Body.Text().Markdown(), p.diags)
			}
			if at := p.release.At("date"); at.Line != 3 || at.Column != 1 {
				t.Errorf("date stands at %v, want line 3, column 1", at)
			}
		})
	}
}

func TestOtherEncodingsAreToldAndNothingElse(t *testing.T) {
	units := utf16.Encode([]rune("\uFEFF" + release))
	little, big := make([]byte, 0, 2*len(units)), make([]byte, 0, 2*len(units))
	for _, u := range units {
		little, big = append(little, byte(u), byte(u>>8)), append(big, byte(u>>8), byte(u))
	}
	for name, c := range map[string]struct{ text, at string }{
		"UTF-16, little end first": {string(little), "content/press/a.md:1"},
		"UTF-16, big end first":    {string(big), "content/press/a.md:1"},
		"Latin-1":                  {strings.ReplaceAll(release, "Ö", "\xd6"), "content/press/a.md:2"},
	} {
		t.Run(name, func(t *testing.T) {
			p := parseText(c.text)
			diags := append(p.diags, settle(testSettings(), []*Release{p.release}, releaseFields)...)
			if len(diags) != 1 || diags[0].Code != diag.NotUTF8 || diags[0].Position.String() != c.at {
				t.Errorf("got %v, want [not-utf8] alone, at %s", diags, c.at)
			}
		})
	}
}

func parseText(text string) parsed {
	at := place{kind: pressKind, name: "press/a.md", id: "a", lang: "sv"}
	return parse(testSettings(), at, "content/press/a.md", []byte(text))
}

func testSettings() *Settings {
	s := &Settings{File: "content/site.yaml", Languages: []string{"sv", "en"}}
	s.fillDefaults()
	return s
}
