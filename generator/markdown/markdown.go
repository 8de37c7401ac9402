// Package markdown turns the Markdown of a body into a document, and a document into HTML and
// plain text: Source, Document, Link, Heading, Quote, Resolver.
//
// In comes a [Source]: the text of a body, and where it stands in its file. Out comes a [Document], with what is wrong
// in the text; from it come HTML, plain text, links, headings and quotes.
//
// What a body may hold is CommonMark with tables, strikethrough, autolinks, footnotes and
// definition lists, and of HTML only what says no more than Markdown does (see harmlessHTML). A
// paragraph that begins with a dash is a spoken quote, the way Swedish press releases write them (see
// [Quote]).
//
// Parsing knows nothing of other files: a link is what the author wrote until a [Resolver] says,
// while rendering, where it leads. So a parsed document depends on its own text alone.
//
// The files begin with what they do:
//
//	markdown, heading, link, paragraph, first, plain, value, position   the document and what it tells
//	parse…    goldmark's parser, with our own parts for notes, comments, code, speech and harmless HTML, and its limits
//	quote…    reading a quote: its words, the phrase that says who spoke, the speaker's name
//	tell…     the inspector, which goes through a tree once and reports what is odd in it
//	house     the body as we write it, without a change of what it says
//	render…, resolver   the document as HTML
package markdown

