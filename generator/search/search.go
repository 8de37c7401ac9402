// Package search makes the index that a site is searched with, where there is no server to ask: Builder, Document, Index.
//
// In come texts, by document and by field. Out come small files, each read by the script of the search page
// (static/assets/search-engine.js) when a query needs it.
//
// Documents are numbered by their age, the oldest first, so that the files of old ones stay as they are when a new one
// comes. Words are split and folded by Split: capitals, accents and marks go, å ä ö stay. An entry is a word and the
// documents that have it; entries are sorted by a key that has a and o for å ä ö, and cut into files by ranges of keys. So
// a file holds all words that begin alike: the forms of one word, and the compounds that begin with it. Compounds that end
// with it stand there too, under their tails, with one list for all. A second family of files has all words from behind, for what the first does
// not find: other tails, and words mistyped at the beginning. The catalogue says where each range begins, and has a stamp of
// each file, which stands in it too: a page that has been open since before the site was changed sees that it has to read the catalogue again.
//
// The forms of words are not stored: the reader stems the words of a range, and compares.
package search

// Format is the version of the files: a script that was made for another does not read them.
const Format = 2

// A Field is where in a document a word stands; the best one counts.
type Field uint32

// The fields, the best last.
const (
	Body  Field = iota // the text
	Lead               // what stands above the text, and what a fact sheet says of when, where and who
	Title              // the title
	Name               // the title of what has a name: a person, a meeting
)

// fieldBits is how much of a number in a list of documents says where the word stands.
const fieldBits = 2

// A Document is what a result shows, and what it is chosen by.
type Document struct {
	URL   string
	Title string
	Lead  string
	Date  string   // 2012-04-03, or "" for what has no date
	Kind  string   // release, meeting
	Mark  string   // what must not be missed, as that a meeting is cancelled
	Lang  string   // of title and lead, where it is not the index's
	Terms []string // what it may be filtered by beside its kind and year: topic:skola
}

// Year is the year of a document, "" where it has no date.
func (d Document) Year() string { return d.Date[:min(len(d.Date), 4)] }

// A Text is a part of a document.
type Text struct {
	In     Field
	Text   []byte
	IsHTML bool // tags and references are no text
}

// An Index is the files.
type Index struct {
	Catalogue []byte   // says what is in which file
	Words     [][]byte // entries
	Ends      [][]byte // all words from behind
	Documents [][]byte // what results show
}

// Chunk is how many documents are in one file: ten results should not need ten large files, nor a large site very many.
func Chunk(documents int) int {
	if documents > 20_000 {
		return 32
	}
	return 8
}
