package diag

import (
	"bufio"
	"encoding/json"
	"strings"
	"testing"
)

// hostile is what an author, or the name of a file, may hold.
var hostile = List{
	New(Position{"content/press/a\n::error::x,y:z%.md", 3, 7}, BadChoice, "key", "status", "value", "a\r\n::error file=b::c", "allowed", "<x> & \"y\" 100 %"),
	New(Position{File: "content/site.yaml"}, NoBaseURL),
	New(Position{File: "content/press/b.md", Line: 2}, Readability, "lix", "43", "words", "9"),
}

func TestJSONIsOneObjectALine(t *testing.T) {
	var b strings.Builder
	if err := (Report{Format: JSON, Lang: "sv"}).Write(&b, hostile); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(strings.NewReader(b.String()))
	for _, want := range hostile {
		if !lines.Scan() {
			t.Fatal("too few lines")
		}
		var got map[string]any
		if err := json.Unmarshal(lines.Bytes(), &got); err != nil {
			t.Fatalf("%s: %v", lines.Text(), err)
		}
		for key, value := range map[string]any{
			"file": want.File, "severity": want.Severity().String(), "code": string(want.Code), "message": want.Message("sv"), "hint": want.Hint("sv"),
		} {
			if got[key] != value {
				t.Errorf("%s is %q, want %q", key, got[key], value)
			}
		}
		if line, ok := got["line"].(float64); ok != (want.Line > 0) || int(line) != want.Line {
			t.Errorf("line is %v, want %d", got["line"], want.Line)
		}
		if column, ok := got["column"].(float64); ok != (want.Column > 0) || int(column) != want.Column {
			t.Errorf("column is %v, want %d", got["column"], want.Column)
		}
	}
	if lines.Scan() {
		t.Errorf("a line too many: %s", lines.Text())
	}
}

// What an author wrote, or a file is called, is no command to the host.
func TestGitHubReadsOneCommandForEachFault(t *testing.T) {
	var b strings.Builder
	if err := (Report{Format: GitHub, Lang: "en"}).Write(&b, hostile); err != nil {
		t.Fatal(err)
	}
	want := `::error file=content/press/a%0A%3A%3Aerror%3A%3Ax%2Cy%3Az%25.md,line=3,col=7,title=bad-choice::"status" cannot be "a%0D%0A::error file=b::c"%0Ahint: choose one of: <x> & "y" 100 %25
::error file=content/site.yaml,title=no-base-url::the site's address is missing%0Ahint: write ` + "`base_url: https://…`" + ` in content/site.yaml, or use --base-url
::notice file=content/press/b.md,line=2,title=readability::LIX 43 ({level-en}), 9 words in {sentences} sentences%0Ahint: aim for less than 50: short sentences and plain words
`
	if b.String() != want {
		t.Errorf("got:\n%s\nwant:\n%s", b.String(), want)
	}
}

func TestTextIsOneLineAFaultWhateverItSays(t *testing.T) {
	var b strings.Builder
	list := List{New(Position{"a\x1b[2J\n.md", 1, 1}, BadChoice, "key", "k", "value", "\x1b]0;x\a\u202e\tb", "allowed", "c")}
	source := func(string) []byte { return []byte("\x1b[31mred\u202e\n") }
	if err := (Report{Lang: "en", Source: source}).Write(&b, list); err != nil {
		t.Fatal(err)
	}
	want := "a\uFFFD[2J .md:1:1: error: \"k\" cannot be \"\uFFFD]0;x\uFFFD\uFFFD b\" [bad-choice]\n    1 | \uFFFD[31mred\uFFFD\n      | ^\n  hint: choose one of: c\n"
	if b.String() != want {
		t.Errorf("got:\n%q\nwant:\n%q", b.String(), want)
	}
}

func TestColoursAreForTerminals(t *testing.T) {
	for _, colour := range []bool{false, true} {
		var b strings.Builder
		if err := (Report{Lang: "en", Colour: colour}).Write(&b, hostile); err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(b.String(), "\x1b[31;1merror\x1b["); got != colour {
			t.Errorf("colour %v: %q", colour, b.String())
		}
	}
}
