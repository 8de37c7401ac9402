// Package documents tells how many pages a document has: Pages.
//
// In comes a PDF file. Out comes a number, or that it is not known: a file that is encrypted, broken or unusual has
// none. No part of a page is looked at, and no file takes more than a moment or more than [budget] bytes.
package documents

import (
	"bytes"
	"io"
	"math"
)

// budget is how many bytes are read and unpacked of one file. A report of 500 pages takes a hundredth of it.
const budget = 32 << 20

// mostPages is more than any document for readers has. A file that says more is not believed.
const mostPages = 100_000

// Pages counts the pages of a PDF file as ISO 32000-2 tells it: the root of the tree of pages holds their number. It has
// to be the sum of what the branches say, so that a file that was cut or patched gives no wrong number.
func Pages(file io.ReaderAt, size int64) (n int, isKnown bool) {
	d := &document{file: file, size: size, left: budget}
	trailer, ok := d.readSections()
	if !ok || trailer["Encrypt"] != nil {
		return 0, false
	}
	catalogue, _ := d.resolve(trailer["Root"]).(dict)
	pages, _ := d.resolve(catalogue["Pages"]).(dict)
	kids, _ := d.resolve(pages["Kids"]).([]any)
	count, _ := d.resolve(pages["Count"]).(int64)
	if pages["Type"] != name("Pages") || count < 1 || count > mostPages || d.countOf(kids) != count {
		return 0, false
	}
	return int(count), true
}

// countOf adds the pages of branches, -1 where one is neither a page nor a branch.
func (d *document) countOf(kids []any) (sum int64) {
	for _, kid := range kids {
		node, _ := d.resolve(kid).(dict)
		count, isNumber := d.resolve(node["Count"]).(int64)
		switch {
		case node["Type"] == name("Page"):
			sum++
		case node["Type"] == name("Pages") && isNumber && count >= 0 && count <= mostPages:
			sum += count
		default:
			return -1
		}
	}
	return sum
}

// A document is a PDF file of which no more than left bytes may still be read.
type document struct {
	file     io.ReaderAt
	size     int64
	left     int64
	sections []section // of the table of objects, newest first
	packed   map[int64]*packed
}

// spend tells whether n more bytes may be read.
func (d *document) spend(n int64) bool {
	d.left -= n
	return d.left >= 0
}

// bytesAt reads n bytes, fewer at the end of the file; nil where they may not be read.
func (d *document) bytesAt(at, n int64) []byte {
	if at < 0 || at >= d.size {
		return nil
	}
	n = min(n, d.size-at)
	if !d.spend(n) {
		return nil
	}
	data := make([]byte, n)
	if got, _ := d.file.ReadAt(data, at); int64(got) != n {
		return nil
	}
	return data
}

// windows are how much is read of an object: first what most fit into.
var windows = []int64{2 << 10, 64 << 10, 4 << 20}

// parseAt parses what stands at a place with read, which tells whether it is what it should be.
func (d *document) parseAt(at int64, read func(*parser) bool) bool {
	for _, n := range windows {
		data := d.bytesAt(at, n)
		if data == nil {
			return false
		}
		p := &parser{data: data}
		ok := read(p)
		if !p.isShort || at+n >= d.size {
			return ok && !p.isBad
		}
	}
	return false
}

// tail is where the end of a file says where the table of objects begins.
const tail = 1 << 10

func (d *document) startOfTable() (at int64, ok bool) {
	end := d.bytesAt(max(0, d.size-tail), tail)
	i := bytes.LastIndex(end, []byte("startxref"))
	if i < 0 {
		return 0, false
	}
	p := &parser{data: end, at: i + len("startxref")}
	at, ok = p.value().(int64)
	return at, ok
}

// resolve follows references to other objects, as long as they are few.
func (d *document) resolve(v any) any {
	for range 8 {
		r, isReference := v.(reference)
		if !isReference {
			return v
		}
		v = d.object(int64(r))
	}
	return nil
}

// object gives the object of a number, nil where it is not there.
func (d *document) object(number int64) any {
	for _, s := range d.sections {
		place, found := s.find(d, number)
		switch {
		case !found:
		case place.inside > 0:
			return d.unpack(place.inside).object(number)
		case place.at > 0:
			v, _ := d.objectAt(place.at, number)
			return v
		default: // it was deleted
			return nil
		}
	}
	return nil
}

// anyNumber is of an object that is known by its place alone.
const anyNumber = math.MaxInt64

// objectAt reads an object, and tells where the bytes of a stream begin; 0 where it is none.
func (d *document) objectAt(at, number int64) (v any, body int64) {
	ok := d.parseAt(at, func(p *parser) bool {
		n, _ := p.integer()
		_, isObject := p.integer()
		if !isObject || p.value() != word("obj") || number != anyNumber && n != number {
			return false
		}
		v, body = p.value(), 0
		if next := p.value(); next == word("stream") {
			body = at + int64(p.afterLine())
		}
		return true
	})
	if !ok {
		return nil, 0
	}
	return v, body
}
