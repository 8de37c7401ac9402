package formats

import (
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"time"
)

// SitemapLimit is the number of addresses that one sitemap, or one index, may hold
// (https://www.sitemaps.org/protocol.html).
const SitemapLimit = 50000

// sitemapBytes is the size that the same source allows, uncompressed.
const sitemapBytes = 50 << 20

// An Alternate is the same page in a language (BCP 47, or "x-default").
type Alternate struct{ Lang, URL string }

// A SitemapURL is one page, or in an index one sitemap. Addresses are absolute.
type SitemapURL struct {
	Loc        string
	LastMod    time.Time // when its content changed; zero = not told
	DayOnly    bool      // LastMod is written as a date
	Alternates []Alternate
}

// Sitemap writes a sitemap. Alternates are written as given: the page itself has to be one of
// them (https://developers.google.com/search/docs/specialty/international/localized-versions).
//
// An error tells that there are more addresses than SitemapLimit, that the document would be
// larger than 50 MB, or that an address is empty; what was written by then is no sitemap.
func Sitemap(w io.Writer, urls []SitemapURL) error {
	pages, err := sitemapEntries(urls)
	if err != nil {
		return err
	}
	d := sitemapDocument{XMLName: xml.Name{Space: sitemapSpace, Local: "urlset"}, Pages: pages}
	if slices.ContainsFunc(urls, func(u SitemapURL) bool { return len(u.Alternates) > 0 }) {
		d.XHTML = "http://www.w3.org/1999/xhtml"
	}
	return d.write(w)
}

// SitemapIndex writes an index of sitemaps, which has no alternates. Errors are the same as of Sitemap.
func SitemapIndex(w io.Writer, maps []SitemapURL) error {
	entries, err := sitemapEntries(maps)
	if err != nil {
		return err
	}
	return sitemapDocument{XMLName: xml.Name{Space: sitemapSpace, Local: "sitemapindex"}, Maps: entries}.write(w)
}

const sitemapSpace = "http://www.sitemaps.org/schemas/sitemap/0.9"

// A sitemapDocument is a sitemap, with pages, or an index, with sitemaps.
type sitemapDocument struct {
	XMLName xml.Name
	XHTML   string         `xml:"xmlns:xhtml,attr,omitempty"`
	Pages   []sitemapEntry `xml:"url"`
	Maps    []sitemapEntry `xml:"sitemap"`
}

type sitemapEntry struct {
	Loc     string        `xml:"loc"`
	LastMod string        `xml:"lastmod,omitempty"`
	Links   []sitemapLink `xml:"xhtml:link"`
}

type sitemapLink struct {
	Rel  string `xml:"rel,attr"`
	Lang string `xml:"hreflang,attr"`
	Href string `xml:"href,attr"`
}

func sitemapEntries(urls []SitemapURL) ([]sitemapEntry, error) {
	if len(urls) > SitemapLimit {
		return nil, fmt.Errorf("write sitemap: %d addresses, at most %d are allowed", len(urls), SitemapLimit)
	}
	entries := make([]sitemapEntry, len(urls))
	for i, u := range urls {
		if entries[i] = u.entry(); entries[i].Loc == "" {
			return nil, fmt.Errorf("write sitemap: address %d is empty", i+1)
		}
	}
	return entries, nil
}

func (u SitemapURL) entry() sitemapEntry {
	e := sitemapEntry{Loc: uri(u.Loc), LastMod: timeOrNone(u.LastMod)}
	if u.DayOnly && e.LastMod != "" {
		e.LastMod = u.LastMod.Format(time.DateOnly)
	}
	for _, a := range u.Alternates {
		e.Links = append(e.Links, sitemapLink{"alternate", oneLine(a.Lang), uri(a.URL)})
	}
	return e
}

func (d sitemapDocument) write(w io.Writer) error {
	w = &limitedWriter{w: w, left: sitemapBytes}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", " ")
	return e.Encode(d)
}

// A limitedWriter refuses what goes beyond left bytes.
type limitedWriter struct {
	w    io.Writer
	left int
}

func (l *limitedWriter) Write(p []byte) (int, error) {
	if l.left -= len(p); l.left < 0 {
		return 0, fmt.Errorf("write sitemap: larger than %d bytes", sitemapBytes)
	}
	return l.w.Write(p)
}
