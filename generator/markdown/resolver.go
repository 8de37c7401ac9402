package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// A Resolver turns what the author wrote into what the reader gets. The zero Resolver gives
// everything as written. Its functions must be safe for concurrent use where documents are
// rendered concurrently.
type Resolver struct {
	// Link gives the address for a destination as Link.Destination has it; "" shows the text
	// without a link. nil leaves destinations as written.
	Link func(destination string) string
	// Image gives what is shown for an image's destination; an Image without Src shows the
	// alternative text only. nil leaves images as written, without a size.
	Image func(destination string) Image
	// NoPictures is for readers who are to load nothing: a picture that stands alone is left out, and of one in a
	// sentence the alternative text is shown.
	NoPictures bool
	// Speaker gives what is known of a person who is quoted, by the name in the text. nil knows nobody.
	Speaker func(name string) (Speaker, bool)
	// HeadingPrefix and FootnotePrefix begin the ids of headings and footnotes, so that several bodies fit one
	// page. The addresses of links to headings are for Link to give.
	HeadingPrefix, FootnotePrefix string
	// PageURL is the address of the page, for what leads to a place on it: "" on the page itself,
	// absolute where the text is read elsewhere, such as in a feed.
	PageURL string
	// ShiftHeadings is added to the level of every heading; what results is kept within 1–6.
	ShiftHeadings int
	// BackLabel is what a footnote's link back to the text is called; "" leaves the arrow alone.
	BackLabel string
	// StruckLabel is what struck text is called for those who do not see the stroke; "" says nothing.
	StruckLabel string
	// FootnotesTitle is the heading above the footnotes; "" is none.
	FootnotesTitle string
}

// An Image is a picture as a page shows it.
type Image struct {
	Src           string
	SrcSet, Sizes string // as the attributes of <img>; "" leaves them out
	Width, Height int    // of Src in pixels, so that the page does not jump; 0 leaves them out
}

// A Speaker is a person who is quoted.
type Speaker struct {
	Href string // of the page about the person; "" shows the name without a link
	Role string // as whoever copies a quote should give it; "" is not known
}

// HTML renders the document. Links, images and speakers are what r makes of them.
func (d *Document) HTML(r Resolver) string {
	var w bytes.Buffer
	d.write(&w, r)
	return w.String()
}

func (d *Document) write(w *bytes.Buffer, r Resolver) {
	p := &page{Buffer: w, Resolver: r, headings: d.headings}
	if err := d.dialect.markdown.Renderer().Render(p, d.body, d.root); err != nil {
		panic("markdown: rendering into memory: " + err.Error()) // no renderer here returns an error
	}
}

// A page is what one document is rendered into. Goldmark hands a util.BufWriter on to the
// renderers as it is, so they find the Resolver in it and one set of them serves all documents.
type page struct {
	*bytes.Buffer
	Resolver

	headings []Heading // that are still to come

	// What is open: an <a> for a link or for a speaker, a figure in the place of a paragraph.
	inLink, inSpeaker, inFigure bool
}

var _ util.BufWriter = (*page)(nil)

// Buffered is 0: nothing waits to be written elsewhere.
func (p *page) Buffered() int { return 0 }

// Flush does nothing, for the same reason.
func (p *page) Flush() error { return nil }

func (p *page) link(destination []byte) (href string) {
	if p.Link == nil {
		return string(destination)
	}
	return p.Link(string(destination))
}

func (p *page) image(n *ast.Image) Image {
	switch {
	case p.NoPictures:
		return Image{}
	case p.Image == nil:
		return Image{Src: string(n.Destination)}
	}
	return p.Image(string(n.Destination))
}

// attribute writes an attribute with its value escaped.
func (p *page) attribute(name, value string) {
	p.WriteByte(' ')
	p.WriteString(name)
	p.WriteString(`="`)
	if strings.ContainsAny(value, `&<>"`) {
		value = escape(value)
	}
	p.WriteString(value)
	p.WriteByte('"')
}

// address writes an attribute whose value is an address; what may not stand in one is encoded.
func (p *page) address(name, url string) {
	p.WriteByte(' ')
	p.WriteString(name)
	p.WriteString(`="`)
	p.Write(util.EscapeHTML(util.URLEscape([]byte(url), false)))
	p.WriteByte('"')
}

func escape(s string) string { return string(util.EscapeHTML([]byte(s))) }
