package documents

import (
	"bytes"
	"compress/zlib"
	"io"
	"strconv"
)

// A place is where an object is: in the file, or packed inside of another object. One that was deleted is nowhere.
type place struct{ at, inside int64 }

// A section is a part of the table that says where objects are. A file that was changed has several.
type section interface {
	find(d *document, number int64) (place, bool)
}

// mostSections is how often a file may have been changed.
const mostSections = 100

// readSections finds the table of objects, newest part first, and gives what its newest part says of the file.
func (d *document) readSections() (trailer dict, ok bool) {
	at, ok := d.startOfTable()
	seen := map[int64]bool{}
	for ok && !seen[at] && len(d.sections) < mostSections {
		seen[at] = true
		part, found := d.readSection(at)
		if !found {
			return nil, false
		}
		if trailer == nil {
			trailer = part
		}
		if hybrid, isNumber := part["XRefStm"].(int64); isNumber {
			if _, found := d.readStreamSection(hybrid); !found {
				return nil, false
			}
		}
		if part["Prev"] == nil {
			return trailer, true
		}
		at, ok = part["Prev"].(int64)
	}
	return nil, false
}

func (d *document) readSection(at int64) (trailer dict, ok bool) {
	if bytes.HasPrefix(d.bytesAt(at, 4), []byte("xref")) {
		return d.readTable(at)
	}
	return d.readStreamSection(at)
}

// A table is a section as text: a line of 20 bytes for each object.
type table []run

// A run is the lines of objects whose numbers follow each other.
type run struct{ first, count, at int64 }

const lineLength = 20

func (t table) find(d *document, number int64) (place, bool) {
	for _, r := range t {
		if number < r.first || number-r.first >= r.count {
			continue
		}
		fields := bytes.Fields(d.bytesAt(r.at+(number-r.first)*lineLength, lineLength))
		if len(fields) != 3 || string(fields[2]) != "n" {
			return place{}, true
		}
		at, _ := strconv.ParseInt(string(fields[0]), 10, 64)
		return place{at: at}, true
	}
	return place{}, false
}

func (d *document) readTable(at int64) (trailer dict, ok bool) {
	var t table
	ok = d.parseAt(at+int64(len("xref")), func(p *parser) bool {
		t = nil
		for p.peek() != 't' {
			first, isFirst := p.integer()
			count, isCount := p.integer()
			if p.peek(); !isFirst || !isCount || first < 0 || count < 0 || count > d.size/lineLength {
				return false
			}
			t = append(t, run{first, count, at + int64(len("xref")+p.at)})
			if p.at += int(count) * lineLength; p.at > len(p.data) {
				p.at, p.isShort = len(p.data), true
				return false
			}
		}
		isTrailer := p.value() == word("trailer")
		trailer, _ = p.value().(dict)
		return isTrailer && trailer != nil
	})
	d.sections = append(d.sections, t)
	return trailer, ok
}

// A stream is a section whose entries are numbers of fixed widths: what the entry is, and two more.
type stream struct {
	data   []byte
	widths [3]int
	runs   []run // at is that of the first entry in data
}

func (s *stream) entryLength() int { return s.widths[0] + s.widths[1] + s.widths[2] }

func (s *stream) find(_ *document, number int64) (place, bool) {
	for _, r := range s.runs {
		if number < r.first || number-r.first >= r.count {
			continue
		}
		at := r.at + (number-r.first)*int64(s.entryLength())
		if at+int64(s.entryLength()) > int64(len(s.data)) {
			return place{}, false
		}
		entry := s.data[at:]
		kind := int64(1) // where the width of that is 0
		if s.widths[0] > 0 {
			kind = bigEndian(entry[:s.widths[0]])
		}
		where := bigEndian(entry[s.widths[0] : s.widths[0]+s.widths[1]])
		switch kind {
		case 1:
			return place{at: where}, true
		case 2:
			return place{inside: where}, true
		}
		return place{}, true
	}
	return place{}, false
}

func bigEndian(digits []byte) (n int64) {
	for _, b := range digits {
		n = n<<8 | int64(b)
	}
	return n
}

func (d *document) readStreamSection(at int64) (trailer dict, ok bool) {
	v, body := d.objectAt(at, anyNumber)
	trailer, _ = v.(dict)
	widths, _ := trailer["W"].([]any)
	size, _ := trailer["Size"].(int64)
	if trailer["Type"] != name("XRef") || body == 0 || len(widths) != 3 {
		return nil, false
	}
	s := &stream{data: d.decode(trailer, body)}
	for i, w := range widths {
		n, _ := w.(int64)
		if n < 0 || n > 7 {
			return nil, false
		}
		s.widths[i] = int(n)
	}
	index, hasIndex := trailer["Index"].([]any)
	if !hasIndex {
		index = []any{int64(0), size}
	}
	s.runs, ok = runsOf(index, s.entryLength())
	d.sections = append(d.sections, s)
	return trailer, ok && s.data != nil
}

// runsOf reads pairs of a first number and a count.
func runsOf(index []any, length int) (runs []run, ok bool) {
	at := int64(0)
	for i := 0; i+1 < len(index); i += 2 {
		first, isFirst := index[i].(int64)
		count, isCount := index[i+1].(int64)
		if !isFirst || !isCount || first < 0 || count < 0 || count > budget {
			return nil, false
		}
		runs = append(runs, run{first, count, at})
		at += count * int64(length)
	}
	return runs, len(index)%2 == 0
}

// decode gives the bytes of a stream, nil where they are packed in an unusual way, or are too many.
func (d *document) decode(header dict, body int64) []byte {
	length, _ := d.resolve(header["Length"]).(int64)
	if length <= 0 || length > d.left {
		return nil
	}
	data := d.bytesAt(body, length)
	filter := header["Filter"]
	if list, isList := filter.([]any); isList && len(list) == 1 {
		filter = list[0]
	}
	switch {
	case filter == nil && header["DecodeParms"] == nil:
		return data
	case filter != name("FlateDecode"):
		return nil
	}
	parameters := header["DecodeParms"]
	if list, isList := parameters.([]any); isList && len(list) == 1 {
		parameters = list[0]
	}
	how, _ := parameters.(dict)
	return unpredicted(d.inflate(data), how)
}

func (d *document) inflate(data []byte) []byte {
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil
	}
	plain, err := io.ReadAll(io.LimitReader(r, d.left))
	if err != nil || !d.spend(int64(len(plain))) || d.left == 0 {
		return nil
	}
	return plain
}
