//go:build !js

package pictures

import (
	"bytes"
	"encoding/xml"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"alingsas.se/dialog/generator/diag"
)

// inspectDrawing reads a drawing as a whole: what it may not hold can stand anywhere.
func inspectDrawing(base string, data []byte) (Info, *Fault) {
	d, f := readDrawing(base, data)
	if f != nil {
		return Info{}, f
	}
	if _, err := d.rewrite(data); err != nil {
		return Info{}, broken(base, "metadata i den går inte att ta bort", "it holds metadata that cannot be removed")
	}
	width, height := d.size()
	return Info{Kind: SVG, Width: width, Height: height, Bytes: int64(len(data)), Orientation: 1}, nil
}

// A drawing is an SVG file that was read and holds nothing that it may not.
type drawing struct {
	root xml.StartElement
	cuts [][2]int // what is not published, from and to which byte
	swap []string // old and new data of pictures inside
}

// readDrawing checks an SVG file: opened at its own address, it could run scripts and load what it names.
func readDrawing(base string, data []byte) (*drawing, *Fault) {
	if !utf8.Valid(data) {
		return nil, broken(base, "den är inte skriven i UTF-8", "it is not written in UTF-8")
	}
	r := drawingReader{base: base, decoder: xml.NewDecoder(bytes.NewReader(data))}
	for {
		before := int(r.decoder.InputOffset())
		token, err := r.decoder.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			if strings.Contains(err.Error(), "invalid character entity") {
				return nil, r.unsafe("en entitet", "an entity")
			}
			return nil, unreadable(base, err)
		}
		if f := r.take(token, before); f != nil {
			return nil, f
		}
	}
	if r.root.Name.Local != "svg" {
		return nil, broken(base, "den har inget element svg", "it has no element svg")
	}
	return &r.drawing, nil
}

type drawingReader struct {
	drawing
	base    string
	decoder *xml.Decoder
	open    []string // the elements that are open
	hidden  int      // how many are open from the one on that is not published
	from    int      // where that begins
}

func (r *drawingReader) take(token xml.Token, before int) *Fault {
	switch t := token.(type) {
	case xml.StartElement:
		return r.start(t, before)
	case xml.EndElement:
		r.end()
	case xml.CharData:
		if len(r.open) > 0 && r.open[len(r.open)-1] == "style" {
			return r.checkStyle(string(t))
		}
	case xml.Comment:
		r.cut(before)
	case xml.Directive:
		if bytes.ContainsAny(t, "[") {
			return r.unsafe("en DOCTYPE med entiteter", "a DOCTYPE with entities")
		}
		r.cut(before)
	case xml.ProcInst:
		if t.Target == "xml-stylesheet" {
			return r.unsafe("en stilmall utifrån", "a style sheet from outside")
		}
		if t.Target != "xml" {
			r.cut(before)
		}
	}
	return nil
}

// cut leaves out what was read since the offset.
func (r *drawingReader) cut(from int) {
	if r.hidden == 0 {
		r.cuts = append(r.cuts, [2]int{from, int(r.decoder.InputOffset())})
	}
}

func (r *drawingReader) start(e xml.StartElement, before int) *Fault {
	if r.root.Name.Local == "" {
		r.root = e.Copy()
	}
	r.open = append(r.open, strings.ToLower(e.Name.Local))
	if r.hidden > 0 {
		r.hidden++
		return nil
	}
	if e.Name.Local == "metadata" || e.Name.Local == "namedview" {
		r.hidden, r.from = 1, before
		return nil
	}
	if slices.Contains(activeElements, strings.ToLower(e.Name.Local)) {
		return r.unsafe("<"+e.Name.Local+">", "<"+e.Name.Local+">")
	}
	for _, a := range e.Attr {
		if f := r.checkAttribute(a); f != nil {
			return f
		}
	}
	return nil
}

func (r *drawingReader) end() {
	r.open = r.open[:len(r.open)-1]
	if r.hidden == 0 {
		return
	}
	if r.hidden--; r.hidden == 0 {
		r.cut(r.from)
	}
}

