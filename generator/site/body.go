package site

import (
	"bytes"
	"image"
	"path"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/locale"
	"alingsas.se/dialog/generator/markdown"
	"golang.org/x/text/unicode/norm"
)

// A Body is a text in Markdown. It is converted when it is asked for, not before: a site of
// 10,000 releases is linked without reading their bodies.
type Body struct {
	edition *Edition
	url     string // of its item's page; "" for a text that is not an item's body
	place   string // begins the ids in a text that is not an item's body, and tells it from the others of a page
	item    *content.Item
	text    *content.Body
	keep    bool // remember the result: several outputs ask for it
	kept    kept

	keepPlain bool // remember the plain text, too, when it is converted for its page
	plain     atomic.Pointer[keptPlain]
}

// keptPlain is the plain text of a text.
type keptPlain struct {
	text  *content.Text
	plain string
}

// kept is what a text was converted to.
type kept struct {
	mu    sync.Mutex
	text  *content.Text
	html  string
	diags diag.List
}

func (l *linker) newBody(e *Edition, c *content.Item) *Body {
	return &Body{edition: e, item: c, text: c.Body}
}

// textBody is a body that stands in a value: a correction's text, the text about the organisation.
// Its positions are lines of its own, so what is found in it is told at the value as a whole. place tells it from
// the other texts of its page.
func (l *linker) textBody(e *Edition, c *content.Item, text, place string, at diag.Position) *Body {
	source := markdown.Source{File: at.File, Data: []byte(text), Lang: c.Lang, Within: at}
	return &Body{edition: e, item: c, text: content.NewBody(source), place: ownIDs + place + "-"}
}

// ownIDs begins the ids of all but the headings of a body, whose ids never begin with it: so no two elements of a
// page have one id. Those of templates begin with it too.
const ownIDs = "_"

// IsEmpty tells whether there is no text.
func (b *Body) IsEmpty() bool { return b.text.Text().IsEmpty() }

// Version is another one for each text that the body has had. Whoever remembers what was made of a
// body asks for it.
func (b *Body) Version() *content.Text { return b.text.Text() }

// FirstParagraph gives the first paragraph as plain text without converting the rest.
func (b *Body) FirstParagraph() string {
	text := b.text.Text()
	return markdown.FirstParagraph(text.Markdown(), text.Source().Lang)
}

// Keep lets the body remember what it was converted to.
func (b *Body) Keep() { b.keep = true }

// HTML converts the body for a page of its edition. What is wrong in the text comes with it.
func (b *Body) HTML() (string, diag.List) {
	if !b.keep {
		var w bytes.Buffer
		diags := b.convert(&w, "")
		return w.String(), diags
	}
	text := b.text.Text()
	k := &b.kept
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.text != text {
		var w bytes.Buffer
		k.diags = b.convert(&w, "")
		k.html, k.text = w.String(), text
	}
	return k.html, k.diags
}

// WriteHTML is HTML for whoever has a place for it, which spares a copy.
func (b *Body) WriteHTML(w *bytes.Buffer) diag.List {
	if !b.keep {
		return b.convert(w, "")
	}
	html, diags := b.HTML()
	w.WriteString(html)
	return diags
}

// WriteAbsoluteHTML converts the body for readers elsewhere, such as a feed's: every address is absolute.
func (b *Body) WriteAbsoluteHTML(w *bytes.Buffer) { b.convert(w, b.edition.Site.BaseURL) }

// WriteMailHTML converts the body for a mail: every address is absolute, and nothing is loaded.
func (b *Body) WriteMailHTML(w *bytes.Buffer) diag.List {
	r := b.resolver(b.edition.Site.BaseURL)
	r.NoPictures = true
	links, headings, diags := markdown.Convert(w, b.text.Text().Source(), r)
	return b.heard(append(diags, b.checkLinks(links, headings)...))
}

// Document parses the body, for those who want its plain text, quotes or links.
func (b *Body) Document() *markdown.Document {
	doc, _ := markdown.Parse(b.text.Text().Source())
	return doc
}

// KeepPlain lets the body remember its plain text when it is converted for its page, until it is asked for: the text
// is parsed once for both. To parse it a second time took an eighth of a build.
func (b *Body) KeepPlain() { b.keepPlain = true }

// Plain gives the body as plain text.
func (b *Body) Plain() string {
	if kept := b.plain.Swap(nil); kept != nil && kept.text == b.Version() {
		return kept.plain
	}
	return b.Document().Plain()
}

// Check tells what is wrong in the text, without converting it.
func (b *Body) Check() diag.List {
	o := b.text.Text().Outline()
	return b.heard(append(o.Diags[:len(o.Diags):len(o.Diags)], b.checkLinks(o.Links, o.Headings)...))
}

// heard leaves out what the author does not want to hear of.
func (b *Body) heard(diags diag.List) diag.List { return b.edition.Site.Heard(diags) }

