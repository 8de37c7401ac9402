package markdown

import (
	"bytes"
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"alingsas.se/dialog/generator/diag"
	"golang.org/x/net/html"
)

func seed(f *testing.F) {
	files, err := os.ReadDir("testdata")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		if strings.HasSuffix(file.Name(), ".txtar") {
			data, err := os.ReadFile("testdata/" + file.Name())
			if err != nil {
				f.Fatal(err)
			}
			_, body, _ := strings.Cut(string(data), "-- input --\n")
			body, _, _ = strings.Cut(body, "-- html --")
			f.Add(body)
		}
	}
	f.Add(everything)
	for _, body := range []string{
		"<!--", "<!-->", "> <!-- a\n-->", "- <!-- a\n\n  b --> c", "– [a]: b", "– a | b\n--|--", "– a\n: b",
		"– a\n===", "[^a]: – b", "[^a]:\n[^a]", "\u00a0- a\n\u00a0\n", "![a][^b]", "- a\n\n\n- – b, säger C.",
		"\\\n– a", "*a\n– b*, säger C*D", "[![a](data:x)](javascript:y)", "<javascript:a>", "# [a](\"x", "``` \n",
		"[a] (https://b.se) [c][d] (e)[www.f.se] ![g] (h.jpg) <www.i.se> [j](k l", "[a]: b\n[a]: c\n\n[d]: e\n\n[a]",
		"[^a]: b\n[^a]: c\n\n[^d]", "|a|\n|-|\n|b|c|\n|", "``` a b\nc", "![a](b \"c\") d", "##A\n#B c\n\nd\n---\n\n#### e",
		"–A, säger Bo Ek.\n-C\n--D\n―E", "    a\n\tb", "**a ** __b\n** c**", "> ```\n> a\nb", ">>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> a",
		">\t#", "a\n```A", "[^a]: [^b]: c", "![a [b](c)](d)", "~~~\u00a0 a b",
		"a\n: b\n\n  c\n: d", "* [^a]: b\n  [^c]: [^d]: e\n[^a]", "a | b\n-|-\n[c]: d | e\n", "[a]: b\n'c\nd'\n===\ne",
	} {
		f.Add(body)
	}
}

// Whatever the text is: nothing panics, positions lie in the file, and the page is harmless.
func FuzzParse(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, body string) {
		const front = "---\n---\n"
		data := []byte(front + body)
		doc, faults := Parse(Source{File: "f.md", Data: data, Offset: len(front), Lang: "sv"})
		for _, d := range faults {
			checkPosition(t, data, d.Line, d.Column)
		}
		for _, l := range doc.Links() {
			checkPosition(t, data, l.Position.Line, l.Position.Column)
		}
		for _, h := range doc.Headings() {
			checkPosition(t, data, h.Position.Line, h.Position.Column)
		}
		page := doc.HTML(Resolver{})
		checkHarmless(t, []byte(page))
		if page != doc.HTML(Resolver{}) {
			t.Error("a second rendering differs")
		}
		checkConverted(t, data, len(front), page, doc, faults)
		doc.Plain()
	})
}

// checkConverted sees that a tree made of what others left gives what one of its own does.
func checkConverted(t *testing.T, data []byte, offset int, page string, doc *Document, faults diag.List) {
	t.Helper()
	var w bytes.Buffer
	for range 2 {
		w.Reset()
		links, headings, found := Convert(&w, Source{File: "f.md", Data: data, Offset: offset, Lang: "sv"}, Resolver{})
		if w.String() != page || !reflect.DeepEqual(links, doc.Links()) || !reflect.DeepEqual(headings, doc.Headings()) || !reflect.DeepEqual(found, faults) {
			t.Fatalf("converted it is %s, %v, %v, %v\nparsed %s, %v, %v, %v", w.String(), links, headings, found, page, doc.Links(), doc.Headings(), faults)
		}
	}
}

func checkPosition(t *testing.T, data []byte, line, column int) {
	t.Helper()
	lines := bytes.Split(data, []byte("\n"))
	if line < 3 || line > len(lines) {
		t.Fatalf("line %d of %d", line, len(lines))
	}
	if n := len([]rune(string(lines[line-1]))); column < 1 || column > n+1 {
		t.Fatalf("column %d of %d", column, n)
	}
}

var harmlessElements = regexp.MustCompile(`^(?:html|head|body|p|h[2-6]|ul|ol|li|dl|dt|dd|blockquote|pre|code|em|` +
	`strong|del|a|img|figure|figcaption|br|hr|div|table|thead|tbody|tr|th|td|sub|sup|section)$`)

func checkHarmless(t *testing.T, page []byte) {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Skip(err) // nested deeper than 512 elements, which the parser refuses
	}
	ids := map[string]bool{}
	for n := range root.Descendants() {
		if n.Type == html.CommentNode || n.Type == html.ElementNode && !harmlessElements.MatchString(n.Data) {
			t.Fatalf("unexpected %q in %s", n.Data, page)
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" {
				t.Fatalf("attribute %q in %s", a.Key, page)
			}
			if (a.Key == "href" || a.Key == "src") && !safeLink(a.Val) {
				t.Fatalf("address %q in %s", a.Val, page)
			}
			if a.Key == "id" {
				if a.Val == "" || ids[a.Val] {
					t.Fatalf("id %q is empty or not unique in %s", a.Val, page)
				}
				ids[a.Val] = true
			}
		}
	}
}

// Cutting a body short must not change the answer.
func FuzzFirstParagraph(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, body string) {
		if got, want := FirstParagraph([]byte(body), "sv"), firstOfAll(body); got != want {
			t.Errorf("got %q, parsed whole it is %q", got, want)
		}
	})
}

// unmarked takes out what means something in Markdown, so that plain text can be read again.
var unmarked = regexp.MustCompile("[^\\p{L} ,.?!…–\n-]")

func FuzzQuotesStayQuotes(f *testing.F) {
	f.Add("- Det är bra, säger Anna Ek.\n- Mer.")
	f.Add("– Det är bra, säger Anna\nEk.\n– Mer.")
	f.Fuzz(func(t *testing.T, body string) {
		body = unmarked.ReplaceAllString(body, "")
		if strings.Contains(body, "--") || strings.Contains(body, "...") || strings.Contains(body, "www.") {
			t.Skip("typography is not the matter here")
		}
		checkIdempotent(t, body)
	})
}
