package content

import (
	"strings"
	"unicode/utf8"

	"alingsas.se/dialog/generator/diag"
	"go.yaml.in/yaml/v4"
)

// typographic are the quotation marks that a word processor makes of straight ones. YAML takes them for letters.
const typographic = "”“„’‘»«"

// quoted reports a value that stands in typographic quotation marks as a whole: they would be shown.
func (d *decoder) quoted(n *yaml.Node, text string) {
	first, size := utf8.DecodeRuneInString(text)
	last, _ := utf8.DecodeLastRuneInString(text)
	isWhole := n.Style == 0 && len(text) > size && strings.ContainsRune(typographic, first) && strings.ContainsRune(typographic, last)
	if isWhole && strings.IndexAny(text[size:], typographic) == len(text)-size-utf8.RuneLen(last) {
		d.fail(n, diag.TypographicQuotes, "marks", string(first)+" "+string(last))
	}
}
