package search_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"alingsas.se/dialog/generator/search"
)

// A reader reads the files of an index as search-engine.js does, whose sister it is: what one of them finds, the other
// finds, in the same order.
type reader struct {
	t         *testing.T
	lang      string
	get       func(name string) []byte
	catalogue struct {
		Format, Documents, Chunk int
		Words, Ends, Months      []string
		Years                    []struct {
			Year string
			From int
		}
		Stamps [3]string
	}
	entries map[int][]indexEntry
	ends    map[int][]indexEntry
}

type indexEntry struct {
	key, word, head string
	list            string
}

func openIndex(t *testing.T, lang string, get func(name string) []byte) *reader {
	t.Helper()
	r := &reader{t: t, lang: lang, get: get, entries: map[int][]indexEntry{}, ends: map[int][]indexEntry{}}
	if err := json.Unmarshal(get("index.json"), &r.catalogue); err != nil {
		t.Fatal(err)
	}
	if r.catalogue.Format != search.Format {
		t.Fatalf("format %d", r.catalogue.Format)
	}
	return r
}

func (r *reader) load(family, number int, to ...any) {
	r.t.Helper()
	name := fmt.Sprintf("%s/%d.json", []string{"words", "ends", "documents"}[family], number)
	var parts []json.RawMessage
	var stamp string
	if err := json.Unmarshal(r.get(name), &parts); err != nil {
		r.t.Fatalf("%s: %v", name, err)
	}
	if err := json.Unmarshal(parts[0], &stamp); err != nil || stamp != r.catalogue.Stamps[family][number*2:number*2+2] {
		r.t.Errorf("%s has the stamp %q: %v", name, stamp, err)
	}
	for i, part := range parts[1:] {
		if err := json.Unmarshal(part, to[i]); err != nil {
			r.t.Fatalf("%s: %v", name, err)
		}
	}
}

func (r *reader) wordFile(number int) []indexEntry {
	if found, ok := r.entries[number]; ok {
		return found
	}
	var file [2][]string
	r.load(0, number, &file[0], &file[1])
	var all []indexEntry
	for i, text := range unfold(file[0]) {
		word, head, _ := strings.Cut(text, "|")
		all = append(all, indexEntry{search.Key(word), word, head, file[1][i]})
	}
	r.entries[number] = all
	return all
}

func (r *reader) endFile(number int) []indexEntry {
	if found, ok := r.ends[number]; ok {
		return found
	}
	var file []string
	r.load(1, number, &file)
	var all []indexEntry
	for _, word := range unfold(file) {
		all = append(all, indexEntry{key: search.Key(word), word: word})
	}
	r.ends[number] = all
	return all
}

// unfold gives words the beginnings that they share.
func unfold(list []string) []string {
	var all []string
	var last []uint16
	for _, item := range list {
		text := string(utf16.Decode(last[:strings.IndexByte(search.Digits, item[0])])) + item[1:]
		word, _, _ := strings.Cut(text, "|")
		last = utf16.Encode([]rune(word))
		all = append(all, text)
	}
	return all
}

// fileOf gives the last file whose first key is not greater.
func fileOf(firsts []string, key string) int {
	at, found := slices.BinarySearch(firsts, key)
	if found {
		return at
	}
	return max(0, at-1)
}

// Limits of what is loaded: see search-engine.js.
const mostWords, mostWhole, mostEnds = 8, 3, 2

func filesFor(words int) int { return max(1, 5-words) }

func filesOf(key string, limit int) int {
	if len(key) < 4 {
		return min(limit, 2)
	}
	return limit
}

func beginning(load func(int) []indexEntry, firsts []string, prefix string, limit int, wanted string) []indexEntry {
	var found []indexEntry
	var numbers []int
	for number := fileOf(firsts, prefix); number <= fileOf(firsts, prefix+"\U0010FFFF"); number++ {
		numbers = append(numbers, number)
	}
	at := fileOf(firsts, wanted)
	distance := func(number int) int { return max(number-at, at-number) }
	slices.SortFunc(numbers, func(a, b int) int { return cmp.Or(distance(a)-distance(b), b-a) })
	numbers = numbers[:min(limit, len(numbers))]
	slices.Sort(numbers)
	for _, number := range numbers {
		for _, e := range load(number) {
			if strings.HasPrefix(e.key, prefix) {
				found = append(found, e)
			}
		}
	}
	return found
}

func (r *reader) exactly(key string) []indexEntry {
	return slices.DeleteFunc(slices.Clone(r.wordFile(fileOf(r.catalogue.Words, key))), func(e indexEntry) bool { return e.key != key || e.head != "" })
}

// documents reads a list: each document with the field.
func documents(list string) (all [][2]int) {
	half := len(search.Digits) / 2
	document, number, scale := 0, 0, 1
	for i := range len(list) {
		digit := strings.IndexByte(search.Digits, list[i])
		if digit >= half {
			number += (digit - half) * scale
			scale *= half
			continue
		}
		number += digit * scale
		document += number >> 2
		all = append(all, [2]int{document, number & 3})
		number, scale = 0, 1
	}
	return all
}

// result gives what is shown of a document.
func (r *reader) result(document int) []string {
	var file [][]string
	r.load(2, document/r.catalogue.Chunk, &file)
	return file[document%r.catalogue.Chunk]
}
