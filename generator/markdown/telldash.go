package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"alingsas.se/dialog/generator/diag"
	"github.com/yuin/goldmark/ast"
)

// Dashes that look like the one of a quote. A hyphen stands in much else, so what it begins is taken
// for a quote only where the words tell who speaks.
const (
	likeDash   = "–—―−‒"
	likeHyphen = "-‐‑"
)

// wrongDashes reports the lines of a paragraph, or of a quote, that were meant as quotes of their own.
func (in *inspector) wrongDashes(n ast.Node) {
	lines, source := n.Lines(), in.doc.body
	begin, sure := -1, false // the quote that is read
	end := func(at int) {
		if begin >= 0 && (sure || in.doc.dialect.phrases.hasSpeech(string(source[begin:at]))) {
			in.report(begin, diag.WrongDash)
		}
	}
	for i := range lines.Len() {
		if i == 0 && n.Kind() == kindSpoken {
			continue // its dash is right
		}
		line := lines.At(i)
		if begins, certain := beginsQuote(line.Value(source)); begins {
			end(line.Start)
			begin, sure = line.Start, certain && i == 0 // later, a dash may belong to the line before
		}
	}
	if begin >= 0 {
		end(lines.At(lines.Len() - 1).Stop)
	}
}

// beginsQuote tells whether a line begins with something like a dash, and whether that alone makes it a
// quote.
func beginsQuote(line []byte) (begins, certain bool) {
	if len(line) == 0 || line[0] != '-' && line[0] != "–"[0] { // the first byte of all but the hyphen
		return false, false
	}
	text := string(line)
	said := strings.TrimLeft(text, likeHyphen)
	certain = strings.HasPrefix(text, "--") // as typewriters have it
	if first, size := utf8.DecodeRuneInString(text); strings.ContainsRune(likeDash, first) {
		said, certain = text[size:], true
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(said, openers+"*_ \t\u00A0\u202F"))
	return len(said) < len(text) && unicode.IsUpper(first), certain
}
