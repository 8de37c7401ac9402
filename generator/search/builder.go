package search

import (
	"slices"
	"sync"

	"alingsas.se/dialog/generator/locale"
)

// A Builder gathers the words of documents, in any order and by several goroutines at once.
type Builder struct {
	lang     string
	months   []string
	scanners sync.Pool

	mu    sync.Mutex
	ids   map[string]uint32
	words []string
	docs  [][]uint32 // by document: the words that it has, with the best field of each
	last  []uint32   // by word: the place in the document that is being read, from 1
	owner []uint32   // by word: the document that last is about, from 1
	spare []uint32
}

// NewBuilder makes one for a number of documents in a language.
func NewBuilder(lang *locale.Language, documents int) *Builder {
	b := &Builder{lang: lang.Tag, months: lang.Months(), ids: map[string]uint32{}, docs: make([][]uint32, documents)}
	b.scanners.New = func() any { return newScanner(b.months) }
	return b
}

// A reading is the words of one document, found without holding up others.
type reading struct {
	text []byte
	ends []int
	in   []Field
}

// Read takes what a document says. Whoever reads it again has the last word.
func (b *Builder) Read(document int, texts ...Text) {
	s := b.scanners.Get().(*scanner)
	defer b.scanners.Put(s)
	r := &s.reading
	r.text, r.ends, r.in = r.text[:0], r.ends[:0], r.in[:0]
	for _, t := range texts {
		s.scan(t.Text, t.IsHTML)
		for _, g := range s.group() {
			for i := g.from; i < g.to; i++ {
				r.add(s.word(i), t.In)
			}
			for _, joined := range g.joined {
				r.add([]byte(joined), t.In)
			}
		}
	}
	b.keep(document, r)
}

func (r *reading) add(word []byte, in Field) {
	if len(word) > longestWord {
		word = shortened(word)
	}
	r.text = append(r.text, word...)
	r.ends, r.in = append(r.ends, len(r.text)), append(r.in, in)
}

// longestWord is how many letters of a word are kept: what is longer was written by no person.
const longestWord = 40

func shortened(word []byte) []byte {
	letters := []rune(string(word))
	return []byte(string(letters[:min(len(letters), longestWord)]))
}

// keep gives the words their numbers.
func (b *Builder) keep(document int, r *reading) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.spare = b.spare[:0]
	from := 0
	for i, end := range r.ends {
		id := b.id(r.text[from:end])
		from = end
		if b.owner[id] != uint32(document)+1 {
			b.owner[id] = uint32(document) + 1
			b.spare = append(b.spare, id<<fieldBits|uint32(r.in[i]))
			b.last[id] = uint32(len(b.spare))
		} else if place := b.last[id] - 1; Field(b.spare[place]&(1<<fieldBits-1)) < r.in[i] {
			b.spare[place] = id<<fieldBits | uint32(r.in[i])
		}
	}
	for _, w := range b.spare {
		b.owner[w>>fieldBits] = 0 // it may be read again
	}
	b.docs[document] = slices.Clone(b.spare)
}

func (b *Builder) id(word []byte) uint32 {
	if id, ok := b.ids[string(word)]; ok {
		return id
	}
	id := uint32(len(b.words))
	text := string(word)
	b.ids[text] = id
	b.words, b.last, b.owner = append(b.words, text), append(b.last, 0), append(b.owner, 0)
	return id
}
