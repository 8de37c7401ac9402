package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Short forms end with a full stop that ends no sentence. Those after which a sentence may well end,
// such as "m.m." and "etc.", are not here: there the capital that follows tells.
type shortForms struct {
	leading   map[string]bool // something always follows: "kl. 18", "t.ex. Alingsås"; as written or in lower case
	numbering map[string]bool // a number follows, else the stop ends the sentence: "s. 12", "No."
	months    map[string]bool // the same, and the number may come before: "2. April"
	lettered  map[string]bool // a letter follows that is no initial: "sal B."
	beginning map[string]bool // words that no name begins with, so that an initial does not precede them
}

// shortFormsOf holds what is known of a language; see [shortFormsIn] for the others.
var shortFormsOf = map[string]*shortForms{
	"sv": {
		leading: words(`
			ang bl.a c:a ca civ.ing d.v.s dir doc dr dvs e.g ex ex.vis exkl f.d f.ö fr fr.o.m hr i.e
			inkl jfr kand kl kyrkoh lic m.a.o mob motsv mr mrs ms näml p.g.a pga prof
			resp s.a.s s.k sk St t.ex t.f t.o.m tel telnr tf tfn v.g vol`),
		numbering: words(`
			art avd avs bil dnr fig kap max min moment nr no par pkt prop s sid st tab v
			mån tis ons tor tors fre lör sön`),
		months: words(`
			jan feb mar apr jun jul aug sep sept okt nov dec januari februari mars april maj juni juli
			augusti september oktober november december`),
		lettered: words(`
			alternativ avsnitt bilaga block del etapp grupp hus klass klassrum linje lokal nivå plan punkt rum
			sal spår typ vitamin zon`),
		beginning: words(`
			alla allt att av bland bara de den denna dessa det detta då efter eftersom ett för företagare från
			genom han har här hon hur i idag ingen innan inte ja jag kom kommunen kommunens man med
			medan men mer mötena mötet nej nu nya när några och också om på redan sedan ska så som
			syftet tack till träffarna under utöver vad var vi via vid vill välkommen än är även`),
	},
	"en": {
		leading: words(`
			approx ca capt cf col dept dr e.g gen gov hon i.e incl lt messrs mr mrs ms mt prof rep rev
			sen sgt St tel viz vs`),
		numbering: words(`art ch eq fig no nos p para pp sec vol`),
		months: words(`
			jan feb mar apr jun jul aug sep sept oct nov dec january february march april may june july
			august september october november december`),
		lettered: words(`
			annex appendix block building class grade group hall level line option part plan point room
			section stage step type vitamin zone`),
		beginning: words(`
			a after all also an and another any are as at because before both but by each even every
			for from he her here his how if in is it its many more most my no not now of on one or our
			several she since so some such than that the their then there these they this those to
			until we what when where which who why with yes you your`),
	},
}

var anyShortForms = &shortForms{leading: words("ca dr e.g i.e mr mrs ms nr prof St tel")}

// shortFormsIn gives the short forms of a language, or the few that most languages share.
func shortFormsIn(lang string) *shortForms {
	if s, ok := shortFormsOf[lang]; ok {
		return s
	}
	return anyShortForms
}

// longestShortForm is no longer than the names of months in bytes, and saves looking up long words.
const longestShortForm = 12

// isShort tells whether the full stop behind a word belongs to the word. before and after are the
// words around it as they stand, "" at the ends.
func (s *shortForms) isShort(before, word, after string) bool {
	if len(word) > longestShortForm {
		return false
	}
	if utf8.RuneCountInString(word) == 1 || isDotted(word) {
		return s.isInitial(before, word, core(after))
	}
	low := strings.ToLower(word)
	switch number := unicode.IsDigit(firstRune(strings.TrimLeft(after, openers+"+§"))); {
	case s.leading[low], s.leading[word], number && (s.numbering[low] || s.months[low]):
		return true
	case isOrdinal(word):
		return s.months[strings.ToLower(core(after))]
	}
	return false
}

// isInitial tells whether a letter, or several with stops between, stands for a name or a word.
func (s *shortForms) isInitial(before, word, after string) bool {
	switch first := firstRune(word); {
	case !unicode.IsLetter(first):
		return isOrdinal(word) && s.months[strings.ToLower(after)]
	case unicode.IsLower(first):
		return before != "m." || word != "m" // "m. m." may end a sentence, as "m.m." may
	}
	return !s.lettered[strings.ToLower(before)] && !s.beginning[strings.ToLower(after)]
}

// isDotted tells capitals with stops between: J.R.R, U.S, A.-B.
func isDotted(word string) bool {
	wantLetter := true
	for _, r := range strings.ReplaceAll(word, ".-", ".") {
		if wantLetter != unicode.IsUpper(r) || !wantLetter && r != '.' {
			return false
		}
		wantLetter = !wantLetter
	}
	return !wantLetter
}

// isOrdinal tells the number of a day: 2 in "den 2. april".
func isOrdinal(word string) bool {
	return len(word) <= 2 && countDigits(word) == len(word)
}
