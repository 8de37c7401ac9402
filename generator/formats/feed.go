package formats

import (
	"errors"
	"fmt"
	"time"
)

// An Author is a person or an organisation. Name is required; the rest may be empty.
type Author struct{ Name, URL, Email string }

// An Enclosure is a file that belongs to an entry. Size is in bytes; 0 is not known.
type Enclosure struct {
	URL, Type, Title string
	Size             int64
}

// An Entry is one item of a feed. URLs are absolute, also those within HTML.
type Entry struct {
	ID, URL, Title string // ID is an IRI that never changes, for example a tag: URI (RFC 4151)
	Lang           string // BCP 47; "" = the feed's
	Summary        string // plain text
	HTML           string
	Published      time.Time // zero = not known
	Updated        time.Time // zero = as Published
	Authors        []Author  // none = the feed's author
	Categories     []string
	Image          string // absolute, or ""
	Enclosures     []Enclosure
}

// A Feed is a list of entries under an address of its own.
type Feed struct {
	ID, Title, Subtitle       string
	Lang                      string // BCP 47, for example "sv"
	AtomURL, JSONURL, PageURL string // absolute
	Icon                      string // absolute, or ""
	Author                    Author
	Updated                   time.Time // from content, never the clock; where it is zero, the last change of an entry
	Entries                   []Entry   // newest first; written in the order given
	Briefs                    []*Brief  // of an archived document, which has no other entries
	Archive                   Archive
	Notice                    Notice // in Atom
}

// An Archive tells where a feed's older entries are, in documents that stay as they are (RFC 5005, section 4).
// Addresses are absolute, or "" for none.
type Archive struct {
	IsArchived   bool   // this document is one of them
	Current      string // of the feed that one subscribes to, in an archived document
	Older, Newer string // the documents before and after this one, in Atom
	OlderJSON    string
}

// changed is the moment for which RFC 4287 section 4.2.15 asks.
func (e Entry) changed() time.Time {
	if e.Updated.IsZero() {
		return e.Published
	}
	return e.Updated
}

// valid tells what both formats require and the feed lacks, or has nothing of that can be written.
func (f Feed) valid() error {
	if oneLine(f.Title) == "" {
		return errors.New("feed without a title")
	}
	for i, e := range f.Entries {
		if uri(e.ID) == "" {
			return fmt.Errorf("feed %q: entry %d has no id", f.Title, i+1)
		}
	}
	return nil
}

// lastChange is when the feed was changed last.
func (f Feed) lastChange() time.Time {
	last := f.Updated
	if !last.IsZero() {
		return last
	}
	for _, e := range f.Entries {
		if e.changed().After(last) {
			last = e.changed()
		}
	}
	for _, b := range f.Briefs {
		if b.changed.After(last) {
			last = b.changed
		}
	}
	return last
}
