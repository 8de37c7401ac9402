package markdown

import (
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"alingsas.se/dialog/generator/diag"
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"golang.org/x/net/html"
)

// Every word of a body is on the page, in its text or in an attribute, or it is told that it is not.
func FuzzNoWordIsLost(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, body string) {
		checkNoWordIsLost(t, body)
		checkNoWordIsLost(t, distinct(body))
	})
}

func checkNoWordIsLost(t *testing.T, body string) {
	t.Helper()
	doc, faults := Parse(Source{File: "f.md", Data: []byte(body), Lang: "sv"})
	if slices.ContainsFunc(faults, func(d diag.Diagnostic) bool { return tellsOfLoss[d.Code] }) {
		return
	}
	page, names := shownOn(t, doc), labelsIn(doc)
	for _, w := range wordsOf(body) {
		if !strings.Contains(page, w) && !slices.Contains(names, w) {
			t.Fatalf("%q of %q is lost in %s", w, body, doc.HTML(Resolver{}))
		}
	}
}

var tellsOfLoss = map[diag.Code]bool{
	diag.LostText: true, diag.LostCell: true, diag.UnseenTitle: true, diag.RepeatedDefinition: true,
	diag.UnsafeLink: true, diag.TooComplex: true,
}

var (
	word = regexp.MustCompile(`\pL+`)
	// Comments are written not to be seen, and an entity is another character.
	// What harmless HTML says is seen, and not its name.
	unseen = regexp.MustCompile(`(?s)<!--(?:-?>|.*?-->)|&#?[\pL\pN]+;|(?i:</?(?:br|b|strong|i|em|sub|sup)\s*/?>)`)
)

func wordsOf(body string) []string {
	return word.FindAllString(unseen.ReplaceAllString(string(clean([]byte(body))), " "), -1)
}

// shownOn gives all text and all attributes of a document's page, encoded and not.
func shownOn(t *testing.T, doc *Document) string {
	root, err := html.Parse(strings.NewReader(string(doc.HTML(Resolver{}))))
	if err != nil {
		t.Skip(err) // nested deeper than 512 elements, which the parser refuses
	}
	var b strings.Builder
	for n := range root.Descendants() {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		for _, a := range n.Attr {
			plain, _ := url.PathUnescape(a.Val)
			b.WriteString(" " + a.Val + " " + plain + " ")
		}
	}
	return b.String()
}

// labelsIn gives the words of the names that footnotes and the addresses of links go by, and those of
// the links in images, which are reported.
func labelsIn(doc *Document) []string {
	var labels []string
	_ = ast.Walk(doc.root, func(n ast.Node, _ bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.LinkReferenceDefinition:
			labels = append(labels, string(n.Label))
		case *extast.Footnote:
			labels = append(labels, string(n.Ref))
		case *ast.Link:
			labels = append(labels, namesOf(n, n.Reference, n.Destination, n.Title)...)
		case *ast.Image:
			labels = append(labels, namesOf(n, n.Reference, n.Destination, n.Title)...)
		}
		return ast.WalkContinue, nil
	})
	return word.FindAllString(strings.Join(labels, " "), -1)
}

func namesOf(n ast.Node, reference *ast.ReferenceLink, destination, title []byte) []string {
	var names []string
	if reference != nil {
		names = append(names, string(reference.Value))
	}
	if isInImage(n) {
		names = append(names, string(destination), string(title))
	}
	return names
}

// distinct gives the body with another word in the place of each, so that none is found where only a
// like one stands. Words that mean something, and those in brackets, are left alone.
func distinct(body string) string {
	var b strings.Builder
	end := 0
	for i, at := range word.FindAllStringIndex(body, -1) {
		from, to := at[0], at[1]
		b.WriteString(body[end:from])
		end = to
		w := body[from:to]
		if meaning[w] || strings.HasSuffix(body[:from], "[") || strings.HasSuffix(body[:from], "^") || strings.HasPrefix(body[to:], "]") {
			b.WriteString(w)
			continue
		}
		first, _ := utf8.DecodeRuneInString(w)
		letters := strings.Map(func(r rune) rune { return 'a' + r - '0' }, fmt.Sprintf("%04d", i))
		if unicode.IsUpper(first) {
			letters = strings.ToUpper(letters[:1]) + letters[1:]
		}
		b.WriteString(letters)
	}
	return b.String() + body[end:]
}

var meaning = words("http https www mailto tel säger")