func (b *Body) convert(w *bytes.Buffer, base string) diag.List {
	text, resolver := b.text.Text(), b.resolver(base)
	if b.keepPlain && base == "" {
		plain, links, headings, diags := markdown.ConvertWithPlain(w, text.Source(), resolver)
		b.plain.Store(&keptPlain{text, plain})
		return b.heard(append(diags, b.checkLinks(links, headings)...))
	}
	links, headings, diags := markdown.Convert(w, text.Source(), resolver)
	return b.heard(append(diags, b.checkLinks(links, headings)...))
}

// resolver says where what the text names leads, from its page or, with a base, from elsewhere.
func (b *Body) resolver(base string) markdown.Resolver {
	words, footnotePrefix := b.edition.Words, b.place
	if b.place == "" && bytes.Contains(b.text.Text().Markdown(), []byte("[^")) {
		footnotePrefix = locale.Slug(b.item.ID, b.item.Lang) + "-" // takes a while, and few texts have any
	}
	return markdown.Resolver{
		Link:           func(dest string) string { return b.linkURL(dest, base) },
		PageURL:        b.edition.pageURL(b.item, base),
		Image:          func(dest string) markdown.Image { return b.edition.image(b.item, dest, base) },
		Speaker:        func(name string) (markdown.Speaker, bool) { return b.edition.speaker(name, base) },
		HeadingPrefix:  b.place,
		FootnotePrefix: footnotePrefix,
		BackLabel:      words.Text("body.footnote-back"),
		StruckLabel:    words.Text("body.struck"),
		FootnotesTitle: words.Text("body.footnotes"),
	}
}

// checkLinks reports links that lead nowhere, and those to what is not public.
func (b *Body) checkLinks(links []markdown.Link, headings []markdown.Heading) diag.List {
	var diags diag.List
	for _, link := range links {
		if fragment, inside := strings.CutPrefix(link.Destination, "#"); inside {
			checkFragment(headings, link, fragment, &diags)
		} else if name, fragment, isLocal := localTarget(b.item, link.Destination); isLocal {
			b.checkTarget(link, name, fragment, &diags)
		} else {
			b.checkAddress(link, &diags)
		}
	}
	return diags
}

// checkAddress reports what is wrong with an address that is no file of the content folder.
func (b *Body) checkAddress(link markdown.Link, diags *diag.List) {
	s := b.edition.Site
	scheme, rest, _ := strings.Cut(link.Destination, ":")
	switch {
	case link.Image:
		// The content security policy lets no browser load it, and another site may change it any time.
		diags.Add(link.Position, diag.OutsideImage, "target", link.Destination)
	case strings.EqualFold(scheme, "mailto"):
		address, _, _ := strings.Cut(rest, "?")
		if !content.IsEmail(content.MachineEmail(unescape(address))) {
			diags.Add(link.Position, diag.BadEmail, "value", address)
		}
	case strings.EqualFold(scheme, "tel"):
		if _, err := locale.ParsePhone(unescape(rest), s.Settings.Organisation.Address.Region()); err != nil {
			diags.Add(link.Position, diag.BadPhone, "value", rest)
		}
	case markdown.IsOwnComputer(link.Destination):
		diags.Add(link.Position, diag.PreviewLink, "target", link.Destination, "instead", b.edition.Site.insteadOf(b.item, link.Destination))
	case s.OnSite(link.Destination) != "":
		w := s.WithheldAt(s.OnSite(link.Destination))
		switch {
		case w == nil:
		case w.State == Expired:
			diags.Add(link.Position, diag.ExpiredLink, "target", link.Destination)
		default:
			sv, en := w.Why()
			diags.Add(link.Position, diag.WithheldLink, "target", link.Destination, "why", sv, "why-en", en)
		}
	}
}

// checkTarget reports a link to a file of the content folder that leads nowhere, or to nothing that can
// be shown there.
func (b *Body) checkTarget(link markdown.Link, name, fragment string, diags *diag.List) {
	t, isContent := b.edition.target(name)
	file := b.edition.Site.file(b.item, name)
	switch {
	case isContent && t.url == "" && t.isExpired:
		diags.Add(link.Position, diag.ExpiredLink, "target", name)
	case isContent && t.url == "":
		diags.Add(link.Position, diag.WithheldLink, "target", name, "why", t.why.sv, "why-en", t.why.en)
	case link.Image && (isContent || file != nil && !file.IsPicture() && !file.isFaulty):
		diags.Add(link.Position, diag.NotAnImage, "file", path.Base(name), "why", image.ErrFormat.Error())
	case isContent && fragment != "":
		checkFragment(t.body.text.Text().Outline().Headings, link, fragment, diags)
	case !isContent && file == nil:
		diags.Add(link.Position, diag.DeadLink, "target", strings.TrimSuffix(link.Destination, "#"+fragment), "suggestion", b.edition.nearest(b.item, link.Destination, name))
	}
}

