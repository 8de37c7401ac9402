package search_test

import (
	"regexp"
	"strings"

	"alingsas.se/dialog/generator/search"
)

// How the script takes a compound apart that is nowhere itself: see search-engine.js.
const mostParted, mostGuessed, shortestHead, shortestTail = 2, 2, 3, 4

var links = [][2]string{{"", ""}, {"s", ""}, {"s", "e"}, {"", "a"}, {"", "e"}, {"o", "a"}, {"u", "a"}, {"e", "a"}}

// parted finds the documents that have both parts of a compound.
func (r *reader) parted(word string, findTail func(string) []hit) map[int]place {
	if r.lang != "sv" || strings.ContainsAny(word, "0123456789") {
		return nil
	}
	for i, cut := range r.cuts([]rune(word)) {
		if i == mostParted {
			break
		}
		var lists []map[int]place
		isWord := false
		tails := findTail(cut[1])
		for _, h := range tails {
			isWord = isWord || h.worth >= form || h.worth == compound
		}
		for _, hits := range [][]hit{r.asWritten(cut[0], 1, false), tails} {
			for i := range hits {
				hits[i].worth *= wrong
			}
			lists = append(lists, places(hits))
		}
		if all := together(lists); isWord && len(all) > 0 {
			return all
		}
	}
	return nil
}

func (r *reader) asTail(word string) []hit {
	if r.lang != "sv" {
		return nil
	}
	link := "e"
	if regexp.MustCompile(`[aeiouyåäö]$`).MatchString(word) {
		link = ""
	}
	for _, ending := range []string{"", link + "n", link + "t"} {
		if hits := r.tails(search.Key(word + ending)); len(hits) > 0 {
			return hits
		}
	}
	return nil
}

func (r *reader) cuts(word []rune) (cuts [][2]string) {
	known, numbers := map[string]bool{}, map[int]bool{}
	for at := len(word) - shortestTail; at >= shortestHead && len(numbers) < mostParted; at-- {
		number := fileOf(r.catalogue.Words, search.Key(string(word[:at])))
		if numbers[number] {
			continue
		}
		numbers[number] = true
		for _, e := range r.wordFile(number) {
			if e.head == "" {
				known[e.word] = true
			}
		}
	}
	for at := len(word) - shortestTail; at >= shortestHead; at-- {
		for _, link := range links {
			if rest, found := strings.CutSuffix(string(word[:at]), link[0]); found && known[rest+link[1]] {
				cuts = append(cuts, [2]string{rest + link[1], string(word[at:])})
				break
			}
		}
	}
	return cuts
}
