package prose

import (
	"regexp"
	"strings"
)

// A DashFault is what is wrong with a dash.
type DashFault int

const (
	HyphenForDash  DashFault = iota + 1 // a hyphen between spaces
	HyphenForRange                      // 2-3 april
	DashAndMarks                        // – ”Ja”, säger …: the dash tells already that somebody speaks
)

// A Dash is a faulty one.
type Dash struct {
	Fault DashFault
	Span  Span
}

var (
	hyphen   = regexp.MustCompile(`[\p{L}\d,.)”"] (-) \p{L}`)
	rangeOf  = regexp.MustCompile(`(?i)\d{1,2}(-)\d{1,2}\s+(?:` + monthsSv + `|` + monthsEn + `)|kl\.?\s?\d{1,2}(?:[.:]\d\d)?(-)\d`)
	withMark = regexp.MustCompile(`^[–—]\s+([”“"»])`)
)

// Dashes finds hyphens that are meant for dashes, and quotation marks after the dash of a spoken line.
func Dashes(paragraph string) []Dash {
	var found []Dash
	if at := withMark.FindStringSubmatchIndex(paragraph); at != nil {
		found = append(found, Dash{DashAndMarks, Span{at[2], at[3]}})
	}
	if !strings.Contains(paragraph, "-") {
		return found
	}
	for _, at := range hyphen.FindAllStringSubmatchIndex(paragraph, -1) {
		if isBetweenWords(paragraph, at[2], at[3]) {
			found = append(found, Dash{HyphenForDash, Span{at[2], at[3]}})
		}
	}
	for _, at := range rangeOf.FindAllStringSubmatchIndex(paragraph, -1) {
		start, end := max(at[2], at[4]), max(at[3], at[5])
		found = append(found, Dash{HyphenForRange, Span{start, end}})
	}
	return found
}

// isBetweenWords tells a dash from a minus and from letters that stand for something: a - b.
func isBetweenWords(text string, start, end int) bool {
	before, after := strings.Fields(text[:start]), strings.Fields(text[end:])
	return len(before) > 0 && len(after) > 0 && len([]rune(before[len(before)-1])) > 1 && len([]rune(after[0])) > 1
}
