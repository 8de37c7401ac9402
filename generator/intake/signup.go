package intake

import (
	"regexp"
	"strings"

	"alingsas.se/dialog/generator/diag"
)

var (
	signLine     = regexp.MustCompile(`(?i)^(?:anmälan|anmäl dig|osa|föranmälan|sista anmälningsdag)\b\s*(.*)$`)
	lastDayField = map[string]bool{"sista anmälningsdag": true, "anmälan senast": true, "osa senast": true}
	latest       = regexp.MustCompile(`(?i)\b(?:senast|t\.?o\.?m\.?|till och med)\s+(?:\pL+dag(?:en)?\s+)?(?:den\s+)?$`)
	webAddress   = regexp.MustCompile(`https?://[^\s<>()]+[^\s<>().,;]`)
	// What says no more than the keys do.
	signWords = regexp.MustCompile(`(?i)\b(?:anmälan|anmäl|dig|er|sker|görs|osa|senast|t\.?o\.?m|till och med|den|\pL+dag(?:en)?|till|via|på|med|eller|e-post|e-posta|epost|mejl|mejla|mail|webben|adressen)\b|[^\pL\d]`)
)

// A signup is how one signs up for a meeting, as far as a text says it in so many words.
type signup struct{ email, url, deadline, note string }

// signupOf reads how one signs up. What its keys do not say stays in the note, with all that stands around it.
func (a *article) signupOf(g gathering) signup {
	s := signup{note: g.registration}
	s.email = strings.TrimRight(emailForm.FindString(g.registration), ".")
	s.url = webAddress.FindString(g.registration)
	day := ""
	s.deadline, day = a.deadlineOf(g)
	rest := strings.NewReplacer(pairsOf(s.email, s.url, day)...).Replace(g.registration)
	if signWords.ReplaceAllString(rest, "") == "" {
		s.note = ""
	}
	return s
}

func pairsOf(known ...string) (pairs []string) {
	for _, text := range known {
		if text != "" {
			pairs = append(pairs, text, " ")
		}
	}
	return pairs
}

// deadlineOf gives the last day to sign up, where a text says that it is the last and it is none after the meeting has
// begun, and how the text writes it.
func (a *article) deadlineOf(g gathering) (deadline, written string) {
	s, found := spellIn(g.registration)
	if !found || s.to != "" || s.end != "" || !s.hasYear() && a.date.IsZero() {
		return "", ""
	}
	at := strings.Index(g.registration, s.text)
	if !latest.MatchString(g.registration[:at]) {
		return "", ""
	}
	written = s.text
	clock := clockForm.FindStringIndex(g.registration[at+len(s.text):])
	switch {
	case clock == nil:
	case strings.Trim(g.registration[at+len(s.text):][:clock[0]], " ,") == "":
		written = g.registration[at : at+len(s.text)+clock[1]]
	default:
		s.start = "" // of something else
	}
	isGuessed := !s.hasYear()
	if isGuessed {
		s = s.inYear(a.date.Time)
	}
	deadline, _ = s.keys()
	if g.when != nil && g.when.hasYear() {
		if begins, _ := g.when.keys(); deadline > begins {
			return "", ""
		}
	}
	if isGuessed {
		a.tell(g.line, diag.ImportYear, "date", s.text, "year", deadline[:len("2012")])
	}
	return deadline, written
}
