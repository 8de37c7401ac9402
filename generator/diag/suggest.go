package diag

import (
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
)

// Suggest gives the known name that the author most likely meant by word, or "" where none is
// near: at most two slips of the finger, and fewer than half of the letters.
func Suggest(word string, known []string) string {
	best, least := "", 3
	for _, name := range known {
		d := levenshtein.ComputeDistance(word, name)
		if d < least && 2*d < max(utf8.RuneCountInString(word), utf8.RuneCountInString(name)) {
			best, least = name, d
		}
	}
	return best
}
