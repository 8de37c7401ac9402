package markdown

import (
	"bytes"
	stdhtml "html"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/text"
)

// Dashes that look like the one of a quote. A hyphen stands in much else, so what it begins is taken
// for a quote only where the words tell who speaks.
const (
	likeDash   = "–—―−‒﹘"
	likeHyphen = "-‐‑"
)

// A start is a line of a paragraph that begins a quote.
type start struct {
	line  int
	dash  int // length of the dash and the space after it
	wrong bool
}

// quoteStarts finds the lines of a paragraph that begin quotes of their own: with the dash and a space, or with what
// looks like it. They are appended to starts.
func (p *phrases) quoteStarts(lines *text.Segments, source []byte, starts []start) []start {
	for i := range lines.Len() {
		line := lines.At(i)
		if !mayBeginQuote(source[line.Start:line.Stop]) {
			continue
		}
		line = line.TrimLeftSpace(source)
		said := line.Value(source)
		if dash := dashLength(said); dash > 0 && i == 0 { // on a later line it begins a paragraph
			starts = append(starts, start{0, dash, false})
		} else if b := beginsQuote(said); b.length > 0 {
			whole := source[line.Start:endOfQuote(lines, source, i)]
			if b.sure && isAQuote(starts, lines, source, i, whole[b.length:]) || p.hasSpeech(withoutMarks(whole)) {
				starts = append(starts, start{i, b.length, true})
			}
		}
	}
	return starts
}

// isAQuote tells whether a line that begins with a dash is one without words that say so. Several such lines may be
// points, and a later one may belong to the line before: Stockholm–Göteborg, broken.
func isAQuote(before []start, lines *text.Segments, source []byte, i int, said []byte) bool {
	isWhole := isSentences(strings.TrimSpace(string(said)))
	if i == 0 {
		last := lines.At(lines.Len() - 1)
		return isWhole || endOfQuote(lines, source, 0) == last.Stop
	}
	return isWhole && len(before) > 0 && endsSentence(lines, source, i-1)
}

// mayBeginQuote looks at the first byte that is no space: of a hyphen, of a dash of any kind, of &ndash;.
func mayBeginQuote(line []byte) bool {
	for _, c := range line {
		switch c {
		case ' ', '\t':
			continue
		case '-', '&', "–"[0], "﹘"[0]:
			return true
		}
		return false
	}
	return false
}

// endOfQuote is where a quote ends that begins on a line: before the next line that may begin one.
func endOfQuote(lines *text.Segments, source []byte, from int) int {
	end := lines.At(from).Stop
	for i := from + 1; i < lines.Len(); i++ {
		line := lines.At(i)
		if said := bytes.TrimLeft(line.Value(source), " \t"); mayBeginQuote(said) && beginsQuote(said).length > 0 {
			break
		}
		end = line.Stop
	}
	return end
}

// withoutMarks leaves out the marks of Markdown that may stand around a name.
func withoutMarks(text []byte) string {
	return strings.NewReplacer("*", "", "_", "", "[", "").Replace(string(text))
}

// endsSentence tells whether a sentence ends with a line.
func endsSentence(lines *text.Segments, source []byte, i int) bool {
	line := lines.At(i)
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(string(line.Value(source)), closers+" \t\n"))
	return strings.ContainsRune(".!?…", last)
}

// A beginning is what a line begins with that looks like the dash of a quote, and the space after it.
type beginning struct {
	length int  // 0 where it is none
	sure   bool // that alone makes a quote, without words that tell who speaks
}

// beginsQuote looks for something like a dash. What is said begins with a capital letter, or a space before it: −5 is
// a number.
func beginsQuote(line []byte) beginning {
	head, said := cutDash(string(line))
	if head == "" {
		return beginning{}
	}
	rest := strings.TrimLeft(said, " \t\u00A0\u202F")
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, openers+"*_"))
	isUpper, isSpaced := unicode.IsUpper(first), len(rest) < len(said) && rest != "" && rest[0] != '\n'
	if !isUpper && !isSpaced {
		return beginning{}
	}
	isDash := strings.HasPrefix(head, "--") || strings.Trim(head, likeHyphen) != "" // -- as typewriters have it
	return beginning{len(line) - len(rest), isDash && isUpper}
}

// cutDash cuts off one dash of any kind, also &ndash;, or a run of hyphens.
func cutDash(text string) (dash, rest string) {
	if text[0] == '&' {
		end := strings.IndexByte(text[:min(len(text), longestDashName)], ';') + 1
		if sign := stdhtml.UnescapeString(text[:end]); sign == "" || !strings.Contains(likeDash, sign) {
			return "", text
		}
		return text[:end], text[end:]
	}
	if first, size := utf8.DecodeRuneInString(text); strings.ContainsRune(likeDash, first) {
		return text[:size], text[size:]
	}
	rest = strings.TrimLeft(text, likeHyphen)
	return text[:len(text)-len(rest)], rest
}

// longestDashName is how long &horbar; and its like are at most.
const longestDashName = 10
