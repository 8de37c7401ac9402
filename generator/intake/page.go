package intake

import (
	"net/url"
	"strings"
	"sync"
	"unicode/utf8"

	"alingsas.se/dialog/generator/diag"
	"github.com/JohannesKaufmann/html-to-markdown/v2/converter"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/base"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/commonmark"
	"github.com/JohannesKaufmann/html-to-markdown/v2/plugin/table"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
)

// pageText decodes a page, which says itself in which encoding it is.
func pageText(data []byte) (text, from string) {
	if _, wide := encodingOf(data); wide == "UTF-16" || utf8.Valid(data) {
		return decoded(data)
	}
	form, name, _ := charset.DetermineEncoding(data, "")
	if name == "utf-8" { // which it is not
		return decoded(data)
	}
	made, err := form.NewDecoder().Bytes(data)
	if err != nil {
		return decoded(data)
	}
	text, _ = decoded(made)
	return text, strings.ToUpper(name[:1]) + name[1:]
}

// toMarkdown is the library's converter, with the marks of the house.
var toMarkdown = sync.OnceValue(func() *converter.Converter {
	return converter.NewConverter(converter.WithPlugins(
		base.NewBasePlugin(),
		commonmark.NewCommonmarkPlugin(commonmark.WithBulletListMarker("*"), commonmark.WithListEndComment(false)),
		table.NewTablePlugin(table.WithHeaderPromotion(true), table.WithNewlineBehavior(table.NewlineBehaviorPreserve)),
	))
})

// readPage finds the text of a page: what is around it is told, and left out.
func (a *article) readPage(text string) bool {
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		a.tell(0, diag.ImportDamaged, "why", "HTML-koden är för djupt nästlad", "why-en", "its HTML is nested too deep")
		return false
	}
	meta := metaOf(root)
	main := mainOf(root)
	for _, left := range furniture(root, main) {
		a.tell(0, diag.ImportLeftOut, "text", left)
	}
	a.prepare(main, meta.address)
	if a.text = textOf(main); !a.isShort() {
		return false
	}
	made, err := toMarkdown().ConvertNode(main)
	if err != nil {
		a.tell(0, diag.ImportDamaged, "why", "HTML-koden kan inte läsas", "why-en", "its HTML cannot be read")
		return false
	}
	a.body = a.readMarkdown(string(made), 0)
	a.findLines(text)
	a.useMeta(meta)
	return true
}

// findLines finds where the blocks stand in the source, by the first words of each.
func (a *article) findLines(text string) {
	at, line := 0, 1
	for i := range a.body {
		words := firstWords(a.body[i].plain)
		if m := imageMark.FindStringSubmatch(a.body[i].markup); words == "" && m != nil {
			words = firstWords(m[1])
		}
		found := strings.Index(text[at:], words)
		if words != "" && found >= 0 {
			line += strings.Count(text[at:at+found], "\n")
			at += found
		}
		a.body[i].line = line
	}
}

// firstWords gives the beginning of a text up to a sign that HTML may write in another way.
func firstWords(text string) string {
	text = strings.TrimLeft(text, "–•- ")
	if i := strings.IndexAny(text, "&<>\"'”’–\n.,"); i >= 0 {
		text = text[:i]
	}
	words := strings.Fields(text)
	return strings.Join(words[:min(len(words), 4)], " ")
}

// useMeta takes what the page's head tells and its text does not.
func (a *article) useMeta(m pageMeta) {
	a.title = m.title
	for _, b := range a.body {
		if b.kind == heading && b.level == 1 {
			a.title, a.titleLine = b.plain, b.line
			break
		}
	}
	a.date = dateOr(m.date, a.site.zone)
	if updated := dateOr(m.updated, a.site.zone); updated.Time.After(a.date.Time) && !a.date.IsZero() {
		a.updated = updated
	}
	if m.address != nil {
		a.addAlias(m.address.EscapedPath(), m.address.RawQuery)
	}
	if said := letters(m.description); said != "" && !strings.Contains(letters(a.text), strings.TrimSuffix(said, "…")) {
		a.description = oneSpace(m.description)
	}
}

// addAlias keeps an old address of the text, on whatever site it was.
func (a *article) addAlias(path, query string) {
	path = "/" + strings.TrimLeft(path, "/")
	if query != "" {
		path += "?" + query
	}
	if path == "/" || strings.ContainsAny(path, "*: \\\"<>#") || strings.Contains(path, "..") {
		return
	}
	a.aliases = appendNew(a.aliases, path)
}

// absolute writes an address as seen from the page that it stood in, where that is known.
func absolute(address string, page *url.URL) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || page == nil || page.Host == "" || u.Scheme != "" || strings.HasPrefix(address, "#") {
		return address
	}
	return page.ResolveReference(u).String()
}
