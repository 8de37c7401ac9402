package related

import (
	"unicode"
	"unicode/utf8"
)

const (
	leastLetters = 5 // what is shorter is seldom a word that says what a text is about
	stem         = 6 // letters that a word is told by: endings come after them
)

// Words gives the links of the words of a text, each once. Of a word, its beginning counts, so that most of its forms
// are one.
func Words(text string, weight int, links []Link) []Link {
	own := len(links)
	for len(text) > 0 {
		id, letters, rest := word(text)
		text = rest
		if letters >= leastLetters && !has(links[own:], id) {
			links = append(links, Link{ID: id, Weight: weight, IsWeak: true})
		}
	}
	return links
}

func has(links []Link, id uint64) bool {
	for i := range links {
		if links[i].ID == id {
			return true
		}
	}
	return false
}

// word reads the next word and tells how many letters it has.
func word(text string) (id uint64, letters int, rest string) {
	id = basis
	for i, c := range text {
		if c < utf8.RuneSelf && c|0x20 >= 'a' && c|0x20 <= 'z' {
			c |= 0x20
		} else if c < utf8.RuneSelf || !unicode.IsLetter(c) {
			return id, letters, text[i+utf8.RuneLen(c):]
		} else {
			c = unicode.ToLower(c)
		}
		if letters++; letters <= stem {
			id = (id ^ uint64(c)) * prime
		}
	}
	return id, letters, ""
}

// ID makes the id of a link of what it is called by.
func ID(name string) uint64 {
	id := uint64(basis)
	for i := range len(name) {
		id = (id ^ uint64(name[i])) * prime
	}
	return id
}

// FNV-1a, of 64 bits: the same on every machine.
const (
	basis = 14695981039346656037
	prime = 1099511628211
)
