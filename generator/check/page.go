package check

import (
	"bytes"
	"net/url"
	"strings"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/web"
	"golang.org/x/net/html"
)

// A page is one rendered page as its readers' programs take it apart.
type page struct {
	route  web.Route
	places *Places
	base   string // the site's address
	root   *html.Node
	found  diag.List

	lang      string
	title     string
	isIndexed bool            // search engines may show it
	ids       map[string]bool // that fragments may lead to
	jumps     []jump          // to places on pages of this site
	outside   []string        // addresses on other sites
}

// A jump is a link to a place on a page.
type jump struct{ href, path, fragment string }

// newPage parses a page. What cannot be parsed does not exist: HTML has no syntax errors.
func newPage(r web.Route, data []byte, base string, places *Places) (*page, error) {
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	p := &page{route: r, places: places, base: base, root: root, isIndexed: true, ids: map[string]bool{}}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			p.note(n)
		}
	}
	return p, nil
}

func (p *page) note(n *html.Node) {
	if id := attribute(n, "id"); id != "" {
		p.ids[id] = true
	}
	switch n.Data {
	case "html":
		p.lang = attribute(n, "lang")
	case "title":
		if p.title == "" { // a drawing may have one of its own
			p.title = textOf(n)
		}
	case "meta":
		if attribute(n, "name") == "robots" && strings.Contains(attribute(n, "content"), "noindex") {
			p.isIndexed = false
		}
	case "a":
		p.noteLink(attribute(n, "href"), attribute(n, "rel") == "nofollow")
	}
}

// noteLink notes where a link leads. What is not to be followed is a form filled in for the reader: nobody wrote its
// address, and its host would be asked once for every meeting.
func (p *page) noteLink(href string, isForm bool) {
	u, err := url.Parse(href)
	if err != nil || href == "" {
		return
	}
	rest, isHere := strings.CutPrefix(href, p.base)
	switch {
	case isHere && strings.HasPrefix(rest, "/"):
		u, _ = url.Parse(rest)
	case u.Host != "":
		if !isForm && (u.Scheme == "http" || u.Scheme == "https" || u.Scheme == "") {
			p.outside = append(p.outside, href)
		}
		return
	case u.Scheme != "":
		return
	}
	if u.Fragment != "" {
		from := &url.URL{Path: "/" + strings.TrimSuffix(p.route.File(), "index.html")}
		p.jumps = append(p.jumps, jump{href, from.ResolveReference(u).Path, u.Fragment})
	}
}

// tell reports what a rule found.
func (p *page) tell(at diag.Position, code diag.Code, args ...string) { p.found.Add(at, code, args...) }

func attribute(n *html.Node, key string) string {
	value, _ := attributeOf(n, key)
	return value
}

func attributeOf(n *html.Node, key string) (value string, given bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

// textOf is what a reader hears of a node: its text, and the alternative texts of its images, on one line.
func textOf(n *html.Node) string {
	var b strings.Builder
	for child := range n.Descendants() {
		switch {
		case child.Type == html.TextNode:
			b.WriteString(child.Data)
		case child.Data == "img":
			b.WriteString(attribute(child, "alt"))
		case child.Data == "br" || child.Data == "wbr":
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
