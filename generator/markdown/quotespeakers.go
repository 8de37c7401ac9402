package markdown

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// mostSpeakers is how many speak at once, at most.
const mostSpeakers = 5

// others finds the names that go on with a first one: "Anna Ek och Bo Berg", "Anna Ek, ordförande, och Bo Berg",
// "Anna Ek, Bo Berg och Cia Dahl". They are appended to found.
func (p *phrases) others(text string, at int, found []span) []span {
	if !p.mayGoOn(text[at:min(at+longestList, len(text))]) {
		return found
	}
	var listed []span // with commas before them: these speak where another does after an "och"
	needsFull := false
	for range mostSpeakers {
		r := nameReader{text: text, at: at}
		r.party()
		isLast := r.and(p.ands)
		if !isLast && !r.prefix(",") {
			return found
		}
		behind := r.at
		switch start, end, ok := r.subject(); {
		case ok && r.hasVerb(p.verbs, behind):
			return found
		case isLast && ok && !(needsFull && !strings.ContainsAny(text[start:end], " \u00A0")):
			found = append(append(found, listed...), span{start, end})
			listed, at = nil, end
		case !isLast && ok && strings.ContainsAny(text[start:end], " \u00A0"):
			listed, at = append(listed, span{start, end}), end
		case !isLast && r.role(behind, p.ands):
			needsFull, at = true, r.at
		default:
			return found
		}
	}
	return found
}

// longestList is how far behind a name the last of several is looked for.
const longestList = 250

// mayGoOn tells whether a text holds what stands before the last of several names, as few do.
func (p *phrases) mayGoOn(text string) bool {
	return slices.ContainsFunc(p.ands, func(word string) bool { return strings.Contains(text, word) })
}

// and reads a comma or none, and a word that stands before the last of several names. Otherwise it stays.
func (r *nameReader) and(words []string) bool {
	begin := r.at
	r.prefix(",")
	if r.spaces() && r.oneOf(words) {
		return true
	}
	r.at = begin
	return false
}

// longestParty is how long a party's name in parentheses is at most, with them.
const longestParty = 12

// party reads a party's name in parentheses and the space before it: "Anna Ek (S) och Bo Berg (M)". Otherwise it stays.
func (r *nameReader) party() {
	begin := r.at
	if r.spaces() && r.prefix("(") {
		rest := r.text[r.at:min(r.at+longestParty, len(r.text))]
		if end := strings.IndexByte(rest, ')'); end > 0 {
			r.at += end + 1
			return
		}
	}
	r.at = begin
}

// oneOf reads a word that stands before a space, without that.
func (r *nameReader) oneOf(words []string) bool {
	for _, word := range words {
		begin := r.at
		if r.wordOf(word) {
			r.at = begin + len(word)
			return true
		}
	}
	return false
}

// hasVerb tells whether what was read for a title from an offset on is a verb: "och hälsar Bo Berg välkommen".
func (r *nameReader) hasVerb(verbs map[string]bool, from int) bool {
	word := firstWord(strings.TrimLeft(r.text[from:], " \n\t\u00A0"))
	if word == "" || strings.ToLower(word) != word {
		return false
	}
	return verbs[word] || strings.HasSuffix(word, "ar") || strings.HasSuffix(word, "er") || strings.HasSuffix(word, "ade")
}

// noRoles are words with four letters or more that begin something else than what a person is.
var noRoles = words(`eftersom medan innan efter sedan trots utan genom under därför samtidigt vilket where while because after which when`)

// isRole tells whether a word can begin what a person is: näringslivschef, vd.
func isRole(word string) bool {
	isLong := utf8.RuneCountInString(word) >= 4 && strings.ToLower(word) == word
	return (isLong || word == "vd") && !noRoles[word]
}

// longestRole is how long a text that says what a person is may be.
const longestRole = 80

// role reads what a person is, from an offset on: a space, a title and what belongs to it, up to a comma or the
// word that stands before the last name. Otherwise it stays there.
func (r *nameReader) role(from int, ands []string) bool {
	r.at = from
	if r.spaces() && isRole(firstWord(r.text[r.at:])) {
		for limit := min(r.at+longestRole, len(r.text)); r.at < limit; {
			here := *r
			if here.prefix(",") || here.and(ands) {
				return true
			}
			c, size := utf8.DecodeRuneInString(r.text[r.at:])
			if strings.ContainsRune(".!?:;”\"", c) {
				break
			}
			r.at += size
		}
	}
	r.at = from
	return false
}
