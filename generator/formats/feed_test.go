package formats

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/mmcdole/gofeed"
)

func sampleFeed(t *testing.T) Feed {
	stockholm := location(t, "Europe/Stockholm")
	published := time.Date(2012, 3, 27, 9, 0, 0, 0, stockholm)
	return Feed{
		ID: "tag:alingsas.se,2012:dialog", Title: "Dialog & näringsliv", Subtitle: "Möten < 5 år", Lang: "sv",
		AtomURL: "https://dialog.example.se/press.xml", JSONURL: "https://dialog.example.se/press.json",
		PageURL: "https://dialog.example.se/press/", Icon: "https://dialog.example.se/icon.png",
		Author:  Author{Name: "Alingsås kommun", URL: "https://www.alingsas.se", Email: "press@example.se"},
		Updated: published.Add(time.Hour),
		Entries: []Entry{{
			ID: "tag:alingsas.se,2012:dialog/1", URL: "https://dialog.example.se/press/1/?a=1&b=2",
			Title: "”Vi <vill> lyssna” & lära", Summary: "Kort\nsagt", HTML: "<p>– Ja &amp; nej, säger Anna Ek.</p>\n<p>]]></p>",
			Published: published, Updated: published.Add(time.Hour),
			Authors: []Author{{Name: "Åsa Öberg"}}, Categories: []string{"Näringsliv", "Möten"},
			Image:      "https://dialog.example.se/bild.jpg",
			Enclosures: []Enclosure{{URL: "https://dialog.example.se/fakta.pdf", Type: "application/pdf", Title: "Fakta", Size: 1234}},
		}, {
			ID: "tag:alingsas.se,2012:dialog/2", Title: "Utan länk", HTML: "<p>x</p>", Published: published.AddDate(0, 0, -1),
		}},
	}
}

func parsed(t *testing.T, text string) *gofeed.Feed {
	t.Helper()
	feed, err := gofeed.NewParser().ParseString(text)
	if err != nil {
		t.Fatalf("%v in %s", err, text)
	}
	return feed
}

func same[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s is %v, want %v", what, got, want)
	}
}

func TestFeedsAreReadBackWhole(t *testing.T) {
	f := sampleFeed(t)
	for name, write := range map[string]func(io.Writer, Feed) error{"atom": Atom, "json": JSONFeed} {
		t.Run(name, func(t *testing.T) {
			got := parsed(t, written(t, func(b *strings.Builder) error { return write(b, f) }))
			same(t, "format", got.FeedType, name)
			same(t, "title", got.Title, f.Title)
			same(t, "subtitle", got.Description, f.Subtitle)
			same(t, "language", got.Language, "sv")
			same(t, "page", got.Link, f.PageURL)
			same(t, "self", got.FeedLink, map[string]string{"atom": f.AtomURL, "json": f.JSONURL}[name])
			same(t, "author", got.Authors[0].Name, f.Author.Name)
			same(t, "number of items", len(got.Items), 2)
			item, want := got.Items[0], f.Entries[0]
			same(t, "id", item.GUID, want.ID)
			same(t, "link", item.Link, want.URL)
			same(t, "item title", item.Title, want.Title)
			same(t, "summary", item.Description, want.Summary)
			same(t, "content", item.Content, want.HTML)
			same(t, "published", item.PublishedParsed.Equal(want.Published), true)
			same(t, "updated", item.UpdatedParsed.Equal(want.Updated), true)
			same(t, "item author", item.Authors[0].Name, "Åsa Öberg")
			same(t, "categories", strings.Join(item.Categories, "|"), "Näringsliv|Möten")
			same(t, "attachment", *item.Enclosures[0], gofeed.Enclosure{URL: want.Enclosures[0].URL, Type: "application/pdf", Length: "1234"})
			same(t, "second id", got.Items[1].GUID, f.Entries[1].ID)
			same(t, "updated without a change", got.Items[1].UpdatedParsed.Equal(f.Entries[1].Published), true)
		})
	}
}

func TestAtomHoldsWhatTheStandardAsksFor(t *testing.T) {
	f := sampleFeed(t)
	text := written(t, func(b *strings.Builder) error { return Atom(b, f) })
	var doc struct {
		XMLName xml.Name
		Lang    string `xml:"http://www.w3.org/XML/1998/namespace lang,attr"`
		ID      string `xml:"http://www.w3.org/2005/Atom id"`
		Updated string `xml:"http://www.w3.org/2005/Atom updated"`
		Email   string `xml:"http://www.w3.org/2005/Atom author>email"`
		Entries []struct {
			Content struct {
				Type string `xml:"type,attr"`
				Body string `xml:",chardata"`
			} `xml:"http://www.w3.org/2005/Atom content"`
			Thumbnail struct {
				URL string `xml:"url,attr"`
			} `xml:"http://search.yahoo.com/mrss/ thumbnail"`
		} `xml:"http://www.w3.org/2005/Atom entry"`
	}
	if err := xml.Unmarshal([]byte(text), &doc); err != nil {
		t.Fatal(err)
	}
	same(t, "root", doc.XMLName, xml.Name{Space: "http://www.w3.org/2005/Atom", Local: "feed"})
	same(t, "language", doc.Lang, "sv")
	same(t, "id", doc.ID, f.ID)
	same(t, "updated", doc.Updated, "2012-03-27T10:00:00+02:00")
	same(t, "e-mail", doc.Email, "press@example.se")
	same(t, "content type", doc.Entries[0].Content.Type, "html")
	same(t, "content", doc.Entries[0].Content.Body, f.Entries[0].HTML)
	same(t, "image", doc.Entries[0].Thumbnail.URL, f.Entries[0].Image)
}

