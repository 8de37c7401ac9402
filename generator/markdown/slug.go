package markdown

import (
	"strings"
	"sync"

	"github.com/gosimple/slug"
)

// A slugger makes slugs of a language, the way slug.MakeLang does. That rewrites the whole text half a dozen
// times, and takes longer for a heading than all else that is done with it; but what it makes of a sign
// depends on that sign alone, so a table of the usual ones gives the same.
type slugger struct {
	lang  string
	table func() *[latin + punctuation]string
}

// The signs in the table: Latin-1, then the dashes and quotation marks of Unicode from U+2010 on.
const (
	latin            = 0x100
	firstPunctuation = 0x2010
	punctuation      = 0x20
)

func newSlugger(lang string) *slugger {
	return &slugger{lang, sync.OnceValue(func() *[latin + punctuation]string {
		var table [latin + punctuation]string
		for i := range table {
			r := rune(i)
			if i >= latin {
				r += firstPunctuation - latin
			}
			made := slug.MakeLang("x"+string(r)+"x", lang) // at its ends some signs are trimmed
			table[i] = made[1 : len(made)-1]
		}
		return &table
	})}
}

func (s *slugger) slug(text string) string {
	table := s.table()
	var made strings.Builder
	made.Grow(len(text))
	hyphen := false // ends what is made
	for _, r := range text {
		switch {
		case r >= firstPunctuation && r < firstPunctuation+punctuation:
			r -= firstPunctuation - latin
		case r >= latin:
			return slug.MakeLang(text, s.lang)
		}
		part := table[r]
		if hyphen {
			part = strings.TrimPrefix(part, "-") // one for several
		}
		made.WriteString(part)
		hyphen = strings.HasSuffix(part, "-") || hyphen && part == ""
	}
	return strings.Trim(made.String(), "-_")
}
