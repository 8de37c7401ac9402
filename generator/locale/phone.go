package locale

import (
	"fmt"
	"slices"
	"strings"

	"github.com/nyaruka/phonenumbers"
)

// A Phone is a number that can be dialled. The zero Phone is none.
type Phone struct {
	Text   string // to show: "0322-61 61 22"
	Number string // to dial: E.164, "+46322616122", or a short number of the region, "112"
}

// Href is the address of a link that dials the number (RFC 3966): "tel:+46322616122", "tel:112".
// The zero Phone gives "".
func (p Phone) Href() string {
	if p.Number == "" {
		return ""
	}
	return "tel:" + p.Number
}

// IsShort reports whether the number is dialled as it stands, without country or area code, and
// only within its region: 112, 1177.
func (p Phone) IsShort() bool { return p.Number != "" && p.Number[0] != '+' }

// ParsePhone reads a number as it is written in a region, an ISO 3166 code: "SE". Beside digits it
// may hold spaces, hyphens, dashes, full stops, slashes and brackets, and at either end the word
// for a switchboard.
//
// A number in national form is shown as it was written: the library would regroup 08-508 29 000,
// which people know by its groups. One in international form is shown in the national form of the
// region or, from elsewhere, in international form. Short numbers are those the library knows for
// the region. An error says why the text is no number that can be dialled; a national number
// without its area code is one such.
func ParsePhone(text, region string) (Phone, error) {
	before, number, after := cutSwitchboard(text)
	digits, err := dialled(number)
	if err != nil {
		return Phone{}, fmt.Errorf("telephone number %q: %w", text, err)
	}
	parsed, err := phonenumbers.ParseAndKeepRawInput(digits, region)
	if err != nil {
		return Phone{}, fmt.Errorf("telephone number %q: %w", text, err)
	}
	shown := strings.TrimSpace(text)
	switch {
	case isShort(parsed, digits, region):
		return Phone{Text: shown, Number: digits}, nil
	case !phonenumbers.IsValidNumber(parsed):
		return Phone{}, fmt.Errorf("telephone number %q: there is no such number", text)
	case isInternational(parsed):
		shown = strings.TrimSpace(before + " " + inRegion(parsed, region) + " " + after)
	case !isNational(parsed):
		return Phone{}, fmt.Errorf("telephone number %q: it begins neither as within the country nor as from abroad", text)
	}
	dialled := phonenumbers.Format(parsed, phonenumbers.E164)
	if len(dialled) > longestNumber {
		return Phone{}, fmt.Errorf("telephone number %q: it has too many digits", text)
	}
	return Phone{Text: shown, Number: dialled}, nil
}

// longestNumber is a plus and 15 digits (E.164, section 6.2.1). The library knows countries that allow more.
const longestNumber = 16

// switchboard holds the words that may stand beside a number and say who answers.
var switchboard = []string{"vx", "vxl", "växel", "växeln", "switchboard"}

// cutSwitchboard takes such words away from both ends of a text: "0322-61 60 00 vx".
func cutSwitchboard(text string) (before, number, after string) {
	words := strings.Fields(text)
	from, to := 0, len(words)
	for from < to && isSwitchboard(words[from]) {
		from++
	}
	for from < to && isSwitchboard(words[to-1]) {
		to--
	}
	number = strings.Join(words[from:to], " ")
	return strings.Join(words[:from], " "), strings.TrimSuffix(number, ","), strings.Join(words[to:], " ")
}

func isSwitchboard(word string) bool {
	return slices.Contains(switchboard, strings.ToLower(strings.Trim(word, "().,:")))
}

// dialled leaves the digits of a number, and a plus sign before them. The library would also take
// letters, as those on a keypad, and leave out what it doesn't know.
func dialled(number string) (string, error) {
	var digits strings.Builder
	for _, c := range number {
		switch {
		case c >= '0' && c <= '9', c == '+' && digits.Len() == 0:
			digits.WriteRune(c)
		case !strings.ContainsRune(" -./()\u2010\u2011\u2012\u2013\u2014\u2212", c):
			return "", fmt.Errorf("%q cannot be dialled", c)
		}
	}
	return digits.String(), nil
}

// isShort tells a short number. The library alone would find one also behind a country code or a
// zero, where it leads nowhere.
func isShort(parsed *phonenumbers.PhoneNumber, digits, region string) bool {
	return phonenumbers.GetNationalSignificantNumber(parsed) == digits &&
		phonenumbers.IsValidShortNumberForRegion(parsed, region)
}

// isInternational reports whether the number was written with + or, as dialled abroad, 00.
func isInternational(parsed *phonenumbers.PhoneNumber) bool {
	source := parsed.GetCountryCodeSource()
	return source == phonenumbers.PhoneNumber_FROM_NUMBER_WITH_PLUS_SIGN ||
		source == phonenumbers.PhoneNumber_FROM_NUMBER_WITH_IDD
}

// isNational reports whether the number was written as dialled within the region: without its
// country code, and with the 0 before the area code where the region has one.
func isNational(parsed *phonenumbers.PhoneNumber) bool {
	return parsed.GetCountryCodeSource() == phonenumbers.PhoneNumber_FROM_DEFAULT_COUNTRY &&
		phonenumbers.IsNationalPrefixPresentIfRequired(parsed)
}

// inRegion writes a number for readers in a region.
func inRegion(parsed *phonenumbers.PhoneNumber, region string) string {
	if int(parsed.GetCountryCode()) == phonenumbers.GetCountryCodeForRegion(region) {
		return phonenumbers.Format(parsed, phonenumbers.NATIONAL)
	}
	return phonenumbers.Format(parsed, phonenumbers.INTERNATIONAL)
}
