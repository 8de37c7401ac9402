package sharing

import (
	"fmt"
	"image/color"
	"math"
	"os"
	"strings"
	"testing"

	"alingsas.se/dialog/generator/diag"
	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"
)

func TestColoursOfCSS(t *testing.T) {
	for text, want := range map[string]string{
		"#0a4a43":              "0a4a43",
		"#FFF":                 "ffffff",
		"#0a4":                 "00aa44",
		"rgb(10, 74,67)":       "0a4a43",
		"rgb(10 74 67)":        "0a4a43",
		"RGB(100% 0% 50%)":     "ff0080",
		"hsl(173, 76%, 16%)":   "0a4841",
		"hsl(0deg 100% 50%)":   "ff0000",
		"hsl(-120 100% 25%)":   "000080",
		"rebeccapurple":        "", // CSS 4 has it, the list of SVG has not
		"Navy":                 "000080",
		" /* green */ #0a4 ":   "00aa44",
		"#0a4a4380":            "",
		"#12":                  "",
		"#ggg":                 "",
		"rgb(1 2)":             "",
		"rgb(1 2 3 / 50%)":     "",
		"rgb(1rem 2 3)":        "",
		"hsl(1turn 2% 3%)":     "",
		"oklch(40% 0.1 170)":   "",
		"color-mix(in srgb,a)": "",
		"transparent":          "",
		"red blue":             "",
		"":                     "",
	} {
		var tokens []css.Token
		l := css.NewLexer(parse.NewInputString(text))
		for kind, data := l.Next(); kind != css.ErrorToken; kind, data = l.Next() {
			tokens = append(tokens, css.Token{TokenType: kind, Data: data})
		}
		c, isRead := readColour(tokens)
		got := ""
		if isRead {
			got = fmt.Sprintf("%02x%02x%02x", c.R, c.G, c.B)
		}
		if got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

// tokensFor is a style sheet with all tokens, and what else it is given.
func tokensFor(more string) string {
	return ":root{--paper:#fff;--ink:#000;--muted:#333;--line:#ccc;--accent:#004;--on-accent:#fff;--alert:#400}\n" + more
}

func TestColoursAreReadFromTheTokens(t *testing.T) {
	for _, c := range []struct{ name, css, accent, told string }{
		{"all", tokensFor(""), "#000044", ""},
		{"the last one counts", tokensFor(":root { --accent: #050 }"), "#005500", ""},
		{"what a dark screen has is left", tokensFor("@media (prefers-color-scheme: dark) { :root { --accent: #fff } }"), "#000044", ""},
		{"what another element has is left", tokensFor(".box { --accent: #fff }\nbody{--accent:red}"), "#000044", ""},
		{"one that is another", tokensFor(":root { --brand: hsl(120 100% 25%); --accent: var(--brand) }"), "#008000", ""},
		{"a comment and a fault before", tokensFor("/* x */ } a{b} @import url(x);\n:root{--accent:/* y */ #050}"), "#005500", ""},
		{"one that cannot be read", tokensFor(":root {\n  --accent: oklch(40% .1 170);\n}"), "#0a4a43", "bad-colour s.css:3:3 --accent"},
		{"a circle", tokensFor(":root {--accent: var(--b); --b: var(--accent)}"), "#0a4a43", "bad-colour s.css:2:8 --accent"},
		{"one that is not there", strings.Replace(tokensFor(""), "--accent:#004;", "", 1), "#0a4a43", "no-colour s.css:0:0 --accent"},
	} {
		t.Run(c.name, func(t *testing.T) {
			colours, diags := ReadColours("s.css", []byte(c.css))
			if got := fmt.Sprintf("#%02x%02x%02x", colours.Accent.R, colours.Accent.G, colours.Accent.B); got != c.accent {
				t.Errorf("the accent is %s, want %s", got, c.accent)
			}
			var told []string
			for _, d := range diags {
				told = append(told, fmt.Sprintf("%s %s:%d:%d %s", d.Code, d.File, d.Line, d.Column, d.Arg("name")+d.Arg("names")))
				if d.Severity() != diag.Warning {
					t.Errorf("%s is told as %v", d.Code, d.Severity())
				}
			}
			if got := strings.Join(told, ", "); got != c.told {
				t.Errorf("told: %q, want %q", got, c.told)
			}
		})
	}
}

func TestNoColourAtAllIsToldOnceAndStandard(t *testing.T) {
	colours, diags := ReadColours("s.css", []byte("a{}"))
	if colours != Standard || len(diags) != 1 || diags[0].Arg("names") != "--accent, --alert, --ink, --line, --muted, --on-accent, --paper" {
		t.Errorf("read %v, told %v", colours, diags)
	}
}

// The project's own style sheet gives the standard: whoever changes it need not change the program.
func TestTheProjectsColoursAreRead(t *testing.T) {
	data, err := os.ReadFile("../../static/assets/site.css")
	if err != nil {
		t.Fatal(err)
	}
	colours, diags := ReadColours("site.css", data)
	if len(diags) > 0 {
		t.Errorf("told: %v", diags)
	}
	testContrast(t, colours)
}

func TestTheStandardCanBeRead(t *testing.T) { testContrast(t, Standard) }

// testContrast asks for what WCAG 2.2 does: 4.5:1 for texts, 3:1 for what is seen and not read.
func testContrast(t *testing.T, c Colours) {
	t.Helper()
	for name, pair := range map[string][2]color.RGBA{
		"ink on paper": {c.Ink, c.Paper}, "muted on paper": {c.Muted, c.Paper}, "accent on paper": {c.Accent, c.Paper},
		"alert on paper": {c.Alert, c.Paper}, "on-accent on accent": {c.OnAccent, c.Accent},
	} {
		if ratio := contrast(pair[0], pair[1]); ratio < 4.5 {
			t.Errorf("%s is %.1f:1", name, ratio)
		}
	}
}

// contrast is the ratio of WCAG 2.2.
func contrast(a, b color.RGBA) float64 {
	light, dark := luminance(a), luminance(b)
	if light < dark {
		light, dark = dark, light
	}
	return (light + 0.05) / (dark + 0.05)
}

func luminance(c color.RGBA) float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 0xff
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}
