package intake

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A row is a line of plain text that is not empty.
type row struct {
	line int
	text string
}

// readPlain makes blocks of plain text. Where lines are wrapped, as in e-mail, they become paragraphs again; where each
// line is a paragraph, as in what is copied from a page, it stays one.
func readPlain(text string, firstLine int) []block {
	var blocks []block
	var run []row
	flush := func() {
		blocks = append(blocks, blocksOf(run)...)
		run = nil
	}
	lines := strings.Split(text, "\n")
	for i := 0; i < len(lines); i++ {
		line := daySpan.ReplaceAllString(oneSpace(lines[i]), "$1–$2")
		table := tableAt(lines[i:])
		switch {
		case table != nil:
			flush()
			blocks = append(blocks, tableBlock(firstLine+i, table))
			i += len(table) - 1
		case line == "" || isRule(line):
			flush()
		default:
			run = append(run, row{firstLine + i, line})
		}
	}
	flush()
	return headings(blocks)
}

// daySpan is a hyphen between two days, which is written as a dash.
var daySpan = regexp.MustCompile(`(?i)\b(\d{1,2})-(\d{1,2} (?:` + monthNames + `)\b)`)

// oneSpace puts one space between words.
func oneSpace(text string) string { return strings.Join(strings.Fields(text), " ") }

// isRule finds lines that only divide.
func isRule(line string) bool { return strings.Trim(line, "-‐‑‒–—―−_=*#~·•.+ ") == "" }

// blocksOf makes blocks of lines without an empty one between them.
func blocksOf(run []row) []block {
	var blocks []block
	for from := 0; from < len(run); {
		to := from + 1
		for to < len(run) && !beginsAnew(run[to].text) {
			to++
		}
		for _, lines := range unwrapped(run[from:to]) {
			b := itemOr(lines.line, lines.text)
			b.tight = len(blocks) > 0
			blocks = append(blocks, b)
		}
		from = to
	}
	numberItems(blocks)
	return blocks
}

// numberItems finds the lines that are numbered from 1 on, two or more.
func numberItems(blocks []block) {
	for from := 0; from < len(blocks); from++ {
		to := from
		for to < len(blocks) && strings.HasPrefix(blocks[to].plain, strconv.Itoa(to-from+1)) && numberSign.MatchString(blocks[to].plain) {
			to++
		}
		if to-from < 2 {
			continue
		}
		for i := from; i < to; i++ {
			m := numberSign.FindStringSubmatch(blocks[i].plain)
			blocks[i].kind, blocks[i].markup = numbered, m[1]+". "+escape(m[2])
		}
		from = to - 1
	}
}

// Lines that were wrapped are about as long as each other.
const shortestWrapped, longestWrapped, raggedness = 45, 100, 30

// unwrapped joins lines that are one paragraph.
func unwrapped(run []row) []row {
	least, most := longestWrapped+1, 0
	for _, r := range run[:len(run)-1] {
		n := utf8.RuneCountInString(r.text)
		least, most = min(least, n), max(most, n)
	}
	if len(run) < 2 || least < shortestWrapped || most > longestWrapped || most-least > raggedness {
		return run
	}
	joined := run[0]
	for _, r := range run[1:] {
		joined.text += " " + r.text
	}
	return []row{joined}
}

var (
	bulletSign = regexp.MustCompile(`^(?:[•·▪●◦‣⁃*]\s*|o\s+|\s+)(.*)$`)
	numberSign = regexp.MustCompile(`^(\d{1,3})[.)]\s(\S.*)$`)
	dashSign   = regexp.MustCompile(`^[-‐‑‒–—―−]{1,2}\s*(\S.*)$`)
	fieldSign  = regexp.MustCompile(`^(\pL[\pL -]{1,30})\s?:(?:\s+(.*))?$`)
)

// beginsAnew finds lines that go on with no other: items, quotes, fields, people.
func beginsAnew(line string) bool {
	return bulletSign.MatchString(line) || dashSign.MatchString(line) || numberSign.MatchString(line) || fieldSign.MatchString(line) ||
		emailForm.MatchString(line) || phoneForm.MatchString(line) || sectionOf(line) != noSection
}

// itemOr makes an item of a list of a line that begins with a bullet, and otherwise a paragraph.
func itemOr(line int, text string) block {
	if m := bulletSign.FindStringSubmatch(text); m != nil && m[1] != "" {
		return plainBlock(bullet, line, m[1])
	}
	return plainBlock(paragraph, line, text)
}

// longestHeading is how many characters a heading has at most.
const longestHeading = 80

// headings finds the paragraphs that are headings: short, alone, and without a full stop.
func headings(blocks []block) []block {
	for i, b := range blocks {
		isAlone := !b.tight && (i+1 == len(blocks) || !blocks[i+1].tight)
		isAbove := !b.tight && i+1 < len(blocks) && blocks[i+1].kind == paragraph && utf8.RuneCountInString(blocks[i+1].plain) > longestHeading
		if b.kind == paragraph && (isAlone || isAbove) && i+1 < len(blocks) && readsAsHeading(b.plain) {
			blocks[i].kind = heading
		}
	}
	return blocks
}

func readsAsHeading(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	last, _ := utf8.DecodeLastRuneInString(text)
	return utf8.RuneCountInString(text) <= longestHeading && (unicode.IsUpper(first) || unicode.IsNumber(first)) &&
		!strings.ContainsRune(".,;:!…", last) && !dashSign.MatchString(text) && !emailForm.MatchString(text) && !phoneForm.MatchString(text) &&
		!fieldSign.MatchString(text)
}
