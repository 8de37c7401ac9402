package search_test

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"alingsas.se/dialog/generator/search"
)

// What hits are worth: see search-engine.js.
var fieldWorth = [4]float64{15, 40, 100, 110}

const (
	exact, folded, form, prefixed, linked, compound, compoundPrefix, wrong = 1, 0.97, 0.9, 0.6, 0.55, 0.5, 0.4, 0.3
	named, titled                                                          = 1000, 100
)

type hit struct {
	entry indexEntry
	worth float64
}

// suits tells whether a text begins with a word: a and o stand for å ä ö too.
func suits(word, text string) bool {
	a, b := []rune(word), []rune(text)
	if len(a) > len(b) {
		return false
	}
	for i, r := range a {
		if r != b[i] && !(r == 'a' && (b[i] == 'å' || b[i] == 'ä') || r == 'o' && b[i] == 'ö') {
			return false
		}
	}
	return true
}

func isAsLong(a, b string) bool { return utf8.RuneCountInString(a) == utf8.RuneCountInString(b) }

func (r *reader) nearness(e indexEntry, word, stem string) float64 {
	other := search.Stem(r.lang, e.word)
	same := 0.0
	switch {
	case e.word == word:
		same = exact
	case suits(word, e.word) && isAsLong(word, e.word):
		same = folded
	case suits(stem, other) && isAsLong(stem, other) && suits(search.Common(r.lang, stem), e.word):
		same = form
	}
	begins := same == 0 && len(word) > 2 && suits(word, e.word)
	isLinked := func(start string) bool { return strings.HasPrefix(e.word, start) }
	switch {
	case e.head == "" && same > 0:
		return same
	case e.head == "" && begins:
		return prefixed
	case e.head == "" && slices.ContainsFunc(linkedStarts(r.lang, word), isLinked):
		return linked
	case same > 0:
		return compound
	case begins:
		return compoundPrefix
	}
	return 0
}

var isNumber = regexp.MustCompile(`^[0-9]+$`).MatchString

func rate(found []indexEntry, worth func(indexEntry) float64) (hits []hit) {
	seen := map[indexEntry]bool{}
	for _, e := range found {
		if w := worth(e); w > 0 && !seen[e] {
			seen[e] = true
			hits = append(hits, hit{e, w})
		}
	}
	return hits
}

// linkedStarts gives what compounds begin with that have a word as their first part.
func linkedStarts(lang, word string) (starts []string) {
	if lang != "sv" {
		return nil
	}
	for _, link := range [...]struct {
		alone, linked string
		shortest      int
	}{{"e", "s", 5}, {"a", "", 4}, {"a", "o", 4}, {"a", "u", 3}} {
		if rest, found := strings.CutSuffix(word, link.alone); found && utf8.RuneCountInString(rest) >= link.shortest {
			starts = append(starts, rest+link.linked)
		}
	}
	return starts
}

// asWritten finds a word, and its forms that have no stem in common with it.
func (r *reader) asWritten(word string, limit int, isPart bool) []hit {
	return append(r.asItIs(word, limit, isPart), r.whole(formsOf(r.lang, word), form)...)
}

func (r *reader) asItIs(word string, limit int, isPart bool) []hit {
	key, stem := search.Key(word), search.Stem(r.lang, word)
	if len(key) < 3 {
		return rate(r.exactly(key), func(indexEntry) float64 { return exact })
	}
	found := beginning(r.wordFile, r.catalogue.Words, r.startOf(key, search.Key(search.Common(r.lang, stem))), filesOf(key, limit), key)
	if isNumber(word) {
		return rate(found, func(e indexEntry) float64 {
			switch {
			case e.word == word:
				return exact
			case !isPart && e.head == "" && strings.HasPrefix(e.word, word):
				return prefixed
			}
			return 0
		})
	}
	hits := rate(found, func(e indexEntry) float64 { return r.nearness(e, word, stem) })
	isKnown := slices.ContainsFunc(hits, func(h hit) bool { return h.worth >= form || h.worth == compound })
	if len(hits) == 0 || isKnown {
		return hits
	}
	return append(hits, r.tails(key)...)
}

