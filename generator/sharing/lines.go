//go:build !js

package sharing

import (
	"strings"
	"unicode"
)

const (
	softHyphen = '\u00ad'
	cutMark    = " …"
)

// A piece is as much of a text as stands together: a line may end after it.
type piece struct {
	text     string
	isSpaced bool // a space follows, where the line goes on
	isSoft   bool // a hyphen ends it, where the line does not go on
}

// pieces cuts a text where a line may end: at a space, after a hyphen or a dash within a word, and at a soft hyphen.
// Words are cut nowhere else: no program knows where Swedish compounds are joined.
func pieces(text string) []piece {
	var all []piece
	for word := range strings.FieldsFuncSeq(text, isGap) {
		start := 0
		for i, r := range word {
			next := i + len(string(r))
			switch {
			case r == softHyphen:
				if i > start {
					all = append(all, piece{text: word[start:i], isSoft: true})
				}
				start = next
			case strings.ContainsRune("-–—/", r) && i-start >= 2 && next < len(word) && isLetter(word[next:]):
				all = append(all, piece{text: word[start:next]})
				start = next
			}
		}
		if start < len(word) {
			all = append(all, piece{text: word[start:]})
		}
		if len(all) > 0 {
			all[len(all)-1].isSpaced, all[len(all)-1].isSoft = true, false
		}
	}
	return all
}

// isGap finds the spaces at which a line may end; a no-break space is none.
func isGap(r rune) bool {
	return unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f'
}

// isLetter tells whether a text begins with a letter: "2–3" and "10-" stay whole.
func isLetter(text string) bool {
	for _, r := range text {
		return unicode.IsLetter(r)
	}
	return false
}

// line puts pieces together as they stand in one line.
func line(all []piece) string {
	var b strings.Builder
	for i, p := range all {
		b.WriteString(p.text)
		switch {
		case i < len(all)-1 && p.isSpaced:
			b.WriteByte(' ')
		case i == len(all)-1 && p.isSoft:
			b.WriteByte('-')
		}
	}
	return b.String()
}

// A ruler knows how wide each piece of a text is. What letters on both sides of a space make of it is too little to
// matter.
type ruler struct {
	all                   []piece
	widths                []int
	spaceWide, hyphenWide int
}

func newRuler(all []piece, measure func(string) int) ruler {
	r := ruler{all: all, widths: make([]int, len(all)), spaceWide: measure(" "), hyphenWide: measure("-")}
	for i, p := range all {
		r.widths[i] = measure(p.text)
	}
	return r
}

// breakLines sets a text in as few lines as fit a width, and these as evenly as they can be; nil where it fits no more
// than most lines, or a piece is wider than a line.
func breakLines(all []piece, width, most int, measure func(string) int) []string {
	r := newRuler(all, measure)
	ends := r.fill(width)
	if ends == nil || len(ends) > most {
		return nil
	}
	// The narrowest width that needs no more lines makes them even. It is found by halving.
	low, high := 0, width
	for low < high {
		middle := (low + high) / 2
		if narrow := r.fill(middle); narrow != nil && len(narrow) == len(ends) {
			high = middle
		} else {
			low = middle + 1
		}
	}
	var lines []string
	start := 0
	for _, end := range r.fill(high) {
		lines = append(lines, line(all[start:end]))
		start = end
	}
	return lines
}

// fill puts as many pieces into each line as fit, and tells before which each ends; nil where one does not fit.
func (r ruler) fill(width int) []int {
	var ends []int
	wide := 0 // the line so far, with the space after it
	for i, p := range r.all {
		end := wide + r.widths[i]
		if p.isSoft {
			end += r.hyphenWide
		}
		if end > width && wide > 0 {
			ends = append(ends, i)
			end -= wide
			wide = 0
		}
		if end > width {
			return nil
		}
		if wide += r.widths[i]; p.isSpaced {
			wide += r.spaceWide
		}
	}
	return append(ends, len(r.all))
}

// shorten ends a text that is too long for the smallest letters at a word, with a mark.
func shorten(all []piece, width, most int, measure func(string) int) []string {
	for n := len(all) - 1; n > 0; n-- {
		if !all[n-1].isSpaced {
			continue // within a word
		}
		kept := append([]piece{}, all[:n]...)
		last := &kept[n-1]
		last.text, last.isSpaced = strings.TrimRight(last.text, ",;:–-.")+cutMark, false
		if lines := breakLines(kept, width, most, measure); lines != nil {
			return lines
		}
	}
	return nil
}
