package markdown

import (
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
		r := nameReader{text: text, at: len(word)}
		return r.subject()
	}
	if first, _ := utf8.DecodeRuneInString(text); p.nameFirst && unicode.IsUpper(first) {
		r := nameReader{text: text}
		if end, ok = r.leadingName(); ok && p.verbs[firstWord(text[r.at:])] {
			return 0, end, true
		}
	}
	return 0, 0, false
}

// firstWord gives the letters that a text begins with.
func firstWord(text string) string {
	if i := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) }); i >= 0 {
		return text[:i]
	}
	return text
}
