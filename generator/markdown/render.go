package markdown

import (
	"strconv"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
)

// nodes renders the kinds of nodes that are not shown the way goldmark shows them. Its functions
// get a *page as their writer, always (see Document.HTML).
type nodes struct{}

func (nodes) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	for kind, render := range map[ast.NodeKind]nodeFunc{
		ast.KindText:                renderText,
		ast.KindHeading:             renderHeading,
		ast.KindParagraph:           renderParagraph,
		ast.KindLink:                renderLink,
		ast.KindAutoLink:            renderAutoLink,
		ast.KindImage:               renderImage,
		ast.KindRawHTML:             renderRawHTML,
		kindComment:                 renderNothing,
		kindSpoken:                  renderSpoken,
		kindSpeaker:                 renderSpeaker,
		kindScript:                  renderScript,
		extast.KindStrikethrough:    renderStruck,
		extast.KindTable:            renderTable,
		extast.KindTableHeader:      renderTableHeader,
		extast.KindTableRow:         renderTableRow,
		extast.KindTableCell:        renderTableCell,
		extast.KindFootnoteLink:     renderFootnoteLink,
		extast.KindFootnoteBacklink: renderFootnoteBacklink,
		extast.KindFootnote:         renderFootnote,
		extast.KindFootnoteList:     renderFootnoteList,
	} {
		r.Register(kind, render.withPage)
	}
}

// A nodeFunc writes what stands before (entering) or after the children of a node.
type nodeFunc func(p *page, source []byte, n ast.Node, entering bool) ast.WalkStatus

func (f nodeFunc) withPage(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	return f(w.(*page), source, n, entering), nil
}

func renderNothing(*page, []byte, ast.Node, bool) ast.WalkStatus { return ast.WalkSkipChildren }

func renderText(p *page, source []byte, n ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		return ast.WalkContinue
	}
	t := n.(*ast.Text)
	value := t.Segment.Value(source)
	if t.IsRaw() {
		html.DefaultWriter.RawWrite(p, value)
	} else {
		html.DefaultWriter.Write(p, value)
	}
	switch {
	case t.IsRaw(): // code: its lines end in the text
	case t.HardLineBreak():
		p.WriteString("<br>\n")
	case t.SoftLineBreak():
		p.WriteByte('\n')
	}
	return ast.WalkContinue
}

func (p *page) headingTag(level int) string {
	return "h" + strconv.Itoa(min(max(level+p.ShiftHeadings, 1), 6))
}

func renderHeading(p *page, _ []byte, n ast.Node, entering bool) ast.WalkStatus {
	tag := p.headingTag(n.(*ast.Heading).Level)
	if !entering {
		p.WriteString("</" + tag + ">\n")
		return ast.WalkContinue
	}
	p.WriteString("<" + tag)
	p.attribute("id", p.HeadingPrefix+p.headings[0].ID)
	p.headings = p.headings[1:]
	p.WriteByte('>')
	return ast.WalkContinue
}

// renderParagraph makes a figure of an image that is alone.
func renderParagraph(p *page, source []byte, n ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		if !p.inFigure {
			p.WriteString("</p>\n")
		}
		p.inFigure = false
		return ast.WalkContinue
	}
	if img := soleImage(n); img != nil {
		if p.NoPictures {
			p.inFigure = true
			return ast.WalkSkipChildren
		}
		if shown := p.image(img); shown.Src != "" {
			p.figure(img, shown, source)
			p.inFigure = true
			return ast.WalkSkipChildren
		}
	}
	p.WriteString("<p>")
	return ast.WalkContinue
}

func soleImage(n ast.Node) *ast.Image {
	if n.FirstChild() != n.LastChild() {
		return nil
	}
	img, _ := n.FirstChild().(*ast.Image)
	return img
}

// isFigure tells whether an image is shown with its title below it.
func isFigure(n *ast.Image) bool {
	return n.Parent().Kind() == ast.KindParagraph && soleImage(n.Parent()) == n
}

