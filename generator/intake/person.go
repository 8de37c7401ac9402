package intake

import (
	"cmp"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"alingsas.se/dialog/generator/locale"
)

// A person is somebody whom a text tells how to reach, or that takes part.
type person struct {
	line          int
	name, role    string
	organisation  string
	phone, mobile string
	email         string
	isPress       bool
}

var (
	emailForm = regexp.MustCompile(`[\pL\d._%+-]+@[\pL\d-]+(?:\.[\pL\d-]+)+`)
	phoneForm = regexp.MustCompile(`(?i)(?:(\pL+)\b[\s.:)]*)?((?:\+|\b0)\d?[\d \x{00A0}()/‐-―−-]{5,18}\d)\b(\s*\(?(?:vx|växel|växeln)\b\)?)?`)
	nameForm  = regexp.MustCompile(`^\p{Lu}[\pL’'-]*(?:\s(?:\p{Lu}\.|von|af|de|van|der|\p{Lu}[\pL’'-]*)){1,4}$`)
	partyForm = regexp.MustCompile(`^(.*?)\s*(\(\p{Lu}{1,4}\))$`)
	// What leads to the people at the end of a text.
	leadIn     = regexp.MustCompile(`(?i)^(?:för (?:mer|ytterligare) information|mer information|vid frågor|för frågor|frågor besvaras av|har du frågor|upplysningar|kontaktperson(?:er)?|presskontakt(?:er)?|kontakt|kontakta|contact|for more information)(?:\s(?:lämnas av|ges av|om [^,:]{1,60}))?(?:[\s,:?–-]+|$)(?:vänligen\s)?(?:(?:kontakta|contact)(?:[\s:]+|$))?`)
	fieldWord  = regexp.MustCompile(`\pL[\pL\d-]*[.:]*`)
	mobileWord = regexp.MustCompile(`(?i)^mob`)
	mobileForm = regexp.MustCompile(`^(?:\+46|0)7[02369]`)
	switchWord = regexp.MustCompile(`(?i)^(?:växel|växeln|vx)$`)
)

// fieldWords say what follows them and are no part of it.
var fieldWords = wordSet(`namn titel telefonnummer telefon tfn tel mobiltelefon mobil mob direkt växel växeln vx
	e-postadress epostadress e-post epost e-mail email mail mejl phone mobile name title`)

// withoutFieldWords puts a comma for each such word: they stand between the parts of a line.
func withoutFieldWords(text string) string {
	return fieldWord.ReplaceAllStringFunc(text, func(word string) string {
		if fieldWords[strings.ToLower(strings.TrimRight(word, ".:"))] {
			return ","
		}
		return word
	})
}

// leadsToContact tells whether a paragraph says whom to call: it begins so, and holds a number or an address.
func leadsToContact(text string) bool {
	text = withAt(text)
	return utf8.RuneCountInString(text) <= longestContact && leadIn.MatchString(text) && (emailForm.MatchString(text) || phoneForm.MatchString(text))
}

// longestContact is how many characters a block about people has at most.
const longestContact = 500

// takeContacts reads a block of a contact section. It is false where the block is of something else.
func (a *article) takeContacts(b block) bool {
	isReachable := emailForm.MatchString(withAt(b.plain)) || phoneForm.MatchString(b.plain)
	n := utf8.RuneCountInString(b.plain)
	if b.kind == other && !isReachable || n > longestContact || !isReachable && (n > longestHeading || strings.HasSuffix(b.plain, ".")) {
		return false
	}
	for _, line := range strings.Split(b.plain, "\n") {
		a.contactLine(b.line, line)
	}
	return true
}

func isBetween(r rune) bool { return strings.ContainsRune(",;:|\t\n", r) }

