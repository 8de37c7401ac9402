package intake

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	uni "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"
)

// decoded gives a text as UTF-8, and the encoding that it was saved in where that is another one. What is no UTF-8 is
// Windows-1252: every byte means something there, and old Swedish texts are nearly always in it.
func decoded(data []byte) (text, from string) {
	switch form, name := encodingOf(data); {
	case form != nil:
		data, from = must(form.NewDecoder().Bytes(data)), name
	default:
		data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	}
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n\n", "\f", "\n\n", "\v", "\n").Replace(string(data))
	return norm.NFC.String(text), from
}

// must gives what a decoder made: those of single bytes and of UTF-16 take everything.
func must(data []byte, err error) []byte {
	if err != nil {
		panic(err)
	}
	return data
}

// encodingOf finds out how a text was saved; nil is UTF-8.
func encodingOf(data []byte) (encoding.Encoding, string) {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return uni.UTF16(uni.LittleEndian, uni.UseBOM), "UTF-16"
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return uni.UTF16(uni.BigEndian, uni.UseBOM), "UTF-16"
	case isWide(data, 1):
		return uni.UTF16(uni.LittleEndian, uni.IgnoreBOM), "UTF-16"
	case isWide(data, 0):
		return uni.UTF16(uni.BigEndian, uni.IgnoreBOM), "UTF-16"
	case !utf8.Valid(data):
		return charmap.Windows1252, "Windows-1252"
	}
	return nil, ""
}

// isWide tells whether nearly every second byte of a text, from an offset on, is zero, as letters have it in UTF-16.
func isWide(data []byte, from int) bool {
	sample := data[:min(len(data), 2000)]
	zeros, others := 0, 0
	for i, c := range sample {
		if c == 0 && i%2 == from {
			zeros++
		} else if c == 0 {
			others++
		}
	}
	return len(sample) >= 4 && zeros > len(sample)*2/5 && others < len(sample)/20
}

// isUnseen finds the characters that nobody can see and that a text cannot be published with.
func isUnseen(r rune) bool {
	return unicode.IsControl(r) && r != '\n' && r != '\t' || r == '\uFEFF' || r == utf8.RuneError || r >= 0xFFFE && r <= 0xFFFF ||
		r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069
}

// visible takes such characters away, and counts them.
func visible(text string) (string, int) {
	if strings.IndexFunc(text, isUnseen) < 0 {
		return text, 0
	}
	n := 0
	return strings.Map(func(r rune) rune {
		if isUnseen(r) {
			n++
			return -1
		}
		return r
	}, text), n
}
