package locale

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"sync"
)

// A numbering is what is known of the numbers of one country: what the library's table says of it.
type numbering struct {
	region, country, exit, trunk string         // "SE", "46", "00", "0"
	general                      string         // what every number looks like, without country code and trunk prefix
	valid                        []string       // the kinds of numbers that there are
	short                        []string       // all of which a short number looks like
	formats                      []numberFormat // the first that fits counts
}

// A numberFormat groups the digits of a number.
type numberFormat struct{ pattern, leading, national string }

// parsePlainPhone is [ParsePhone] for the numbers of one country, in a few lines instead of the tables of all the
// world: a browser would have to load these, and the languages in which they name the countries. Numbers from
// elsewhere are taken as they are: the check of the change looks at them before anything is published.
func parsePlainPhone(text string, of *numbering) (Phone, error) {
	before, number, after := cutSwitchboard(text)
	digits, err := dialled(number)
	if err != nil {
		return Phone{}, fmt.Errorf("telephone number %q: %w", text, err)
	}
	shown := strings.TrimSpace(text)
	if matchesAll(digits, of.short) {
		return Phone{Text: shown, Number: digits}, nil
	}
	abroad, isInternational := of.withoutExit(digits)
	if isInternational && !strings.HasPrefix(abroad, of.country) {
		return foreignPhone(shown, abroad)
	}
	significant := of.withoutTrunk(strings.TrimPrefix(abroad, of.country))
	if !isInternational {
		significant = of.withoutTrunk(digits)
	}
	switch {
	case !of.isValid(significant):
		return Phone{}, fmt.Errorf("telephone number %q: there is no such number", text)
	case isInternational:
		shown = strings.TrimSpace(before + " " + of.format(significant) + " " + after)
	case significant == digits:
		return Phone{}, fmt.Errorf("telephone number %q: it begins neither as within the country nor as from abroad", text)
	}
	return Phone{Text: shown, Number: "+" + of.country + significant}, nil
}

var errNoNumber = errors.New("telephone number: it is too short or too long")

// foreignPhone is a number of which is known only how long one can be.
func foreignPhone(shown, digits string) (Phone, error) {
	if len(digits) < 6 || len(digits) >= longestNumber {
		return Phone{}, errNoNumber
	}
	return Phone{Text: shown, Number: "+" + digits}, nil
}

// withoutExit takes away what is dialled before the code of a country.
func (n *numbering) withoutExit(digits string) (rest string, found bool) {
	if rest, found = strings.CutPrefix(digits, "+"); found {
		return rest, true
	}
	return strings.CutPrefix(digits, n.exit)
}

// withoutTrunk takes away what is dialled before an area code, where a number without it looks no worse.
func (n *numbering) withoutTrunk(digits string) string {
	rest, found := strings.CutPrefix(digits, n.trunk)
	if !found || matches(digits, n.general) && !matches(rest, n.general) {
		return digits
	}
	return rest
}

func (n *numbering) isValid(significant string) bool {
	if !matches(significant, n.general) {
		return false
	}
	for _, kind := range n.valid {
		if matches(significant, kind) {
			return true
		}
	}
	return false
}

// format writes a number as within the country.
func (n *numbering) format(significant string) string {
	for _, f := range n.formats {
		if expression("^(?:"+f.leading+")").MatchString(significant) && matches(significant, f.pattern) {
			return expression(f.pattern).ReplaceAllString(significant, f.national)
		}
	}
	return n.trunk + significant
}

func matchesAll(text string, patterns []string) bool {
	for _, p := range patterns {
		if !matches(text, p) {
			return false
		}
	}
	return len(patterns) > 0
}

func matches(text, pattern string) bool { return expression("^(?:" + pattern + ")$").MatchString(text) }

var expressions sync.Map // by pattern

func expression(pattern string) *regexp.Regexp {
	if known, found := expressions.Load(pattern); found {
		return known.(*regexp.Regexp)
	}
	compiled := regexp.MustCompile(pattern)
	expressions.Store(pattern, compiled)
	return compiled
}
