package formats

import (
	"encoding/json"
	"encoding/xml"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// hardTexts are those that formats stumble over.
var hardTexts = []string{
	"Dialog & näringsliv", "<b>fet</b>", "]]>", "</title><script>alert(1)</script>", "a\r\nb\rc\u0085d", "\x00\x08\x1b\x7f\u009f", "\uFFFE\uFFFF\uFFFD", "\xff\xe5", "\u2028\u2029",
	"\"'\\", "&lt;&amp;&#0;", "<!--", "-->", "</script", "<!DOCTYPE x [<!ENTITY a 'b'>]>&a;", " \t \n ", "", "🙂\u200b\u202e", "\U0010ffff", "x\\u003c/script\\u003e",
}

// Whatever the texts of a feed, it is well-formed and reads back as the same texts, without what XML
// forbids.
func FuzzFeedTextsReadBackTheSame(f *testing.F) {
	for i, text := range hardTexts {
		other := hardTexts[(i+7)%len(hardTexts)]
		f.Add("tag:a.se,2026:press/a", text, other, "<p>"+text, "https://a.se/1/", "Alingsås kommun", "sv")
		f.Add(other, text, text, other, text, other, text)
	}
	f.Fuzz(func(t *testing.T, id, title, summary, content, url, name, lang string) {
		feed := Feed{
			ID: "tag:" + id, Title: "x" + title, Subtitle: summary, Lang: lang, AtomURL: url, JSONURL: url, PageURL: url, Icon: url,
			Author: Author{Name: "x" + name, URL: url, Email: name}, Updated: stamp,
			Entries: []Entry{{
				ID: id, URL: url, Title: title, Summary: summary, HTML: content, Published: stamp, Authors: []Author{{Name: name, URL: url}}, Categories: []string{title, name},
				Image: url, Enclosures: []Enclosure{{URL: url, Type: lang, Title: title, Size: 1}},
			}},
		}
		readAtom(t, feed)
		readJSONFeed(t, feed)
	})
}

func readAtom(t *testing.T, f Feed) {
	t.Helper()
	text, ok := writtenXML(t, func(w io.Writer) error { return Atom(w, f) })
	want := f.Entries[0]
	if isWritable := uri(want.ID) != "" && uri(want.URL)+clean(want.HTML) != ""; ok != isWritable {
		t.Fatalf("Atom is written: %v, want %v", ok, isWritable)
	} else if !ok {
		return
	}
	var doc struct {
		XMLName  xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
		Lang     string   `xml:"http://www.w3.org/XML/1998/namespace lang,attr"`
		ID       string   `xml:"id"`
		Title    string   `xml:"title"`
		Subtitle string   `xml:"subtitle"`
		Author   string   `xml:"author>name"`
		Entries  []struct {
			ID         string `xml:"id"`
			Title      string `xml:"title"`
			Summary    string `xml:"summary"`
			Content    string `xml:"content"`
			Author     string `xml:"author>name"`
			Categories []struct {
				Term string `xml:"term,attr"`
			} `xml:"category"`
			Links []struct {
				Rel   string `xml:"rel,attr"`
				Href  string `xml:"href,attr"`
				Title string `xml:"title,attr"`
			} `xml:"link"`
		} `xml:"entry"`
	}
	if err := xml.Unmarshal([]byte(text), &doc); err != nil || len(doc.Entries) != 1 || len(doc.Entries[0].Categories) != 2 {
		t.Fatalf("%v in %s", err, text)
	}
	e := doc.Entries[0]
	for what, pair := range map[string][2]string{
		"language": {doc.Lang, oneLine(f.Lang)}, "feed's id": {doc.ID, uri(f.ID)}, "feed's title": {doc.Title, oneLine(f.Title)}, "subtitle": {doc.Subtitle, clean(f.Subtitle)},
		"feed's author": {doc.Author, oneLine(f.Author.Name)}, "id": {e.ID, uri(want.ID)}, "title": {e.Title, oneLine(want.Title)}, "summary": {e.Summary, clean(want.Summary)},
		"content": {e.Content, clean(want.HTML)}, "author": {e.Author, oneLine(want.Authors[0].Name)}, "category": {e.Categories[0].Term, oneLine(want.Categories[0])},
	} {
		same(t, what, pair[0], pair[1])
	}
	for _, l := range e.Links {
		same(t, l.Rel, l.Href, uri(want.URL))
		if l.Rel == "enclosure" {
			same(t, "enclosure's title", l.Title, oneLine(want.Title))
		}
	}
}

// writtenXML gives what is written, and checks that it is UTF-8 with characters that XML 1.0 allows, and
// well-formed to the end.
func writtenXML(t *testing.T, write func(io.Writer) error) (text string, ok bool) {
	t.Helper()
	var b strings.Builder
	if write(&b) != nil {
		return "", false
	}
	text = b.String()
	if !utf8.ValidString(text) || strings.ContainsFunc(text, isForbidden) {
		t.Fatalf("XML allows not all of %q", text)
	}
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return text, true
		}
		if err != nil {
			t.Fatalf("%v in %s", err, text)
		}
		switch token.(type) {
		case xml.Directive, xml.Comment:
			t.Fatalf("%T came of a text: %s", token, text)
		}
	}
}

// isForbidden finds what is outside of the Char of XML 1.0, section 2.2, and what it discourages there.
func isForbidden(r rune) bool {
	return r < 0x20 && r != '\t' && r != '\n' && r != '\r' || r >= 0x7f && r <= 0x9f || r >= 0xfffe && r <= 0xffff
}

