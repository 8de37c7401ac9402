package intake

import (
	"path"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/locale"
)

var (
	kicker = regexp.MustCompile(`(?i)^(pressmeddelande|pressmeddelanden|pressinformation|pressinbjudan|press\s?release|inbjudan till press\pL*|inbjudan|mediainbjudan|uttalande|pressträff|nyheter|nyhet)\b[\s:|,•·‐-―−-]*(.*)$`)
	// What stands beside the date of publication, and says no more.
	besideDate = regexp.MustCompile(`(?i)[|•·]|:\d\d\b|\b(?:CES?T|UTC|pressmeddelande|pressinbjudan|nyhet)\b`)
	dateWords  = regexp.MustCompile(`(?i)^(?:(?:senast\s)?(?:publicerad|publicerat|publicerades|publiceringsdatum|uppdaterad|ändrad|datum|date|published)\b[\s:]*)?(?:den\s)?`)
)

// kindOf tells of what kind a text is by the word above its title; all others are plain releases.
func kindOf(word string) content.ReleaseKind {
	switch word = strings.ToLower(word); {
	case strings.Contains(word, "inbjudan"), word == "pressträff":
		return content.KindInvitation
	case word == "uttalande":
		return content.KindStatement
	}
	return ""
}

// headBlocks is how many blocks of a text are looked through for what stands around its title.
const headBlocks = 6

// readHead takes kicker, dates and title from the beginning of the text.
func (a *article) readHead() {
	if m := kicker.FindStringSubmatch(a.title); m != nil && m[2] != "" && strings.HasPrefix(a.title[len(m[1]):], ":") {
		a.comments = append(a.comments, a.title)
		a.kind, a.title = kindOf(m[1]), m[2]
	}
	a.dropAbove()
	for n := 0; n < headBlocks && len(a.body) > 0; n++ {
		first := a.body[0]
		switch {
		case a.takeKicker(first), a.takeMoment(first), a.takeDate(first), a.takeSender(first):
			a.body = a.body[1:]
		case a.title != "" && letters(first.plain) == letters(a.title):
			a.body = a.body[1:] // a page names its title twice
		case a.title == "" && a.takeTitle(first):
			a.body = a.body[1:]
		default:
			return
		}
	}
}

// dropAbove drops what a page has above "Pressmeddelande • 12 mars 2026", where the title stands below that: the name of
// the service, its menu. It is told as what belongs nowhere, so that nobody loses a title in silence.
func (a *article) dropAbove() {
	for i := 1; a.title == "" && i <= headBlocks && i+2 < len(a.body); i++ {
		m := kicker.FindStringSubmatch(a.body[i].plain)
		if m == nil || len(m[2]) >= longestDateLine {
			continue
		}
		_, isDate := dateIn(m[2], a.site.zone)
		if below := a.body[i+1].plain; isDate && utf8.RuneCountInString(below) <= longestTitle && !readsAsSentences(below) {
			a.body = a.body[i:]
		}
		return
	}
}

// takeKicker reads "Pressmeddelande -", "Pressinbjudan: Frukost med kommunen".
func (a *article) takeKicker(b block) bool {
	m := kicker.FindStringSubmatch(b.plain)
	if m == nil || utf8.RuneCountInString(b.plain) > longestTitle {
		return false
	}
	isBare := m[2] == "" || strings.ContainsAny(b.plain[len(m[1]):len(b.plain)-len(m[2])], ":|–-−•·")
	date, isDate := dateIn(m[2], a.site.zone)
	if a.kind == "" {
		a.kind = kindOf(m[1])
	}
	switch {
	case isDate && len(m[2]) < longestDateLine:
		a.date = date
		a.comments = append(a.comments, b.plain)
	case !isBare:
		a.kind = kindOf(m[1])
		return false // "Pressmeddelanden skrivs av kommunen" is a title, or a text
	case m[2] != "" && a.title == "":
		a.title, a.titleLine = m[2], b.line
		a.comments = append(a.comments, b.plain)
	case m[2] != "":
		a.comments = append(a.comments, b.plain)
	}
	return true
}

