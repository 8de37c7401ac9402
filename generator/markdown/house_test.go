package markdown

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func houseFormOf(body string) string {
	return string(InHouseForm(Source{File: "f.md", Data: []byte(body), Lang: "sv"}))
}

func TestBodiesGetTheHouseForm(t *testing.T) {
	for _, test := range []struct{ name, body, want string }{
		{"nothing to do", "En rad.\n\n– Hej, säger Anna Ek.\n\n* a\n* b\n", "En rad.\n\n– Hej, säger Anna Ek.\n\n* a\n* b\n"},
		{"a list of hyphens", "- lokaler\n- bemötande\n", "* lokaler\n* bemötande\n"},
		{"a list of plus signs in a list", "* a\n  + b\n  + c\n", "* a\n  * b\n  * c\n"},
		{"numbers stay", "1. a\n2. b\n", "1. a\n2. b\n"},
		{"two lists stay two", "- a\n\n* b\n", "- a\n\n* b\n"},
		{"a hyphen that is a quote", "- Vi vill lyssna, säger Anna Ek.\n", "– Vi vill lyssna, säger Anna Ek.\n"},
		{"an em dash", "— Vi vill lyssna, säger Anna Ek.\n", "– Vi vill lyssna, säger Anna Ek.\n"},
		{"a minus sign", "− Vi vill lyssna, säger Anna Ek.\n", "– Vi vill lyssna, säger Anna Ek.\n"},
		{"a missing space", "–Vi vill lyssna, säger Anna Ek.\n", "– Vi vill lyssna, säger Anna Ek.\n"},
		{"a no-break space", "–\u00a0Vi vill lyssna.\n", "– Vi vill lyssna.\n"},
		{"quotes one below the other", "– Ett, säger Anna Ek.\n– Två, säger Bo Ek.\n", "– Ett, säger Anna Ek.\n\n– Två, säger Bo Ek.\n"},
		{"a dash within a line stays", "Buss 1 - 2, linje A—B.\n", "Buss 1 - 2, linje A—B.\n"},
		{"empty lines", "Ett.\n\n\n \nTvå.\n", "Ett.\n\nTvå.\n"},
		{"a heading right above its text", "## Rubrik\nText.\n## Rubrik\n* a\n", "## Rubrik\n\nText.\n\n## Rubrik\n\n* a\n"},
		{"lines of one paragraph stay", "Ett\ntvå\ntre.\n", "Ett\ntvå\ntre.\n"},
		{"a tight list stays tight", "- a\n- b\n\nText.\n", "* a\n* b\n\nText.\n"},
		{"a loose list stays loose", "- a\n\n\n- b\n", "* a\n\n* b\n"},
		{"code stays", "```\n- a\n\n\n– b\n```\n", "```\n- a\n\n\n– b\n```\n"},
		{"an editor's note stays", "<!-- a\n\n\n- b -->\n\nText.\n", "<!-- a\n\n\n- b -->\n\nText.\n"},
		{"a table stays", "| a | b |\n|---|---|\n| - c | d |\n", "| a | b |\n|---|---|\n| - c | d |\n"},
		{"a line stays", "Ett.\n\n---\n\nTvå.\n", "Ett.\n\n---\n\nTvå.\n"},
		{"points that would become a line stay", "- * *\n\n- a\n", "- * *\n\n- a\n"},
		{"points of points that would become a line stay, others do not", "+ + +\n\nText.\n\n+ a\n", "* * +\n\nText.\n\n* a\n"},
		{"a list below a line", "Ett:\n- a\n- b\n", "Ett:\n\n* a\n* b\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := houseFormOf(test.body); got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}

// checkHouseForm tells whether a body says the same in house form, for good.
func checkHouseForm(t *testing.T, name, body string) {
	t.Helper()
	before, _ := Parse(Source{Data: []byte(body), Lang: "sv"})
	house := houseFormOf(body)
	after, _ := Parse(Source{Data: []byte(house), Lang: "sv"})
	if before.HTML(Resolver{}) != after.HTML(Resolver{}) {
		t.Errorf("%s: another page\n%q\n%q", name, body, house)
	}
	if again := houseFormOf(house); again != house {
		t.Errorf("%s: not at once\n%q\n%q\n%q", name, body, house, again)
	}
	if strings.Count(body, "<!--") != strings.Count(house, "<!--") {
		t.Errorf("%s: a note is lost\n%q\n%q", name, body, house)
	}
}

func TestTheHouseFormSaysTheSame(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) < 10 {
		t.Fatalf("%d cases: %v", len(names), err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		_, body, _ := bytes.Cut(data, []byte("-- input --\n"))
		body, _, _ = bytes.Cut(body, []byte("-- html --"))
		checkHouseForm(t, name, string(body))
	}
}

func FuzzHouseForm(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, body string) {
		if len(body) < 2000 {
			checkHouseForm(t, "fuzz", body)
		}
	})
}
