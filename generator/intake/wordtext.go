package intake

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strconv"
	"strings"

	"alingsas.se/dialog/generator/limits"
)

// A wordReader makes blocks of the XML of a text in a .docx.
type wordReader struct {
	doc    *document
	blocks []block

	plain, markup strings.Builder // of the paragraph
	style, list   string
	bold, italic  bool
	link          string
	cells         []string // of the row
	rows          [][]string
	tables        int // in each other
	skipped       int // elements that are not read, in each other
	description   string
	read          int // bytes of text
}

var errTooMuch = errors.New("too deep or too long")

// mostNested is how many elements may lie in each other.
const mostNested = 200

// read makes blocks of a part of the document.
func (d *document) read(f *zip.File) ([]block, error) {
	opened, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer opened.Close()
	r := &wordReader{doc: d}
	decoder := xml.NewDecoder(io.LimitReader(opened, mostUnpacked))
	for depth := 0; ; {
		token, err := decoder.Token()
		switch {
		case errors.Is(err, io.EOF):
			return r.blocks, nil
		case err != nil:
			return nil, err
		case depth > mostNested || r.read > 2*limits.Text:
			return nil, errTooMuch
		}
		switch t := token.(type) {
		case xml.StartElement:
			depth++
			r.begin(t)
		case xml.EndElement:
			depth--
			r.end(t.Name.Local)
		case xml.CharData:
			r.text(string(t))
		}
	}
}

// notRead are elements whose text is another's, or is gone: the copy for old programs, what was deleted, codes.
var notRead = map[string]bool{"Fallback": true, "del": true, "instrText": true, "delText": true, "moveFrom": true}

func value(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// isOn tells whether a property without a value, or with one that says so, holds.
func isOn(e xml.StartElement) bool {
	v := value(e, "val")
	return v != "0" && v != "false" && v != "none"
}

func (r *wordReader) begin(e xml.StartElement) {
	if notRead[e.Name.Local] || r.skipped > 0 {
		if notRead[e.Name.Local] {
			r.skipped++
		}
		return
	}
	switch e.Name.Local {
	case "tbl":
		r.tables++
	case "pStyle":
		r.style = value(e, "val")
	case "numId":
		r.list = value(e, "val")
	case "b":
		r.bold = isOn(e)
	case "i":
		r.italic = isOn(e)
	case "hyperlink":
		r.link = r.doc.links[value(e, "id")]
	case "br", "cr":
		r.plain.WriteString("\n")
		r.markup.WriteString("\\\n")
	case "tab":
		r.write(" ", " ")
	case "docPr":
		r.description = value(e, "descr")
	case "blip":
		r.picture(r.doc.links[value(e, "embed")])
	case "noBreakHyphen":
		r.write("-", "-")
	case "t":
		r.description = ""
	}
}

func (r *wordReader) end(name string) {
	if notRead[name] {
		r.skipped--
		return
	}
	if r.skipped > 0 {
		return
	}
	switch name {
	case "r":
		r.bold, r.italic = false, false
	case "hyperlink":
		r.link = ""
	case "p":
		r.paragraph()
	case "tc":
		r.cells = append(r.cells, oneSpace(strings.ReplaceAll(r.takeCell(), "|", "\\|")))
	case "tr":
		r.rows = append(r.rows, r.cells)
		r.cells = nil
	case "tbl":
		r.tables--
		if r.tables == 0 {
			r.table()
		}
	}
}

// text takes characters. White space between elements means nothing: words stand in elements of their own.
func (r *wordReader) text(text string) {
	text, _ = visible(text)
	r.read += len(text)
	if r.skipped > 0 || strings.TrimSpace(text) == "" && strings.Contains(text, "\n") {
		return
	}
	markup := escapeInline(text)
	inner := strings.TrimSpace(markup)
	if inner != "" && r.link != "" {
		markup = restored(markup, "["+inner+"]("+r.link+")", inner)
	} else if inner != "" && r.bold && r.style == "" {
		markup = restored(markup, "**"+inner+"**", inner)
	} else if inner != "" && r.italic {
		markup = restored(markup, "*"+inner+"*", inner)
	}
	r.write(text, markup)
}

// restored puts the space back that stood around a text that has become another.
func restored(whole, made, inner string) string { return strings.Replace(whole, inner, made, 1) }

func (r *wordReader) write(plain, markup string) {
	r.plain.WriteString(plain)
	r.markup.WriteString(markup)
}

// picture puts a picture of the document where it stands.
func (r *wordReader) picture(target string) {
	f := r.doc.member("word/" + target)
	if f == nil || r.doc.pictures > limits.File {
		return
	}
	opened, err := f.Open()
	if err != nil {
		return
	}
	defer opened.Close()
	data, err := io.ReadAll(io.LimitReader(opened, limits.File))
	r.doc.pictures += len(data)
	if err != nil {
		return
	}
	if name := r.doc.article.addPicture(path.Base(target), data); name != "" {
		r.markup.WriteString("![" + escapeInline(oneSpace(r.description)) + "](" + name + ")")
	}
}

// takeCell gives what the paragraphs of a cell have left.
func (r *wordReader) takeCell() string {
	text := r.markup.String()
	r.plain.Reset()
	r.markup.Reset()
	return text
}

// paragraph makes a block of what was gathered. In a table it is a part of a cell.
func (r *wordReader) paragraph() {
	if r.tables > 0 {
		r.write(" ", " ")
		return
	}
	plain, markup := strings.TrimSpace(r.plain.String()), strings.Trim(r.markup.String(), " \\\n\t")
	style, list := strings.ToLower(r.style), r.list
	r.plain.Reset()
	r.markup.Reset()
	r.style, r.list = "", ""
	if markup == "" || plain == "" && !strings.HasPrefix(markup, "![") {
		return
	}
	b := block{kind: paragraph, plain: plain, markup: escapeBegin(strings.ReplaceAll(markup, "****", ""))}
	switch {
	case plain == "":
		b = block{kind: other, plain: plain, markup: markup}
	case headingStyle(style) > 0:
		b.kind, b.level = heading, headingStyle(style)
	case list != "" && list != "0" && r.doc.numbered[list]:
		b.kind = numbered
		b.markup = "1. " + b.markup
		b.tight = len(r.blocks) > 0 && r.blocks[len(r.blocks)-1].kind == numbered
	case list != "" && list != "0", strings.HasPrefix(style, "listbullet"), strings.HasPrefix(style, "punktlista"):
		b.kind = bullet
		b.tight = len(r.blocks) > 0 && r.blocks[len(r.blocks)-1].kind == bullet
	}
	r.blocks = append(r.blocks, b)
}

// headingStyle gives the level of a heading by its style, 0 for none. Word names styles in the language of the program.
func headingStyle(style string) int {
	if style == "title" || style == "rubrik" {
		return 1
	}
	for _, name := range []string{"heading", "rubrik"} {
		if n, err := strconv.Atoi(strings.TrimPrefix(style, name)); err == nil && strings.HasPrefix(style, name) {
			return min(max(n, 1), 6)
		}
	}
	return 0
}

// table makes a block of the rows of a table; the first one is its head.
func (r *wordReader) table() {
	var plain []string
	for _, row := range r.rows {
		plain = append(plain, strings.Join(row, " | "))
	}
	if text := strings.TrimSpace(strings.Join(plain, "\n")); text != "" {
		r.blocks = append(r.blocks, block{kind: other, plain: text, markup: tableMarkup(r.rows)})
	}
	r.rows, r.cells = nil, nil
}