// contactPart takes one part of a line: a name begins a person, all else belongs to the last.
func (a *article) contactPart(line int, part string) {
	name, party := part, ""
	if m := partyForm.FindStringSubmatch(part); m != nil {
		name, party = m[1], m[2]
	}
	p := a.lastPerson()
	if title, rest := titled(name); rest != "" {
		a.people = append(a.people, person{line: line, name: rest, role: strings.TrimSpace(title + " " + party), isPress: true})
		return
	}
	switch {
	case isName(name) && (p == nil || p.name != ""):
		a.people = append(a.people, person{line: line, name: name, role: party, isPress: true})
	case isName(name):
		p.name = name // whose role stood above
		p.role = strings.TrimSpace(p.role + " " + party)
	case p == nil && isRole(part):
		a.people = append(a.people, person{line: line, role: part, isPress: true})
	case p == nil:
	case strings.HasPrefix(p.role, "(") && isRole(part):
		p.role = part + " " + p.role
	case p.role == "":
		p.role = part
	case p.organisation == "" && line == p.line && letters(part) != letters(a.site.organisation) && !isRole(part):
		p.organisation = part
	}
}

func (a *article) lastPerson() *person {
	if len(a.people) == 0 {
		return nil
	}
	return &a.people[len(a.people)-1]
}

// A title stands before a name in lower case, or is the name of an office.
var (
	titledForm = regexp.MustCompile(`^(\p{Ll}[\pL-]{2,}(?:\s\p{Ll}[\pL-]*){0,3})\s(\p{Lu}.*)$`)
	officeForm = regexp.MustCompile(`^(\p{Lu}[\pL-]*(?:chef|direktör|rektor|råd|ordförande|ledare|minister|sekreterare|samordnare|strateg|professor)|Rektor|Ordförande|Professor)\s(\p{Lu}.*)$`)
)

// titled parts a name from the title before it: "kommunalråd Anna Ek".
func titled(text string) (title, name string) {
	if m := titledForm.FindStringSubmatch(text); m != nil && isName(m[2]) {
		return m[1], m[2]
	}
	if m := officeForm.FindStringSubmatch(text); m != nil && isName(m[2]) {
		return m[1], m[2]
	}
	return "", ""
}

// organisationForm finds names that are no person's.
var organisationForm = regexp.MustCompile(`(?i)förening|förbund|bolag|kommun|region|handel|universitet|högskola|kyrka|stiftelse|nätverk|centrum|museum|polis|räddningstjänst|myndighet|förvaltning|nämnd|\bAB\b`)

// isName tells whether a text is a full name of a person.
func isName(text string) bool {
	return nameForm.MatchString(text) && utf8.RuneCountInString(text) <= 60 && !organisationForm.MatchString(text)
}

// isRole tells whether a text may say what somebody is: it begins in lower case.
func isRole(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(first) && utf8.RuneCountInString(text) <= longestHeading
}

// addNumber takes a telephone number that can be dialled. The switchboard's is the site's, and said there.
func (p *person) addNumber(s *site, label, number, switchboard string) {
	number = strings.TrimSpace(number)
	if switchboard != "" || switchWord.MatchString(label) {
		number += " vx"
	}
	parsed, err := locale.ParsePhone(number, s.region)
	switch {
	case err != nil || parsed.Number == s.phone.Number:
	case mobileWord.MatchString(label) || mobileForm.MatchString(digitsOf(number)):
		p.mobile = cmp.Or(p.mobile, number)
	default:
		p.phone = cmp.Or(p.phone, number)
	}
}

func digitsOf(number string) string {
	return strings.Map(func(r rune) rune {
		if r == '+' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, number)
}

var betweenPeople = regexp.MustCompile(`,\s*(?:och|samt)\s+|,\s*|\s+och\s+|\s+samt\s+`)

// peopleIn reads a list of people with their roles: "Anna Ek, kommundirektör, Bo Berg (S), kommunalråd och Cia Dahl".
func peopleIn(line int, list string) []person {
	var people []person
	for _, part := range betweenPeople.Split(list, -1) {
		part = strings.Trim(part, " .")
		name, party := part, ""
		if m := partyForm.FindStringSubmatch(part); m != nil {
			name, party = m[1], m[2]
		}
		switch title, rest := titled(name); {
		case rest != "":
			people = append(people, person{line: line, name: rest, role: strings.TrimSpace(title + " " + party)})
		case isName(name):
			people = append(people, person{line: line, name: name, role: party})
		case len(people) > 0 && isRole(part):
			last := &people[len(people)-1]
			last.role = strings.TrimSpace(part + " " + last.role)
		}
	}
	return people
}
