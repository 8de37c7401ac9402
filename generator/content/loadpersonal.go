package content

import (
	"time"
	"unicode/utf8"

	"alingsas.se/dialog/generator/diag"
)

// personalNumbers reports Swedish personal identity numbers and coordination numbers. Whatever text they
// stand in, they are never published.
func personalNumbers(file string, text []byte) diag.List {
	var diags diag.List
	places := diag.NewLocator(file, text)
	for at := 0; at < len(text); at++ {
		if !isDigit(text[at]) {
			continue
		}
		end := digitsEnd(text, at)
		if n := personalNumber(text[at:], end-at); n > 0 {
			diags.Add(places.At(at), diag.PersonalNumber)
			end = at + n
		}
		at = end
	}
	return diags
}

// personalNumber gives the length of the number that text begins with, 0 where it is none. digits is how
// many digits it begins with. Its forms are YYMMDD-NNNN, YYYYMMDD-NNNN and YYYYMMDDNNNN; a plus is for those
// who have turned a hundred. Without a hyphen the check digit must be right, and so where the last digits
// may be a day: 20120402-0403 is rather two dates.
func personalNumber(text []byte, digits int) int {
	switch digits {
	case 12:
		if isBirthday(text[:8]) && hasCheckDigit(text[2:8], text[8:12]) {
			return 12
		}
		return 0
	case 6, 8:
	default:
		return 0
	}
	sign, spaced := separator(text[digits:])
	last := digits + sign
	if sign == 0 || digitsEnd(text, min(last, len(text)))-last != 4 || !isBirthday(text[:digits]) {
		return 0
	}
	number := text[last : last+4]
	if (spaced || isMonthAndDay(number)) && !hasCheckDigit(text[digits-6:digits], number) {
		return 0
	}
	return last + 4
}

// separator gives the length of the hyphen, dash or plus that text begins with, a space around it
// included.
func separator(text []byte) (length int, spaced bool) {
	at := 0
	if at < len(text) && text[at] == ' ' {
		at++
	}
	r, size := utf8.DecodeRune(text[at:])
	switch r {
	case '-', '+', '\u2010', '\u2011', '\u2012', '\u2013', '\u2212':
	default:
		return 0, false
	}
	at += size
	if spaced = at > size; spaced && at < len(text) && text[at] == ' ' {
		at++
	}
	return at, spaced
}

// isBirthday tells whether digits are a day, YYMMDD or YYYYMMDD, on which someone alive may be born. A
// coordination number has 60 added to its day.
func isBirthday(digits []byte) bool {
	if len(digits) == 8 && string(digits[:2]) != "19" && string(digits[:2]) != "20" {
		return false
	}
	day := []byte(string(digits[len(digits)-6:]))
	if day[4] >= '6' {
		day[4] -= 6
	}
	century := "20" // in which every day of the calendar exists that exists in the one before
	if len(digits) == 8 {
		century = string(digits[:2])
	}
	_, err := time.Parse("20060102", century+string(day))
	return err == nil
}

func isMonthAndDay(digits []byte) bool {
	_, err := time.Parse("20060102", "2000"+string(digits))
	return err == nil
}

// hasCheckDigit tells whether the last of ten digits is right (Luhn's algorithm, ISO/IEC 7812-1, annex B).
func hasCheckDigit(birthday, number []byte) bool {
	sum := 0
	for i, c := range append(birthday[:6:6], number...) {
		v := int(c - '0')
		if i%2 == 0 {
			v *= 2
		}
		sum += v/10 + v%10
	}
	return sum%10 == 0
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// digitsEnd is where the digits end that begin at an offset.
func digitsEnd(text []byte, at int) int {
	for at < len(text) && isDigit(text[at]) {
		at++
	}
	return at
}
