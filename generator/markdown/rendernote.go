package markdown

import (
	"strconv"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// noteID is the id of a footnote. The colon keeps it apart from the ids of headings.
func (p *page) noteID(index int) string {
	return p.FootnotePrefix + "fn:" + strconv.Itoa(index)
}

// referenceID is the id of the place, from 0, that refers to a footnote.
func (p *page) referenceID(index, place int) string {
	id := p.FootnotePrefix + "fnref:" + strconv.Itoa(index)
	if place > 0 {
		id += ":" + strconv.Itoa(place+1)
	}
	return id
}

func renderFootnoteLink(p *page, _ []byte, n ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		return ast.WalkContinue
	}
	link := n.(*extast.FootnoteLink)
	p.WriteString("<sup")
	p.attribute("id", p.referenceID(link.Index, link.RefIndex))
	p.WriteString("><a")
	p.address("href", p.PageURL+"#"+p.noteID(link.Index))
	p.WriteString(` class="footnote-ref" role="doc-noteref">`)
	p.WriteString(strconv.Itoa(link.Index))
	p.WriteString("</a></sup>")
	return ast.WalkContinue
}

func renderFootnoteBacklink(p *page, _ []byte, n ast.Node, entering bool) ast.WalkStatus {
	back := n.(*extast.FootnoteBacklink)
	if !entering || back.RefCount == 0 { // nothing refers to it (see keepUndefinedNotes)
		return ast.WalkContinue
	}
	p.WriteString("\u00A0<a")
	p.address("href", p.PageURL+"#"+p.referenceID(back.Index, back.RefIndex))
	p.WriteString(` class="footnote-backref" role="doc-backlink"`)
	if label := p.BackLabel; label != "" {
		if back.RefCount > 1 {
			label += " " + strconv.Itoa(back.RefIndex+1)
		}
		p.attribute("aria-label", label)
	}
	p.WriteString(">↩\uFE0E</a>") // U+FE0E: as text, not as a coloured picture
	return ast.WalkContinue
}

func renderFootnote(p *page, _ []byte, n ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		p.WriteString("</li>\n")
		return ast.WalkContinue
	}
	p.WriteString("<li")
	p.attribute("id", p.noteID(n.(*extast.Footnote).Index))
	p.WriteString(">\n")
	return ast.WalkContinue
}

func renderFootnoteList(p *page, _ []byte, _ ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		p.WriteString("</ol>\n</section>\n")
		return ast.WalkContinue
	}
	p.WriteString(`<section class="footnotes" role="doc-endnotes"`)
	if title := p.FootnotesTitle; title != "" {
		id, tag := p.FootnotePrefix+"fn:title", p.headingTag(2)
		p.attribute("aria-labelledby", id)
		p.WriteString(">\n<" + tag)
		p.attribute("id", id)
		p.WriteString(">")
		p.WriteString(escape(title))
		p.WriteString("</" + tag + ">\n<ol>\n")
	} else {
		p.WriteString(">\n<ol>\n")
	}
	return ast.WalkContinue
}
