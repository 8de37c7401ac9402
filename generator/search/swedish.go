//go:build !js

package search

import (
	"strings"
	"unicode/utf8"
)

// Snowball's stemmer for Swedish takes endings, and knows of no change within a word: that vinter is vintrar, program is
// programmet and bok is böcker. What it leaves apart meets here. static/assets/search-words.js has the same, and
// testdata/stems.txt holds both to it.

// bent are words that change within, and what each form of them is stemmed as. They are listed, for a rule would take
// lager for lag and saken for sakna. Words may be the ends of others; "numm:num" begins in two ways, and "_" is no
// ending. The last are no such words, and end as one does.
var bent = []struct{ words, endings, stem string }{
	{"vint minist åld fönst mönst regist klost teat semest orkest syst mäst kalend cylind hind väd läg lag fing feb seg silv pulv sock off papp met fod filt cent numm:num timm:tim säk vack nykt bitt munt serv läck tapp mag dyst", "er ers ern erns eren erens eret erets", "r"},
	{"fönst mönst regist klost filt cent met off", "erna ernas", "r"},
	{"säk vack nykt bitt munt läck tapp mag dyst", "ert", "r"},
	{"vatt teck vap bott sock frök öpp vux", "en ens", "n"},
	{"öpp vux", "et", "n"},
	{"somm:som", "ar ars aren arens", "r"},
	{"gamm:gam himm:him", "al als alt el els eln elns", "l"},
	{"morg:morg aft:aft", "on ons onen onens", "n"},
	{"böck:bok städ:stad länd:land fött:fot nätt:natt rött:rot stränd:strand sön:son tänd:tand bönd:bond bränd:brand ledamöt:ledamot", "er ers erna ernas", ""},
	{"händ:hand", "erna ernas", ""}, // händer is also what happens
	{"ö", "ar ars arna arnas er ers erna ernas", ""},
	{"bro by sky å", "ar ars arna arnas", ""},
	{"bro by sky", "n ns", ""},
	{"utland inland hemland högland fastland grannland band strand", "en ens et ets", ""}, // the land of meddelandet is none
	{"sm em dm tm km rm nm gm", "an annen annens än äns ännen ännens", "an"},
	{"finans:finan balans:balan", "_ en ens er ers erna ernas", "z"},                          // a z, of which no ending is taken
	{"dat mot kont", "or ors orn orns oret orets oren orens orer orers orerna orernas", "oz"}, // data, mot and konto are others
	{"appar", "at ats aten atens ater aters aterna aternas", "az"},
	{"muse jubile", "um ums et ets er ers erna ernas en ens", "z"},
	{"intern extern modern", "_ a e t et ets en ens er ers erna ernas", "z"},
	{"satt sats", "_ a e s en ens er ers erna ernas", "z"},
	{"docent procent producent accent satellit elit komet feminist anländ antänd", "er ers erna ernas", ""},
}

// forms gives what each form is stemmed as, also as those write it who have no keys for å ä ö: where it is long enough to
// be no other word, as saker is.
var forms = func() map[string]string {
	all := map[string]string{}
	for _, b := range bent {
		for word := range strings.FieldsSeq(b.words) {
			beginning, stem, isOther := strings.Cut(word, ":")
			if !isOther {
				stem = beginning
			}
			for ending := range strings.FieldsSeq(b.endings) {
				form := beginning + strings.TrimPrefix(ending, "_")
				all[form] = stem + b.stem
				if plain := Key(form); plain != form && len(plain) > longestOther && plain[0] == form[0] {
					all[plain] = Key(stem + b.stem)
				}
			}
		}
	}
	return all
}()

const longestOther = 6

// Lengths in bytes of the forms, to look for no others.
const shortestForm, longestForm = 3, 14

// unbent gives a word as it is stemmed.
func unbent(word string) string {
	for at := max(0, len(word)-longestForm); at+shortestForm <= len(word); at++ {
		if stem, found := forms[word[at:]]; found {
			return word[:at] + stem
		}
	}
	return word
}

