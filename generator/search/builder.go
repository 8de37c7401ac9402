//go:build !js

package search

import (
	"hash/maphash"
	"sync"

	"alingsas.se/dialog/generator/locale"
)

// A Builder gathers the words of documents, in any order and by several goroutines at once.
type Builder struct {
	lang     string
	months   []string
	scanners sync.Pool

	mu    sync.Mutex
	known *numbering
	docs  [][]uint32 // by document: the words that it has, with the best field of each
}

// NewBuilder makes one for a number of documents in a language.
func NewBuilder(lang *locale.Language, documents int) *Builder {
	b := &Builder{lang: lang.Tag, months: lang.Months(), known: newNumbering(), docs: make([][]uint32, documents)}
	b.scanners.New = func() any { return newScanner(b.months) }
	return b
}

// Read takes what a document says. Whoever reads it again has the last word.
func (b *Builder) Read(document int, texts ...Text) {
	s := b.scanners.Get().(*scanner)
	defer b.scanners.Put(s)
	s.reading.reset()
	for _, t := range texts {
		s.scan(t.Text, t.IsHTML)
		s.tell(func(word []byte) { s.reading.add(word, t.In) })
	}
	b.keep(document, &s.reading)
}

// tell calls act for each word, and for each form in which words are one.
func (s *scanner) tell(act func(word []byte)) {
	for i := 0; i < len(s.tokens); {
		if !s.isJoined(i + 1) {
			act(s.word(i))
			i++
			continue
		}
		g, next := s.groupAt(i)
		for i := g.from; i < g.to; i++ {
			act(s.word(i))
		}
		for _, joined := range g.joined {
			act([]byte(joined))
		}
		i = next
	}
}

// A reading is the words of one document, each once, found without holding up others.
type reading struct {
	text  []byte
	words []readWord
	table []uint32 // the places in words by hash, from 1; 0 is free
}

// A readWord is where a word stands in the text of a reading.
type readWord struct {
	from, to int
	in       Field
	hash     uint64
}

// usualReading is how many places a reading has for words at first. There are twice as many as words.
const usualReading = 1 << 10

func (r *reading) reset() {
	r.text, r.words = r.text[:0], r.words[:0]
	if r.table == nil {
		r.table = make([]uint32, usualReading)
	}
	clear(r.table)
}

func (r *reading) add(word []byte, in Field) {
	if len(word) > longestWord {
		word = shortened(word)
	}
	hash := maphash.Bytes(seed, word)
	at := r.place(hash)
	if n := r.table[at]; n != 0 {
		r.words[n-1].in = max(r.words[n-1].in, in)
		return
	}
	from := len(r.text)
	r.text = append(r.text, word...)
	r.words = append(r.words, readWord{from, len(r.text), in, hash})
	r.table[at] = uint32(len(r.words))
	if 2*len(r.words) > len(r.table) {
		r.grow()
	}
}

// place gives where the word of a hash stands in the table, or would.
func (r *reading) place(hash uint64) uint64 {
	mask := uint64(len(r.table) - 1)
	at := hash & mask
	for n := r.table[at]; n != 0 && r.words[n-1].hash != hash; n = r.table[at] {
		at = (at + 1) & mask
	}
	return at
}

func (r *reading) grow() {
	r.table = make([]uint32, 2*len(r.table))
	for n, w := range r.words {
		r.table[r.place(w.hash)] = uint32(n) + 1
	}
}

// longestWord is how many letters of a word are kept: what is longer was written by no person.
const longestWord = 40

func shortened(word []byte) []byte {
	letters := []rune(string(word))
	return []byte(string(letters[:min(len(letters), longestWord)]))
}

// keep gives the words their numbers.
func (b *Builder) keep(document int, r *reading) {
	words := make([]uint32, len(r.words))
	b.mu.Lock()
	defer b.mu.Unlock()
	for i, w := range r.words {
		number := b.known.add(w.hash, r.text[w.from:w.to])
		words[i] = (number-1)<<fieldBits | uint32(w.in)
	}
	b.docs[document] = words
}
