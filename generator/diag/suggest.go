package diag

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
)

// Suggest gives the known name that the author most likely meant by word, or "" where none is
// near: at most two slips of the finger, and fewer than half of the letters.
func Suggest(word string, known []string) string {
	best, least := "", 3
	length := utf8.RuneCountInString(word)
	for _, name := range known {
		other := utf8.RuneCountInString(name)
		if max(length-other, other-length) >= least {
			continue // their lengths alone are too far apart, and thousands of names may be known
		}
		d := levenshtein.ComputeDistance(word, name)
		if d < least && 2*d < max(length, other) {
			best, least = name, d
		}
	}
	return best
}

// listed is how many names a hint lists: more are not read.
const listed = 5

// Nearest lists the known names that are most like word, the nearest first; "–" where none is known.
func Nearest(word string, known []string) string {
	if len(known) == 0 {
		return "–"
	}
	distance := make(map[string]int, len(known))
	for _, name := range known {
		distance[name] = levenshtein.ComputeDistance(word, name)
	}
	nearest := slices.SortedFunc(slices.Values(known), func(a, b string) int {
		return cmp.Or(cmp.Compare(distance[a], distance[b]), cmp.Compare(a, b))
	})
	return strings.Join(nearest[:min(len(nearest), listed)], ", ")
}
