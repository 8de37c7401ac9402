// Package formats writes plain structs in the formats that other programs read: Feed (Atom and
// JSON Feed), Calendar (iCalendar), Card (vCard), SitemapURL (sitemaps), and the JSON-LD nodes.
//
// In come structs. Out come bytes.
//
// It knows nothing of the site. The same struct gives the same bytes: nothing here reads the clock,
// and what is a list is written in the order given. Times keep their zone unless said otherwise.
//
// A text may hold anything. Line breaks of all kinds become one line feed, bytes that are no UTF-8
// become U+FFFD, and control characters other than the tab are dropped, so that no text can begin
// a property of its own or make a document that XML forbids. An error means that what a format
// requires is missing, or that the writer failed.
package formats

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// clean makes a text fit for every format. U+0085, U+2028 and U+2029 count as line breaks because
// some readers split lines at them, which would let a text begin a property.
func clean(s string) string {
	if isClean(s) {
		return s
	}
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune("\r\v\f\u0085\u2028\u2029", r):
			return '\n'
		case unclean(r):
			return -1
		}
		return r
	}, s)
}

// isClean tells whether nothing must be done about a text, which is so of nearly all: a build takes 9 % more without.
func isClean(s string) bool {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if c < ' ' && c != '\t' && c != '\n' || c == '\x7f' {
				return false
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 || unclean(r) {
			return false
		}
		i += size
	}
	return true
}

// unclean tells whether a character is a control character (Unicode class Cc), a separator of
// lines, or outside of what XML 1.0 section 2.2 allows.
func unclean(r rune) bool {
	switch r {
	case '\t', '\n':
		return false
	case '\u2028', '\u2029', '\uFFFE', '\uFFFF':
		return true
	}
	return unicode.IsControl(r)
}

// oneLine makes a text fit for a place that holds no line breaks.
func oneLine(s string) string {
	return strings.ReplaceAll(clean(s), "\n", " ")
}

// unknown is written where a format requires a moment and none is known. Nobody takes it for a true one, and programs
// put what has it below all that is newer.
var unknown = time.Unix(0, 0).UTC()

func orUnknown(t time.Time) time.Time {
	if t.IsZero() {
		return unknown
	}
	return t
}
