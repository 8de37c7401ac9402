package formats

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"time"
)

// Atom writes f as an Atom feed (RFC 4287), media type application/atom+xml. HTML is escaped once;
// an entry's image becomes a Media RSS thumbnail, for which Atom has no element of its own.
//
// An error tells what section 4.1.1 or 4.1.2 requires and f lacks: an id, a title, an author's
// name, and a URL or HTML of each entry. It also requires a moment of the last change, of the feed and of each entry:
// one that is not known is written as [unknown].
func Atom(w io.Writer, f Feed) error {
	if err := errors.Join(f.valid(), f.validAtom()); err != nil {
		return fmt.Errorf("write Atom: %w", err)
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	if err := f.Notice.writeStyles(w); err != nil {
		return err
	}
	briefs := borrowPen()
	defer pens.Put(briefs)
	briefs.writeAtom(f.Briefs)
	out := xml.NewEncoder(w)
	out.Indent("", " ")
	return out.Encode(atomOf(f, briefs.Bytes()))
}

func (f Feed) validAtom() error {
	if uri(f.ID) == "" {
		return fmt.Errorf("feed %q: id is missing", f.Title)
	}
	for _, e := range f.Entries {
		if uri(e.URL) == "" && clean(e.HTML) == "" {
			return fmt.Errorf("entry %s has neither address nor content", e.ID)
		}
		if oneLine(f.Author.Name) == "" && len(e.Authors) == 0 {
			return fmt.Errorf("entry %s has no author, and neither has the feed", e.ID)
		}
	}
	return nil
}

type atomFeed struct {
	XMLName  xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Media    string      `xml:"xmlns:media,attr,omitempty"`
	Lang     string      `xml:"http://www.w3.org/XML/1998/namespace lang,attr,omitempty"`
	ID       string      `xml:"id"`
	Title    string      `xml:"title"`
	Subtitle string      `xml:"subtitle,omitempty"`
	Notice   *atomNotice `xml:"http://www.w3.org/1999/xhtml div"`
	Updated  string      `xml:"updated"`
	Author   *atomAuthor `xml:"author"`
	Links    []atomLink  `xml:"link"`
	Icon     string      `xml:"icon,omitempty"`
	Archive  *struct{}   `xml:"http://purl.org/syndication/history/1.0 archive"`
	Entries  []atomEntry `xml:"entry"`
	Brief    []byte      `xml:",innerxml"` // the entries of an archive
}

type atomEntry struct {
	Lang       string         `xml:"http://www.w3.org/XML/1998/namespace lang,attr,omitempty"`
	ID         string         `xml:"id"`
	Title      string         `xml:"title"`
	Published  string         `xml:"published,omitempty"`
	Updated    string         `xml:"updated"`
	Authors    []atomAuthor   `xml:"author"`
	Links      []atomLink     `xml:"link"`
	Categories []atomCategory `xml:"category"`
	Summary    string         `xml:"summary,omitempty"`
	Thumbnail  *atomThumbnail `xml:"media:thumbnail"`
	Content    *atomContent   `xml:"content"`
}

type atomAuthor struct {
	Name  string `xml:"name"`
	URI   string `xml:"uri,omitempty"`
	Email string `xml:"email,omitempty"`
}

type atomLink struct {
	Rel    string `xml:"rel,attr"`
	Type   string `xml:"type,attr,omitempty"`
	Lang   string `xml:"hreflang,attr,omitempty"`
	Href   string `xml:"href,attr"`
	Title  string `xml:"title,attr,omitempty"`
	Length int64  `xml:"length,attr,omitempty"`
}

type atomCategory struct {
	Term string `xml:"term,attr"`
}

type atomThumbnail struct {
	URL string `xml:"url,attr"`
}

type atomContent struct {
	Type string `xml:"type,attr"`
	Body string `xml:",chardata"`
}

const mediaNamespace = "http://search.yahoo.com/mrss/"

func atomOf(f Feed, briefs []byte) atomFeed {
	a := atomFeed{
		Lang:     oneLine(f.Lang),
		ID:       uri(f.ID),
		Title:    oneLine(f.Title),
		Subtitle: clean(f.Subtitle),
		Notice:   f.Notice.element(),
		Updated:  orUnknown(f.lastChange()).Format(time.RFC3339),
		Icon:     uri(f.Icon),
	}
	if oneLine(f.Author.Name) != "" {
		author := atomAuthorOf(f.Author)
		a.Author = &author
	}
	a.Links = appendLink(a.Links, atomLink{Rel: "alternate", Type: "text/html", Lang: oneLine(f.Lang), Href: f.PageURL})
	a.Links = appendLink(a.Links, atomLink{Rel: "self", Type: "application/atom+xml", Href: f.AtomURL})
	for _, l := range []atomLink{{Rel: "current", Href: f.Archive.Current}, {Rel: "prev-archive", Href: f.Archive.Older}, {Rel: "next-archive", Href: f.Archive.Newer}} {
		l.Type = "application/atom+xml"
		a.Links = appendLink(a.Links, l)
	}
	if f.Archive.IsArchived {
		a.Archive, a.Brief = &struct{}{}, briefs
		return a
	}
	a.Entries = make([]atomEntry, len(f.Entries))
	for i, e := range f.Entries {
		a.Entries[i] = atomEntryOf(e)
		if a.Entries[i].Thumbnail != nil {
			a.Media = mediaNamespace
		}
	}
	return a
}

func atomEntryOf(e Entry) atomEntry {
	a := atomEntry{
		Lang:    oneLine(e.Lang),
		ID:      uri(e.ID),
		Title:   oneLine(e.Title),
		Updated: orUnknown(e.changed()).Format(time.RFC3339),
		Summary: clean(e.Summary),
	}
	if !e.Published.IsZero() {
		a.Published = e.Published.Format(time.RFC3339)
	}
	for _, author := range e.Authors {
		a.Authors = append(a.Authors, atomAuthorOf(author))
	}
	a.Links = appendLink(a.Links, atomLink{Rel: "alternate", Type: "text/html", Href: e.URL})
	for _, file := range e.Enclosures {
		a.Links = appendLink(a.Links, atomLink{Rel: "enclosure", Type: oneLine(file.Type), Href: file.URL, Title: oneLine(file.Title), Length: file.Size})
	}
	for _, c := range e.Categories {
		a.Categories = append(a.Categories, atomCategory{oneLine(c)})
	}
	if image := uri(e.Image); image != "" {
		a.Thumbnail = &atomThumbnail{image}
	}
	if html := clean(e.HTML); html != "" {
		a.Content = &atomContent{"html", html}
	}
	return a
}

func atomAuthorOf(a Author) atomAuthor {
	return atomAuthor{oneLine(a.Name), uri(a.URL), uri(a.Email)}
}

// appendLink leaves out a link without an address.
func appendLink(links []atomLink, l atomLink) []atomLink {
	if l.Href = uri(l.Href); l.Href == "" {
		return links
	}
	return append(links, l)
}