// tails finds what ends with a word.
func (r *reader) tails(key string) []hit {
	if len(key) < 4 {
		return nil
	}
	var words []string
	for _, e := range beginning(r.endFile, r.catalogue.Ends, search.Reversed(key), mostEnds, search.Reversed(key)) {
		words = append(words, search.Reversed(e.word))
	}
	return r.whole(shortFirst(words), compound)
}

func shortFirst(words []string) []string {
	slices.SortStableFunc(words, func(a, b string) int { return len(a) - len(b) })
	return words[:min(len(words), mostWords)]
}

// startOf gives where the keys of a word's forms begin alike.
func (r *reader) startOf(key, stem string) string {
	length := 0
	for length < len(stem) && length < len(key) && stem[length] == key[length] {
		length++
	}
	if r.lang == "en" && strings.HasSuffix(stem, "i") && length == len(stem) {
		length--
	}
	if length < 2 {
		return key
	}
	return key[:length]
}

// otherwise finds what ends with a word, or has one wrong letter.
func (r *reader) otherwise(word string, limit int) []hit {
	key := search.Key(word)
	if len(key) < 4 || strings.ContainsAny(key, "0123456789") {
		return nil
	}
	var back []string
	for _, e := range mistyped(r.endFile, r.catalogue.Ends, search.Reversed(key), mostEnds) {
		if text := search.Reversed(e.word); r.isMistyped(search.Key(text), key) {
			back = append(back, text)
		}
	}
	if tails := r.tails(key); len(tails) > 0 {
		return tails
	}
	hits := rate(mistyped(r.wordFile, r.catalogue.Words, key, min(limit, mostGuessed)), func(e indexEntry) float64 {
		switch {
		case !r.isMistyped(e.key, key):
			return 0
		case e.head != "":
			return wrong * 0.8
		}
		return wrong
	})
	return append(hits, r.whole(shortFirst(back), wrong)...)
}

func (r *reader) whole(words []string, worth float64) (hits []hit) {
	numbers := map[int]bool{}
	for _, word := range words {
		number := fileOf(r.catalogue.Words, search.Key(word))
		if len(numbers) == mostWhole && !numbers[number] {
			continue
		}
		numbers[number] = true
		for _, e := range r.exactly(search.Key(word)) {
			if e.word == word {
				hits = append(hits, hit{e, worth})
			}
		}
	}
	return hits
}

func (r *reader) isMistyped(text, key string) bool {
	if isOneApart(text, key) {
		return true
	}
	a, b := search.Stem(r.lang, text), search.Stem(r.lang, key)
	return len(b) > 4 && len(a) > 3 && isOneApart(a, b)
}

func isOneApart(a, b string) bool {
	from, end := 0, 0
	for from < min(len(a), len(b)) && a[from] == b[from] {
		from++
	}
	for end < min(len(a), len(b))-from && a[len(a)-1-end] == b[len(b)-1-end] {
		end++
	}
	left, right := a[from:len(a)-end], b[from:len(b)-end]
	return len(left) < 2 && len(right) < 2 || len(left) == 2 && len(right) == 2 && left[0] == right[1] && left[1] == right[0]
}

func mistyped(load func(int) []indexEntry, firsts []string, key string, limit int) (found []indexEntry) {
	counts := map[int]int{}
	for i := (len(key) - 1) / 2; i <= len(key); i++ {
		before, after := key[:i], key[min(i+1, len(key)):]
		counts[fileOf(firsts, before+after)]++
		if i+1 < len(key) {
			counts[fileOf(firsts, before+key[i+1:i+2]+key[i:i+1]+key[i+2:])]++
		}
		for letter := 'a'; letter <= 'z'; letter++ {
			counts[fileOf(firsts, before+string(letter)+after)]++
			counts[fileOf(firsts, before+string(letter)+key[i:])]++
		}
	}
	var numbers []int
	for n := range counts {
		numbers = append(numbers, n)
	}
	slices.SortFunc(numbers, func(a, b int) int { return cmp.Or(counts[b]-counts[a], a-b) })
	for _, n := range numbers[:min(len(numbers), limit)] {
		found = append(found, load(n)...)
	}
	return found
}

// A place is what a document is worth for a group, and the field of its best hit.
type place struct {
	points float64
	field  int
}

func places(hits []hit) map[int]place {
	all := map[int]place{}
	for _, h := range hits {
		for _, d := range documents(h.entry.list) {
			field := d[1]
			points := math.Round(100 * fieldWorth[field] * h.worth)
			if h.worth < form {
				field = min(field, 2)
			}
			if points > all[d[0]].points {
				all[d[0]] = place{points, field}
			}
		}
	}
	return all
}

