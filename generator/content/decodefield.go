package content

import (
	"strconv"

	"alingsas.se/dialog/generator/diag"
	"go.yaml.in/yaml/v4"
)

// A field is one key of a mapping: how it is read, and how a translation takes it over. A type's
// table of fields, with the words of the same keys, is all there is to know about them: see [Model].
type field[T any] struct {
	key     string
	value   *Value       // what is written after the key
	keys    func() []Key // of a group
	help    *help
	decode  func(*decoder, *yaml.Node, *T)
	inherit func(to, from *T) // nil: each language has its own
	merge   func(to, from *T) // nil: what a translation says stands for all that the original does
	isText  bool              // holds words: a translation that leaves it out shows the other language's
	need    need
	isAsked bool // see asked
}

// fieldOf makes the field that stands in T at the place that at gives.
func fieldOf[T, V any](key string, at func(*T) *V, r reader[V]) field[T] {
	return field[T]{
		key:     key,
		value:   &r.value,
		keys:    r.keys,
		decode:  func(d *decoder, n *yaml.Node, v *T) { *at(v) = r.decode(d, n) },
		inherit: func(to, from *T) { *at(to) = *at(from) },
	}
}

// own makes a field that translations don't take over.
func (f field[T]) own() field[T] {
	f.inherit = nil
	return f
}

// mergedBy makes a field of which a translation says only what differs.
func (f field[T]) mergedBy(merge func(to, from *T)) field[T] {
	f.merge = merge
	return f
}

// text marks a field whose value is words.
func (f field[T]) text() field[T] {
	f.isText = true
	return f
}

// required marks a field that must have a value.
func (f field[T]) required() field[T] {
	f.need = aValue
	return f
}

// orEmpty marks a field for which an empty text is a value.
func (f field[T]) orEmpty() field[T] {
	f.need = alwaysText
	return f
}

// asked marks a field that must be there, which is told when all keys have been read.
func (f field[T]) asked() field[T] {
	f.isAsked = true
	return f
}

// said marks a field that must have a value wherever it stands.
func (f field[T]) said() field[T] {
	f.need = alwaysSaid
	return f
}

// isRequired tells whether a file without the field has a fault.
func (f *field[T]) isRequired() bool { return f.need == aValue || f.need == alwaysText || f.isAsked }

func keysOf[T any](fields []field[T]) []string {
	keys := make([]string, len(fields))
	for i, f := range fields {
		keys[i] = f.key
	}
	return keys
}

// decodeMap reads a mapping into v and tells where each key stands. A nil node is a mapping whose
// fault has been told.
func decodeMap[T any](d *decoder, n *yaml.Node, v *T, fields []field[T]) []keyPosition {
	if n == nil || !d.isMap(n) {
		return nil
	}
	outer, help, isGroup := d.key, d.help, d.isGroup
	defer func() { d.key, d.help, d.isGroup = outer, help, isGroup }()
	positions := make([]keyPosition, 0, len(n.Content)/2)
	var meant []keyPosition
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		f := find(fields, key.Value)
		if f == nil {
			if name := d.unknownKey(n, key, value, keysOf(fields)); name != "" {
				meant = append(meant, keyPosition{name, int32(d.line + key.Line), int32(key.Column)})
			}
			continue
		}
		if d.isAbsent(value, f.need, outer == "") {
			continue
		}
		if first := lineOf(positions, f.key); first > 0 {
			d.fail(key, diag.DuplicateKey, "key", f.key, "line", strconv.Itoa(first))
			continue
		}
		positions = append(positions, keyPosition{f.key, int32(d.line + key.Line), int32(key.Column)})
		d.key, d.help, d.isGroup = f.key, f.help, f.keys != nil
		switch {
		case f.need != alwaysText && isEmpty(value):
			d.fail(placeOfNothing(key, value), diag.EmptyValue, "key", d.key)
		case d.hasValue(key, value):
			f.decode(d, value, v)
		}
	}
	return withMeant(positions, meant)
}

// withMeant adds keys that were meant: a title that is misspelled is not missing, too.
func withMeant(positions, meant []keyPosition) []keyPosition {
	for _, m := range meant {
		if lineOf(positions, m.key) == 0 {
			positions = append(positions, m)
		}
	}
	return positions
}

// placeOfNothing is where a value is missing: at the quotes that hold nothing, or at the key.
func placeOfNothing(key, value *yaml.Node) *yaml.Node {
	if value.Kind == yaml.ScalarNode && value.Tag == "!!null" {
		return key
	}
	return value
}

func find[T any](fields []field[T], key string) *field[T] {
	for i := range fields {
		if fields[i].key == key {
			return &fields[i]
		}
	}
	return nil
}

func lineOf(positions []keyPosition, key string) int {
	for _, p := range positions {
		if p.key == key {
			return int(p.line)
		}
	}
	return 0
}

// inherit gives a translation every value that it has no key for. untranslated are the keys of those
// among them that hold words; given are the original's keys.
func inherit[T any](to, from *T, keys, given []keyPosition, fields []field[T]) (untranslated []string) {
	for _, f := range fields {
		switch isOwn := lineOf(keys, f.key) > 0; {
		case isOwn && f.merge != nil:
			f.merge(to, from)
			continue
		case isOwn || f.inherit == nil:
			continue
		}
		f.inherit(to, from)
		if f.isText && lineOf(given, f.key) > 0 {
			untranslated = append(untranslated, f.key)
		}
	}
	return untranslated
}
