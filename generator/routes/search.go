package routes

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/locale"
	"alingsas.se/dialog/generator/search"
	"alingsas.se/dialog/generator/site"
	"alingsas.se/dialog/generator/web"
)

// A searchIndex is what the edition is searched with. Texts are read where their pages are rendered, so that each is
// converted once, and the index is rendered after them; what nobody has rendered is read when the index is asked for.
type searchIndex struct {
	edition *edition
	items   []searchItem // by the number of their document: by date, those without one last
	terms   []*site.Term // whose documents come after those
	numbers []int        // by the number of an item, from 1; 0 for what is not searched for
	read    []atomic.Pointer[content.Text]
	builder *search.Builder

	mu       sync.Mutex
	made     *search.Index // nil until somebody asks for it
	revision int64         // of the texts that it was made of
}

// A searchItem is what an item is found by.
type searchItem struct {
	*site.Item
	kind     string
	date     locale.Date
	document func() search.Document
	texts    func() []search.Text // beside its body
}

func newSearchIndex(e *edition) *searchIndex {
	x := &searchIndex{edition: e, items: searchItems(e), numbers: make([]int, e.Site.Numbers())}
	for n, i := range x.items {
		x.numbers[i.Number()] = n + 1
	}
	x.read = make([]atomic.Pointer[content.Text], len(x.items))
	x.terms = x.allTerms()
	x.builder = search.NewBuilder(e.Lang, x.documents())
	return x
}

// searchItems are all that one may look for. The page of a person who has left is there for old links, not to be found.
func searchItems(e *edition) []searchItem {
	items := make([]searchItem, 0, len(e.Releases)+len(e.Meetings)+len(e.Contacts)+len(e.Pages))
	for _, r := range e.Releases {
		items = append(items, e.searchRelease(r))
	}
	for _, m := range e.Meetings {
		items = append(items, e.searchMeeting(m))
	}
	for _, p := range e.Contacts {
		items = append(items, e.searchContact(p))
	}
	for _, p := range e.Pages {
		items = append(items, e.searchPage(p))
	}
	slices.SortStableFunc(items, func(a, b searchItem) int {
		if isLast := a.date.IsZero(); isLast != b.date.IsZero() {
			return map[bool]int{false: -1, true: 1}[isLast]
		}
		return cmp.Or(a.date.Time.Compare(b.date.Time), strings.Compare(a.URL, b.URL))
	})
	return items
}

// shown is the body of an item's page, which is read for the search when it is shown.
func (e *edition) shown(i *site.Item) *shownBody {
	s := &shownBody{body: i.Body}
	if n := e.search.numbers[i.Number()]; n > 0 {
		s.heard = func(html []byte) { e.search.hear(n-1, html) }
	}
	return s
}

// hear reads a document, whose body is given as HTML.
func (x *searchIndex) hear(document int, html []byte) {
	i, version := x.items[document], x.items[document].Version()
	if x.read[document].Load() == version {
		return
	}
	texts := append(i.texts(), search.Text{In: search.Body, Text: html, IsHTML: true})
	x.builder.Read(document, texts...)
	x.read[document].Store(version)
}

// index makes the index as of the texts that are there now.
func (x *searchIndex) index() *search.Index {
	x.mu.Lock()
	defer x.mu.Unlock()
	revision := x.edition.Site.Revision()
	if x.made != nil && x.revision == revision {
		return x.made
	}
	documents := make([]search.Document, x.documents())
	var html bytes.Buffer
	for n, i := range x.items {
		documents[n] = i.document()
		if x.read[n].Load() != i.Version() {
			html.Reset()
			i.Body.WriteHTML(&html) // what is wrong in it is told where its page is rendered
			x.hear(n, html.Bytes())
		}
	}
	for n, t := range x.terms {
		documents[len(x.items)+n] = x.hearTerm(len(x.items)+n, t)
	}
	x.made, x.revision = x.builder.Index(documents, x.wordFiles(), x.endFiles()), revision
	return x.made
}

// documents is how many one may find.
func (x *searchIndex) documents() int { return len(x.items) + len(x.terms) }

// wordBytes is how many bytes of text make one file of words: of some five thousand bytes, compressed.
const wordBytes = 25_000

// wordFiles is how many files of words there are. It has to be known before the texts are read.
func (x *searchIndex) wordFiles() int {
	length := 0
	for _, i := range x.items {
		length += len(i.Version().Markdown())
	}
	return 1 + length/wordBytes
}

func (x *searchIndex) endFiles() int { return 1 + x.wordFiles()/10 }

// listSearchIndex adds the files of the index.
func (e *edition) listSearchIndex() {
	x := e.search
	add := func(url string, data func(*search.Index) []byte) {
		e.list.add(web.Route{URL: url, Source: e.Site.Settings.File, IsLate: true, Render: func(w *bytes.Buffer) (diag.List, error) {
			w.Write(data(x.index()))
			return nil, nil
		}})
	}
	add(e.URL("search")+"index.json", func(i *search.Index) []byte { return i.Catalogue })
	family := func(name string, count int, files func(*search.Index) [][]byte) {
		for n := range count {
			add(e.URL("search", name)+strconv.Itoa(n)+".json", func(i *search.Index) []byte { return files(i)[n] })
		}
	}
	family("words", x.wordFiles(), func(i *search.Index) [][]byte { return i.Words })
	family("ends", x.endFiles(), func(i *search.Index) [][]byte { return i.Ends })
	chunk := search.Chunk(x.documents())
	family("documents", (x.documents()+chunk-1)/chunk, func(i *search.Index) [][]byte { return i.Documents })
}
