package gate

import (
	"bytes"
	"encoding/json"
	"html"
	"html/template"
	"net/url"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/site"
)

// A secret is one thing that must not be in the output, in one of the ways that it may be written there.
type secret struct {
	item    *site.Withheld
	kind    kind
	text    string // as its author wrote it
	pattern []byte // as an output may hold it
	what    noun
}

// A kind is what a secret is, and so where it may stand.
type kind int

const (
	textKind kind = iota + 1 // a title or the like: anywhere
	wordKind                 // a title of one word, which may stand in a text by chance: where titles stand
	pathKind                 // an address or an old one, or what a calendar's ids have of it
	fileKind                 // the name of a file
)

// A noun names a secret in messages.
type noun struct{ sv, en string }

// shortest is the length in bytes of the shortest pattern that is looked for: less stands anywhere.
const shortest = 4

// longest is how much of a text is looked for, in characters: outputs cut leads and descriptions.
const longest = 60

// secretsOf gives all that is to be looked for, each in every spelling.
func secretsOf(items []site.Withheld) []secret {
	var all []secret
	for i := range items {
		w := &items[i]
		add := func(k kind, text string, what noun, spellings ...string) {
			slices.Sort(spellings)
			for _, s := range slices.Compact(spellings) {
				all = append(all, secret{item: w, kind: k, text: text, pattern: []byte(s), what: what})
			}
		}
		for n, text := range w.Texts {
			text = beginning(strings.Join(strings.Fields(text), " "))
			switch {
			case text == "":
			case strings.Contains(text, " "):
				add(textKind, text, textNouns[n].of(text), spellings(text)...)
			default:
				add(wordKind, text, textNouns[n].of(text), spellings(text)...)
			}
		}
		add(pathKind, w.URL, noun{"adressen ", "the address "}.of(w.URL), strings.TrimSuffix(w.URL, "/"), "-"+path.Base(w.URL)+"@")
		for _, a := range w.Source.Aliases {
			add(pathKind, a.Path, noun{"den gamla adressen ", "the old address "}.of(a.Address()), strings.TrimSuffix(a.Address(), "/"), strings.TrimSuffix(a.Rule(), "/"))
		}
		for _, name := range w.Files {
			base := path.Base(name)
			add(fileKind, base, noun{"filnamnet ", "the file name "}.of(base), append(spellings(base), url.PathEscape(base))...)
		}
	}
	return all
}

// textNouns are what site.Withheld.Texts are, in its order.
var textNouns = [...]noun{{"rubriken ", "the title "}, {"ingressen ", "the lead "}, {"beskrivningen ", "the description "}}

func (n noun) of(text string) noun { return noun{n.sv + `"` + text + `"`, n.en + `"` + text + `"`} }

// beginning cuts a text after a word, where it is long.
func beginning(text string) string {
	if utf8.RuneCountInString(text) <= longest {
		return text
	}
	cut := string([]rune(text)[:longest])
	if i := strings.LastIndexByte(cut, ' '); i > len(cut)/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:–-.")
}

// spellings are the forms that a text takes in pages, scripts, feeds, calendars and cards.
func spellings(text string) []string {
	inJSON, err := json.Marshal(text)
	if err != nil {
		panic(err) // a text can always be encoded
	}
	return []string{
		text, html.EscapeString(text), template.HTMLEscapeString(text), strings.Trim(string(inJSON), `"`), inPlainJSON.Replace(text),
		inMarkdown.Replace(text), inCalendar.Replace(text),
	}
}

var (
	// inMarkdown is how goldmark escapes a text.
	inMarkdown = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")
	// inPlainJSON is JSON whose markup is not escaped, as feeds and data have it. Secrets hold no other control characters.
	inPlainJSON = strings.NewReplacer(`\`, `\\`, `"`, `\"`)
	// inCalendar is RFC 5545, section 3.3.11, and RFC 2426, section 4.
	inCalendar = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`)
)

// isWhole tells whether a pattern that was found is no part of something longer: the title "Ny" does not
// stand in "Nyheter", nor the address /dialog/ in /dialogen/.
func (s *secret) isWhole(data []byte, at int) bool {
	before, _ := utf8.DecodeLastRune(data[:at])
	after, _ := utf8.DecodeRune(data[at+len(s.pattern):])
	switch s.kind {
	case textKind:
		return !isWordRune(before) && !isWordRune(after)
	case wordKind:
		return isTitleStart(data[:at]) && isTitleEnd(data[at+len(s.pattern):])
	case pathKind:
		if s.pattern[len(s.pattern)-1] == '@' {
			return true
		}
		// text/calendar, </calendar> and https://calendar.kommun.se are no addresses, https://dialog.kommun.se/calendar is one.
		return before != '<' && !bytes.HasSuffix(data[:at], []byte(":/")) && (!isWordRune(before) || isAfterHost(data[:at])) && !isNameRune(after)
	}
	return !isNameRune(before) && !isNameRune(after)
}

// titleStarts are what stands before a title in pages, data, calendars and cards; in the files of the search it comes
// after the address of its page.
var titleStarts = []string{">", `/","`, `"name":"`, `"title":"`, `"headline":"`, "\nSUMMARY:", "\nFN:", "\nNAME:"}

func isTitleStart(before []byte) bool {
	before = bytes.TrimRight(before, " \r\n\t")
	return slices.ContainsFunc(titleStarts, func(start string) bool { return bytes.HasSuffix(before, []byte(start)) })
}

func isTitleEnd(after []byte) bool {
	after = bytes.TrimLeft(after, " \t")
	return len(after) == 0 || bytes.IndexByte([]byte("<\"\r\n("), after[0]) >= 0 || bytes.HasPrefix(after, []byte("–"))
}

// isAfterHost tells whether a text ends in the scheme and the host of an address, and that of no calendar on the web:
// every page of those begins with /calendar/.
func isAfterHost(before []byte) bool {
	i := bytes.LastIndex(before, []byte("://"))
	if i < 0 {
		return false
	}
	host := before[i+len("://"):]
	return !bytes.ContainsAny(host, "/ \"'<>") && !slices.Contains(webCalendars, string(host))
}

// webCalendars are the hosts to which the site's own pages lead who want a meeting in their calendar.
var webCalendars = []string{"calendar.google.com", "outlook.office.com", "outlook.live.com"}

func isWordRune(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

func isNameRune(r rune) bool { return isWordRune(r) || r == '-' || r == '_' }

// isPhrase tells whether a text is so long that it is no chance where two authors write it.
func (s *secret) isPhrase() bool { return s.kind == textKind && len(s.text) >= shortestPhrase }

// shortestPhrase is the length in bytes of such a text: "Öppet hus" is none.
const shortestPhrase = 14

func (s *secret) unwatched(why, whyEn string) diag.Diagnostic {
	return diag.New(diag.Position{File: s.item.Source.File}, diag.WithheldShared, "what", s.what.sv, "what-en", s.what.en, "why", why, "why-en", whyEn)
}
