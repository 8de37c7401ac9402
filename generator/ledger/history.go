package ledger

import "slices"

// An Entry is what a ledger tells of a URL at one time.
type Entry struct {
	Line int // in the file, from 1
	Record
	Base string // the site's address then
	// Since is the moment of an earlier build that was killed before it had told all; "" where there is none. What
	// was so Already may have become so at any time since then.
	Since string
}

// A Teller gathers the entries of some URLs: its Take is the function that [Read] calls.
type Teller struct {
	Entries []Entry // in the order of the lines
	First   string  // the moment of the first record: what was before, the ledger does not know

	urls    []string
	base    string
	since   string
	missing int
	at      string
}

// NewTeller asks for every one of the urls, which are written as in a [Record].
func NewTeller(urls ...string) *Teller { return &Teller{urls: urls} }

// Take looks at a record.
func (t *Teller) Take(line int, r Record) {
	if t.First == "" {
		t.First = r.At
	}
	switch {
	case r.What == Build:
		t.since = ""
		if t.missing > 0 {
			t.since = t.at
		}
		t.base, t.at, t.missing = r.Base, r.At, r.Events
	case r.IsEvent():
		t.missing--
		if slices.Contains(t.urls, r.URL) {
			t.Entries = append(t.Entries, Entry{Line: line, Record: r, Base: t.base, Since: t.since})
		}
	}
}
