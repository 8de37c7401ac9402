package site

import (
	"cmp"
	"image"
	"path"
	"slices"
	"strings"
	"sync"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/markdown"
)

// A Body is a text in Markdown. It is converted when it is asked for, not before: a site of
// 10,000 releases is linked without reading their bodies.
type Body struct {
	edition *Edition
	item    *content.Item
	source  markdown.Source
	keep    bool // remember the result: several outputs ask for it
	kept    [2]kept
}

type kept struct {
	once  sync.Once
	html  []byte
	diags diag.List
}

func (l *linker) newBody(e *Edition, c *content.Item) *Body {
	return &Body{edition: e, item: c, source: markdown.Source{File: c.File, Data: c.Body.Data, Offset: c.Body.Offset, Lang: c.Lang}}
}

// textBody is a body that stands in a value: a correction's text, the text about the organisation.
// Its positions are those of its own lines, so what is found in it is told at the value as a whole.
func (l *linker) textBody(e *Edition, c *content.Item, text string, at diag.Position) *Body {
	return &Body{edition: e, item: c, source: markdown.Source{File: at.File, Data: []byte(text), Lang: c.Lang, Within: at}}
}

// IsEmpty tells whether there is no text.
func (b *Body) IsEmpty() bool {
	return strings.TrimSpace(string(b.source.Data[b.source.Offset:])) == ""
}

// FirstParagraph gives the first paragraph as plain text without converting the rest.
func (b *Body) FirstParagraph() string {
	return markdown.FirstParagraph(b.source.Data[b.source.Offset:], b.source.Lang)
}

// Keep lets the body remember what it was converted to.
func (b *Body) Keep() { b.keep = true }

// HTML converts the body for a page of its edition. What is wrong in the text comes with it.
func (b *Body) HTML() ([]byte, diag.List) { return b.convert(0, "") }

// AbsoluteHTML converts the body for readers elsewhere, such as a feed's: every address is absolute.
func (b *Body) AbsoluteHTML() []byte {
	html, _ := b.convert(1, b.edition.Site.BaseURL)
	return html
}

// Document parses the body, for those who want its plain text, quotes or links.
func (b *Body) Document() *markdown.Document {
	doc, _ := markdown.Parse(b.source)
	return doc
}

func (b *Body) convert(variant int, base string) ([]byte, diag.List) {
	if !b.keep {
		return b.convertNow(base)
	}
	k := &b.kept[variant]
	k.once.Do(func() { k.html, k.diags = b.convertNow(base) })
	return k.html, k.diags
}

func (b *Body) convertNow(base string) ([]byte, diag.List) {
	doc, diags := markdown.Parse(b.source)
	diags = append(diags, b.checkLinks(doc)...)
	w := b.edition.Words
	html := doc.HTML(markdown.Resolver{
		Link:           func(dest string) string { return b.edition.linkURL(b.item, dest, base) },
		PageURL:        b.edition.pageURL(b.item, base),
		Image:          func(dest string) markdown.Image { return b.edition.image(b.item, dest, base) },
		Speaker:        func(name string) (string, bool) { return b.edition.speaker(name, base) },
		FootnotePrefix: b.item.ID + "-",
		BackLabel:      w.Text("body.footnote-back"),
		FootnotesTitle: w.Text("body.footnotes"),
	})
	return html, diags
}

// checkLinks reports links that lead nowhere, and those to what is not public.
func (b *Body) checkLinks(doc *markdown.Document) diag.List {
	var diags diag.List
	for _, link := range doc.Links() {
		if fragment, inside := strings.CutPrefix(link.Destination, "#"); inside {
			checkFragment(doc, link, fragment, &diags)
		} else if name, fragment, isLocal := localTarget(b.item, link.Destination); isLocal {
			b.checkTarget(link, name, fragment, &diags)
		}
	}
	return diags
}

