//go:build !js

package sharing

import (
	"errors"
	"image/color"
	"io"
	"maps"
	"slices"
	"strings"

	"alingsas.se/dialog/generator/diag"
	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"
)

// byToken gives each colour by the name of its token.
func (c *Colours) byToken() map[string]*color.RGBA {
	return map[string]*color.RGBA{
		"--paper": &c.Paper, "--ink": &c.Ink, "--muted": &c.Muted,
		"--line": &c.Line, "--accent": &c.Accent, "--on-accent": &c.OnAccent, "--alert": &c.Alert,
	}
}

// ReadColours reads the tokens of a style sheet: the custom properties that :root has, whatever the reader's screen.
// One that is missing or that cannot be read keeps its standard, and is told.
func ReadColours(file string, data []byte) (Colours, diag.List) {
	var diags diag.List
	var missing []string
	colours, found := Standard, rootProperties(data)
	tokens := colours.byToken()
	for _, name := range slices.Sorted(maps.Keys(tokens)) {
		p, isThere := found[name]
		c, isRead := readColour(resolve(p.value, found))
		switch {
		case isRead:
			*tokens[name] = c
		case isThere:
			diags.Add(diag.At(file, data, p.offset), diag.BadColour, "name", name, "value", text(p.value))
		default:
			missing = append(missing, name)
		}
	}
	if len(missing) > 0 {
		diags.Add(diag.Position{File: file}, diag.NoColour, "names", strings.Join(missing, ", "))
	}
	return colours, diags
}

// A property is the value of a custom property, and where its name stands.
type property struct {
	value  []css.Token
	offset int
}

// rootProperties finds what rules of :root outside of any @media set. As in a browser, the last one counts.
func rootProperties(data []byte) map[string]property {
	found := map[string]property{}
	input := parse.NewInputBytes(slices.Clone(data)) // it writes behind the end
	p := css.NewParser(input, false)
	depth, isRoot := 0, false
	for {
		kind, _, name := p.Next()
		switch kind {
		case css.ErrorGrammar:
			if p.Err() == nil || errors.Is(p.Err(), io.EOF) || !p.HasParseError() {
				return found
			}
		case css.BeginAtRuleGrammar:
			depth++
		case css.EndAtRuleGrammar:
			depth--
		case css.BeginRulesetGrammar:
			isRoot = depth == 0 && strings.EqualFold(text(p.Values()), ":root")
		case css.EndRulesetGrammar:
			isRoot = false
		case css.CustomPropertyGrammar:
			if isRoot {
				value := tokensOf(p.Values())
				offset := strings.LastIndex(string(data[:min(p.Offset(), len(data))]), string(name))
				found[string(name)] = property{value, max(offset, 0)}
			}
		}
	}
}

// tokensOf cuts the value of a custom property, which the parser hands over as one, into its own.
func tokensOf(values []css.Token) []css.Token {
	var tokens []css.Token
	l := css.NewLexer(parse.NewInputString(text(values)))
	for {
		kind, data := l.Next()
		if kind == css.ErrorToken {
			return tokens
		}
		tokens = append(tokens, css.Token{TokenType: kind, Data: slices.Clone(data)})
	}
}

// references is how many tokens may refer to each other, var(--ink): more go in a circle.
const references = 10

// resolve follows a value that is another token's.
func resolve(value []css.Token, found map[string]property) []css.Token {
	for range references {
		bare := withoutSpace(value)
		if len(bare) != 3 || !strings.EqualFold(string(bare[0].Data), "var(") {
			return value
		}
		value = found[string(bare[1].Data)].value
	}
	return nil
}

func text(tokens []css.Token) string {
	var b strings.Builder
	for _, t := range tokens {
		b.Write(t.Data)
	}
	return strings.TrimSpace(b.String())
}
