package formats

import (
	"encoding/json"
	"strconv"
	"sync"
	"unicode/utf8"
)

// An encoder writes nodes. They stand on every page, and encoding/json takes several times as long.
type encoder struct{ json []byte }

var encoders = sync.Pool{New: func() any { return new(encoder) }}

func (w *encoder) add(json string) { w.json = append(w.json, json...) }

// open begins a node, to which fields are added until it is closed.
func (w *encoder) open(kind string) {
	w.add(`{"@type":"`)
	w.add(kind)
	w.add(`"`)
}

func (w *encoder) close() { w.add("}") }

// name begins a field. Its value follows.
func (w *encoder) name(name string) {
	w.add(`,"`)
	w.add(name)
	w.add(`":`)
}

// text adds a field, but an empty one.
func (w *encoder) text(name, text string) {
	if text != "" {
		w.name(name)
		w.quote(text)
	}
}

func (w *encoder) number(name string, n float64) {
	w.name(name)
	w.json = strconv.AppendFloat(w.json, n, 'f', -1, 64)
}

func (w *encoder) node(name string, n Node) {
	w.name(name)
	n.write(w)
}

func (w *encoder) texts(name string, texts []string) {
	list(w, name, texts, w.quote)
}

func nodes[N Node](w *encoder, name string, nodes []N) {
	list(w, name, nodes, func(n N) { n.write(w) })
}

// list adds a field, but an empty one.
func list[T any](w *encoder, name string, items []T, write func(T)) {
	if len(items) == 0 {
		return
	}
	w.name(name)
	w.add("[")
	for i, item := range items {
		if i > 0 {
			w.add(",")
		}
		write(item)
	}
	w.add("]")
}

func (w *encoder) quote(text string) {
	if !isPlain(text) {
		quoted, _ := json.Marshal(text) // no text is an error
		w.json = append(w.json, quoted...)
		return
	}
	w.add(`"`)
	w.add(text)
	w.add(`"`)
}

// isPlain tells whether a text stands in a script between quotes as it is.
func isPlain(text string) bool {
	for _, r := range text {
		switch r {
		case '"', '\\', '<', '>', '&', '\u2028', '\u2029', utf8.RuneError:
			return false
		}
		if r < ' ' {
			return false
		}
	}
	return true
}