// checkTarget reports a link to a file of the content folder that leads nowhere, or to nothing that can
// be shown there.
func (b *Body) checkTarget(link markdown.Link, name, fragment string, diags *diag.List) {
	t, isContent := b.edition.known[name]
	file := b.edition.Site.file(b.item, name)
	switch {
	case isContent && t.url == "" && t.isExpired:
		diags.Add(link.Position, diag.ExpiredLink, "target", name)
	case isContent && t.url == "":
		diags.Add(link.Position, diag.WithheldLink, "target", name, "why", t.why.sv, "why-en", t.why.en)
	case link.Image && (isContent || file != nil && !file.isPicture()):
		diags.Add(link.Position, diag.NotAnImage, "file", path.Base(name), "why", image.ErrFormat.Error())
	case isContent && fragment != "":
		checkFragment(t.body.Document(), link, fragment, diags)
	case !isContent && file == nil:
		diags.Add(link.Position, diag.DeadLink, "target", strings.TrimSuffix(link.Destination, "#"+fragment), "suggestion", b.edition.nearest(b.item, name))
	}
}

// checkFragment reports a link to a heading that doc does not have.
func checkFragment(doc *markdown.Document, link markdown.Link, fragment string, diags *diag.List) {
	var known []string
	for _, h := range doc.Headings() {
		if h.ID == fragment {
			return
		}
		known = append(known, "#"+h.ID)
	}
	diags.Add(link.Position, diag.DeadFragment, "fragment", fragment, "known", cmp.Or(strings.Join(known, ", "), "–"))
}

// localTarget gives the name inside the content folder that a relative destination means.
func localTarget(from *content.Item, dest string) (name, fragment string, ok bool) {
	file, fragment, _ := strings.Cut(dest, "#")
	if file == "" || strings.HasPrefix(file, "/") || hasScheme(file) {
		return "", "", false
	}
	return path.Join(path.Dir(from.Name), unescape(file)), fragment, true
}

func hasScheme(s string) bool {
	colon := strings.IndexByte(s, ':')
	return colon >= 0 && !strings.Contains(s[:colon], "/")
}

// linkURL gives the address that a destination in a text means, "" for none.
func (e *Edition) linkURL(from *content.Item, dest, base string) string {
	switch {
	case strings.HasPrefix(dest, "/"):
		return base + dest
	case strings.HasPrefix(dest, "#"):
		return e.pageURL(from, base) + dest
	}
	name, fragment, isLocal := localTarget(from, dest)
	if !isLocal {
		return dest
	}
	url := e.known[name].url
	if f := e.Site.file(from, name); url == "" && f != nil {
		url = f.URL
	}
	if url == "" {
		return ""
	}
	if fragment != "" {
		fragment = "#" + fragment
	}
	return base + url + fragment
}

// pageURL is what a link to a place on the item's own page begins with: nothing, but for readers elsewhere.
func (e *Edition) pageURL(item *content.Item, base string) string {
	if base == "" {
		return ""
	}
	return base + e.known[item.Name].url
}

func (e *Edition) image(from *content.Item, dest, base string) markdown.Image {
	if name, _, isLocal := localTarget(from, dest); isLocal {
		if f := e.Site.file(from, name); f != nil {
			return markdown.Image{Src: base + f.URL, Width: f.Width, Height: f.Height}
		}
	}
	return markdown.Image{}
}

// speaker gives the page of the contact with this name, if there is just one.
func (e *Edition) speaker(name, base string) (href string, ok bool) {
	p := e.byName[name]
	if p == nil {
		return "", false
	}
	return base + p.URL, true
}

// nearest suggests a content file for a link that leads nowhere, as the link would have to be written.
func (e *Edition) nearest(from *content.Item, name string) string {
	var names []string
	for known, t := range e.known {
		if t.url != "" {
			names = append(names, known)
		}
	}
	slices.Sort(names)
	return relative(path.Dir(from.Name), diag.Suggest(name, names))
}
