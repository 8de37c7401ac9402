package markdown

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A speech phrase tells who said what stands before it: a comma or closing mark, a verb of speech
// and a name. Between verb and name a title may stand, if first and last name follow: ", säger
// kommunalråd Anna Ek". The first phrase in a paragraph counts.
type phrases struct {
	verbs     map[string]bool
	nameFirst bool // ", Anna Ek says" is said too
}

// phrasesOf holds what is known of a language; the others have the English phrases.
var phrasesOf = map[string]*phrases{
	"sv": {verbs: words(`
		säger sa sade menar menade berättar berättade förklarar förklarade konstaterar konstaterade
		tycker tyckte tror trodde hoppas hoppades hälsar hälsade skriver skrev kommenterar kommenterade
		betonar betonade understryker underströk tillägger tillade fortsätter fortsatte avslutar
		avslutade inleder inledde svarar svarade undrar undrade frågar frågade anser ansåg påpekar
		påpekade poängterar poängterade framhåller framhöll bedömer bedömde summerar summerade
		sammanfattar sammanfattade intygar intygade bekräftar bekräftade försäkrar försäkrade lovar
		lovade uppmanar uppmanade önskar önskade resonerar resonerade funderar funderade minns mindes
		beskriver beskrev uppger uppgav meddelar meddelade medger medgav erkänner erkände inflikar
		inflikade utbrister utbrast ler log skrattar skrattade jublar jublade gläds gladdes`)},
	"en": {nameFirst: true, verbs: words(`
		says said adds added explains explained concludes concluded continues continued notes noted
		believes believed thinks thought hopes hoped comments commented writes wrote states stated
		stresses stressed emphasises emphasised emphasizes emphasized replies replied answers answered
		asks asked tells told observes observed remarks remarked insists insisted argues argued
		promises promised recalls recalled wonders wondered`)},
}

func words(list string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(list) {
		set[word] = true
	}
	return set
}

const (
	space = `[\s\x{a0}]+`
	// One part of a name: Anna-Karin, O’Brien, Öström.
	namePart = `\p{Lu}[\p{L}\p{M}]*(?:[-’'][\p{L}\p{M}]+)*`
	// What stands between the parts: a space, with a nobiliary particle or an initial after it.
	between  = space + `(?:(?:von|af|de|van|der|den|del|di|la|el|al|bin|ter)` + space + `|\p{Lu}\.\s*){0,2}`
	name     = `((?:\p{Lu}\.\s*){0,3}` + namePart + `(?:` + between + namePart + `){0,4})`
	fullName = `(` + namePart + `(?:` + between + namePart + `){1,4})`
	// A title may name its municipality: Alingsås kommuns näringslivschef.
	titleWord = `(?:vd|vd:n|vice|[\p{Ll}-]{4,})`
	title     = `(?:\p{Lu}\p{L}+` + space + `kommuns` + space + `)?(?:` + titleWord + space + `){1,3}`
)

var (
	subject     = regexp.MustCompile(`^` + space + `(?:` + title + fullName + `|` + name + `)`)
	leadingName = regexp.MustCompile(`^` + name + space)
)

// endMarks end what is said, before the words that tell who said it.
const endMarks = `,?!….:"”’'»`

// mayEnd has the first bytes of the end marks.
var mayEnd = func() (table [256]bool) {
	for i := range endMarks {
		table[endMarks[i]] = true
	}
	return table
}()

// hasSpeech tells whether a text holds a speech phrase.
func (p *phrases) hasSpeech(text string) bool {
	_, _, ok := p.findSpeaker(text)
	return ok
}

// findSpeaker gives where in the text the name in its first speech phrase stands.
func (p *phrases) findSpeaker(text string) (start, end int, ok bool) {
	for i := range len(text) {
		if !mayEnd[text[i]] { // nearly all
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if !strings.ContainsRune(endMarks, r) {
			continue
		}
		after := text[i+size:]
		phrase := strings.TrimLeftFunc(after, unicode.IsSpace)
		if len(phrase) == len(after) {
			continue
		}
		if start, end, ok = p.speakerAt(phrase); ok {
			at := len(text) - len(phrase)
			return at + start, at + end, true
		}
	}
	return 0, 0, false
}

// speakerAt finds the name in a phrase that begins the text.
func (p *phrases) speakerAt(text string) (start, end int, ok bool) {
	word := firstWord(text)
	if p.verbs[word] {
		m := subject.FindStringSubmatchIndex(ofWords(text[len(word):]))
		if m == nil {
			return 0, 0, false
		}
		group := 2 // after a title
		if m[group] < 0 {
			group = 4
		}
		return len(word) + m[group], len(word) + m[group+1], true
	}
	if first, _ := utf8.DecodeRuneInString(text); p.nameFirst && unicode.IsUpper(first) {
		m := leadingName.FindStringSubmatchIndex(ofWords(text))
		if m != nil && p.verbs[firstWord(text[m[1]:])] {
			return m[2], m[3], true
		}
	}
	return 0, 0, false
}

// ofWords gives the part of a text, from its beginning, that holds nothing but what a title and a name may
// be written with. The patterns take many times as long for the text to its end.
func ofWords(text string) string {
	end := strings.IndexFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && !strings.ContainsRune(" \t\n\f\r\u00A0-’'.:", r)
	})
	if end < 0 {
		return text
	}
	return text[:end]
}

// firstWord gives the letters that a text begins with.
func firstWord(text string) string {
	if i := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) }); i >= 0 {
		return text[:i]
	}
	return text
}
