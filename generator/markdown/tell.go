package markdown

import (
	"cmp"
	"slices"

	"alingsas.se/dialog/generator/diag"
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// An inspector goes through a parsed tree once. It gathers what a Document tells, reports what the
// author should mend, and takes out of the tree what must not be published, so that rendering
// need not ask again.
type inspector struct {
	doc        *Document
	at         *locator
	found      []oddity
	ids        headingIDs
	level      int            // of the heading before; the page's title is the first
	dropped    []ast.Node     // their children stay
	opened     map[string]int // HTML elements whose end is still to come
	htmlBlock  ast.Node       // the block whose HTML was reported last
	htmlTables []span         // where tables in HTML stand
	// endlessTable says that a table in HTML has no end.
	endlessTable bool
	definitions  definitions
	signs        signs
	suspect      bool // the block that is gone through holds such signs
}

func (in *inspector) report(offset int, code diag.Code, args ...string) {
	in.found = append(in.found, oddity{offset, code, args})
}

// faults gives what was found, by the parsers too, in the order of the text.
func (in *inspector) faults(odd []oddity) diag.List {
	all := append(in.found, odd...)
	// Sorted before they are located: a locator goes forward with ease, and back with effort.
	slices.SortStableFunc(all, func(a, b oddity) int { return cmp.Compare(a.offset, b.offset) })
	var faults diag.List
	for _, o := range all {
		if o.code.Severity() == diag.Warning && in.isInHTMLTable(o.offset) {
			continue
		}
		faults.Add(in.at.position(o.offset), o.code, o.args...)
	}
	return faults.Sorted()
}

// spokenLines reads hyphens as quotes where they are, and finds out who speaks.
func (in *inspector) spokenLines(s *stock) {
	d, source := in.doc.dialect, in.doc.body
	for n := in.doc.root.FirstChild(); n != nil; {
		next := n.NextSibling()
		switch n := n.(type) {
		case *ast.Paragraph:
			in.runTogether(n)
		case *spoken:
			d.attribute(n, source, s)
		case *ast.List:
			switch d.readHyphens(n, source) {
			case speech:
				in.report(n.FirstChild().Pos(), diag.HyphenQuote)
				next = unlist(n)
			case doubtful:
				in.report(n.FirstChild().Pos(), diag.DoubtfulHyphen)
			}
		}
		n = next
	}
}

// nodes looks at every node of the tree.
func (in *inspector) nodes() {
	_ = ast.Walk(in.doc.root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			in.node(n)
		} else if in.suspect && n.Type() == ast.TypeBlock {
			in.suspect = false
			in.remains(n)
		}
		return ast.WalkContinue, nil
	})
	in.linkDefinitions()
	for _, n := range in.dropped {
		drop(n, in.doc.body)
	}
}

func (in *inspector) node(n ast.Node) {
	source := in.doc.body
	switch n := n.(type) {
	case *ast.Text:
		in.suspect = in.suspect || in.signs.in(n.Segment.Value(source))
	case *ast.Paragraph, *ast.TextBlock, *spoken:
		if in.signs.hash {
			in.unspacedHeadings(n)
		}
	case *ast.Heading:
		in.heading(n)
	case *ast.Link:
		if in.refer(n, n.Reference, n.Destination, n.Title) {
			n.Destination = unescaped(n.Destination)
			in.link(n, string(n.Destination), n.Pos(), safeLink)
		}
	case *ast.Image:
		if in.refer(n, n.Reference, n.Destination, n.Title) {
			in.image(n)
		}
	case *ast.AutoLink:
		in.link(n, autoLinkDestination(n, source), autoLinkStart(n, source), safeLink)
	case *ast.RawHTML:
		in.rawHTML(n)
	case *ast.FencedCodeBlock:
		in.fence(n)
	case *ast.CodeBlock:
		in.indentedCode(n)
	case *ast.LinkReferenceDefinition:
		in.definitions.links = append(in.definitions.links, n)
	case *extast.Footnote:
		in.footnote(n)
	case *extast.TableHeader:
		in.tableHeader(n)
	case *extast.TableRow:
		in.tableRow(n)
	}
}

func (in *inspector) link(n ast.Node, destination string, offset int, safe func(string) bool) {
	if !safe(destination) {
		in.report(offset, diag.UnsafeLink, "target", destination)
		in.dropped = append(in.dropped, n)
		return
	}
	if isInImage(n) && offset >= 0 {
		in.report(offset, diag.BrokenLink, "text", firstLine(in.doc.body[offset:]), "advice", brokenAdvice, "advice-en", brokenAdviceEn)
	}
	text := inlineText(n, in.doc.body)
	if n.Kind() == ast.KindLink && isBlank(text) && soleImage(n) == nil { // which is told to need one
		in.report(offset, diag.LinkWithoutText)
	}
	in.doc.links = append(in.doc.links, Link{
		Destination: destination,
		Text:        text,
		Image:       n.Kind() == ast.KindImage,
		Position:    in.at.position(offset),
	})
}

// isInImage tells whether a link is part of the text for those who don't see an image. It is not shown.
func isInImage(n ast.Node) bool {
	for n = n.Parent(); n != nil && n.Type() == ast.TypeInline; n = n.Parent() {
		if n.Kind() == ast.KindImage {
			return true
		}
	}
	return false
}

func (in *inspector) image(n *ast.Image) {
	n.Destination = unescaped(n.Destination)
	in.link(n, string(n.Destination), n.Pos(), safeImage)
	if isBlank(inlineText(n, in.doc.body)) {
		in.report(n.Pos(), diag.MissingAlt)
	}
	if len(n.Title) > 0 && !isFigure(n) {
		in.report(n.Pos(), diag.UnseenTitle, "title", shorten(unescape(n.Title)))
	}
}

// drop puts a link's text, or an image's alternative text, in its place.
func drop(n ast.Node, source []byte) {
	parent := n.Parent()
	if auto, ok := n.(*ast.AutoLink); ok {
		label := ast.NewString(auto.Label(source))
		label.SetRaw(true)
		parent.ReplaceChild(parent, n, label)
		return
	}
	for child := n.FirstChild(); child != nil; child = n.FirstChild() {
		parent.InsertBefore(parent, n, child)
	}
	parent.RemoveChild(parent, n)
}

// autoLinkStart is where the address begins; the node's own position may be the space before it.
func autoLinkStart(n *ast.AutoLink, source []byte) int {
	start := max(n.Pos(), 0)
	for label := n.Label(source); start < len(source) && source[start] != label[0]; {
		start++
	}
	return start
}
