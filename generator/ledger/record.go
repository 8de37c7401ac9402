// Package ledger keeps the record of what a site has made public, and when: Record, Ledger, Book, Entry,
// Recorder, Sources.
//
// In come the outputs of a build. Out come lines of a file, and answers of when an address was public.
//
// A ledger is a file of JSON lines that only grows. Each line is sealed with a hash and holds the hash of the line
// before it, so that a line that was changed, removed, inserted or moved shows. Only lines cut off at the end do
// not; for them somebody keeps the last hash elsewhere, as a receipt.
//
// A build that changes the site writes twice. Before the first file is moved, one line says that it begins, how
// many events will follow, and a hash of the whole site as it will be. When the files lie in their places, the
// events follow, sorted by URL. So no event is told that did not take place, and one that a killed build
// did not come to tell is known to be missing. A build that changes nothing writes nothing.
package ledger

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
)

// What a record tells.
const (
	Build     = "build"     // a build begins to publish
	Published = "published" // there was nothing at the URL, and now there is
	Changed   = "changed"   // other bytes lie at the URL
	Removed   = "removed"   // there is nothing at the URL any more
	Broken    = "break"     // what stands before it is not what was written; a new chain begins
)

// A Record is a line of a ledger. What does not apply is left out of the line; so are false, 0 and "".
type Record struct {
	Prev string `json:"prev"` // the hash of the record before it, 64 hexadecimal digits; "" in the first one
	At   string `json:"at"`   // RFC 3339: the moment of the site that was built, in the site's zone
	What string `json:"what"`

	// Of an event.
	URL         string `json:"url,omitempty"`         // from the root, escaped
	SHA256      string `json:"sha256,omitempty"`      // of the bytes that are public since, or were until now
	Size        int64  `json:"size,omitempty"`        // of those bytes
	Source      string `json:"source,omitempty"`      // the file they were made of: in the repository, where there is one
	Revision    string `json:"revision,omitempty"`    // the commit that was built, "" without git
	Uncommitted bool   `json:"uncommitted,omitempty"` // the source was not what the commit holds; of a build: some source
	Already     bool   `json:"already,omitempty"`     // it was so before the build: since when is not known
	Recorded    string `json:"recorded,omitempty"`    // RFC 3339: when a later build wrote down what was not told at At

	// Of a build, with its Revision.
	Base   string `json:"base,omitempty"`   // the site's address, without a slash at its end
	Events int    `json:"events,omitempty"` // how many follow
	Site   string `json:"site,omitempty"`   // the Digest of all that is public then

	// Of a break.
	Line int    `json:"line,omitempty"` // the first line that is wrong, from 1
	Why  string `json:"why,omitempty"`  // a Kind
	Seal string `json:"seal,omitempty"` // SHA-256 of every byte of the file before this line

	Hash string `json:"-"` // SHA-256 of the line up to `,"hash":`, which is its last field
}

// IsEvent tells whether the record says what happened to a URL.
func (r Record) IsEvent() bool {
	return r.What == Published || r.What == Changed || r.What == Removed
}

const (
	opening  = `{"prev":"`
	hashName = `,"hash":"`
	hashSize = 2 * sha256.Size
	ending   = len(hashName) + hashSize + len(`"}`)
)

// encode seals a record and writes its line. What stands before the hash is what encoding/json writes of a
// Record, without escapes for HTML.
func (r *Record) encode(w *bytes.Buffer) {
	start := w.Len()
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(r); err != nil {
		panic(err) // texts and numbers alone
	}
	w.Truncate(w.Len() - len("}\n"))
	r.Hash = sum(w.Bytes()[start:])
	w.WriteString(hashName + r.Hash + "\"}\n")
}

var errNoRecord = errors.New("no record")

// decode reads a line without its end. isTrue tells whether it has the hash that it claims to have.
func decode(line []byte) (r Record, isTrue bool, err error) {
	body := len(line) - ending
	if body < len(opening) || !bytes.HasPrefix(line, []byte(opening)) || !bytes.HasPrefix(line[body:], []byte(hashName)) ||
		!bytes.HasSuffix(line, []byte(`"}`)) {
		return r, false, errNoRecord
	}
	if err := json.Unmarshal(append(bytes.Clone(line[:body]), '}'), &r); err != nil {
		return r, false, fmt.Errorf("read record: %w", err)
	}
	r.Hash = string(line[body+len(hashName) : body+len(hashName)+hashSize])
	return r, r.Hash == sum(line[:body]), nil
}

func sum(data []byte) string {
	s := sha256.Sum256(data)
	return hex.EncodeToString(s[:])
}

// Digest is a hash of all that is public: of the lines "SHA256 URL\n", sorted by URL.
func Digest(public map[string]Record) string {
	h := sha256.New()
	for _, url := range slices.Sorted(maps.Keys(public)) {
		fmt.Fprintf(h, "%s %s\n", public[url].SHA256, url)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// Diff gives the events, sorted by URL, that lead from what a ledger knows as public to what is so now. An
// event of something removed holds what was known of it.
func Diff(known, now map[string]Record) []Record {
	var events []Record
	for url, r := range now {
		old, isKnown := known[url]
		switch {
		case !isKnown:
			r.What = Published
		case old.SHA256 != r.SHA256:
			r.What = Changed
		default:
			continue
		}
		r.URL = url
		events = append(events, r)
	}
	for url, old := range known {
		if _, isPublic := now[url]; !isPublic {
			events = append(events, Record{What: Removed, URL: url, SHA256: old.SHA256, Size: old.Size, Source: old.Source})
		}
	}
	slices.SortFunc(events, func(a, b Record) int { return bytes.Compare([]byte(a.URL), []byte(b.URL)) })
	return events
}
