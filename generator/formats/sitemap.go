package formats

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"
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
	var spaces string
	if slices.ContainsFunc(urls, func(u SitemapURL) bool { return len(u.Alternates) > 0 }) {
		spaces = ` xmlns:xhtml="http://www.w3.org/1999/xhtml"`
	}
	return writeSitemap(w, "urlset", spaces, "url", urls)
}

// SitemapIndex writes an index of sitemaps, which has no alternates. Errors are those of Sitemap.
func SitemapIndex(w io.Writer, maps []SitemapURL) error {
	return writeSitemap(w, "sitemapindex", "", "sitemap", maps)
}

// writeSitemap writes without a tree: a site has an address for each page.
func writeSitemap(w io.Writer, root, spaces, child string, urls []SitemapURL) error {
	if len(urls) > SitemapLimit {
		return fmt.Errorf("write sitemap: %d addresses, at most %d are allowed", len(urls), SitemapLimit)
	}
	out := sitemapWriter{bufio.NewWriter(&limitedWriter{w: w, left: sitemapBytes})}
	out.strings(xml.Header, "<", root, ` xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"`, spaces, ">")
	for i, u := range urls {
		if u.Loc = uri(u.Loc); u.Loc == "" {
			return fmt.Errorf("write sitemap: address %d is empty", i+1)
		}
		out.strings("\n <", child, ">")
		out.url(u)
		out.strings("\n </", child, ">")
	}
	if len(urls) > 0 {
		out.strings("\n")
	}
	out.strings("</", root, ">")
	return out.Flush() // which tells of every error before it
}

type sitemapWriter struct{ *bufio.Writer }

func (w sitemapWriter) strings(parts ...string) {
	for _, part := range parts {
		w.WriteString(part)
	}
}

func (w sitemapWriter) url(u SitemapURL) {
	w.strings("\n  <loc>")
	w.text(u.Loc)
	w.strings("</loc>")
	if !u.LastMod.IsZero() {
		layout := time.RFC3339
		if u.DayOnly {
			layout = time.DateOnly
		}
		w.strings("\n  <lastmod>")
		w.Write(u.LastMod.AppendFormat(w.AvailableBuffer(), layout))
		w.strings("</lastmod>")
	}
	for _, a := range u.Alternates {
		w.strings(`
  <xhtml:link rel="alternate" hreflang="`)
		w.text(oneLine(a.Lang))
		w.strings(`" href="`)
		w.text(uri(a.URL))
		w.strings(`"></xhtml:link>`)
	}
}

// text writes what may hold signs that mean something in XML.
func (w sitemapWriter) text(s string) {
	if strings.ContainsAny(s, "<>&\"'\t") {
		_ = xml.EscapeText(w, []byte(s)) // Flush gives it again
		return
	}
	w.WriteString(s)
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