// activeElements run something, or show what stands elsewhere.
var activeElements = []string{"script", "foreignobject", "iframe", "embed", "object", "audio", "video", "source", "handler", "listener", "link", "meta", "base"}

func (r *drawingReader) checkAttribute(a xml.Attr) *Fault {
	name, value := strings.ToLower(a.Name.Local), strings.TrimSpace(a.Value)
	switch {
	case a.Name.Space == "xmlns" || name == "xmlns":
		return nil
	case strings.HasPrefix(name, "on"):
		return r.unsafe("händelsen "+a.Name.Local, "the event handler "+a.Name.Local)
	case name == "href" || name == "src" || name == "base" && a.Name.Space != "":
		return r.checkReference(name, value)
	case name == "attributename" && (strings.HasSuffix(strings.ToLower(value), "href") || strings.HasPrefix(strings.ToLower(value), "on")):
		return r.unsafe("en ändring av "+value, "a change of "+value)
	case name == "absref" || name == "docname" || name == "export-filename":
		r.swap = append(r.swap, a.Name.Local+`="`+a.Value+`"`, a.Name.Local+`=""`) // where it lay on its author's disk
		return nil
	}
	return r.checkStyle(value)
}

func (r *drawingReader) checkReference(name, value string) *Fault {
	if value == "" || strings.HasPrefix(value, "#") {
		return nil
	}
	if strings.HasPrefix(value, "data:") {
		return r.checkInside(value)
	}
	return r.outside(name + "=\"" + shortened(value) + "\"")
}

// checkStyle looks at a style sheet, or at an attribute that may be one.
func (r *drawingReader) checkStyle(css string) *Fault {
	lower := strings.ToLower(css)
	if strings.Contains(lower, "\\") && strings.ContainsAny(lower, "(@") {
		return r.unsafe("en stil som döljer vad den gör (\\)", "a style that hides what it does (\\)")
	}
	for _, word := range []string{"@import", "image-set(", "javascript:", "expression("} {
		if strings.Contains(lower, word) {
			return r.outside(word)
		}
	}
	for i := strings.Index(lower, "url("); i >= 0; i = strings.Index(lower, "url(") {
		css, lower = css[i+4:], lower[i+4:]
		if target := strings.TrimLeft(css, " \t\r\n'\""); !strings.HasPrefix(target, "#") {
			end := max(0, strings.IndexAny(target, ")'\""))
			return r.outside("url(" + shortened(target[:end]) + ")")
		}
	}
	return nil
}

func (r *drawingReader) outside(what string) *Fault {
	return r.unsafe("en hänvisning utåt: "+what, "a reference to the outside: "+what)
}

func (r *drawingReader) unsafe(what, whatEnglish string) *Fault {
	return fault(diag.UnsafeDrawing, "file", r.base, "what", what, "what-en", whatEnglish)
}

func shortened(text string) string {
	if runes := []rune(text); len(runes) > 60 {
		return string(runes[:60]) + "…"
	}
	return text
}

// size reads the size in pixels, 0 where the drawing says none: its width and height, else its view box (SVG 2,
// section 8.2). A size in other units than pixels is none.
func (d *drawing) size() (width, height int) {
	values := map[string]string{}
	for _, a := range d.root.Attr {
		values[a.Name.Local] = a.Value
	}
	width, height = pixels(values["width"]), pixels(values["height"])
	if width > 0 && height > 0 {
		return width, height
	}
	box := strings.FieldsFunc(values["viewBox"], func(r rune) bool { return strings.ContainsRune(" ,\t\r\n", r) })
	if len(box) != 4 {
		return 0, 0
	}
	width, height = pixels(box[2]), pixels(box[3])
	if width == 0 || height == 0 {
		return 0, 0
	}
	return width, height
}

func pixels(length string) int {
	v, err := strconv.ParseFloat(strings.TrimSuffix(length, "px"), 64)
	if err != nil || !(v >= 1 && v < 1<<16) {
		return 0
	}
	return int(math.Round(v))
}
