//go:build !js

package search

import (
	"hash/fnv"
	"unicode/utf8"
)

// digits are what numbers are written with: they need no escaping in JSON, nor in a page. Those of the first half end
// a number, those of the second half say that it goes on.
const digits = "!#$%()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~"

const half = len(digits) / 2

// appendNumber writes a number, its smallest part first.
func appendNumber(to []byte, n uint32) []byte {
	for ; n >= uint32(half); n /= uint32(half) {
		to = append(to, digits[half+int(n%uint32(half))])
	}
	return append(to, digits[n])
}

// appendDocuments writes the documents of a word: how far each is from the one before it, and the field.
func appendDocuments(to []byte, documents []uint32) []byte {
	last := uint32(0)
	for _, d := range documents {
		number := d >> fieldBits
		to = appendNumber(to, (number-last)<<fieldBits|d&(1<<fieldBits-1))
		last = number
	}
	return to
}

// shared gives the beginning that two words have in common, as the reader cuts it: in UTF-16, and no letter in two.
func shared(a, b string) (count int, rest string) {
	for i, r := range b {
		other, size := utf8.DecodeRuneInString(a[min(i, len(a)):])
		if other != r || size == 0 || r > 0xFFFF || count == half-1 {
			return count, b[i:]
		}
		count++
	}
	return count, ""
}

// A list writes words that are sorted, each by what it does not share with the one before.
type list struct {
	text []byte
	last string
}

func (l *list) add(word string) {
	count, rest := shared(l.last, word)
	if len(l.text) > 0 {
		l.text = append(l.text, ',')
	}
	l.text = append(l.text, '"', digits[count])
	l.text = append(l.text, rest...)
	l.last = word
}

// reset begins another list.
func (l *list) reset() { l.text, l.last = l.text[:0], "" }

// end ends a word. Letters and digits need no escaping.
func (l *list) end() { l.text = append(l.text, '"') }

// A stamp is what a file is known by: digits for what it holds. It stands in the file, so that a reader computes nothing;
// of seven thousand changed files one looks as it was.
const noStamp = "!!"

// stampAt is where it stands.
const stampAt = len(`["`)

// beginFile begins a file, with as many bytes as it will have.
func beginFile(length int) []byte {
	file := make([]byte, 0, length+len(`["!!",]`))
	return append(append(append(file, `["`...), noStamp...), `",`...)
}

// endFile ends a file, and stamps it.
func endFile(file []byte) []byte {
	file = append(file, ']')
	h := fnv.New32a()
	_, _ = h.Write(file)
	n := h.Sum32()
	n ^= n >> 16
	for i := range len(noStamp) {
		file[stampAt+i] = digits[n%uint32(len(digits))]
		n /= uint32(len(digits))
	}
	return file
}

// stamp gives the stamp of a file.
func stamp(file []byte) string { return string(file[stampAt : stampAt+len(noStamp)]) }
