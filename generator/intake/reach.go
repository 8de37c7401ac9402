package intake

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
)

// atForm finds the sign @ as those write it who do not want to be found by robots.
var atForm = regexp.MustCompile(`(?i)\s?[(\[{](?:at|@|snabel-?a|a)[)\]}]\s?`)

// withAt writes the sign @ where a text says it in a word: "anna.ek(at)example.se".
func withAt(text string) string { return atForm.ReplaceAllString(text, "@") }

// A reach is a number or an address within a line.
type reach struct {
	from, to int
	give     func(*site, *person)
}

// reachesIn finds the numbers and addresses of a line, in their order.
func reachesIn(text string) []reach {
	var all []reach
	for _, at := range emailForm.FindAllStringIndex(text, -1) {
		email := strings.TrimRight(text[at[0]:at[1]], ".")
		all = append(all, reach{at[0], at[1], func(_ *site, p *person) { p.email = cmp.Or(p.email, email) }})
	}
	// An address may hold what looks like a number.
	text = emailForm.ReplaceAllStringFunc(text, func(email string) string { return strings.Repeat(",", len(email)) })
	for _, m := range phoneForm.FindAllStringSubmatchIndex(text, -1) {
		part := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return text[m[2*i]:m[2*i+1]]
		}
		label, number, switchboard := part(1), part(2), part(3)
		from := m[0]
		if label != "" && !fieldWords[strings.ToLower(label)] {
			from = m[3] // the word is a part of what stands before
		}
		all = append(all, reach{from, m[1], func(s *site, p *person) { p.addNumber(s, label, number, switchboard) }})
	}
	slices.SortFunc(all, func(a, b reach) int { return a.from - b.from })
	return all
}

// contactLine reads one line: a name, a role, numbers, or all of them. A number belongs to the person who stands before
// it on the line, else to the one behind it, else to the last of the lines before. What it does not understand is kept
// by the comparison of the whole; see kept.go.
func (a *article) contactLine(line int, text string) {
	text = leadIn.ReplaceAllString(withAt(text), "")
	before, pos := len(a.people), 0
	var early []reach
	for _, r := range reachesIn(text) {
		a.contactParts(line, text[pos:r.from])
		pos = r.to
		if len(a.people) > before {
			r.give(a.site, a.lastPerson())
		} else {
			early = append(early, r)
		}
	}
	a.contactParts(line, text[pos:])
	if len(a.people) == 0 {
		return
	}
	owner := &a.people[min(before, len(a.people)-1)]
	for _, r := range early {
		r.give(a.site, owner)
	}
}

// whoseSwitchboard finds whose a number is that is nobody's own: "Kommunens växel".
var whoseSwitchboard = regexp.MustCompile(`(?i)\b\pL+s\s+(?:växel|växeln|vx)\b`)

// contactParts takes what a line says between its numbers.
func (a *article) contactParts(line int, text string) {
	text = whoseSwitchboard.ReplaceAllString(text, ",")
	for _, part := range strings.FieldsFunc(withoutFieldWords(text), isBetween) {
		if part = strings.Trim(part, " .*•-–—"); part != "" {
			a.contactPart(line, part)
		}
	}
}
