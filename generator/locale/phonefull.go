//go:build !js

package locale

import (
	"fmt"
	"strings"

	"github.com/nyaruka/phonenumbers"
)

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
