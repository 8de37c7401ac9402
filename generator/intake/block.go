package intake

import (
	"regexp"
	"strings"
	"unicode"
)

// A block is a part of a text that stands by itself: a paragraph, a heading, a list, a table.
type block struct {
	kind   blockKind
	line   int    // in the source, from 1; 0 is not known
	plain  string // what its reader sees
	markup string // Markdown
	level  int    // of a heading in Markdown: 2 where none is told
	tight  bool   // nothing lies between it and the one before
}

type blockKind int

const (
	paragraph blockKind = iota
	heading
	bullet   // one item of a list
	numbered // one of a list whose items have numbers
	other    // Markdown that is taken as it is
)

// plainBlock makes a block of a text that is no Markdown.
func plainBlock(kind blockKind, line int, text string) block {
	return block{kind: kind, line: line, plain: text, markup: escape(text)}
}

var (
	// What means something to Markdown wherever it stands.
	anywhere = regexp.MustCompile("[\\\\`*\\[\\]<>]|~~|&(?:#\\w+|[A-Za-z]\\w*);|(?:^|[^\\pL\\pN])_|_(?:[^\\pL\\pN]|$)")
	// What means something where a line begins.
	atBegin = regexp.MustCompile(`^(?:#{1,6}(?:\s|$)|[+:=|~-]|(\d{1,9})[.)](?:\s|$))`)
	numbers = regexp.MustCompile(`^(\d{1,9})([.)])`)
)

// escape writes a text so that Markdown shows it as it is.
func escape(text string) string { return escapeBegin(escapeInline(text)) }

// escapeInline is escape for a part of a line.
func escapeInline(text string) string {
	if !strings.ContainsAny(text, "\\`*[]<>~&_") { // as most
		return text
	}
	return anywhere.ReplaceAllStringFunc(text, func(sign string) string {
		if before, found := strings.CutSuffix(sign, "_"); found && sign != "_" {
			return before + `\_`
		}
		return `\` + sign
	})
}

// escapeBegin is escape for what means something only where a line begins.
func escapeBegin(text string) string {
	switch m := atBegin.FindStringSubmatch(text); {
	case m == nil:
	case m[1] != "":
		text = numbers.ReplaceAllString(text, `$1\$2`)
	default:
		text = `\` + text
	}
	return text
}

// letters gives the letters and figures of a text, in lower case: what two texts have in common that were written, or
// wrapped, in two ways.
func letters(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// markdownOf gives the body as Markdown.
func markdownOf(blocks []block) string {
	var b strings.Builder
	for i, part := range blocks {
		switch {
		case i == 0:
		case part.tight && (part.kind == bullet || part.kind == numbered) && blocks[i-1].kind == part.kind:
			b.WriteString("\n")
		case part.tight && part.kind == paragraph && blocks[i-1].kind == paragraph && !isSpoken(part.markup) && !isSpoken(blocks[i-1].markup):
			b.WriteString("\\\n") // lines that stood below each other go on doing so
		default:
			b.WriteString("\n\n")
		}
		switch part.kind {
		case heading:
			b.WriteString(strings.Repeat("#", max(part.level, 2)) + " ")
		case bullet:
			b.WriteString("* ")
		}
		b.WriteString(part.markup)
	}
	return b.String()
}