func readJSONFeed(t *testing.T, f Feed) {
	t.Helper()
	var b strings.Builder
	want := f.Entries[0]
	if err := JSONFeed(&b, f); (err == nil) != (uri(want.ID) != "") {
		t.Fatalf("error is %v", err)
	} else if err != nil {
		return
	}
	var doc jsonFeed
	d := json.NewDecoder(strings.NewReader(b.String()))
	d.DisallowUnknownFields()
	if err := d.Decode(&doc); err != nil || len(doc.Items) != 1 || !utf8.ValidString(b.String()) {
		t.Fatalf("%v in %s", err, b.String())
	}
	item := doc.Items[0]
	for what, pair := range map[string][2]string{
		"feed's title": {doc.Title, oneLine(f.Title)}, "description": {doc.Description, clean(f.Subtitle)}, "language": {doc.Language, oneLine(f.Lang)},
		"id": {item.ID, uri(want.ID)}, "title": {item.Title, oneLine(want.Title)}, "summary": {item.Summary, clean(want.Summary)}, "content": {item.ContentHTML, clean(want.HTML)},
		"url": {item.URL, uri(want.URL)}, "tag": {item.Tags[0], oneLine(want.Categories[0])}, "attachment": {item.Attachments[0].Title, oneLine(want.Enclosures[0].Title)},
	} {
		same(t, what, pair[0], pair[1])
	}
	if hasText := item.ContentText != nil; hasText != (item.ContentHTML == "") {
		t.Errorf("an item has just one of the two contents: %s", b.String())
	}
}

func FuzzSitemapReadsBackTheSame(f *testing.F) {
	for _, text := range hardTexts {
		f.Add("https://a.se/"+text, text, text)
	}
	f.Add("https://a.se/?a=b&c=<d>", "sv", "https://a.se/en/'\"")
	f.Fuzz(func(t *testing.T, loc, lang, other string) {
		text, ok := writtenXML(t, func(w io.Writer) error {
			return Sitemap(w, []SitemapURL{{Loc: loc, LastMod: stamp, Alternates: []Alternate{{lang, other}, {"x-default", loc}}}})
		})
		if ok != (uri(loc) != "") {
			t.Fatalf("written: %v", ok)
		} else if !ok {
			return
		}
		var doc readSitemap
		if err := xml.Unmarshal([]byte(text), &doc); err != nil || len(doc.URLs) != 1 || len(doc.URLs[0].Links) != 2 {
			t.Fatalf("%v in %s", err, text)
		}
		u := doc.URLs[0]
		same(t, "address", u.Loc, uri(loc))
		same(t, "language", u.Links[0].Lang, oneLine(lang))
		same(t, "alternate", u.Links[0].Href, uri(other))
	})
}

// Whatever a text, the script element that holds it ends where it should, and its JSON reads back as the
// same text.
func FuzzJSONLDStaysWithinItsElement(f *testing.F) {
	for i, text := range hardTexts {
		f.Add(text, hardTexts[(i+5)%len(hardTexts)])
	}
	f.Fuzz(func(t *testing.T, name, text string) {
		data := jsonLD(&NewsArticle{
			Headline: name, Description: text, URL: name, Keywords: []string{text, name}, Author: []Agent{&Person{Name: text, Email: name, Telephone: []string{text}}},
			Correction: []CorrectionComment{{Text: text, DatePublished: name}}, About: []Node{EventNode{Name: name, Location: []Venue{&Place{Name: text, Address: &PostalAddress{StreetAddress: name}}}}},
		}, Breadcrumbs{[]ListItem{{1, name, text}}})
		if strings.ContainsAny(data, "<>&\u2028\u2029") || !utf8.ValidString(data) || strings.ContainsFunc(data, func(r rune) bool { return r < ' ' }) {
			t.Fatalf("unsafe in a page: %q", data)
		}
		doc, err := html.Parse(strings.NewReader("<!doctype html><body><script type=\"application/ld+json\">" + data + "</script><p>after"))
		if err != nil {
			t.Fatal(err)
		}
		var elements []string
		var script string
		for n := range doc.Descendants() {
			if n.Type == html.ElementNode {
				elements = append(elements, n.Data)
			}
			if n.Data == "script" {
				script = n.FirstChild.Data
			}
		}
		if want := []string{"html", "head", "body", "script", "p"}; !slices.Equal(elements, want) {
			t.Fatalf("elements are %q, want %q", elements, want)
		}
		var read struct {
			Graph []struct {
				Headline, Description string
				Author                []struct{ Name, Email string }
				Correction            []struct{ Text string }
				ItemListElement       []struct{ Name, Item string }
			} `json:"@graph"`
		}
		if err := json.Unmarshal([]byte(script), &read); err != nil || len(read.Graph) != 2 {
			t.Fatalf("%v in %s", err, script)
		}
		if quoted, _ := json.Marshal(name); !strings.Contains(data, string(quoted)) && name != "" {
			t.Fatalf("encoding/json writes %s, not %s", quoted, data)
		}
		article := read.Graph[0]
		same(t, "headline", article.Headline, decoded(name))
		same(t, "description", article.Description, decoded(text))
		same(t, "author", article.Author[0].Name, decoded(text))
		same(t, "e-mail", article.Author[0].Email, decoded(name))
		same(t, "correction", article.Correction[0].Text, decoded(text))
		same(t, "crumb", read.Graph[1].ItemListElement[0].Name, decoded(name))
	})
}

// decoded replaces each byte that is no UTF-8, as encoding/json does.
func decoded(s string) string { return string([]rune(s)) }
