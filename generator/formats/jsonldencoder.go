package formats

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// An encoder writes nodes. They stand on every page, and encoding/json takes several times as long.
type encoder struct{ out []byte }

func (w *encoder) raw(text string) { w.out = append(w.out, text...) }

// open begins a node, to which fields are added until it is closed.
func (w *encoder) open(kind string) {
	w.raw(`{"@type":"`)
	w.raw(kind)
	w.raw(`"`)
}

func (w *encoder) close() { w.raw("}") }

// name begins a field. Its value follows.
func (w *encoder) name(name string) {
	w.raw(`,"`)
	w.raw(name)
	w.raw(`":`)
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
	w.out = strconv.AppendFloat(w.out, n, 'f', -1, 64)
}

func (w *encoder) node(name string, n Node) {
	w.name(name)
	n.write(w)
}

func (w *encoder) texts(name string, texts []string) {
	list(w, name, texts, func(text string) { w.quote(text) })
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
	w.raw("[")
	for i, item := range items {
		if i > 0 {
			w.raw(",")
		}
		write(item)
	}
	w.raw("]")
}

// quote adds a text that is given in parts.
func (w *encoder) quote(parts ...string) {
	if slices.ContainsFunc(parts, needsEscape) {
		quoted, _ := json.Marshal(strings.Join(parts, "")) // no text is an error
		w.out = append(w.out, quoted...)
		return
	}
	w.raw(`"`)
	for _, part := range parts {
		w.raw(part)
	}
	w.raw(`"`)
}

// needsEscape tells whether a text can't stand in a script between quotes as it is.
func needsEscape(text string) bool {
	var all byte
	for i := range len(text) {
		c := text[i]
		all |= c
		if mayNeedEscape[c] && (c != lineEnd[0] || isLineEnd(text[i:])) {
			return true
		}
	}
	return all >= utf8.RuneSelf && !utf8.ValidString(text)
}

// lineEnd begins U+2028 and U+2029, and what is frequent in Swedish, too: dashes and quotes.
const lineEnd = "\u2028"

func isLineEnd(text string) bool {
	return strings.HasPrefix(text, "\u2028") || strings.HasPrefix(text, "\u2029")
}

// mayNeedEscape has the bytes of what needs it, or their first.
var mayNeedEscape = func() (bytes [256]bool) {
	for c := range byte(' ') {
		bytes[c] = true
	}
	for _, c := range []byte{'"', '\\', '<', '>', '&', lineEnd[0]} {
		bytes[c] = true
	}
	return bytes
}()
