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
	ands      []string // what stands before the last of several names
	nameFirst bool     // ", Anna Ek says" is said too
}

// phrasesOf holds what is known of a language; the others have the English phrases.
var phrasesOf = map[string]*phrases{
	"sv": {ands: []string{"och", "samt", "&"}, verbs: words(`
		säger sa sade menar menade berättar berättade förklarar förklarade konstaterar konstaterade
		tycker tyckte tror trodde hoppas hoppades hälsar hälsade skriver skrev kommenterar kommenterade
		betonar betonade understryker underströk tillägger tillade fortsätter fortsatte avslutar
		avslutade inleder inledde svarar svarade undrar undrade frågar frågade anser ansåg påpekar
		påpekade poängterar poängterade framhåller framhöll bedömer bedömde summerar summerade
		sammanfattar sammanfattade intygar intygade bekräftar bekräftade försäkrar försäkrade lovar
		lovade uppmanar uppmanade önskar önskade resonerar resonerade funderar funderade minns mindes
		beskriver beskrev uppger uppgav meddelar meddelade medger medgav erkänner erkände inflikar
		inflikade utbrister utbrast ler log skrattar skrattade jublar jublade gläds gladdes`)},
	"en": {nameFirst: true, ands: []string{"and", "&"}, verbs: words(`
		says said adds added explains explained concludes concluded continues continued notes noted
		believes believed thinks thought hopes hoped comments commented writes wrote states stated
		stresses stressed emphasises emphasised emphasizes emphasized replies replied answers answered
		asks asked tells told observes observed remarks remarked insists insisted argues argued
		promises promised recalls recalled wonders wondered
		say add explain conclude continue note believe think hope comment write state stress emphasise emphasize reply
		answer ask tell observe remark insist argue promise recall wonder`)},
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

// A span is a part of a text.
type span struct{ start, end int }

// hasSpeech tells whether a text holds a speech phrase.
func (p *phrases) hasSpeech(text string) bool {
	var room [2]span
	return len(p.findSpeakers(text, room[:0])) > 0
}

// findSpeakers gives where in the text the names in its first speech phrase stand, appended to found.
func (p *phrases) findSpeakers(text string, found []span) []span {
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
		if spans := p.speakersAt(text, len(text)-len(phrase), found); len(spans) > len(found) {
			return spans
		}
	}
	return found
}

// speakersAt finds the names in a phrase that begins at an offset.
func (p *phrases) speakersAt(text string, at int, found []span) []span {
	word := firstWord(text[at:])
	if p.verbs[word] {
		r := nameReader{text: text, at: at + len(word)}
		start, end, ok := r.subject()
		if !ok {
			return found
		}
		return p.others(text, end, append(found, span{start, end}))
	}
	if first, _ := utf8.DecodeRuneInString(text[at:]); !p.nameFirst || !unicode.IsUpper(first) {
		return found
	}
	r := nameReader{text: text, at: at}
	spans := found
	for {
		begin := r.at
		end, ok := r.leadingName()
		if !ok {
			return found
		}
		spans = append(spans, span{begin, end})
		if p.verbs[firstWord(text[r.at:])] {
			return spans
		}
		if !r.oneOf(p.ands) || !r.spaces() {
			return found
		}
	}
}

// firstWord gives the letters that a text begins with.
func firstWord(text string) string {
	if i := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) }); i >= 0 {
		return text[:i]
	}
	return text
}
