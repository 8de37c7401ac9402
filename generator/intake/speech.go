package intake

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"alingsas.se/dialog/generator/markdown"
)

// isSpoken tells whether a text begins as a spoken quote does in the house form.
func isSpoken(text string) bool { return strings.HasPrefix(text, "– ") }

// readSpeech gives spoken quotes their dash. Newsrooms write them with any dash, or in quotation marks; what is a list
// stays one.
func (a *article) readSpeech() {
	for i := 0; i < len(a.body); i++ {
		if _, isDash := afterDash(a.body[i]); !isDash {
			a.unquote(&a.body[i])
			a.unlist(&a.body[i])
			continue
		}
		end := i + 1
		for end < len(a.body) && a.body[end].tight {
			if _, isDash := afterDash(a.body[end]); !isDash {
				break
			}
			end++
		}
		a.readDashes(a.body[i:end])
		i = end - 1
	}
}

var dashMarkup = regexp.MustCompile(`^\\?(?:[-‐‑‒–—―−]|--)\s*(\S.*)$`)

// afterDash gives what follows the dash at the beginning of a paragraph.
func afterDash(b block) (rest string, isDash bool) {
	if b.kind != paragraph {
		return "", false
	}
	m := dashMarkup.FindStringSubmatch(b.markup)
	if m == nil || strings.Trim(m[1], "-– ") == "" {
		return "", false
	}
	return m[1], true
}

// readDashes makes quotes or items of a list of paragraphs that begin with a dash.
func (a *article) readDashes(run []block) {
	isSpeech := len(run) == 1 && readsAsSentences(run[0].plain)
	for _, b := range run {
		rest, _ := afterDash(b)
		isSpeech = isSpeech || a.hasSpeaker(rest)
	}
	for i := range run {
		rest, _ := afterDash(run[i])
		run[i].markup = rest
		if isSpeech {
			run[i].markup = "– " + rest
		} else {
			run[i].kind = bullet
		}
		run[i].plain = strings.TrimLeftFunc(run[i].plain, func(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Pd, r) || r == '−' })
	}
}

// readsAsSentences tells whether a text ends as a sentence does.
func readsAsSentences(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, `"”’»)`))
	return strings.ContainsRune(".!?…", last)
}

// hasSpeaker tells whether a quote says who speaks.
func (a *article) hasSpeaker(markup string) bool {
	doc, _ := markdown.Parse(markdown.Source{Data: []byte("– " + markup), Lang: a.site.lang})
	quotes := doc.Quotes()
	return len(quotes) > 0 && len(quotes[0].Speakers) > 0
}

var itemStart = regexp.MustCompile(`(?m)^- +`)

// unlist makes quotes of a list with hyphens in Markdown that is read as such.
func (a *article) unlist(b *block) {
	if b.kind != other || !strings.HasPrefix(b.markup, "- ") {
		return
	}
	doc, _ := markdown.Parse(markdown.Source{Data: []byte(b.markup), Lang: a.site.lang})
	if len(doc.Quotes()) > 0 {
		b.markup = strings.ReplaceAll(itemStart.ReplaceAllString(b.markup, "– "), "\n– ", "\n\n– ")
	}
}

var inMarks = regexp.MustCompile(`^["”“»]([^"”“»«]+)["”«»],?\s+(\S[^"”“»«]*)$`)

// goesOn finds a sentence that ends, and another behind it.
var goesOn = regexp.MustCompile(`[.!?]\s+\p{Lu}`)

// unquote writes a quote in quotation marks, of which the text says who spoke, with a dash.
func (a *article) unquote(b *block) {
	if b.kind != paragraph {
		return
	}
	m := inMarks.FindStringSubmatch(b.markup)
	if m == nil {
		return
	}
	said := strings.TrimRight(m[1], ", ")
	if !strings.ContainsAny(said[len(said)-min(1, len(said)):], "!?") {
		said = strings.TrimSuffix(said, ".") + ","
	}
	if goesOn.MatchString(m[2]) {
		return // with a dash before it, what follows would be said by the same person
	}
	if spoken := said + " " + m[2]; a.hasSpeaker(spoken) {
		b.markup = "– " + spoken
	}
}
