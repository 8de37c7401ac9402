package prose

import (
	"strings"
	"unicode"
)

// vagueLinks are texts that say nothing of where a link leads, in lower case and without the marks
// around them.
var vagueLinks = map[string]map[string]bool{
	"sv": texts(`läs mer|läs mera|läs mer här|läs här|läs vidare|läs hela|fortsätt läsa|se mer|se här|se länk|
		klicka|klicka här|klick här|tryck här|här|hit|gå hit|gå vidare|mer|mera|mer här|mer info|mer information|
		mer information här|mer information finns här|information|info|länk|länken|länkar|denna länk|den här länken|
		följ länken|följ denna länk|via länken|denna sida|den här sidan|ta reda på mer|visa mer`),
	"en": texts(`read more|read more here|read on|continue reading|click|click here|press here|here|see here|see more|
		more|more here|more info|more information|info|information|details|link|links|this link|the link|
		follow this link|this page|this|learn more|find out more|go here|show more|view more`),
}

func texts(list string) map[string]bool {
	set := map[string]bool{}
	for text := range strings.SplitSeq(list, "|") {
		set[strings.TrimSpace(text)] = true
	}
	return set
}

// VagueLink tells whether the text of a link says nothing of where it leads, so that who hears the
// links of a page one by one cannot choose: "läs mer", "här", "→" (WCAG 2.4.4). English texts are
// known in all languages, since templates often bring them. The empty text is not vague but missing.
func VagueLink(text, lang string) bool {
	if strings.TrimSpace(text) == "" {
		return false
	}
	plain := strings.TrimFunc(strings.ToLower(text), func(r rune) bool { return !isWordRune(r) })
	plain = strings.Join(strings.FieldsFunc(plain, unicode.IsSpace), " ")
	return plain == "" || vagueLinks[lang][plain] || vagueLinks["en"][plain]
}

// BareURL tells whether the text of a link is a web address, which is spelled out when it is read
// aloud. The name of a website, "alingsas.se", is a text like others.
func BareURL(text string) bool {
	text = strings.ToLower(core(strings.TrimSpace(text)))
	if text == "" || strings.ContainsFunc(text, unicode.IsSpace) {
		return false
	}
	for _, start := range [...]string{"https://", "http://", "www."} {
		if strings.HasPrefix(text, start) && len(text) > len(start) {
			return true
		}
	}
	return false
}
