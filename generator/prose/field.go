package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Marks that stand around words.
const (
	openers = `([{"”“„'’‘«»<` // Swedish opens a quotation with the mark that also closes it
	closers = `)]}"”“'’‘«»>`
	dashes  = "-‐‑‒–—―−"
)

// fieldFrom gives the next run of characters that are no space, and false if there is none.
func fieldFrom(text string, from int) (Span, bool) {
	start := from + spaces(text[from:])
	if start == len(text) {
		return Span{}, false
	}
	end := start
	for end < len(text) {
		r, size := rune(text[end]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[end:])
		}
		if isSpace(r) {
			break
		}
		end += size
	}
	return Span{start, end}, true
}

// spaces tells how many bytes of white space a text begins with. The no-break space is white, too.
func spaces(text string) int {
	for i, r := range text {
		if !isSpace(r) {
			return i
		}
	}
	return len(text)
}

// isSpace answers for most characters without a look into Unicode's tables.
func isSpace(r rune) bool {
	if r < utf8.RuneSelf {
		return r == ' ' || '\t' <= r && r <= '\r'
	}
	return unicode.IsSpace(r)
}

// core takes the marks away that stand around a word: quotation marks, brackets and stops.
func core(field string) string {
	field = strings.TrimLeft(field, openers)
	return strings.TrimRight(field, closers+".,;:!?…")
}

// isAddress tells web and e-mail addresses, which are read by machines and have rules of their own.
func isAddress(field string) bool {
	if strings.IndexByte(field, '.') < 0 && strings.IndexByte(field, '/') < 0 { // as nearly always
		return false
	}
	field = core(field)
	return strings.Contains(field, "://") || strings.HasPrefix(field, "www.") || isEmail(field) || isDomain(field)
}

func isEmail(field string) bool {
	user, host, ok := strings.Cut(field, "@")
	return ok && user != "" && strings.Contains(host, ".")
}

// domains are the ends by which an address is told from two sentences without a space between.
var domains = words("se nu com org net eu info io gov uk fi no dk app dev")

// isDomain tells an address without its beginning: alingsas.se, alingsas.se/dialog.
func isDomain(field string) bool {
	host, _, _ := strings.Cut(field, "/")
	dot := strings.LastIndexByte(host, '.')
	if dot < 2 || !domains[host[dot+1:]] {
		return false
	}
	return strings.IndexFunc(host, func(r rune) bool {
		return !unicode.IsLower(r) && !unicode.IsDigit(r) && r != '.' && r != '-'
	}) < 0
}

// longestPhone is more bytes than any number has, with spaces and brackets.
const longestPhone = 40

// phoneAt gives the length of the telephone number that a text begins with, or 0. A number has its
// area code or that of its country: without it, it cannot be told from others.
func phoneAt(text string) int {
	text = text[:phoneRun(text[:min(len(text), longestPhone)])]
	number := strings.TrimRightFunc(text, func(r rune) bool { return r < '0' || r > '9' })
	digits := strings.TrimLeft(number, "(")
	area := strings.IndexFunc(digits, func(r rune) bool { return r < '0' || r > '9' })
	switch n := countDigits(digits); {
	case n < 7 || n > 15, digits[0] != '+' && digits[0] != '0', area == 1, isDayFirst(digits):
		return 0
	}
	return len(number)
}

// phoneRun gives the length of what a telephone number can consist of. A decimal mark within makes
// it something else.
func phoneRun(text string) int {
	for i, r := range text {
		switch {
		case r >= '0' && r <= '9', strings.ContainsRune("/() \u00a0"+dashes, r), r == '+' && i <= 1:
		case (r == '.' || r == ',' || r == ':') && countDigits(text[i+1:min(i+2, len(text))]) == 1:
			return 0
		case unicode.IsLetter(r) && i > 0 && text[i-1] >= '0' && text[i-1] <= '9':
			return 0
		default:
			return i
		}
	}
	return len(text)
}

func countDigits(text string) int {
	n := 0
	for i := range len(text) {
		if text[i] >= '0' && text[i] <= '9' {
			n++
		}
	}
	return n
}

// isDayFirst tells 02-04-2012, which is no telephone number.
func isDayFirst(digits string) bool {
	return len(digits) >= 10 && digits[2] == '-' && digits[5] == '-' && countDigits(digits[6:10]) == 4
}
