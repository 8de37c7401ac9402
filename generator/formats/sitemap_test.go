package formats

import (
	"encoding/xml"
	"io"
	"strings"
	"testing"
	"time"
)

type readSitemap struct {
	XMLName xml.Name
	URLs    []struct {
		Loc     string `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 loc"`
		LastMod string `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 lastmod"`
		Links   []struct {
			Rel  string `xml:"rel,attr"`
			Lang string `xml:"hreflang,attr"`
			Href string `xml:"href,attr"`
		} `xml:"http://www.w3.org/1999/xhtml link"`
	} `xml:",any"`
}

func TestSitemapIsReadBackWhole(t *testing.T) {
	changed := time.Date(2012, 3, 27, 9, 0, 0, 0, location(t, "Europe/Stockholm"))
	urls := []SitemapURL{
		{Loc: "https://a.se/?x=1&y=%3C2%3E", LastMod: changed, Alternates: []Alternate{{"sv", "https://a.se/"}, {"en", "https://a.se/en/?a&b"}}},
		{Loc: "https://a.se/dag", LastMod: changed, DayOnly: true},
		{Loc: "https://a.se/utan", DayOnly: true},
	}
	var doc readSitemap
	text := written(t, func(b *strings.Builder) error { return Sitemap(b, urls) })
	if err := xml.Unmarshal([]byte(text), &doc); err != nil {
		t.Fatal(err)
	}
	same(t, "root", doc.XMLName, xml.Name{Space: "http://www.sitemaps.org/schemas/sitemap/0.9", Local: "urlset"})
	same(t, "number", len(doc.URLs), 3)
	same(t, "address", doc.URLs[0].Loc, urls[0].Loc)
	same(t, "time", doc.URLs[0].LastMod, "2012-03-27T09:00:00+02:00")
	same(t, "day", doc.URLs[1].LastMod, "2012-03-27")
	same(t, "no time", doc.URLs[2].LastMod, "")
	same(t, "alternates", len(doc.URLs[0].Links), 2)
	same(t, "rel", doc.URLs[0].Links[1].Rel, "alternate")
	same(t, "alternate's language", doc.URLs[0].Links[1].Lang, "en")
	same(t, "alternate's address", doc.URLs[0].Links[1].Href, "https://a.se/en/?a&b")
}

func TestSitemapIndexListsSitemaps(t *testing.T) {
	var doc readSitemap
	text := written(t, func(b *strings.Builder) error {
		return SitemapIndex(b, []SitemapURL{{Loc: "https://a.se/sitemap-1.xml"}, {Loc: "https://a.se/sitemap-2.xml"}})
	})
	if err := xml.Unmarshal([]byte(text), &doc); err != nil {
		t.Fatal(err)
	}
	same(t, "root", doc.XMLName.Local, "sitemapindex")
	same(t, "second sitemap", doc.URLs[1].Loc, "https://a.se/sitemap-2.xml")
}

func TestSitemapKeepsWithinItsLimits(t *testing.T) {
	long := "https://a.se/" + strings.Repeat("x", 2000)
	for name, c := range map[string]struct {
		loc    string
		number int
		wrong  bool
	}{
		"as many as allowed": {"https://a.se/", SitemapLimit, false},
		"one too many":       {"https://a.se/", SitemapLimit + 1, true},
		"larger than 50 MB":  {long, SitemapLimit, true},
		"empty address":      {"", 1, true},
		"none":               {"", 0, false},
	} {
		t.Run(name, func(t *testing.T) {
			urls := make([]SitemapURL, c.number)
			for i := range urls {
				urls[i].Loc = c.loc
			}
			if err := Sitemap(io.Discard, urls); (err != nil) != c.wrong {
				t.Errorf("error is %v", err)
			}
		})
	}
}