// longestDateLine is how long a line may be that tells when the text was published.
const longestDateLine = 80

// takeDate reads a line that tells when the text was published.
func (a *article) takeDate(b block) bool {
	if len(b.plain) > longestDateLine {
		return false
	}
	date, found := dateIn(b.plain, a.site.zone)
	if !found || !a.isDateLine(b.plain) {
		return false
	}
	if a.date.IsZero() {
		a.date = date
	}
	for _, part := range strings.FieldsFunc(b.plain, isBetween) {
		if m := kicker.FindStringSubmatch(strings.TrimSpace(part)); m != nil && m[2] == "" && a.kind == "" {
			a.kind = kindOf(m[1])
		}
	}
	a.comments = append(a.comments, b.plain)
	return true
}

// isDateLine tells whether there is little in a line but a date: "Exempelköping den 27 mars 2012".
func (a *article) isDateLine(line string) bool {
	s, _ := spellIn(line)
	rest := dateWords.ReplaceAllString(line, "")
	rest = strings.Replace(rest, s.text, "", 1)
	rest = clockForm.ReplaceAllString(rest, "")
	rest = besideDate.ReplaceAllString(strings.Replace(rest, a.site.organisation, "", 1), " ")
	return len(strings.Fields(rest)) <= 3 && !strings.HasSuffix(rest, ".")
}

// takeSender reads a line that names the organisation alone: it stands on every page of the site.
func (a *article) takeSender(b block) bool {
	if a.site.organisation == "" || letters(b.plain) != letters(a.site.organisation) {
		return false
	}
	a.tell(b.line, diag.ImportLeftOut, "text", b.plain)
	return true
}

// longestTitle is how many characters a title may have; what is longer is a paragraph.
const longestTitle = 200

func (a *article) takeTitle(b block) bool {
	if b.kind == other || b.kind == bullet || utf8.RuneCountInString(b.plain) > longestTitle || isSpoken(b.plain) {
		return false
	}
	if sectionOf(b.plain) != noSection || len(a.body) == 1 && strings.HasSuffix(b.plain, ".") {
		return false
	}
	a.title, a.titleLine = b.plain, b.line
	return true
}

// nameDate reads the day that a file's name begins with, as Jekyll and our own content have it.
func nameDate(file string, zone *time.Location) locale.Date {
	base := path.Base(file)
	if content.WithoutDate(base) == base {
		return locale.Date{}
	}
	return dateOr(base[:len(time.DateOnly)], zone)
}

// longestLead is how many characters a lead may have.
const longestLead = 600

// allBold is a paragraph in bold type, as pages have their leads.
var allBold = regexp.MustCompile(`^\*\*([^*]+)\*\*$`)

// takeLead makes the first paragraph the lead, where others follow and it can be a value.
func (a *article) takeLead() {
	if a.lead != "" || a.isMarkdown || len(a.body) < 2 {
		return
	}
	first, second := a.body[0], a.body[1]
	if m := allBold.FindStringSubmatch(first.markup); m != nil {
		first.markup = m[1]
	}
	isText := first.kind == paragraph && !second.tight && !isSpoken(first.markup) && first.markup == escape(first.plain)
	if isText && utf8.RuneCountInString(first.plain) <= longestLead && !fieldSign.MatchString(first.plain) {
		a.lead = first.plain
		a.body = a.body[1:]
	}
}

// english and swedish are frequent words that are none of the other language.
var (
	english = wordSet("the and of with is are this will")
	swedish = wordSet("och att det som inte av till en ett på är")
)

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(list) {
		set[word] = true
	}
	return set
}

// looksEnglish tells whether a text is rather English than Swedish.
func looksEnglish(text string) bool {
	ours, theirs := 0, 0
	for _, word := range strings.Fields(text[:min(len(text), 3000)]) { // as much as tells
		word = strings.ToLower(word)
		if english[word] {
			theirs++
		} else if swedish[word] {
			ours++
		}
	}
	return theirs > 1+3*ours
}
