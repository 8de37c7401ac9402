//go:build !js

package search

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"
	"unicode/utf8"
)

// An entry is a word and the documents that have it.
type entry struct {
	key, word string
	head      string // what stands before the word in the compound that it ends; "" where it stands alone
	list      string // the documents, as they are written
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
	Sums      [3]string `json:"sums"` // of the files of words, ends and documents, three characters each
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
	entries := append(b.entries(), filters(documents)...)
	slices.SortFunc(entries, func(a, b entry) int {
		return cmp.Or(strings.Compare(a.key, b.key), strings.Compare(a.word, b.word), strings.Compare(a.head, b.head))
	})
	x := &Index{}
	c := catalogue{Format: Format, Documents: len(documents), Chunk: Chunk(len(documents)), Years: years(documents), Months: b.months}
	x.Words, c.Words = wordFiles(entries, words)
	x.Ends, c.Ends = endFiles(entries, ends)
	for chunk := range slices.Chunk(documents, c.Chunk) {
		x.Documents = append(x.Documents, documentFile(chunk))
	}
	for i, files := range [...][][]byte{x.Words, x.Ends, x.Documents} {
		for _, f := range files {
			c.Sums[i] += sum(f)
		}
	}
	x.Catalogue = mustJSON(c)
	return x
}

// entries gives every word, and the compounds that end with another under that.
func (b *Builder) entries() []entry {
	documents := b.documents()
	known := b.vocabulary(documents)
	entries := make([]entry, 0, len(b.words)*5/4)
	for id, word := range b.words {
		if len(documents[id]) == 0 {
			continue // it stood in a text that has changed
		}
		list := listOf(documents[id])
		entries = append(entries, entry{key: Key(word), word: word, list: list})
		for _, at := range known.boundaries(word) {
			entries = append(entries, entry{key: Key(word[at:]), word: word[at:], head: word[:at], list: list})
		}
	}
	return entries
}

// documents gives the documents of each word, by its number.
func (b *Builder) documents() [][]uint32 {
	counts, total := make([]int, len(b.words)), 0
	for _, words := range b.docs {
		for _, w := range words {
			counts[w>>fieldBits]++
		}
		total += len(words)
	}
	all, from := make([]uint32, total), 0
	lists := make([][]uint32, len(b.words))
	for id, n := range counts {
		lists[id] = all[from : from : from+n]
		from += n
	}
	for document, words := range b.docs {
		for _, w := range words {
			id := w >> fieldBits
			lists[id] = append(lists[id], uint32(document)<<fieldBits|w&(1<<fieldBits-1))
		}
	}
	return lists
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
		entries = append(entries, entry{key: term, word: term, list: listOf(list)})
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
func wordFiles(entries []entry, count int) (files [][]byte, firsts []string) {
	parts := divide(len(entries), count, func(i int) int { return len(entries[i].list) + len(entries[i].word) + len(entries[i].head) + 6 },
		func(i int) bool { return entries[i-1].key != entries[i].key })
	for _, p := range parts {
		var words list
		var documents strings.Builder
		for i := p[0]; i < p[1]; i++ {
			words.add(entries[i].word)
			if entries[i].head != "" {
				words.WriteString("|" + entries[i].head)
			}
			words.end()
			if i > p[0] {
				documents.WriteByte(',')
			}
			documents.WriteString(`"` + entries[i].list + `"`)
		}
		files = append(files, []byte("[["+words.String()+"],["+documents.String()+"]]"))
	}
	return files, firstKeys(parts, func(i int) string { return entries[i].key })
}

// shortestEnd is how many bytes a word has that is looked for from behind.
const shortestEnd = 4

// endFiles lists the words from behind.
func endFiles(entries []entry, count int) (files [][]byte, firsts []string) {
	type end struct{ key, word string }
	var ends []end
	for _, e := range entries {
		if e.head == "" && len(e.word) >= shortestEnd && e.word[0] > '9' {
			word := reversed(e.word)
			ends = append(ends, end{Key(word), word})
		}
	}
	slices.SortFunc(ends, func(a, b end) int { return cmp.Or(strings.Compare(a.key, b.key), strings.Compare(a.word, b.word)) })
	parts := divide(len(ends), count, func(i int) int { return len(ends[i].word) }, func(i int) bool { return ends[i-1].key != ends[i].key })
	for _, p := range parts {
		var words list
		for _, e := range ends[p[0]:p[1]] {
			words.add(e.word)
			words.end()
		}
		files = append(files, []byte("["+words.String()+"]"))
	}
	return files, firstKeys(parts, func(i int) string { return ends[i].key })
}

// divide cuts a list into parts of about the same weight, where that is allowed; the last ones are empty where there is
// not enough for all.
func divide(length, count int, weight func(int) int, mayCut func(int) bool) [][2]int {
	left := 0
	for i := range length {
		left += weight(i)
	}
	parts := make([][2]int, count)
	at := 0
	for p := range parts {
		parts[p][0] = at
		goal, has := left/(count-p), 0
		for at < length && (has < goal || p == count-1 || at > parts[p][0] && !mayCut(at)) {
			has += weight(at)
			at++
		}
		parts[p][1], left = at, left-has
	}
	return parts
}

// firstKeys gives the first key of each part that holds anything, cut so that it is still greater than all before it.
func firstKeys(parts [][2]int, key func(int) string) []string {
	firsts := []string{}
	for _, p := range parts {
		switch {
		case p[0] == p[1]:
		case p[0] == 0:
			firsts = append(firsts, "")
		default:
			firsts = append(firsts, shortestAfter(key(p[0]-1), key(p[0])))
		}
	}
	return firsts
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
	return mustJSON(all)
}

func mustJSON(value any) []byte {
	data, err := json.Marshal(value)
	if err != nil {
		panic(err) // texts and numbers can always be encoded
	}
	return data
}
