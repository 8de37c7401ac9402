package prose

import "strings"

// Gatherings are the words by which a language counts meetings.
type gatherings struct {
	numbers     map[string]int
	nouns       [2]map[string]bool // one, and more than one
	endings     [2][]string        // of compounds
	misleading  []string           // words and beginnings of compounds that are no meeting
	occasions   map[string]bool    // the first of two words: "dialogue evenings"
	ofOccasions [2][]string        // the second
	verbs       map[string]bool    // nouns that are verbs as well
	people      map[string]bool    // words before a number that then stands for people
	relative    map[string]bool    // behind a noun, and then it is one
	loose       map[string]bool    // words before a number that make it no count
	adjectives  map[string]bool    // beside those that look like one
	between     map[string]bool    // words that look like an adjective and are none

	looksLikeAdjective func(word string) bool // in lower case
}

var gatheringsOf = map[string]*gatherings{
	"sv": {
		numbers: numbersFrom(2, "två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton tjugo"),
		nouns: [2]map[string]bool{
			words("träff träffen möte mötet workshop workshopen"),
			words("träffar träffarna möten mötena workshops workshoppar workshopar workshopparna workshoparna"),
		},
		endings: [2][]string{
			{"träff", "träffen", "möte", "mötet", "kväll", "kvällen", "workshop", "workshopen"},
			{"träffar", "träffarna", "möten", "mötena", "kvällar", "kvällarna", "workshops", "workshoppar", "workshopar", "workshopparna", "workshoparna"},
		},
		misleading: strings.Fields(`
			full sök bild be för dag dags vardag vardags helg midsommar sommar vinter höst vår jul påsk
			hemma januari februari mars april maj juni juli augusti september oktober november december`),
		verbs:              words("träffar"),
		people:             words("de dom vi ni alla"),
		relative:           words("som med i på för under den kl och"),
		loose:              words("minst högst max maximalt cirka ca omkring ungefär runt över under drygt knappt nästan uppåt upp till eller à ytterligare fler kl klockan nr nummer vecka den första andra av varav"),
		adjectives:         words("st stycken extra fler senare tidigare kortare längre större mindre ytterligare"),
		between:            words("ha ta ska vilja kunna göra bara inte alla båda både dessa efter före inne ute hemma där samma timma timme vecka kvarta minuterna dagarna gånga första sista"),
		looksLikeAdjective: isSwedishAdjective,
	},
	"en": {
		numbers: numbersFrom(2, "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"),
		nouns: [2]map[string]bool{
			words("meeting workshop"),
			words("meetings workshops"),
		},
		occasions:          words("dialogue dialog information breakfast discussion"),
		ofOccasions:        [2][]string{{"evening", "morning"}, {"evenings", "mornings"}},
		loose:              words("least most about around approximately roughly nearly almost over under some or to than another further additional more at no number week"),
		between:            words("of the a an in on at to and or for from with by before after between that which hour day week month year more other who will were are meet met have had"),
		looksLikeAdjective: isEnglishSingular,
	},
}

// numbersFrom gives words their values, which follow each other.
func numbersFrom(first int, list string) map[string]int {
	values := map[string]int{}
	for i, word := range strings.Fields(list) {
		values[word] = first + i
	}
	return values
}

// isNoun tells whether a word in lower case means a meeting, or several where n says so.
func (g *gatherings) isNoun(word string, n int) bool {
	form := min(n, 2) - 1
	if g.nouns[form][word] {
		return true
	}
	for _, ending := range g.endings[form] {
		if before, ok := strings.CutSuffix(word, ending); ok && len(before) > 1 {
			return !g.isMisleading(strings.TrimSuffix(before, "-"))
		}
	}
	return false
}

// isMisleading tells the first part of a compound that is no meeting: "fullträffar", "måndagskvällar".
func (g *gatherings) isMisleading(before string) bool {
	for _, word := range g.misleading {
		if before == word || strings.HasPrefix(word, "dag") && strings.HasSuffix(before, word) {
			return true
		}
	}
	return false
}

// isSwedishAdjective tells words that end as adjectives do, and not as those who do something:
// "enskilda", "öppet", but "företagare".
func isSwedishAdjective(word string) bool {
	for _, ending := range [...]string{"a", "de", "ste", "t"} {
		if strings.HasSuffix(word, ending) {
			return true
		}
	}
	return false
}

// isEnglishSingular tells words that are no nouns in the plural: "individual", "previous".
func isEnglishSingular(word string) bool {
	return !strings.HasSuffix(word, "s") || strings.HasSuffix(word, "ss") || strings.HasSuffix(word, "us")
}
