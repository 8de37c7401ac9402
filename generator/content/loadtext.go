package content

import (
	"bytes"
	"fmt"
	"unicode"
	"unicode/utf8"

	"alingsas.se/dialog/generator/diag"
)

// readText strips a byte-order mark, which Notepad writes and the front matter library takes for
// text, and refuses what is not UTF-8 or holds characters that no one can see.
func readText(file string, data []byte) (text []byte, ok bool, diags diag.List) {
	text = bytes.TrimPrefix(data, []byte("\uFEFF"))
	seen := glance(text)
	if i := seen.invalid; i >= 0 {
		at := diag.At(file, text, i)
		diags.Add(diag.Position{File: file, Line: at.Line}, diag.NotUTF8)
		return nil, false, diags
	}
	if i := seen.hidden; i >= 0 {
		// The YAML library would tell of it again, and worse.
		diags.Add(diag.At(file, text, i), diag.ControlChar, "char", codePoint(string(text[i:])))
		return nil, false, diags
	}
	if i := loneReturn(text, seen); i >= 0 {
		// Markdown takes it for a space: the paragraphs of a whole text would be one.
		diags.Add(diag.At(file, text, i), diag.OldLineEnds)
		return nil, false, diags
	}
	if i := ConflictMark(text); i >= 0 {
		// Nobody knows which of two texts holds, so neither is read.
		diags.Add(diag.At(file, text, i), diag.Conflict)
		return nil, false, diags
	}
	diags = personalNumbers(file, text)
	if i := garbled(text, seen); i >= 0 {
		diags.Add(diag.At(file, text, i), diag.Garbled)
	}
	return text, true, diags
}

// seen is what a text shows at a glance, byte by byte. With a search for each of these a build takes 12 % more.
type seen struct {
	invalid      int  // where it is no UTF-8, -1 = nowhere; then the rest is not known
	hidden       int  // where the first character stands that no one can see, -1 = none
	hasReturns   bool // carriage returns
	mayBeGarbled bool
}

// plain are the bytes of ASCII that are passed over. What others begin is looked at.
var plain = func() (is [256]bool) {
	for c := range utf8.RuneSelf {
		is[c] = c >= ' ' && c != 0x7F || c == '\n' || c == '\t'
	}
	return is
}()

func glance(text []byte) seen {
	s := seen{invalid: -1, hidden: -1}
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case plain[c]:
			i++
		case c == '\r':
			s.hasReturns = true
			i++
		case c == 0xC3 && i+1 < len(text) && text[i+1]&0xC0 == 0x80: // å, ä, ö, é and the like, Ã and â among them
			s.mayBeGarbled = s.mayBeGarbled || text[i+1] == 0x83 || text[i+1] == 0xA2
			i += 2
		default:
			r, size := utf8.DecodeRune(text[i:])
			if r == utf8.RuneError && size == 1 {
				s.invalid = i
				return s
			}
			if isHidden(r) && s.hidden < 0 {
				s.hidden = i
			}
			s.mayBeGarbled = s.mayBeGarbled || r == utf8.RuneError
			i += size
		}
	}
	return s
}

// garbling is what å, ä, ö and typographic marks become where UTF-8 was read as another encoding, and what is
// put where a character could not be read at all.
var garbling = [][]byte{[]byte("Ã¥"), []byte("Ã¤"), []byte("Ã¶"), []byte("Ã…"), []byte("Ã„"), []byte("Ã–"), []byte("Ã©"), []byte("â€"), []byte("\uFFFD")}

// garbled finds where a text was damaged by a wrong encoding, -1 where it was not.
func garbled(text []byte, s seen) int {
	if !s.mayBeGarbled {
		return -1
	}
	for _, sign := range garbling {
		if i := bytes.Index(text, sign); i >= 0 {
			return i
		}
	}
	return -1
}

// loneReturn finds a carriage return that is not part of a line end of Windows, -1 where there is none.
func loneReturn(text []byte, s seen) int {
	for from := 0; s.hasReturns; {
		i := bytes.IndexByte(text[from:], '\r')
		if i < 0 {
			return -1
		}
		from += i + 1
		if from == len(text) || text[from] != '\n' {
			return from - 1
		}
	}
	return -1
}

// isHidden finds control characters, which no author writes on purpose, the directional overrides
// with which text can be made to look like other text among them.
func isHidden(r rune) bool {
	return unicode.IsControl(r) && r != '\n' && r != '\r' && r != '\t' ||
		r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' || r == '\ufeff'
}

// codePoint names the first character of s, as one looks it up.
func codePoint(s string) string {
	r, _ := utf8.DecodeRuneInString(s)
	return fmt.Sprintf("U+%04X", r)
}
