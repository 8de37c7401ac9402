package locale

import (
	"regexp"
	"strings"
	"time"
)

var hoursForm = regexp.MustCompile(`^(.*\d) ?(?:[-–−]| till | to ) ?(\d{1,2}(?:[.:]\d{2})?)$`)

// Hours gives the two moments of a text that names a day and from when to when: 31 mars 2026 kl. 9–11. Both are in the
// first form of [ParseDate]. It is not ok where one of them could mean something else, or the last is not the later.
func Hours(text string) (from, to string, ok bool) {
	if _, isDate := read(text); isDate {
		return "", "", false
	}
	m := hoursForm.FindStringSubmatch(strings.Join(strings.Fields(strings.ToLower(text)), " "))
	if m == nil {
		return "", "", false
	}
	from = spelled(m[1])
	day, _, hasClock := strings.Cut(from, " ")
	to = spelled(day + " kl " + m[2])
	return from, to, hasClock && isMoment(to) && from < to
}

func isMoment(text string) bool {
	_, err := time.Parse(time.DateOnly+" 15:04", text)
	return err == nil
}