// settled gives one stem to those that an ending left apart: cykel and cykl, programm and program, aktiv and aktivt.
func settled(stem string) string {
	stem = withoutLatin(stem)
	for hasSpareLetter(stem) {
		stem = stem[:len(stem)-1]
	}
	return withoutE(stem)
}

// spareLetters are those that some forms have at their end beside others, what they stand after, and how many letters the
// word has at least: start is no star. They go one by one.
var spareLetters = byLetter([]spareLetter{
	{"t", "bb dd ff gg ll mm nn pp rr sk ös vis", 4}, // snabbt, svenskt, nervöst
	{"d", "ll mm nn", 4},                             // fylld
	{"t", "v p j", 4},                                // aktivt, köpt, höjt
	{"d", "v j", 5},                                  // krävd, följd
	{"td", "m", 5},                                   // gemensamt, bestämd
	{"td", "l n r", 6},                               // digitalt, använd, infört
	{"t", "i o y å ö", 5},                            // kontot, blått
	{"n", "i y å ö deo dio rio foto konto ando tru stu", 5}, // industrin, nivån; miljon is no miljö
	{"n", "jö", 4},                                  // sjön
	{"s", "i y å ö", 6},                             // energis, miljös
	{"r", "b d f k p t v", 6},                       // reportrar
	{"n", "iv ag ut id ud åll all ugg ur ik yt", 5}, // skrivna, hållna
})

type spareLetter struct {
	letters, after string
	least          int
}

// A sparePlace is what a letter stands after, and how many letters the word has at least.
type sparePlace struct {
	after []string
	least int
}

func byLetter(all []spareLetter) (places [utf8.RuneSelf][]sparePlace) {
	for _, s := range all {
		for _, letter := range s.letters {
			places[letter] = append(places[letter], sparePlace{strings.Fields(s.after), s.least})
		}
	}
	return places
}

// hasSpareLetter also finds the second m of programmet.
func hasSpareLetter(stem string) bool {
	last := len(stem) - 1
	if last < 0 || stem[last] >= utf8.RuneSelf {
		return false
	}
	if stem[last] == 'm' {
		return endsWith(stem, "mm") && !endsWith(stem, "damm", "lamm", "hamm", "kamm", "tumm")
	}
	for _, place := range spareLetters[stem[last]] {
		if endsWith(stem[:last], place.after...) && utf8.RuneCountInString(stem) >= place.least {
			return true
		}
	}
	return false
}

// withoutLatin takes um, which stands before no ending: gymnasiet, centret; and the e of kommittéer.
func withoutLatin(stem string) string {
	letters := utf8.RuneCountInString(stem)
	switch {
	case letters > 5 && endsWith(stem, "ium", "centrum", "spektrum"):
		stem = stem[:len(stem)-2]
	case letters > 4 && endsWith(stem, "tte"):
		stem = stem[:len(stem)-1]
	}
	if endsWith(stem, "mitt") {
		return stem[:len(stem)-1]
	}
	return stem
}

// withoutE takes the e that goes where an ending comes: cykel, cykeln, cyklar. Handel stays apart from what it is about
// (handlar), and delar keeps its e.
func withoutE(stem string) string {
	rest, end := stem, ""
	for _, ending := range []string{"eln", "el"} {
		if before, found := strings.CutSuffix(stem, ending); found {
			rest, end = before, ending
			break
		}
	}
	switch {
	case end == "" || len(rest) < 2 || strings.IndexByte("bdfghjkmnprstvx", rest[len(rest)-1]) < 0:
		return stem
	case endsWith(rest, "hand"):
		return rest + "el"
	case endsWith(rest, "d") && !endsWith(rest, "med", "sad", "nud") || endsWith(rest, "f") && !endsWith(rest, "ff"):
		return stem
	}
	return rest + "l"
}

func endsWith(text string, endings ...string) bool {
	for _, ending := range endings {
		if strings.HasSuffix(text, ending) {
			return true
		}
	}
	return false
}
