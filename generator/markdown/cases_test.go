package markdown

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"alingsas.se/dialog/generator/diag"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite the expectations in testdata")

// Each file in testdata is one case: the comment says what it shows and may name a language
// ("lang: en"); input is the body; html, plain and diagnostics are what becomes of it.
func TestCasesInTestdata(t *testing.T) {
	for _, file := range caseFiles(t) {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := outcome(section(archive, "input"), languageOf(archive))
			if *update {
				rewrite(t, file, archive, got)
			}
			for _, want := range archive.Files[1:] {
				if string(want.Data) != got[want.Name] {
					t.Errorf("%s:\n%s\nwant:\n%s", want.Name, got[want.Name], want.Data)
				}
			}
			if len(archive.Files) != 1+len(got) {
				t.Errorf("%d sections, want input and %d more", len(archive.Files), len(got))
			}
		})
	}
}

func TestLineEndsOfWindowsChangeNothing(t *testing.T) {
	for _, file := range caseFiles(t) {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		input, lang := section(archive, "input"), languageOf(archive)
		want := outcome(input, lang)
		got := outcome(bytes.ReplaceAll(input, []byte("\n"), []byte("\r\n")), lang)
		for name := range want {
			if got[name] != want[name] {
				t.Errorf("%s: %s differs with \\r\\n:\n%s\nwant:\n%s", file, name, got[name], want[name])
			}
		}
	}
}

func TestNoLineEndAtTheEndChangesNothing(t *testing.T) {
	for _, file := range caseFiles(t) {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		input, lang := section(archive, "input"), languageOf(archive)
		want, got := outcome(input, lang), outcome(bytes.TrimRight(input, "\n"), lang)
		if got["html"] != want["html"] || got["plain"] != want["plain"] {
			t.Errorf("%s: differs without a line end", file)
		}
	}
}

func caseFiles(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	return files
}

func section(a *txtar.Archive, name string) []byte {
	for _, f := range a.Files {
		if f.Name == name {
			return f.Data
		}
	}
	return nil
}

func languageOf(a *txtar.Archive) string {
	if _, lang, ok := strings.Cut(string(a.Comment), "lang: "); ok {
		return strings.TrimSpace(lang)
	}
	return "sv"
}

var sections = []string{"html", "plain", "diagnostics"}

func outcome(input []byte, lang string) map[string]string {
	doc, faults := Parse(Source{File: "body.md", Data: input, Lang: lang})
	return map[string]string{
		"html":        string(doc.HTML(testResolver())),
		"plain":       endLine(doc.Plain()),
		"diagnostics": list2text(faults),
	}
}

func endLine(s string) string {
	if s == "" {
		return ""
	}
	return s + "\n"
}

func list2text(l diag.List) string {
	var b strings.Builder
	for _, d := range l {
		fmt.Fprintf(&b, "%s %s: %s\n", d.Position, d.Code, d.Message("en"))
	}
	return b.String()
}

func rewrite(t *testing.T, file string, a *txtar.Archive, got map[string]string) {
	t.Helper()
	a.Files = a.Files[:1]
	for _, name := range sections {
		a.Files = append(a.Files, txtar.File{Name: name, Data: []byte(got[name])})
	}
	if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
		t.Fatal(err)
	}
}

// testResolver knows two contacts, one image with its size, and one file that is not there.
func testResolver() Resolver {
	return Resolver{
		Link: func(destination string) string {
			if destination == "gone.md" {
				return ""
			}
			if name, ok := strings.CutPrefix(destination, "../meetings/"); ok {
				return "/traffar/" + strings.TrimSuffix(name, ".md") + "/"
			}
			return destination
		},
		Image: func(destination string) Image {
			switch destination {
			case "gone.jpg":
				return Image{}
			case "torget.jpg":
				return Image{Src: "/bilder/torget-800.jpg", SrcSet: "/bilder/torget-400.jpg 400w", Sizes: "100vw",
					Width: 800, Height: 600}
			}
			return Image{Src: destination}
		},
		Speaker: func(name string) (Speaker, bool) {
			switch name {
			case "Daniel Filipsson":
				return Speaker{"/kontakt/daniel-filipsson/", "kommunalråd"}, true
			case "Susanne Öström":
				return Speaker{Href: "/kontakt/susanne-ostrom/"}, true
			}
			return Speaker{}, false
		},
		FootnotePrefix: "p-",
		BackLabel:      "Tillbaka till texten",
		StruckLabel:    "struket",
		FootnotesTitle: "Fotnoter",
	}
}
