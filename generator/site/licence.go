package site

import (
	"regexp"
	"strings"
)

// A Licence says on what terms others may use something. URL is "" where it is no licence that has an address.
type Licence struct{ Name, URL string }

// creativeCommons are the licences of https://creativecommons.org/licenses/ as SPDX writes them, and as people do: CC
// BY-SA 4.0. Version 4.0 alone is meant for the whole world.
var creativeCommons = regexp.MustCompile(`^(?i:cc)[ -](?i:(by(?:-(?:nc|nd|sa|nc-sa|nc-nd))?))[ -]4\.0$`)

var publicDomain = regexp.MustCompile(`^(?i:cc0)(?:[ -]1\.0)?$`)

// LicenceOf reads what an author wrote: the code of a known licence, or the terms in words.
func LicenceOf(text string) Licence {
	text = strings.TrimSpace(text)
	if m := creativeCommons.FindStringSubmatch(text); m != nil {
		return Licence{"CC " + strings.ToUpper(m[1]) + " 4.0", "https://creativecommons.org/licenses/" + strings.ToLower(m[1]) + "/4.0/"}
	}
	if publicDomain.MatchString(text) {
		return Licence{"CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"}
	}
	return Licence{Name: text}
}
