package check

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/prose"
	"golang.org/x/net/html"
)

// pageRules are what every page is looked at for, by itself. A new rule is a function and a line here.
var pageRules = []func(*page, *html.Node){
	insecureLinks, vagueLinks, imagesWithoutText, imagesWithoutSize, tablesWithoutHeader,
}

// insecureLinks: a link out of the site is encrypted (insecure-link).
func insecureLinks(p *page, n *html.Node) {
	href := attribute(n, "href")
	if n.Data == "a" && strings.HasPrefix(strings.ToLower(href), "http://") && !content.IsOwnComputer(href) { // that is told otherwise
		p.tell(p.places.link(p.route.Source, href), diag.InsecureLink, "target", href)
	}
}

// vagueLinks: a link's text says where it leads, also to those who hear it alone (WCAG 2.4.4; vague-link).
func vagueLinks(p *page, n *html.Node) {
	href, isLink := attributeOf(n, "href")
	if n.Data != "a" || !isLink {
		return
	}
	text := cmp.Or(attribute(n, "aria-label"), textOf(n))
	if text != "" && !prose.VagueLink(text, p.lang) && !isBareAddress(text) {
		return
	}
	if _, isOfText := p.places.inText(p.route.Source, href); text != "" || !isOfText { // else told where the text is parsed
		p.tell(p.places.link(p.route.Source, href), diag.VagueLink, "text", text)
	}
}

// isBareAddress tells an address that says no more than a browser does. A host alone says whose page it is.
func isBareAddress(text string) bool {
	return prose.BareURL(text) && (strings.Contains(text, "://") || strings.Contains(text, "/"))
}

// imagesWithoutText: an image has an alternative text, if only an empty one (WCAG 1.1.1; missing-alt).
func imagesWithoutText(p *page, n *html.Node) {
	if _, given := attributeOf(n, "alt"); n.Data == "img" && !given {
		p.tell(p.places.text(p.route.Source, attribute(n, "src")), diag.MissingAlt)
	}
}

// imagesWithoutSize: an image's size is known before it is there, so that the page does not jump (image-size).
func imagesWithoutSize(p *page, n *html.Node) {
	if n.Data != "img" || attribute(n, "width") != "" && attribute(n, "height") != "" {
		return
	}
	src := attribute(n, "src")
	name := src[strings.LastIndexByte(src, '/')+1:]
	p.tell(p.places.text(p.route.Source, name), diag.ImageSize, "image", name)
}

// tablesWithoutHeader: a table says what its columns or rows are (WCAG 1.3.1; table-without-header). Those of
// texts are looked at where they are parsed.
func tablesWithoutHeader(p *page, n *html.Node) {
	if n.Data != "table" || attribute(n.Parent, "class") == "table-scroll" {
		return
	}
	for child := range n.Descendants() {
		if child.Data == "th" {
			return
		}
	}
	p.tell(p.places.text(p.route.Source, firstText(n)), diag.NoTableHeader)
}

// headingOrder: a page has one heading of the first level, and no level is skipped on the way down (WCAG
// 1.3.1; heading-order). Headings of texts have ids, and are looked at where they are parsed.
func headingOrder(p *page) {
	first, level := 0, 0
	for n := range p.root.Descendants() {
		now := headingLevel(n)
		if now == 0 {
			continue
		}
		if now == 1 {
			first++
		}
		if _, isOfText := attributeOf(n, "id"); now > level+1 && level > 0 && !isOfText {
			p.tell(p.places.text(p.route.Source, firstText(n)), diag.HeadingOrder,
				"what", fmt.Sprintf("efter en rubrik på nivå %d kommer en på nivå %d: %s", level, now, textOf(n)),
				"what-en", fmt.Sprintf("a heading of level %d is followed by one of level %d: %s", level, now, textOf(n)))
		}
		level = now
	}
	if first != 1 {
		p.tell(diag.Position{File: p.route.Source}, diag.HeadingOrder,
			"what", fmt.Sprintf("sidan %s har %d rubriker på första nivån", p.route.URL, first),
			"what-en", fmt.Sprintf("the page %s has %d headings of the first level", p.route.URL, first))
	}
}

// firstText is the first text in a node, as it may be found in a template.
func firstText(n *html.Node) string {
	for child := range n.Descendants() {
		if text := strings.TrimSpace(child.Data); child.Type == html.TextNode && text != "" {
			return text
		}
	}
	return ""
}

// headingLevel is 1 to 6, 0 where a node is no heading.
func headingLevel(n *html.Node) int {
	return 1 + slices.Index([]string{"h1", "h2", "h3", "h4", "h5", "h6"}, n.Data)
}
