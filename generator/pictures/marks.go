//go:build !js

package pictures

import (
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"strings"
)

// marks are what is written into a file beside its pixels.
type marks struct {
	orientation int
	words       Words
}

// wordLength is how long each of the words may be, in characters: together they must fit into one JPEG segment.
const wordLength = 2000

func (m marks) exif() []byte {
	entries := tiffEntries{}
	entries.text(0x010e, m.words.Caption)
	if m.orientation > 1 {
		entries.add(0x0112, 3, 1, []byte{0, byte(m.orientation), 0, 0})
	}
	entries.text(0x013b, m.words.Creator)
	entries.text(0x8298, m.words.Copyright)
	if entries.count == 0 {
		return nil
	}
	return entries.file()
}

// tiffEntries is a directory of EXIF tags in the making (TIFF 6.0, section 2). Tags are added in order.
type tiffEntries struct {
	count  uint16
	fields []byte
	values []byte   // of those that are longer than four bytes
	places [][2]int // where fields name a place in values: both counted from their beginnings
}

func (t *tiffEntries) text(tag uint16, text string) {
	if text == "" {
		return
	}
	value := append([]byte(cut(text)), 0)
	if n := len(value); n <= 4 {
		t.add(tag, 2, uint32(n), append(value, 0, 0, 0)[:4])
		return
	}
	t.places = append(t.places, [2]int{len(t.fields) + 8, len(t.values)})
	t.add(tag, 2, uint32(len(value)), make([]byte, 4))
	t.values = append(t.values, value...)
}

func (t *tiffEntries) add(tag, kind uint16, count uint32, value []byte) {
	t.count++
	t.fields = binary.BigEndian.AppendUint16(t.fields, tag)
	t.fields = binary.BigEndian.AppendUint16(t.fields, kind)
	t.fields = binary.BigEndian.AppendUint32(t.fields, count)
	t.fields = append(t.fields, value...)
}

// file gives the directory as a TIFF file: a head of eight bytes, the fields, and the values after them.
func (t *tiffEntries) file() []byte {
	out := append([]byte("MM\x00*\x00\x00\x00\x08"), byte(t.count>>8), byte(t.count))
	start := len(out) + len(t.fields) + 4
	for _, p := range t.places {
		binary.BigEndian.PutUint32(t.fields[p[0]:], uint32(start+p[1]))
	}
	out = append(out, t.fields...)
	out = append(out, 0, 0, 0, 0) // no directory follows
	return append(out, t.values...)
}

func (m marks) xmp() []byte {
	w := m.words
	if w == (Words{}) {
		return nil
	}
	var b bytes.Buffer
	b.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n" +
		"<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"" +
		" xmlns:photoshop=\"http://ns.adobe.com/photoshop/1.0/\" xmlns:xmpRights=\"http://ns.adobe.com/xap/1.0/rights/\">\n")
	property(&b, "dc:description", w.Caption, `<rdf:Alt><rdf:li xml:lang="x-default">`, "</rdf:li></rdf:Alt>")
	property(&b, "dc:creator", w.Creator, "<rdf:Seq><rdf:li>", "</rdf:li></rdf:Seq>")
	property(&b, "dc:rights", w.Copyright, `<rdf:Alt><rdf:li xml:lang="x-default">`, "</rdf:li></rdf:Alt>")
	property(&b, "photoshop:Credit", w.Credit, "", "")
	property(&b, "xmpRights:UsageTerms", w.Licence, `<rdf:Alt><rdf:li xml:lang="x-default">`, "</rdf:li></rdf:Alt>")
	b.WriteString("</rdf:Description>\n</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return b.Bytes()
}

func property(b *bytes.Buffer, name, text, before, after string) {
	if text == "" {
		return
	}
	b.WriteString("<" + name + ">" + before)
	_ = xml.EscapeText(b, []byte(cut(text))) // a buffer takes everything
	b.WriteString(after + "</" + name + ">\n")
}

// cut shortens what is too long, between two characters.
func cut(text string) string {
	runes := []rune(strings.ToValidUTF8(text, "\uFFFD"))
	return string(runes[:min(len(runes), wordLength)])
}
