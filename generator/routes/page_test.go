package routes

import (
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"alingsas.se/dialog/generator/markdown"
	"golang.org/x/net/html"
)

// fill writes two texts wherever an author may write one that is no Markdown.
func (s *sample) fill(title, text string) {
	one, two := strconv.Quote(title), strconv.Quote(text)
	s.content["site.yaml"] = file("title: " + one + "\ntagline: " + two + "\nbase_url: https://dialog.example.se\norganisation: {name: " + one + ", address: {street: " + two + ", city: " + one + "}}\n")
	s.content["contacts/anna-ek.md"] = file("---\nname: " + one + "\nrole: " + two + "\norganisation: " + two + "\nareas: [" + one + ", " + two + "]\npress: true\nemail: anna.ek@example.se\nphoto: {file: a.gif, alt: " + two + ", credit: " + one + "}\n---\nText.\n")
	s.content["meetings/b.md"] = file("---\ntitle: " + two + "\nstart: 2026-07-01\nplace: {name: " + one + ", address: " + two + ", access: " + one + "}\naudience: " + two + "\ntime_note: " + one +
		"\norganisations: [" + one + ", " + two + "]\nseries: " + one + "\nregistration: {email: a@example.se, note: " + two + "}\nparticipants: [anna-ek]\n---\nText.\n")
	s.content["press/a.md"] = file("---\ntitle: " + one + "\nlead: " + two + "\ndescription: " + two + "\ndate: 2026-06-01\ncontacts: [anna-ek]\nmeetings: [b]\ntopics: [Handel]\nimages: [{file: a.gif, alt: " + one + ", caption: " + two + ", licence: Fri, credit: " + one +
		"}]\nattachments: [{file: a.gif, title: " + two + "}]\n---\nText.\n")
	for _, folder := range []string{"contacts", "press"} {
		s.content[folder+"/a.gif"] = file(onePixel)
	}
}

// onePixel is a grey GIF.
const onePixel = "GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"

// A page as a browser sees it: its elements with the names of their attributes, and what some of them hold.
type shownPage struct {
	elements []string
	heading  string
	data     string
}

func readPage(t testing.TB, text string) shownPage {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	var p shownPage
	for n := range doc.Descendants() {
		switch n.Type {
		case html.CommentNode:
			p.elements = append(p.elements, "a comment")
		case html.ElementNode:
			element := n.Data
			for _, a := range n.Attr {
				element += " " + a.Key
				if a.Key == "href" || a.Key == "src" || a.Key == "style" || strings.HasPrefix(a.Key, "on") {
					// No text may change where a link leads, but for what is asked of the map and of calendars.
					address, _, _ := strings.Cut(a.Val, "?")
					element += "=" + withoutName(address)
				}
			}
			p.elements = append(p.elements, element)
			if n.FirstChild != nil && n.Data == "h1" {
				p.heading = n.FirstChild.Data
			} else if n.FirstChild != nil && n.Data == "script" {
				p.data = n.FirstChild.Data
			}
		}
	}
	return p
}

// withoutName gives the address of a page without the name of what it is about, where the address is made of that.
func withoutName(url string) string { return namedPlace.ReplaceAllString(url, "/$1/…/") }

var namedPlace = regexp.MustCompile(`/(organisationer|serier)/[^/]+/`)

// Whatever a text, a page has the elements and the addresses that it has for any other, and its
// structured data is JSON that holds the text.
func FuzzPagesHoldTextsAsText(f *testing.F) {
	texts := []string{
		"Dialog & näringsliv", "<b>fet</b>", "</title><script>alert(1)</script>", "--><img src=x onerror=alert(1)>", "\" onload=\"alert(1)", "' autofocus onfocus='alert(1)", "</script><!--", "<!--<script>",
		"{{.Site}}", "javascript:alert(1)", "&lt;script&gt;", "&amp;#60;", "a\u2028b", "\u00a0", "🙂", "`${alert(1)}`", "\\u003c/script>", "]]>", "</style>", "x" + strings.Repeat(" lång", 40), "Text.", "Text", "a\nb\tc", "</textarea>", "\u200b",
	}
	for i, text := range texts {
		f.Add(text, texts[(i+3)%len(texts)])
	}
	s := newSample(f)
	s.templates = os.DirFS("../../templates")
	s.fill("Alfa", "Beta")
	table, diags := s.list(f)
	if len(diags) > 0 {
		f.Fatalf("reported %v", diags)
	}
	want := map[string]shownPage{}
	for _, r := range table {
		if r.IsPage() {
			want[withoutName(r.URL)] = readPage(f, output(f, table, r.URL))
		}
	}
	f.Fuzz(func(t *testing.T, title, text string) {
		plain, other := valueOf(title), valueOf(text)
		if plain == "" || other == "" || plain == other || !utf8.ValidString(title) || !utf8.ValidString(text) {
			t.Skip("another page, or no file that is read: something is left out")
		}
		s.fill(title, text)
		table, diags := s.list(t)
		if diags.HasErrors() {
			return
		}
		for _, r := range table {
			if !r.IsPage() {
				continue
			}
			page := output(t, table, r.URL)
			got := readPage(t, page)
			if !slices.Equal(got.elements, want[withoutName(r.URL)].elements) {
				t.Fatalf("%s has the elements\n%q, want\n%q", r.URL, got.elements, want[withoutName(r.URL)].elements)
			}
			if strings.Contains(got.data, "</") || strings.Contains(got.data, "<!--") || got.data != "" && !json.Valid([]byte(got.data)) {
				t.Errorf("%s has the data %q", r.URL, got.data)
			}
			if r.URL == "/pressmeddelanden/a/" {
				checkRelease(t, got, title)
			}
		}
	})
}

// valueOf gives a text as a title shows it: on one line, and without harmless HTML.
func valueOf(text string) string {
	plain, _ := markdown.WithoutTags(strings.Join(strings.Fields(text), " "))
	return plain
}

func checkRelease(t *testing.T, page shownPage, title string) {
	t.Helper()
	plain := valueOf(title)
	var data struct {
		Graph []struct{ Headline string } `json:"@graph"`
	}
	if err := json.Unmarshal([]byte(page.data), &data); err != nil || !strings.HasPrefix(plain, strings.TrimSuffix(data.Graph[0].Headline, "…")) {
		t.Errorf("the data of %q is %s", title, page.data)
	}
	if page.heading != plain {
		t.Errorf("the heading is %q, want %q", page.heading, plain)
	}
}
