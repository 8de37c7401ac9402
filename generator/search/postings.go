//go:build !js

package search

// postings are the documents of each word, by its number, in one piece of memory.
type postings struct {
	all  []uint32 // documents, each with its best field
	ends []int    // by word: where its documents end, and those of the next one begin
}

// documents gives the documents of each word.
func (b *Builder) documents() *postings {
	counts := make([]int, len(b.known.words)+1)
	for _, words := range b.docs {
		for _, w := range words {
			counts[w>>fieldBits+1]++
		}
	}
	for i := 1; i < len(counts); i++ {
		counts[i] += counts[i-1]
	}
	// Here a word has where its documents begin, which is moved to where they end.
	p := &postings{all: make([]uint32, counts[len(counts)-1]), ends: counts[:len(counts)-1]}
	for document, words := range b.docs {
		for _, w := range words {
			id := w >> fieldBits
			p.all[p.ends[id]] = uint32(document)<<fieldBits | w&(1<<fieldBits-1)
			p.ends[id]++
		}
	}
	return p
}

// of gives the documents of a word, which are none where it stood in a text that has changed.
func (p *postings) of(id uint32) []uint32 {
	from := 0
	if id > 0 {
		from = p.ends[id-1]
	}
	return p.all[from:p.ends[id]]
}