import (
	"bytes"
	"unicode/utf8"

	"alingsas.se/dialog/generator/diag"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// A Source is the text of a body inside its file, so that positions are the author's.
type Source struct {
	File   string // for positions: slash-separated, from the project's root
	Data   []byte // the whole file; not changed, and kept by the Document
	Offset int    // where the body begins in Data, in bytes
	Lang   string // "sv", "en", …: quotation marks and the words that tell a quote
	// Within is where a text stands that is a value in a file, such as a correction's: all positions
	// are this one. The zero Position is a body with lines of its own.
	Within diag.Position
}

// A Document is a parsed body. It does not change after [Parse], so any number of goroutines may
// render it at once.
type Document struct {
	root     *ast.Document
	body     []byte
	dialect  *dialect
	links    []Link
	headings []Heading

	start     diag.Position // of the body in its file
	locatable []byte        // the body; nil where all of it is at start
}

// Parse reads a body. Whatever the text is, there is a Document; what the author should mend is
// in the list, in the order of the text. A typing mistake that Markdown is silent about, a link that
// came apart or a text that would not be shown, is told too. A text that would take too long to read
// is read up to there (TooComplex; see limits.go), and nothing else is told.
func Parse(src Source) (*Document, diag.List) {
	return dialectOf(src.Lang).document(src, new(stock))
}

// Convert writes a body to w as HTML: Parse and [Document.HTML], for those who want no more of the document than its
// links and headings. The diagnostics are the same as Parse gives.
func Convert(w *bytes.Buffer, src Source, r Resolver) ([]Link, []Heading, diag.List) {
	return convert(w, src, r, nil)
}

// ConvertWithPlain is Convert, and gives what [Document.Plain] does, for which the text is not parsed again.
func ConvertWithPlain(w *bytes.Buffer, src Source, r Resolver) (plain string, links []Link, headings []Heading, found diag.List) {
	links, headings, found = convert(w, src, r, &plain)
	return plain, links, headings, found
}

func convert(w *bytes.Buffer, src Source, r Resolver, plain *string) ([]Link, []Heading, diag.List) {
	s := stocks.Get().(*stock)
	doc, faults := dialectOf(src.Lang).document(src, s)
	doc.write(w, r)
	if plain != nil {
		*plain = doc.Plain()
	}
	s.giveBack()
	return doc.links, doc.headings, faults
}

func (d *dialect) document(src Source, s *stock) (*Document, diag.List) {
	from := min(max(src.Offset, 0), len(src.Data))
	body := clean(src.Data[from:])
	read, over := withinLimits(body)
	root, odd := d.parse(read, s)
	at := src.locator(body, from)
	in := inspector{
		doc:   &Document{root: root, body: read, dialect: d, start: at.start, locatable: at.body},
		at:    at,
		signs: signsIn(read),
		level: 1,
	}
	in.spokenLines(s)
	in.nodes()
	if over != nil { // what was not read may hold what the rest refers to
		in.found, odd = nil, []oddity{*over}
	}
	return in.doc, in.faults(odd)
}

func (src Source) locator(body []byte, from int) *locator {
	if src.Within != (diag.Position{}) {
		return newLocator(nil, src.Within)
	}
	return newLocator(body, diag.At(src.File, src.Data, from))
}

// Links lists every link and image of the document, those in footnotes last. What could not be
// published (UnsafeLink) is not among them.
func (d *Document) Links() []Link { return d.links }

// Headings lists the headings in order.
func (d *Document) Headings() []Heading { return d.headings }

// parse gives the tree of a clean body, hyphens not yet read as quotes, and what the parsers saw
// that leaves no trace in the tree. The tree is made of the stock.
func (d *dialect) parse(body []byte, s *stock) (*ast.Document, []oddity) {
	p := d.markdown.Parser()
	if remembersEscape(body) {
		p = d.careful
	}
	pc := s.newContext()
	root := p.Parse(text.NewReader(body), parser.WithContext(pc))
	return root.(*ast.Document), oddities(pc)
}

// clean gives the body with line feeds only, as valid UTF-8 and with NUL replaced as CommonMark
// asks (0.31.2, section 2.3), and with spaces where no-break spaces are in the way. Its last line ends too,
// as goldmark misreads some that don't. Lines and columns, counted in characters, stay the author's.
func clean(body []byte) []byte {
	if bytes.IndexByte(body, '\r') >= 0 {
		body = bytes.ReplaceAll(body, []byte("\r\n"), []byte("\n"))
		// What is left is no line end to editors or to diag, so it is none here.
		body = bytes.ReplaceAll(body, []byte("\r"), []byte(" "))
	}
	if bytes.IndexByte(body, 0) >= 0 {
		body = bytes.ReplaceAll(body, []byte{0}, []byte("\uFFFD"))
	}
	if !utf8.Valid(body) {
		body = bytes.ToValidUTF8(body, []byte("\uFFFD"))
	}
	if bytes.Contains(body, []byte(noBreakSpace)) {
		body = openLeadIns(body)
	}
	if len(body) > 0 && body[len(body)-1] != '\n' {
		body = append(body[:len(body):len(body)], '\n')
	}
	return body
}

const noBreakSpace = "\u00A0"

// openLeadIns puts spaces for the no-break spaces that hide a list, a quote or an empty line from
// Markdown. Text that was copied from a word processor or a web page has them.
func openLeadIns(body []byte) []byte {
	out := make([]byte, 0, len(body))
	for line := range bytes.Lines(body) {
		n := leadIn(line)
		out = append(out, bytes.ReplaceAll(line[:n], []byte(noBreakSpace), []byte(" "))...)
		out = append(out, line[n:]...)
	}
	return out
}

// leadIn gives the length of what stands before the text of a line: up to three spaces, a bullet or
// dash and a space after it; or all of a line that shows nothing.
func leadIn(line []byte) int {
	indent, columns := spaces(line)
	if util.IsBlank(line[indent:]) {
		return len(line)
	}
	for _, bullet := range []string{"-", "*", "+", "–", "—", "−", "‒", "―"} {
		rest, found := bytes.CutPrefix(line[indent:], []byte(bullet))
		if after, _ := spaces(rest); found && columns <= 3 && after > 0 {
			return indent + len(bullet) + after
		}
	}
	return 0
}

// spaces gives the length in bytes and characters of the spaces that text begins with.
func spaces(text []byte) (bytesLong, long int) {
	for {
		rest, found := bytes.CutPrefix(text[bytesLong:], []byte(" "))
		if !found {
			rest, found = bytes.CutPrefix(text[bytesLong:], []byte(noBreakSpace))
		}
		if !found {
			return bytesLong, long
		}
		bytesLong, long = len(text)-len(rest), long+1
	}
}