func (p *page) figure(n *ast.Image, shown Image, source []byte) {
	p.WriteString("<figure>")
	p.img(n, shown, source)
	if len(n.Title) > 0 {
		p.WriteString("<figcaption>")
		html.DefaultWriter.Write(p, n.Title)
		p.WriteString("</figcaption>")
	}
	p.WriteString("</figure>\n")
}

// img writes the element without a title, which no keyboard and no touch screen reaches.
func (p *page) img(n *ast.Image, shown Image, source []byte) {
	p.WriteString("<img")
	p.address("src", shown.Src)
	if shown.SrcSet != "" {
		p.attribute("srcset", shown.SrcSet)
	}
	if shown.Sizes != "" {
		p.attribute("sizes", shown.Sizes)
	}
	if shown.Width > 0 && shown.Height > 0 {
		p.attribute("width", strconv.Itoa(shown.Width))
		p.attribute("height", strconv.Itoa(shown.Height))
	}
	p.attribute("alt", inlineText(n, source))
	p.WriteString(` loading="lazy" decoding="async">`)
}

// renderImage renders an image among other things.
func renderImage(p *page, source []byte, n ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		return ast.WalkContinue
	}
	img := n.(*ast.Image)
	if shown := p.image(img); shown.Src != "" {
		p.img(img, shown, source)
	} else {
		p.Write(util.EscapeHTML([]byte(inlineText(n, source))))
	}
	return ast.WalkSkipChildren
}

func renderLink(p *page, _ []byte, n ast.Node, entering bool) ast.WalkStatus {
	link := n.(*ast.Link)
	if !entering {
		p.closeLink(&p.inLink)
		return ast.WalkContinue
	}
	href := p.link(link.Destination)
	if href == "" {
		return ast.WalkContinue
	}
	p.WriteString("<a")
	p.address("href", href)
	if len(link.Title) > 0 {
		p.attribute("title", unescape(link.Title))
	}
	p.WriteByte('>')
	p.inLink = true
	return ast.WalkContinue
}

// closeLink ends the link that open tells of, if there is one. Links don't hold links.
func (p *page) closeLink(open *bool) {
	if *open {
		p.WriteString("</a>")
	}
	*open = false
}

func renderAutoLink(p *page, source []byte, n ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		return ast.WalkContinue
	}
	auto := n.(*ast.AutoLink)
	href := p.link([]byte(autoLinkDestination(auto, source)))
	if href != "" {
		p.WriteString("<a")
		p.address("href", href)
		p.WriteByte('>')
	}
	p.Write(util.EscapeHTML(auto.Label(source)))
	if href != "" {
		p.WriteString("</a>")
	}
	return ast.WalkContinue
}

func renderRawHTML(p *page, source []byte, n ast.Node, entering bool) ast.WalkStatus {
	if html := rawHTMLText(n.(*ast.RawHTML), source); entering && !isComment(html) {
		p.Write(util.EscapeHTML([]byte(html)))
	}
	return ast.WalkSkipChildren
}

func renderScript(p *page, _ []byte, n ast.Node, entering bool) ast.WalkStatus {
	tag := n.(*script).tag
	if !entering {
		tag = "/" + tag
	}
	p.WriteString("<" + tag + ">")
	return ast.WalkContinue
}

// renderSpoken writes the dash as text, so that feeds, copies and screen readers have it, and a
// no-break space, so that it does not stay behind at the end of a line.
func renderSpoken(p *page, _ []byte, _ ast.Node, entering bool) ast.WalkStatus {
	if entering {
		p.WriteString("<p class=\"quote\">–\u00A0")
	} else {
		p.WriteString("</p>\n")
	}
	return ast.WalkContinue
}

func renderSpeaker(p *page, _ []byte, n ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		p.closeLink(&p.inSpeaker)
		return ast.WalkContinue
	}
	if p.Speaker == nil {
		return ast.WalkContinue
	}
	if s, ok := p.Speaker(n.(*speaker).name); ok && s.Href != "" {
		p.WriteString(`<a class="speaker"`)
		p.address("href", s.Href)
		if s.Role != "" {
			p.attribute("data-role", s.Role)
		}
		p.WriteByte('>')
		p.inSpeaker = true
	}
	return ast.WalkContinue
}
