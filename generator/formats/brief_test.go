package formats

import (
	"io"
	"strings"
	"testing"
)

// An archive tells of an entry what the feed told, but for the text and what belongs to it.
func TestArchivesTellWhatFeedsTell(t *testing.T) {
	whole := sampleFeed(t)
	whole.Entries[0].Title = "Rad ett\nrad två\t\"citat\" \\ <b> & mer\x00"
	whole.Entries[1].Lang = "en"
	archive := whole
	archive.Archive = Archive{IsArchived: true, Current: "https://dialog.example.se/feed.xml", Older: "https://dialog.example.se/1.xml", Newer: "https://dialog.example.se/3.xml", OlderJSON: "https://dialog.example.se/1.json"}
	archive.Entries[1].URL = "https://dialog.example.se/press/2/"
	archive.Entries, archive.Briefs = nil, []*Brief{NewBrief(whole.Entries[0]), NewBrief(whole.Entries[1])}
	for name, write := range map[string]func(io.Writer, Feed) error{"atom": Atom, "json": JSONFeed} {
		text := written(t, func(b *strings.Builder) error { return write(b, archive) })
		want, got := parsed(t, written(t, func(b *strings.Builder) error { return write(b, whole) })), parsed(t, text)
		same(t, name+": number of items", len(got.Items), 2)
		for i, item := range got.Items {
			same(t, name+": id", item.GUID, want.Items[i].GUID)
			same(t, name+": link", item.Link, whole.Entries[i].URL)
			same(t, name+": title", item.Title, want.Items[i].Title)
			same(t, name+": published", item.Published, want.Items[i].Published)
			same(t, name+": updated", item.Updated, want.Items[i].Updated)
		}
		if !strings.Contains(text, `https://dialog.example.se/1.`+map[string]string{"atom": "xml", "json": "json"}[name]) {
			t.Errorf("%s does not lead on: %s", name, text)
		}
		if !strings.Contains(text, `lang="en"`) && !strings.Contains(text, `"language":"en"`) {
			t.Errorf("%s does not say the language of an entry: %s", name, text)
		}
	}
}

// Programs read a feed with a notice as one without.
func TestANoticeIsForPeople(t *testing.T) {
	f := sampleFeed(t)
	f.Notice = Notice{Styles: []string{"/assets/site.css", "/assets/feed.a&b.css"}, Text: "Det här är <ett> flöde.", Links: []NoticeLink{{"Läs & se", "https://dialog.example.se/?a=1&b=2"}}}
	text := written(t, func(b *strings.Builder) error { return Atom(b, f) })
	for _, want := range []string{
		"<?xml-stylesheet type=\"text/css\" href=\"/assets/feed.a&amp;b.css\"?>\n<feed ",
		`<div xmlns="http://www.w3.org/1999/xhtml"><p>Det här är &lt;ett&gt; flöde.</p><p><a href="https://dialog.example.se/?a=1&amp;b=2">Läs &amp; se</a></p></div>`,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the feed lacks %s: %s", want, text)
		}
	}
	got := parsed(t, text)
	same(t, "title", got.Title, f.Title)
	same(t, "subtitle", got.Description, f.Subtitle)
	same(t, "number of items", len(got.Items), 2)
	f.Notice = Notice{}
	if text := written(t, func(b *strings.Builder) error { return Atom(b, f) }); strings.Contains(text, "xhtml") || strings.Contains(text, "stylesheet") {
		t.Errorf("a feed without a notice has one: %s", text)
	}
}
