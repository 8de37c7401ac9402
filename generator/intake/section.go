package intake

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"alingsas.se/dialog/generator/diag"
)

// A section is a part of a text that stands below a label of its own, behind the text itself.
type section int

const (
	noSection section = iota
	contactSection
	topicSection
	regionSection
	aboutSection // below a heading: about the sender, the same in every release
	afterText    // what follows a section, below no label
)

// labels begin a section, alone on a line or with a colon and what it holds behind them.
var labels = map[string]section{
	"kontakt": contactSection, "kontakta": contactSection, "kontakter": contactSection, "kontaktperson": contactSection, "kontaktpersoner": contactSection,
	"presskontakt": contactSection, "presskontakter": contactSection, "kontaktuppgifter": contactSection, "kontaktinformation": contactSection,
	"kontakta oss": contactSection, "mer information": contactSection, "för mer information": contactSection, "för ytterligare information": contactSection,
	"för mer information kontakta": contactSection, "för mer information, kontakta": contactSection, "för ytterligare information, kontakta": contactSection,
	"mer information lämnas av": contactSection, "för frågor": contactSection, "vid frågor": contactSection, "vid frågor kontakta": contactSection,
	"frågor besvaras av": contactSection, "upplysningar": contactSection, "contact": contactSection, "contacts": contactSection, "press contact": contactSection,
	"ämne": topicSection, "ämnen": topicSection, "ämnesord": topicSection, "kategori": topicSection, "kategorier": topicSection, "nyckelord": topicSection,
	"taggar": topicSection, "etiketter": topicSection, "topics": topicSection, "tags": topicSection,
	"region": regionSection, "regioner": regionSection, "regions": regionSection,
}

// sectionOf tells which section a line begins.
func sectionOf(line string) section {
	s, _ := sectionLine(line)
	return s
}

// sectionLine tells which section a line begins, and gives what stands behind the label.
func sectionLine(line string) (s section, rest string) {
	if s = labels[strings.ToLower(strings.TrimRight(line, " :"))]; s != noSection {
		return s, ""
	}
	if leadIn.ReplaceAllString(line, "") == "" {
		return contactSection, "" // "För ytterligare information kontakta:"
	}
	label, rest, found := strings.Cut(line, ":")
	if !found {
		return noSection, ""
	}
	return labels[strings.ToLower(strings.TrimSpace(label))], strings.TrimSpace(rest)
}

// readSections takes apart what stands behind the text: contacts, topics, regions, what is about the sender.
func (a *article) readSections() {
	blocks, state := a.body, noSection
	a.body = nil
	for _, b := range blocks {
		state = a.sorted(b, state)
	}
}

// sorted puts a block where it belongs, and gives the section that the next one stands in.
func (a *article) sorted(b block, state section) section {
	if a.isBoilerplate(b) {
		a.tell(b.line, diag.ImportBoilerplate)
		return afterText
	}
	if s, rest := sectionLine(b.plain); s != noSection && b.kind != other {
		if rest != "" {
			inner := plainBlock(paragraph, b.line, rest)
			return a.sortedInto(inner, s)
		}
		return s
	}
	switch {
	case state == noSection && leadsToContact(b.plain):
		state = contactSection
	case state != noSection && isAboutHeading(b):
		state = aboutSection
	case a.takeMoment(b):
		return state
	case isFooter(b):
		a.leaveOut(b)
		return state
	}
	return a.sortedInto(b, state)
}

// sortedInto takes a block as a part of a section, or into the text where it is none.
func (a *article) sortedInto(b block, state section) section {
	switch {
	case state == contactSection && a.takeContacts(b),
		state == topicSection && takeTerms(&a.topics, b),
		state == regionSection && takeTerms(&a.regions, b):
		return state
	case state == aboutSection && (b.kind != heading || isAboutHeading(b)):
		a.leaveOut(b)
		return state
	case state != noSection && b.kind == paragraph && a.beginsWithSender(b.plain):
		a.leaveOut(b)
		return afterText
	}
	a.body = append(a.body, b)
	if state == noSection || b.kind == heading {
		return noSection
	}
	return afterText
}

// isBoilerplate finds what the site says of its organisation under every release.
func (a *article) isBoilerplate(b block) bool {
	said := letters(b.plain)
	for _, about := range a.site.about {
		if said != "" && (said == about || len(said) > 80 && strings.Contains(about, said)) {
			return true
		}
	}
	return false
}

// beginsWithSender tells whether a paragraph begins as those about a municipality do: "Alingsås, som ligger".
func (a *article) beginsWithSender(text string) bool {
	name := strings.TrimSuffix(strings.TrimSuffix(a.site.organisation, " kommun"), "s")
	return name != "" && strings.HasPrefix(text, name) && utf8.RuneCountInString(text) > 120
}

var aboutForm = regexp.MustCompile(`^(?:Om|Fakta om|About)\s\p{Lu}`)

func isAboutHeading(b block) bool {
	return aboutForm.MatchString(b.plain) && utf8.RuneCountInString(b.plain) <= longestHeading
}

// Beginnings of lines that newsroom services put around a text, and the names of such services.
var (
	footers  = []string{"följ oss", "prenumerera", "dela ", "skriv ut", "ladda ner", "tipsa ", "gilla ", "tweeta", "share ", "print ", "subscribe", "till toppen", "tillbaka till"}
	services = []string{"mynewsdesk", "via cision", "cision.com", "via tt"}
)

// isFooter finds lines that newsroom services put around a text.
func isFooter(b block) bool {
	n := utf8.RuneCountInString(b.plain)
	if n > 200 || isSpoken(b.plain) {
		return false
	}
	text := strings.ToLower(b.plain)
	return strings.Trim(text, "- ") == "slut" || slices.ContainsFunc(services, func(s string) bool { return strings.Contains(text, s) }) ||
		n <= longestHeading && slices.ContainsFunc(footers, func(s string) bool { return strings.HasPrefix(text+" ", s) })
}

// longestTerm is how many characters a topic or a region has at most.
const longestTerm = 60

// takeTerms reads topics or regions, one on a line or with commas between.
func takeTerms(terms *[]string, b block) bool {
	if b.kind == heading || utf8.RuneCountInString(b.plain) > 4*longestTerm || strings.HasSuffix(b.plain, ".") {
		return false
	}
	for _, term := range strings.FieldsFunc(b.plain, func(r rune) bool { return strings.ContainsRune(",;|\n•·", r) }) {
		if term = strings.Trim(term, " *#-–"); term == "" {
			continue
		}
		if utf8.RuneCountInString(term) > longestTerm {
			return false
		}
		*terms = appendNew(*terms, term)
	}
	return true
}

// appendNew appends a text that is not there yet.
func appendNew(list []string, text string) []string {
	for _, known := range list {
		if strings.EqualFold(known, text) {
			return list
		}
	}
	return append(list, text)
}
