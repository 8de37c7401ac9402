package documents

// packed are objects that stand in the stream of another one.
type packed struct {
	data  []byte
	first int64
	at    map[int64]int64 // after first, by number
}

// unpack gives the objects inside of an object, none where it holds none.
func (d *document) unpack(number int64) *packed {
	if known := d.packed[number]; known != nil {
		return known
	}
	if d.packed == nil {
		d.packed = map[int64]*packed{}
	}
	found := &packed{at: map[int64]int64{}}
	d.packed[number] = found // also while it is read: none is inside of itself
	for _, s := range d.sections {
		place, isThere := s.find(d, number)
		if !isThere {
			continue
		}
		if v, body := d.objectAt(place.at, number); place.at > 0 && body > 0 {
			header, _ := v.(dict)
			found.read(d, header, body)
		}
		break
	}
	return found
}

// mostPacked is how many objects may stand in one other; programs put some hundred there.
const mostPacked = 100_000

func (k *packed) read(d *document, header dict, body int64) {
	n, _ := header["N"].(int64)
	first, _ := header["First"].(int64)
	data := d.decode(header, body)
	if header["Type"] != name("ObjStm") || n > mostPacked || first < 0 || first > int64(len(data)) {
		return
	}
	k.data, k.first = data, first
	p := &parser{data: data[:first]}
	for range n {
		number, isNumber := p.integer()
		at, isPlace := p.integer()
		if !isNumber || !isPlace {
			return
		}
		k.at[number] = at
	}
}

func (k *packed) object(number int64) any {
	at, found := k.at[number]
	if !found || at < 0 || at > int64(len(k.data))-k.first {
		return nil
	}
	p := &parser{data: k.data[k.first+at:]}
	v := p.value()
	if p.isBad {
		return nil
	}
	return v
}

// unpredicted undoes what is done to rows of bytes before they are packed: the filters of PNG. It gives nil for any other.
func unpredicted(data []byte, how dict) []byte {
	predictor, _ := how["Predictor"].(int64)
	columns, _ := how["Columns"].(int64)
	switch {
	case predictor <= 1:
		return data
	case predictor < 10 || columns < 1 || columns > 64 || !isByteWide(how):
		return nil
	}
	length := int(columns)
	before, plain := make([]byte, length), make([]byte, 0, len(data))
	for ; len(data) > length; data = data[length+1:] {
		row := append([]byte(nil), data[1:length+1]...)
		if !unfilter(data[0], row, before) {
			return nil
		}
		plain, before = append(plain, row...), row
	}
	return plain
}

// isByteWide tells whether each value is a byte, as in all tables of objects.
func isByteWide(how dict) bool {
	bits, hasBits := how["BitsPerComponent"].(int64)
	colours, hasColours := how["Colors"].(int64)
	return (!hasBits || bits == 8) && (!hasColours || colours == 1)
}

// unfilter undoes one of the filters of PNG: none, the byte to the left, that above, or their mean. The last one, Paeth,
// is for pictures.
func unfilter(filter byte, row, above []byte) bool {
	left := byte(0)
	for i := range row {
		switch filter {
		case 0:
		case 1:
			row[i] += left
		case 2:
			row[i] += above[i]
		case 3:
			row[i] += byte((int(left) + int(above[i])) / 2)
		default:
			return false
		}
		left = row[i]
	}
	return true
}
