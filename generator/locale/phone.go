package locale

import (
	"fmt"
	"slices"
	"strings"
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
