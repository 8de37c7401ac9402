package prose

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A Count is a number of meetings that a text tells: "sju enskilda träffar".
type Count struct {
	N    int
	Kind string // the words between the number and its noun: "enskilda"
	Span Span
}

var numbers = map[string][]string{ // from two on
	"sv": strings.Fields("två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton tjugo"),
	"en": strings.Fields("two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"),
}

// Counts finds how many meetings a paragraph says there are.
func Counts(paragraph, lang string) []Count {
	if numbers[lang] == nil {
		return nil
	}
	var found []Count
	words := wordSpans(paragraph)
	for i, span := range words {
		n := numberOf(span.In(paragraph), lang)
		if n == 0 {
			continue
		}
		// At most two adjectives stand before the noun.
		for j := i + 1; j < min(len(words), i+4); j++ {
			if strings.TrimLeft(paragraph[words[j-1].End:words[j].Start], " \u00a0") != "" {
				break // a mark of punctuation
			}
			word := strings.ToLower(words[j].In(paragraph))
			if isMeetings(word, lang) {
				kind := ""
				if j > i+1 {
					kind = paragraph[words[i+1].Start:words[j-1].End]
				}
				found = append(found, Count{n, kind, Span{span.Start, words[j].End}})
				break
			}
			if !isAdjective(word, lang) {
				break
			}
		}
	}
	return found
}

// numberOf reads a number from 2 to 99 in figures or words, 0 for anything else.
func numberOf(word, lang string) int {
	if n, err := strconv.Atoi(word); err == nil && n >= 2 && n <= 99 && word[0] != '0' {
		return n
	}
	if i := slices.Index(numbers[lang], strings.ToLower(word)); i >= 0 {
		return i + 2
	}
	return 0
}

// isMeetings tells whether a word means meetings. An evening alone is none.
func isMeetings(word, lang string) bool {
	if lang == "en" {
		return slices.Contains([]string{"meetings", "workshops", "evenings"}, word)
	}
	return strings.HasSuffix(word, "träffar") || strings.HasSuffix(word, "möten") || word == "workshoppar" || word == "workshops" ||
		strings.HasSuffix(word, "kvällar") && word != "kvällar"
}

// isAdjective tells what may stand between a number and its noun. In Swedish its plural ends in a or e: enskilda,
// planerade, kommande.
func isAdjective(word, lang string) bool {
	if lang == "en" {
		return slices.Contains([]string{"individual", "open", "separate", "planned", "new", "different", "short", "further", "more", "coming", "upcoming", "public", "dialogue", "local"}, word)
	}
	last, _ := utf8.DecodeLastRuneInString(word)
	return last == 'a' || last == 'e'
}
