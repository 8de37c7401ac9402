package formats

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// An encoder writes nodes. They stand on every page, and encoding/json takes several times as long.
type encoder struct{ *bytes.Buffer }

// open begins a node, to which fields are added until it is closed.
func (w encoder) open(kind string) {
	w.WriteString(`{"@type":"`)
	w.WriteString(kind)
	w.WriteString(`"`)
}

func (w encoder) close() { w.WriteString("}") }

// name begins a field. Its value follows.
func (w encoder) name(name string) {
	w.WriteString(`,"`)
	w.WriteString(name)
	w.WriteString(`":`)
}

// text adds a field, but an empty one.
func (w encoder) text(name, text string) {
	if text != "" {
		w.name(name)
		w.quote(text)
	}
}

func (w encoder) number(name string, n float64) {
	w.name(name)
	w.Write(strconv.AppendFloat(w.AvailableBuffer(), n, 'f', -1, 64))
}

func (w encoder) node(name string, n Node) {
	w.name(name)
	n.write(w)
}

func (w encoder) texts(name string, texts []string) {
	list(w, name, texts, func(text string) { w.quote(text) })
}

func nodes[N Node](w encoder, name string, nodes []N) {
	list(w, name, nodes, func(n N) { n.write(w) })
}

// list adds a field, but an empty one.
func list[T any](w encoder, name string, items []T, write func(T)) {
	if len(items) == 0 {
		return
	}
	w.name(name)
	w.WriteString("[")
	for i, item := range items {
		if i > 0 {
			w.WriteString(",")
		}
		write(item)
	}
	w.WriteString("]")
}

// quote adds a text that is given in parts.
func (w encoder) quote(parts ...string) {
	if slices.ContainsFunc(parts, needsEscape) {
		quoted, _ := json.Marshal(strings.Join(parts, "")) // no text is an error
		w.Write(quoted)
		return
	}
	w.WriteString(`"`)
	for _, part := range parts {
		w.WriteString(part)
	}
	w.WriteString(`"`)
}

// needsEscape tells whether a text can't stand in a script between quotes as it is.
func needsEscape(text string) bool {
	for _, r := range text {
		switch r {
		case '"', '\\', '<', '>', '&', '\u2028', '\u2029', utf8.RuneError:
			return true
		}
		if r < ' ' {
			return true
		}
	}
	return false
}