func TestJSONFeedKeepsMarkupReadable(t *testing.T) {
	f := sampleFeed(t)
	f.Entries[1].Summary, f.Entries[1].HTML = "Bara en text", ""
	text := written(t, func(b *strings.Builder) error { return JSONFeed(b, f) })
	if !strings.Contains(text, `"<p>– Ja &amp; nej, säger Anna Ek.</p>\n<p>]]></p>"`) {
		t.Errorf("markup is escaped: %s", text)
	}
	var doc struct {
		Version string
		Items   []map[string]any
	}
	if err := json.Unmarshal([]byte(text), &doc); err != nil {
		t.Fatal(err)
	}
	same(t, "version", doc.Version, "https://jsonfeed.org/version/1.1")
	same(t, "content of an entry without HTML", doc.Items[1]["content_text"], any("Bara en text"))
	attachment := doc.Items[0]["attachments"].([]any)[0].(map[string]any)
	same(t, "attachment's type", attachment["mime_type"], any("application/pdf"))
	same(t, "attachment's size", attachment["size_in_bytes"], any(1234.0))
}

func TestFeedsDropControlCharacters(t *testing.T) {
	f := sampleFeed(t)
	f.Entries[0].Title, f.Entries[0].HTML = "a\x00b\x0b\x1bc", "<p>\x01å\uFFFE</p>\r\n<br>"
	f.Entries[0].Categories = []string{"x\x02y"}
	for _, write := range []func(io.Writer, Feed) error{Atom, JSONFeed} {
		item := parsed(t, written(t, func(b *strings.Builder) error { return write(b, f) })).Items[0]
		same(t, "title", item.Title, "ab c")
		same(t, "content", item.Content, "<p>å</p>\n<br>")
		same(t, "category", item.Categories[0], "xy")
	}
}

func TestFeedWithNothingToTellIsAnError(t *testing.T) {
	for name, c := range map[string]struct {
		spoil      func(*Feed)
		atom, json bool // is an error there
	}{
		"no title":                    {func(f *Feed) { f.Title = "" }, true, true},
		"no id":                       {func(f *Feed) { f.ID = "" }, true, false},
		"entry without id":            {func(f *Feed) { f.Entries[1].ID = "" }, true, true},
		"entry without any author":    {func(f *Feed) { f.Author = Author{} }, true, false},
		"entry that leads nowhere":    {func(f *Feed) { f.Entries[1].HTML = "" }, true, false},
		"no entries":                  {func(f *Feed) { f.Entries = nil }, false, false},
		"every entry with its author": {func(f *Feed) { f.Author = Author{}; f.Entries = f.Entries[:1] }, false, false},
		"only what is required":       {func(f *Feed) { *f = Feed{ID: f.ID, Title: "x", Updated: f.Updated, Author: f.Author} }, false, false},
	} {
		t.Run(name, func(t *testing.T) {
			f := sampleFeed(t)
			c.spoil(&f)
			same(t, "Atom's error", Atom(io.Discard, f) != nil, c.atom)
			same(t, "JSON Feed's error", JSONFeed(io.Discard, f) != nil, c.json)
		})
	}
}

// Atom requires a moment of the last change, and no other.
func TestAnEntryOfWhichNobodyKnowsWhenItWasChangedSaysSo(t *testing.T) {
	f := sampleFeed(t)
	f.Updated, f.Entries = time.Time{}, f.Entries[1:2]
	f.Entries[0].Published, f.Entries[0].Updated = time.Time{}, time.Time{}
	atom := written(t, func(b *strings.Builder) error { return Atom(b, f) })
	if strings.Count(atom, "<updated>1970-01-01T00:00:00Z</updated>") != 2 || strings.Contains(atom, "<published>") {
		t.Errorf("it is %s", atom)
	}
	if json := written(t, func(b *strings.Builder) error { return JSONFeed(b, f) }); strings.Contains(json, "date_") {
		t.Errorf("it is %s", json)
	}
}

func TestWriterErrorIsHandedOn(t *testing.T) {
	f := sampleFeed(t)
	for name, write := range map[string]func(io.Writer) error{
		"atom":     func(w io.Writer) error { return Atom(w, f) },
		"json":     func(w io.Writer) error { return JSONFeed(w, f) },
		"sitemap":  func(w io.Writer) error { return Sitemap(w, []SitemapURL{{Loc: "https://a.se/"}}) },
		"calendar": func(w io.Writer) error { return ICalendar(w, Calendar{Product: "a//b"}) },
		"card":     func(w io.Writer) error { return VCard(w, Card{Name: "Anna Ek"}) },
	} {
		t.Run(name, func(t *testing.T) {
			var whole strings.Builder
			if err := write(&whole); err != nil {
				t.Fatal(err)
			}
			for _, room := range []int{10, whole.Len() - 1} {
				if err := write(&fullWriter{room}); !errors.Is(err, errFull) {
					t.Errorf("error with room for %d bytes is %v", room, err)
				}
			}
		})
	}
}
