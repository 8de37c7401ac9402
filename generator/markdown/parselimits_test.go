package markdown

import (
	"flag"
	"strings"
	"testing"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/limits"
)

// largest is the size of a file from which on it is refused before it comes here.
const largest = 256 << 10

// long has the patterns at the size of the largest file; it takes minutes.
var long = flag.Bool("long", false, "run the long form of the tests")

func TestNoTextHangsOrMakesAHugePage(t *testing.T) {
	size := largest / 16
	if *long {
		size = largest
	}
	for _, p := range patterns {
		t.Run(p.name, func(t *testing.T) {
			t.Parallel()
			body := []byte(p.text(size))
			doc, _ := Parse(Source{File: "f.md", Data: body, Lang: "sv"})
			html, plain := len(doc.HTML(Resolver{})), len(doc.Plain())
			if most := 32*size + 2*limits.Referred; html > most || plain > most {
				t.Errorf("%d bytes make %d of HTML and %d of text", len(body), html, plain)
			}
			FirstParagraph(body, "sv")
		})
	}
}

func isComplex(faults diag.List) bool { return len(faults) > 0 && faults[0].Code == diag.TooComplex }

func TestEachLimitIsToldWhereItIsPassed(t *testing.T) {
	repeat := strings.Repeat
	for _, test := range []struct {
		limit  *excess
		within string // a text that is within the limit
		more   string // and what passes it
	}{
		{tooDeep, repeat("> ", limits.Containers) + "a", "\n\n" + repeat("> * ", limits.Containers/2) + "1. a"},
		{tooDeep, "[^1]: " + repeat("* ", limits.Containers-1) + "a[^1]", "\n\n[^2]: " + repeat("* ", limits.Containers) + "a[^2]"},
		{tooLong, repeat("* ", limits.Containers) + "a" + repeat("\n", limits.ContainerLines/limits.Containers-1), " b\n  c"},
		{tooMarked, repeat("*a* ", limits.Marks/2), "*b*"},
		{tooMarked, repeat("~a~ ", limits.Marks/2), "\n2. ~~b~~"},
		{tooLinked, repeat("[a](b) ", limits.Brackets), "[c](d)"},
		{tooAlike, "a" + repeat("~", limits.Run), " a" + repeat("~", limits.Run+1)},
		{tooAlike, "a" + repeat("'", limits.Run), "'"},
		{tooAlike, "a" + repeat(`"`, limits.Run), `"`},
		{tooNoted, "[^1]: a" + repeat("\n\n[^1]", limits.Notes-1), "\n\n[^1]"},
		{tooBarred, "a|b\n-|-" + repeat("\n`\\|`|", limits.EscapedBars), "\n`\\|`|"},
		{tooWide, "a|b\n-|-\n" + repeat("c\n", limits.Cells/2-1), "d\n"},
		{tooReferred, "[a]: b '" + repeat("c", limits.Referred/2-1) + "'\n\n[a] [a]", " [a]"},
	} {
		t.Run(test.limit.en, func(t *testing.T) {
			doc, faults := Parse(Source{File: "f.md", Data: []byte(test.within), Lang: "sv"})
			if isComplex(faults) || doc.Plain() == "" {
				t.Fatalf("refused within the limit: %v", faults)
			}
			all := "Först.\n\n" + test.within + test.more
			doc, faults = Parse(Source{File: "f.md", Data: []byte(all), Lang: "sv"})
			if len(faults) != 1 || !isComplex(faults) || faults[0].Arg("what-en") != test.limit.en {
				t.Fatalf("told %v, want only %s", faults, test.limit.en)
			}
			if want := 1 + strings.Count(strings.TrimRight(all, "\n"), "\n"); faults[0].Line != want {
				t.Errorf("told at line %d, want %d", faults[0].Line, want)
			}
			if !strings.HasPrefix(doc.Plain(), "Först.") || !strings.HasPrefix(string(doc.HTML(Resolver{})), "<p>Först.</p>\n") {
				t.Errorf("what stands before is not shown: %.40q", doc.Plain())
			}
		})
	}
}

func TestOrdinaryTextsAreFarWithinTheLimits(t *testing.T) {
	for name, text := range map[string]string{
		"lines across the page": strings.Repeat("- ", 200) + "\n\n" + strings.Repeat("* ", 200) + "\n\n" + strings.Repeat("-", 3000),
		"a form to fill in":     strings.Repeat("Namn: "+strings.Repeat("_", 80)+"\n", 1000),
		"a long list of links":  strings.Repeat("* **[Protokoll](https://a.se/protokoll_2012)** från *mötet*\n", 4000),
		"a long table":          "| Dag | Tid | Plats |\n|---|---|---|\n" + strings.Repeat("| **måndag** | 18.00 | Rådhuset |\n", 900),
		"quotations in letters": strings.Repeat(strings.Repeat("> ", 10)+"text\n", 1000),
		"indented text":         strings.Repeat(strings.Repeat(" ", 200)+"text\n", 1000),
		"years":                 strings.Repeat("2012. Text\n\n", 1000),
	} {
		if _, faults := Parse(Source{File: "f.md", Data: []byte(text), Lang: "sv"}); isComplex(faults) {
			t.Errorf("%s: %v", name, faults[0].Message("en"))
		}
	}
}

// BenchmarkPatterns shows how long each pattern takes: go test -bench Patterns -benchtime 1x
func BenchmarkPatterns(b *testing.B) {
	for _, p := range patterns {
		b.Run(p.name, func(b *testing.B) {
			body := []byte(p.text(largest))
			for b.Loop() {
				doc, _ := Parse(Source{File: "f.md", Data: body, Lang: "sv"})
				doc.HTML(Resolver{})
				doc.Plain()
				FirstParagraph(body, "sv")
			}
		})
	}
}
