package prose

import (
	"strings"
)

// vague are link texts that say nothing to those who hear them alone.
var vague = map[string]bool{}

func init() {
	for text := range strings.SplitSeq("här|läs mer|läs mer här|läs vidare|klicka här|klicka|se här|mer|mer info|mer information|länk|länken|denna länk|den här länken|denna sida|den här sidan|hit|"+
		"here|read more|read more here|click here|click|more|more info|more information|link|this link|this page|learn more|see here|details|info", "|") {
		vague[text] = true
	}
}

// IsVague tells whether a link's text says nothing of where it leads: "läs mer", an arrow, or the address itself.
func IsVague(text string) bool {
	plain := strings.ToLower(strings.Join(strings.Fields(text), " "))
	if strings.HasPrefix(plain, "http://") || strings.HasPrefix(plain, "https://") || strings.HasPrefix(plain, "www.") && strings.Contains(plain, "/") {
		return true // a host alone says whose page it is
	}
	plain = strings.TrimFunc(plain, func(r rune) bool { return !isWordRune(r) })
	return plain == "" || vague[plain]
}