func (r *reader) find(g search.Group, limit int) map[int]place {
	ways := [][]string{}
	for _, joined := range g.Joined {
		ways = append(ways, []string{joined})
	}
	if len(ways) == 0 || len(g.Words) < 3 || slices.ContainsFunc(g.Words, func(word string) bool { return !isNumber(word) }) {
		ways = append(ways, g.Words)
	}
	found, isThere := make([][][]hit, len(ways)), false
	for i, way := range ways {
		whole := true
		for _, word := range way {
			found[i] = append(found[i], r.asWritten(word, limit, len(way) > 1))
			whole = whole && len(found[i][len(found[i])-1]) > 0
		}
		isThere = isThere || whole
	}
	isSingle := !isThere && len(ways) == 1 && len(ways[0]) == 1
	if isSingle {
		if all := r.parted(ways[0][0], func(tail string) []hit { return r.asWritten(tail, 1, false) }); len(all) > 0 {
			return all
		}
	}
	all := map[int]place{}
	for i, way := range ways {
		var lists []map[int]place
		for j, word := range way {
			if !isThere && len(found[i][j]) == 0 {
				found[i][j] = r.otherwise(word, limit)
			}
			lists = append(lists, places(found[i][j]))
		}
		for document, p := range together(lists) {
			if p.points > all[document].points {
				all[document] = p
			}
		}
	}
	if isSingle && len(found[0][0]) == 0 {
		if tails := r.asTail(ways[0][0]); len(tails) > 0 {
			return places(tails)
		}
		return r.parted(ways[0][0], r.asTail)
	}
	return all
}

func together(lists []map[int]place) map[int]place {
	all := map[int]place{}
	for document := range lists[0] {
		total, field, has := 0.0, 3, 0
		for _, list := range lists {
			if p, ok := list[document]; ok {
				total, field, has = total+p.points, min(field, p.field), has+1
			}
		}
		if has == len(lists) {
			all[document] = place{math.Floor(total/float64(has) + 0.5), field}
		}
	}
	return all
}

// withoutSmall leaves out the words that nobody asks for alone, unless there are no others.
func withoutSmall(lang string, groups []search.Group) []search.Group {
	told := slices.DeleteFunc(slices.Clone(groups), func(g search.Group) bool {
		return len(g.Words) == 1 && len(g.Joined) == 0 && isSmall(lang, g.Words[0])
	})
	if len(told) == 0 {
		return groups
	}
	return told
}

// search answers a query: the documents, the best first.
func (r *reader) search(query string) []int {
	var lists []map[int]place
	groups := withoutSmall(r.lang, search.Groups(query, r.catalogue.Months))
	for _, g := range groups {
		lists = append(lists, r.find(g, filesFor(len(groups))))
	}
	if len(lists) == 0 {
		return nil
	}
	var rarity []float64
	enough := 0.0
	for _, list := range lists {
		one := math.Round(100 * math.Log(1+float64(r.catalogue.Documents)/float64(1+len(list))))
		rarity, enough = append(rarity, one), enough+one*0.3
	}
	type rank struct {
		document int
		points   float64
	}
	var whole, partly []rank
	for document := range r.catalogue.Documents {
		points, told, has, rare, least := 0.0, 0.0, 0, 0.0, 3
		for i, list := range lists {
			if p, ok := list[document]; ok {
				points, told, has, rare, least = points+p.points, told+rarity[i]*(100*fieldWorth[3]+p.points), has+1, rare+rarity[i], min(least, p.field)
			}
		}
		switch {
		case has == len(lists):
			bonus := 0.0
			if least == 3 {
				bonus = named
			} else if least == 2 && has > 1 {
				bonus = titled
			}
			whole = append(whole, rank{document, math.Round(points/float64(has) + bonus*100)})
		case has > 0 && rare >= enough:
			partly = append(partly, rank{document, told})
		}
	}
	if len(whole) == 0 {
		whole = partly
	}
	slices.SortFunc(whole, func(a, b rank) int { return cmp.Or(cmp.Compare(b.points, a.points), b.document-a.document) })
	var found []int
	for _, one := range whole {
		found = append(found, one.document)
	}
	return found
}
