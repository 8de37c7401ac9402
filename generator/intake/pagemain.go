package intake

import (
	"net/url"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// mainOf finds the element that holds the text of a page: the article with the title, else the main part, else all.
func mainOf(root *html.Node) *html.Node {
	var articles, mains []*html.Node
	body := root
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch {
		case n.Data == "body":
			body = n
		case n.Data == "article":
			articles = append(articles, n)
		case n.Data == "main" || attr(n, "role") == "main":
			mains = append(mains, n)
		}
	}
	for _, n := range slices.Concat(articles, mains) {
		if has(n, "h1") {
			return n
		}
	}
	if len(mains) > 0 {
		return mains[0]
	}
	if len(articles) == 1 {
		return articles[0]
	}
	return body
}

func has(n *html.Node, name string) bool {
	for inner := range n.Descendants() {
		if inner.Type == html.ElementNode && inner.Data == name {
			return true
		}
	}
	return false
}

var (
	unseen = map[string]bool{"script": true, "style": true, "noscript": true, "template": true, "head": true, "svg": true, "link": true, "meta": true}
	around = map[string]bool{"nav": true, "footer": true, "aside": true, "form": true, "button": true, "iframe": true, "dialog": true, "select": true}
	// Words in classes and ids of what stands around a text.
	aroundWords = regexp.MustCompile(`(?i)(?:^|[\s_-])(?:cookies?|consent|gdpr|breadcrumbs?|share|sharing|social|navbar|navigation|menu|skip|related|pagination|sidebar|newsletter|subscribe|toolbar)(?:$|[\s_-])`)
)

// furniture takes what is no part of the text out of a page, and gives what stood there, one text for each element.
// People to call stay, wherever a page has them.
func furniture(root, main *html.Node) []string {
	var left []string
	take := func(n *html.Node) {
		if text := oneSpace(textOf(n)); text != "" {
			left = appendNew(left, text)
		}
	}
	var clean func(n *html.Node, inMain bool)
	clean = func(n *html.Node, inMain bool) {
		for child := n.FirstChild; child != nil; {
			next := child.NextSibling
			switch {
			case child == main:
				clean(child, true)
			case child.Type == html.CommentNode, child.Type == html.ElementNode && unseen[child.Data]:
				n.RemoveChild(child)
			case child.Type == html.ElementNode && isAround(child) && !holdsContact(child):
				take(child)
				n.RemoveChild(child)
			case !inMain && child.Type == html.ElementNode && !encloses(child, main):
				if holdsContact(child) && child.Data != "header" && child.Data != "nav" && child.Data != "footer" {
					n.RemoveChild(child)
					clean(child, true)
					main.AppendChild(child)
				} else {
					take(child)
				}
			case child.Type == html.ElementNode:
				clean(child, inMain)
			}
			child = next
		}
	}
	clean(root, root == main)
	return left
}

// encloses tells whether an element has another in it.
func encloses(n, inner *html.Node) bool {
	for ; inner != nil; inner = inner.Parent {
		if inner == n {
			return true
		}
	}
	return false
}

// isAround tells whether an element stands around a text: navigation, sharing, cookies, what is hidden.
func isAround(n *html.Node) bool {
	isHidden := attr(n, "aria-hidden") == "true" || slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "hidden" })
	return around[n.Data] || isHidden || n.Data != "body" && n.Data != "html" && aroundWords.MatchString(attr(n, "class")+" "+attr(n, "id"))
}

// holdsContact tells whether an element says whom to call, below a heading that says so.
func holdsContact(n *html.Node) bool {
	text := textOf(n)
	if len(text) > 4*longestContact || !emailForm.MatchString(text) && !phoneForm.MatchString(text) {
		return false
	}
	for _, line := range strings.Split(text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			return sectionOf(line) == contactSection
		}
	}
	return false
}

var inlineElements = map[string]bool{
	"a": true, "abbr": true, "b": true, "bdi": true, "bdo": true, "cite": true, "code": true, "data": true, "dfn": true, "em": true, "font": true, "i": true,
	"kbd": true, "mark": true, "q": true, "s": true, "small": true, "span": true, "strong": true, "sub": true, "sup": true, "time": true, "u": true, "var": true, "wbr": true,
	"img": true, "del": true, "ins": true,
}

// textOf gives the text of an element as its reader sees it, a line for each block.
func textOf(n *html.Node) string {
	var b strings.Builder
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
			return
		case n.Type == html.ElementNode && unseen[n.Data]:
			return
		}
		isBlock := n.Type == html.ElementNode && !inlineElements[n.Data]
		if isBlock {
			b.WriteString("\n")
		}
		for child := n.FirstChild; child != nil; child = child.NextSibling {
			walk(child)
		}
		if isBlock {
			b.WriteString("\n")
		}
	}
	walk(n)
	return strings.TrimSpace(emptyLines.ReplaceAllString(b.String(), "\n"))
}

var emptyLines = regexp.MustCompile(`\s*\n\s*`)

// prepare writes in a text what its reader would only find in attributes: the addresses of links to mail, and what
// stands below a picture. Other addresses become whole, and pictures that lie beside the page are taken along.
func (a *article) prepare(main *html.Node, page *url.URL) {
	for n := range main.Descendants() {
		switch {
		case n.Type != html.ElementNode:
		case n.Data == "a":
			if to, isMail := strings.CutPrefix(attr(n, "href"), "mailto:"); isMail {
				to, _, _ = strings.Cut(to, "?")
				if !strings.Contains(textOf(n), to) {
					n.AppendChild(&html.Node{Type: html.TextNode, Data: " " + to})
				}
			}
			setAttr(n, "href", absolute(attr(n, "href"), page))
		case n.Data == "img":
			if name := a.fetch(attr(n, "src")); name != "" {
				setAttr(n, "src", name)
			} else {
				setAttr(n, "src", absolute(attr(n, "src"), page))
			}
		case n.Data == "figure":
			captioned(n)
		}
	}
}

// setAttr changes an attribute that is there.
func setAttr(n *html.Node, name, value string) {
	for i := range n.Attr {
		if n.Attr[i].Key == name {
			n.Attr[i].Val = value
		}
	}
}

// captioned makes the caption of a figure the title of its picture, as the house's Markdown has it.
func captioned(figure *html.Node) {
	var img, caption *html.Node
	for n := range figure.Descendants() {
		if n.Type == html.ElementNode && n.Data == "img" && img == nil {
			img = n
		}
		if n.Type == html.ElementNode && n.Data == "figcaption" && caption == nil {
			caption = n
		}
	}
	if img == nil || caption == nil {
		return
	}
	img.Attr = slices.DeleteFunc(img.Attr, func(a html.Attribute) bool { return a.Key == "title" })
	img.Attr = append(img.Attr, html.Attribute{Key: "title", Val: strings.ReplaceAll(oneSpace(textOf(caption)), `"`, "”")})
	caption.Parent.RemoveChild(caption)
}
