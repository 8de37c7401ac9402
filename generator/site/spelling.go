package site

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// spelling is the same for names that differ only in how they are typed: in capitals, spaces, the kind of dash or
// apostrophe, or how an å is put together. Everything else makes another name.
func spelling(name string) string {
	return strings.Join(strings.Fields(typed.Replace(strings.ToLower(norm.NFKC.String(name)))), " ")
}

var typed = strings.NewReplacer(
	"\u2010", "-", "\u2011", "-", "\u2012", "-", "\u2013", "-", "\u2014", "-", "\u2212", "-",
	"\u2018", "'", "\u2019", "'", "\u00b4", "'", "`", "'",
	"\u201c", `"`, "\u201d", `"`, "\u00ad", "", "\u200b", "")
