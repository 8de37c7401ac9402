package markdown

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"alingsas.se/dialog/generator/diag"
	"github.com/yuin/goldmark/ast"
)

// runTogether reports a paragraph whose lines were meant to be a list or a table: the page shows them one after
// the other, with their signs.
func (in *inspector) runTogether(n ast.Node) {
	lines := n.Lines()
	first := -1 // where a line begins that looks like a point
	signs, tight, dashes, bars := 0, 0, 0, 0
	for i := range lines.Len() {
		line := lines.At(i)
		text := bytes.TrimLeft(line.Value(in.doc.body), " \t")
		switch {
		case bytes.HasPrefix(text, []byte("|")) || bytes.Count(text, []byte("|")) > 1:
			bars++
			continue
		case isBulletSign(text):
			signs++
		case isTightBullet(text):
			tight++
		case mayBeginQuote(text) && beginsQuote(text).length > 0:
			dashes++
		default:
			continue
		}
		if first < 0 {
			first = line.Start
		}
	}
	switch {
	case bars > 1 && bars == lines.Len():
		start := lines.At(0)
		in.report(start.Start, diag.BrokenTable, "advice", "skriv en rad | --- | --- | under den första, med lika många delar",
			"advice-en", "write a line | --- | --- | below the first one, with as many parts")
	case signs == 0 && in.tabbedTable(n):
	case signs > 0 || tight > 1 || dashes > 1:
		in.report(first, diag.BulletSign)
	}
}

// isBulletSign finds the signs that word processors begin points with.
func isBulletSign(text []byte) bool {
	r, size := utf8.DecodeRune(text)
	next, _ := utf8.DecodeRune(text[size:])
	switch r {
	case '•', '·', '‣', '◦', '▪', '●', '\uf0b7':
		return unicode.IsSpace(next)
	}
	return false
}

// isTightBullet finds a bullet without its space: -lokaler.
func isTightBullet(text []byte) bool {
	if len(text) < 2 || text[0] != '-' && text[0] != '*' {
		return false
	}
	r, _ := utf8.DecodeRune(text[1:])
	return unicode.IsLetter(r) && (text[0] == '-' || bytes.Count(text, []byte("*"))%2 == 1)
}