// checkFragment reports a link to a heading that a text does not have.
func checkFragment(headings []markdown.Heading, link markdown.Link, fragment string, diags *diag.List) {
	var known []string
	for _, h := range headings {
		if h.ID == fragment {
			return
		}
		known = append(known, "#"+h.ID)
	}
	diags.Add(link.Position, diag.DeadFragment, "fragment", fragment, "known", diag.Nearest("#"+fragment, known))
}

// localTarget gives the name inside the content folder that a relative destination means.
func localTarget(from *content.Item, dest string) (name, fragment string, ok bool) {
	file, fragment, _ := strings.Cut(dest, "#")
	if file == "" || strings.HasPrefix(file, "/") || hasScheme(file) {
		return "", "", false
	}
	return norm.NFC.String(path.Join(path.Dir(from.Name), unescape(file))), fragment, true
}

func hasScheme(s string) bool {
	colon := strings.IndexByte(s, ':')
	return colon >= 0 && !strings.Contains(s[:colon], "/")
}

// linkURL gives the address of a link. One to a place on the page leads to a heading of the body itself.
func (b *Body) linkURL(dest, base string) string {
	if fragment, isHere := strings.CutPrefix(dest, "#"); isHere {
		dest = "#" + b.place + fragment
	}
	return b.edition.linkURL(b.item, dest, base)
}

// linkURL gives the address that a destination in a text means, "" for none.
func (e *Edition) linkURL(from *content.Item, dest, base string) string {
	switch {
	case e.Site.OnSite(dest) != "" && e.Site.WithheldAt(e.Site.OnSite(dest)) != nil:
		return ""
	case strings.HasPrefix(dest, "/"):
		return base + norm.NFC.String(dest) // as the addresses of files are written
	case strings.HasPrefix(dest, "#"):
		return e.pageURL(from, base) + dest
	}
	name, fragment, isLocal := localTarget(from, dest)
	if !isLocal {
		return mailable(dest)
	}
	target, _ := e.target(name)
	url := target.url
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

// mailable writes an address with mailto: so that every mail program takes it: with its domain as machines have it.
func mailable(dest string) string {
	const scheme = "mailto:"
	if len(dest) < len(scheme) || !strings.EqualFold(dest[:len(scheme)], scheme) {
		return dest
	}
	address, query, hasQuery := strings.Cut(dest[len(scheme):], "?")
	plain := unescape(address)
	machine := content.MachineEmail(plain)
	if machine == plain {
		return dest
	}
	if hasQuery {
		machine += "?" + query
	}
	return scheme + machine
}

// pageURL is what a link to a place on the item's own page begins with: nothing, but for readers elsewhere.
func (e *Edition) pageURL(item *content.Item, base string) string {
	if base == "" {
		return ""
	}
	target, _ := e.target(item.Name)
	return base + target.url
}

func (e *Edition) image(from *content.Item, dest, base string) markdown.Image {
	if name, _, isLocal := localTarget(from, dest); isLocal {
		if f := e.Site.file(from, name); f != nil {
			shown := f.Shown()
			image := markdown.Image{Src: base + shown.URL, SrcSet: f.SrcSet(base), Width: f.Width, Height: f.Height}
			if image.SrcSet != "" {
				image.Sizes = ColumnSizes
			}
			return image
		}
	}
	return markdown.Image{}
}

// speaker gives the contact with this name, if there is just one.
func (e *Edition) speaker(name, base string) (markdown.Speaker, bool) {
	p := e.byName[norm.NFC.String(name)]
	if p == nil {
		return markdown.Speaker{}, false
	}
	return markdown.Speaker{Href: base + p.URL, Role: p.Role}, true
}

// nearest suggests what an author meant by a link that leads nowhere, as the link would have to be
// written: an address on the web or of an e-mail, or a content file.
func (e *Edition) nearest(from *content.Item, dest, name string) string {
	switch {
	case strings.HasPrefix(dest, "www."):
		return "https://" + dest
	case strings.Contains(dest, "@") && !strings.Contains(dest, "/"):
		return "mailto:" + dest
	}
	var names []string
	for known := range e.Site.targets.files {
		if t, _ := e.target(known); t.url != "" {
			names = append(names, known)
		}
	}
	slices.Sort(names)
	for _, known := range names {
		if path.Base(known) == path.Base(name) && path.Base(name) != "index.md" {
			return relative(path.Dir(from.Name), known)
		}
	}
	return relative(path.Dir(from.Name), diag.Suggest(name, names))
}

// File is the content file that the text stands in, by its name in messages.
func (b *Body) File() string { return b.item.File }

// A BodyLink is a link of a text and what it leads to.
type BodyLink struct {
	markdown.Link
	Address string // as a page has it; "" where its text is shown without a link
}

// Links lists the links of the body, without converting it.
func (b *Body) Links() []BodyLink {
	found := b.text.Text().Outline().Links
	links := make([]BodyLink, len(found))
	for i, l := range found {
		links[i] = BodyLink{l, b.linkURL(l.Destination, "")}
	}
	return links
}

// URL is the address of the page that the body stands on, "" where it stands on many.
func (b *Body) URL() string { return b.url }
