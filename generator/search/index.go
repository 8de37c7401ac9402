//go:build !js

package search

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// An entry is a word and the documents that have it.
type entry struct {
	key, word string
	heads     []string // what stands before the word in the compounds that it ends; none where it stands alone
	list      []byte   // the documents, as they are written
}

func newEntry(word string, heads []string, list []byte) entry {
	return entry{Key(word), word, heads, list}
}

// compareEntries gives words before the compounds that they end.
func compareEntries(a, b *entry) int {
	if c := strings.Compare(a.key, b.key); c != 0 {
		return c // as most do, so that nothing else is compared
	}
	return cmp.Or(strings.Compare(a.word, b.word), cmp.Compare(len(a.heads), len(b.heads)))
}

// A catalogue is how the catalogue is written.
type catalogue struct {
	Format    int       `json:"format"`
	Documents int       `json:"documents"`
	Chunk     int       `json:"chunk"`
	Words     []string  `json:"words"` // by file: its first key, as short as tells it from the file before
	Ends      []string  `json:"ends"`
	Years     []span    `json:"years"`
	Months    []string  `json:"months"`
	Stamps    [3]string `json:"stamps"` // the stamps of the files of words, ends and documents
}

// A span is a year and the number of its first document; "" for those that have no date, which come last.
type span struct {
	Year string `json:"year"`
	From int    `json:"from"`
}

// Index makes the files: so many of words and so many of ends. The documents are those that were read, by number.
func (b *Builder) Index(documents []Document, words, ends int) *Index {
	b.mu.Lock()
	defer b.mu.Unlock()
	entries := b.entries(filters(documents))
	x := &Index{}
	c := catalogue{Format: Format, Documents: len(documents), Chunk: Chunk(len(documents)), Years: years(documents), Months: b.months}
	var wg sync.WaitGroup
	wg.Go(func() { x.Ends, c.Ends = endFiles(entries, ends) })
	x.Words, c.Words = wordFiles(sorted(entries, func(e *entry) string { return e.key }, compareEntries), words)
	for chunk := range slices.Chunk(documents, c.Chunk) {
		x.Documents = append(x.Documents, documentFile(chunk))
	}
	wg.Wait()
	for i, files := range [...][][]byte{x.Words, x.Ends, x.Documents} {
		for _, f := range files {
			c.Stamps[i] += stamp(f)
		}
	}
	x.Catalogue = mustJSON(c)
	return x
}

// filters gives an entry for each kind and term, which no word can be mistaken for.
func filters(documents []Document) []entry {
	lists := map[string][]uint32{}
	for i, d := range documents {
		for _, term := range append([]string{"kind:" + d.Kind}, d.Terms...) {
			lists["#"+term] = append(lists["#"+term], uint32(i)<<fieldBits)
		}
	}
	var entries []entry
	for term, list := range lists {
		entries = append(entries, newEntry(term, nil, appendDocuments(nil, list)))
	}
	return entries
}

func years(documents []Document) []span {
	var spans []span
	for i, d := range documents {
		if len(spans) == 0 || spans[len(spans)-1].Year != d.Year() {
			spans = append(spans, span{d.Year(), i})
		}
	}
	return spans
}

// wordFiles divides entries into files of about the same length.
func wordFiles(entries []*entry, count int) (files [][]byte, firsts []string) {
	parts, firsts := divide(len(entries), count, func(i int) int { return entries[i].length() }, func(i int) string { return entries[i].key })
	var words list
	for _, p := range parts {
		files = append(files, wordFile(&words, entries[p[0]:p[1]]))
	}
	return files, firsts
}

// length is about how many bytes an entry takes in its file.
func (e *entry) length() int {
	const marks = 6
	length := marks + len(e.word) + len(e.list)
	for _, head := range e.heads {
		length += 1 + len(head)
	}
	return length
}

// wordFile writes the words first, then their documents. words is room for them.
func wordFile(words *list, entries []*entry) []byte {
	words.reset()
	length := 0
	for _, e := range entries {
		words.add(e.word)
		for _, head := range e.heads {
			words.text = append(append(words.text, '|'), head...)
		}
		words.end()
		length += len(e.list) + len(`"",`)
	}
	file := beginFile(length + len(words.text) + len(`[],[]`))
	file = append(append(append(file, '['), words.text...), "],["...)
	for i, e := range entries {
		if i > 0 {
			file = append(file, ',')
		}
		file = append(append(append(file, '"'), e.list...), '"')
	}
	return endFile(append(file, ']'))
}

// divide cuts a list with keys into parts of about the same weight: near the goal, where the key that a part begins with
// is shortest, for the catalogue has them all. The last parts are empty where there is not enough for all.
func divide(length, count int, weight func(int) int, key func(int) string) (parts [][2]int, firsts []string) {
	left := 0
	for i := range length {
		left += weight(i)
	}
	parts, firsts = make([][2]int, count), []string{}
	at, first := 0, ""
	for p := range parts {
		c := cut{at: length, weight: left}
		if p < count-1 {
			c = bestCut(at, length, left/(count-p), weight, key)
		}
		if at < c.at {
			firsts = append(firsts, first)
		}
		parts[p] = [2]int{at, c.at}
		at, first, left = c.at, c.first, left-c.weight
	}
	return parts, firsts
}

// A cut is where a part ends, what it weighs, and the first key of the next: as short as is still greater than all before.
type cut struct {
	at, weight int
	first      string
}

// bestCut looks from three quarters of the goal to as much above it, and farther where all keys are one.
func bestCut(from, length, goal int, weight func(int) int, key func(int) string) cut {
	best, has := cut{}, 0
	for at := from; at < length; {
		has += weight(at)
		at++
		switch {
		case at == length && best.at == 0:
			return cut{at: length, weight: has}
		case at == length || best.at > 0 && 4*has > 5*goal:
			return best
		case 4*has < 3*goal || key(at-1) == key(at):
			continue
		}
		if first := shortestAfter(key(at-1), key(at)); best.at == 0 || len(first) < len(best.first) {
			best = cut{at, has, first}
		}
	}
	return cut{at: length}
}

// shortestAfter gives the beginning of b that is greater than a.
func shortestAfter(a, b string) string {
	for i, r := range b {
		if end := i + utf8.RuneLen(r); b[:end] > a {
			return b[:end]
		}
	}
	return b
}

// documentFile writes what results show, without the empty ends of each.
func documentFile(documents []Document) []byte {
	all := make([][]string, len(documents))
	for i, d := range documents {
		fields := []string{d.URL, d.Title, d.Lead, d.Date, d.Kind, d.Mark, d.Lang}
		for fields[len(fields)-1] == "" && len(fields) > 1 {
			fields = fields[:len(fields)-1]
		}
		all[i] = fields
	}
	data := mustJSON(all)
	return endFile(append(beginFile(len(data)), data...))
}

func mustJSON(value any) []byte {
	data, err := json.Marshal(value)
	if err != nil {
		panic(err) // texts and numbers can always be encoded
	}
	return data
}
