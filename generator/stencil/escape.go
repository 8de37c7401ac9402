package stencil

import (
	"bytes"
	"html/template"
	"reflect"
	"strconv"
	"strings"
)

// A writer writes a value as the escapers of html/template would, in their order.
type writer func(w *bytes.Buffer, v reflect.Value)

// writers are by the names of the escapers. What they do not know is for html/template.
var writers = map[string]writer{
	// Between tags. Markup that is known to be safe is written as it is.
	"htmlescaper": func(w *bytes.Buffer, v reflect.Value) {
		s, kind := content(v)
		if kind == htmlType {
			w.WriteString(s)
			return
		}
		escape(w, s)
	},
	// In <title> and <textarea>.
	"rcdataescaper": func(w *bytes.Buffer, v reflect.Value) { escape(w, plain(v)) },
	// In the value of an attribute, between quotes.
	"attrescaper": func(w *bytes.Buffer, v reflect.Value) { escape(w, plain(v)) },
	// In an address after its beginning: mailto:…
	"urlnormalizer attrescaper": func(w *bytes.Buffer, v reflect.Value) { escape(w, normalize(address(v))) },
	// An address from its beginning on.
	"urlfilter urlnormalizer attrescaper": func(w *bytes.Buffer, v reflect.Value) {
		s, kind := content(v)
		if kind != urlType && !isSafeURL(s) {
			panic(unknown{})
		}
		escape(w, normalize(s))
	},
	// An attribute that was put together by a function.
	"htmlnamefilter": func(w *bytes.Buffer, v reflect.Value) {
		s, kind := content(v)
		if kind != attrType {
			panic(unknown{})
		}
		w.WriteString(s)
	},
	// In a script: only what is known to be one.
	"jsvalescaper": func(w *bytes.Buffer, v reflect.Value) {
		s, kind := content(v)
		if kind != jsType {
			panic(unknown{})
		}
		w.WriteString(s)
	},
}

var (
	stringType = reflect.TypeFor[string]()
	intType    = reflect.TypeFor[int]()
	boolType   = reflect.TypeFor[bool]()
	htmlType   = reflect.TypeFor[template.HTML]()
	attrType   = reflect.TypeFor[template.HTMLAttr]()
	jsType     = reflect.TypeFor[template.JS]()
	urlType    = reflect.TypeFor[template.URL]()
)

// content gives a value as text, and what type it is known by.
func content(v reflect.Value) (string, reflect.Type) {
	switch t := v.Type(); t {
	case stringType, htmlType, attrType, jsType, urlType:
		return v.String(), t
	case literalType:
		return v.String(), stringType
	case intType:
		return strconv.Itoa(int(v.Int())), stringType
	case boolType:
		return strconv.FormatBool(v.Bool()), stringType
	}
	panic(unknown{})
}

// plain gives a text that is not markup, from which the escapers would take the tags.
func plain(v reflect.Value) string {
	s, kind := content(v)
	if kind == htmlType {
		panic(unknown{})
	}
	return s
}

// address gives a text that is to stand in an address, whatever it is known as.
func address(v reflect.Value) string {
	s, _ := content(v)
	return s
}

// references are how the escapers write the characters that mean something in HTML.
var references = [256]string{
	0: "\uFFFD", '"': "&#34;", '&': "&amp;", '\'': "&#39;", '+': "&#43;", '<': "&lt;", '>': "&gt;",
}

func escape(w *bytes.Buffer, s string) {
	written := 0
	for i := range len(s) {
		if ref := references[s[i]]; ref != "" {
			w.WriteString(s[written:i])
			w.WriteString(ref)
			written = i + 1
		}
	}
	w.WriteString(s[written:])
}

// isSafeURL tells whether the scheme of an address is one that runs nothing.
func isSafeURL(s string) bool {
	scheme, _, has := strings.Cut(s, ":")
	if !has || strings.Contains(scheme, "/") {
		return true
	}
	return strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https") || strings.EqualFold(scheme, "mailto")
}

// isKept are the bytes of an address that are written as they are: those that RFC 3986 reserves or leaves
// alone, without the quote and the parentheses, which may end the place where it stands.
var isKept = func() (kept [256]bool) {
	for _, c := range []byte("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!#$&*+,/:;=?@[]") {
		kept[c] = true
	}
	return kept
}()

// normalize writes the other bytes of an address in hexadecimal, but for those that are already.
func normalize(s string) string {
	for i := range len(s) {
		if !isKept[s[i]] {
			return normalizeFrom(s, i)
		}
	}
	return s
}

func normalizeFrom(s string, first int) string {
	const digits = "0123456789abcdef"
	b := append(make([]byte, 0, len(s)+16), s[:first]...)
	for i := first; i < len(s); i++ {
		c := s[i]
		if isKept[c] || c == '%' && i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2]) {
			b = append(b, c)
		} else {
			b = append(b, '%', digits[c>>4], digits[c&15])
		}
	}
	return string(b)
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}
