package markdown

import (
	"bytes"
	"regexp"
	"strings"
	"unicode/utf8"

	"alingsas.se/dialog/generator/diag"
)

// A link that is mistyped is text to Markdown: its brackets and its address are shown, and it leads
// nowhere. What is looked for are the signs that such a link leaves behind, in what became text.

// target is what an address begins with, or the name of a file.
const target = `(?:<?(?i:https?://|mailto:|tel:|www\.)|\.{0,2}/[\pL\pN]|[\pL\pN._+-]+@[\pL\pN-]+\.` +
	`|[^\s\x00()\[\]]+\.(?i:md|pdf|jpe?g|png|gif|webp|svg|docx?|xlsx?|pptx?|zip|html?)\b)`

var (
	// After a closing bracket: [text] (address), also with the address on the next line.
	parted = regexp.MustCompile(`^(?:[ \t\x{a0}]+|[ \t]*\n[ \t\x00]*)\([ \t]*` + target)
	// After a closing bracket: [text][label], where no such label is defined.
	labelled = regexp.MustCompile(`^\[[^\[\]^][^\[\]]*\]`)
	// After a closing parenthesis: (text)[address].
	turned = regexp.MustCompile(`^ ?\[[ \t]*` + target)
	// After < or within brackets: an address that is no link because of them.
	pointed = regexp.MustCompile(`^(?i:https?://|mailto:|www\.|[\pL\pN._+-]+@[\pL\pN-]+\.)`)
	// The text of [1][2] is no link that came apart.
	number = regexp.MustCompile(`^[0-9.,–-]*$`)
)

const meantAsText = -1

// brokenLinks reports the links in a block's remains (see remainsOf).
func (in *inspector) brokenLinks(remains []byte, start int) {
	var brackets []int // that are open; meantAsText for one that the author wants to be seen
	parenthesis := 0
	for i, c := range remains {
		switch c {
		case '[':
			brackets = append(brackets, i)
		case escaped:
			brackets = append(brackets, meantAsText)
		case '(':
			parenthesis = i
		case ']':
			from := i
			if last := len(brackets) - 1; last >= 0 {
				from, brackets = brackets[last], brackets[:last]
			}
			if from != meantAsText && isBroken(remains, from, i) {
				in.brokenLink(remains, from, start)
			}
		case ')':
			if turned.Match(remains[i+1:]) {
				in.brokenLink(remains, parenthesis, start)
			}
		case '<':
			if pointed.Match(remains[i+1:]) {
				in.brokenLink(remains, i, start)
			}
		}
	}
}

// isBroken tells whether text in brackets was meant as a link, by what it is and what comes after it.
func isBroken(remains []byte, from, to int) bool {
	text, rest := remains[min(from+1, to):to], remains[to+1:]
	switch {
	case bytes.HasPrefix(rest, []byte("(")), bytes.HasPrefix(rest, []byte("[]")):
		return true
	case pointed.Match(text):
		return from == 0 || remains[from-1] != ')' // where it was told already
	case labelled.Match(rest):
		return !number.Match(text)
	}
	return parted.Match(rest)
}

func (in *inspector) brokenLink(remains []byte, from, start int) {
	if from > 0 && remains[from] == '[' && remains[from-1] == '!' {
		from--
	}
	sv, en := brokenAdvice, brokenAdviceEn
	if m := spacedFile.FindSubmatch(in.doc.body[start+from:]); m != nil {
		name := withoutSpaces.Replace(strings.ToLower(string(m[1])))
		sv, en = "döp om filen utan mellanslag, och skriv ("+name+")", "rename the file without spaces, and write ("+name+")"
	}
	in.report(start+from, diag.BrokenLink, "text", firstLine(in.doc.body[start+from:]), "advice", sv, "advice-en", en)
}

const (
	brokenAdvice   = "skriv [text](adress) utan mellanslag mellan ] och ( och i adressen; där du menar tecknet, skriv \\["
	brokenAdviceEn = "write [text](address) without a space between ] and ( or in the address; where you mean the character, write \\["
)

// spacedFile is a link to a file whose name has spaces.
var spacedFile = regexp.MustCompile(`^!?\[[^\[\]]*\]\([ \t]*([^\s()<>"][^\n()<>":]* [^\n()<>":]*\.[A-Za-z0-9]{2,4})[ \t]*(?:"[^"\n]*"[ \t]*)?\)`)

var withoutSpaces = strings.NewReplacer(" ", "-", "å", "a", "ä", "a", "ö", "o", "é", "e", "ü", "u")

// firstLine gives as much of a text as a report repeats.
func firstLine(text []byte) string {
	line, _, _ := bytes.Cut(text[:min(len(text), utf8.UTFMax*(htmlShown+1))], []byte("\n"))
	return shorten(string(line))
}
