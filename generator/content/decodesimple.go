package content

import (
	"bytes"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// A simpleYAML is memory for the nodes of one front matter after the other: they are large, and of no use
// once its values are read.
type simpleYAML struct {
	nodes    []yaml.Node
	children []*yaml.Node
	line     int
}

var simpleYAMLs = sync.Pool{New: func() any { return new(simpleYAML) }}

// parse gives the mapping of front matter in which every line is a key with a word, a sentence or a list
// in brackets, as most front matter is; nil where there is anything else, which is for the library. With the
// library alone a build takes 24 % more, and half as much memory again.
//
// The nodes are those that the library gives, with one difference: numbers and dates are texts, which
// is what the decoder takes them for. A fuzz test compares them. They hold until the next parse.
func (b *simpleYAML) parse(data []byte) *yaml.Node {
	// Pointers lead into both, so there must be room for all from the beginning.
	lines, lists, commas := bytes.Count(data, []byte{'\n'})+1, bytes.Count(data, []byte{'['}), bytes.Count(data, []byte{','})
	b.nodes = slices.Grow(b.nodes[:0], 1+2*lines+lists+commas)
	b.children = slices.Grow(b.children[:0], 2*lines+lists+commas)
	b.line = 0
	root := b.node(yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Line: 1, Column: 1})
	root.Content = b.room(2 * lines)
	for text := string(data); text != ""; {
		line, rest, _ := strings.Cut(text, "\n")
		text = rest
		b.line++
		key, value := keyAndValue(line)
		if key == "" {
			return nil
		}
		column := len(key) + len(": ") + 1
		node := b.value(value, column)
		if node == nil {
			return nil
		}
		root.Content = append(root.Content, b.node(yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: key, Line: b.line, Column: 1}), node)
	}
	if len(root.Content) == 0 {
		return nil
	}
	return root
}

func (b *simpleYAML) node(n yaml.Node) *yaml.Node {
	b.nodes = append(b.nodes, n)
	return &b.nodes[len(b.nodes)-1]
}

// room gives an empty list for n nodes.
func (b *simpleYAML) room(n int) []*yaml.Node {
	from := len(b.children)
	b.children = b.children[:from+n]
	return b.children[from:from:len(b.children)]
}

// keyAndValue cuts a line `key: value`; the key is "" where it is none.
func keyAndValue(line string) (key, value string) {
	n := 0
	for n < len(line) && (line[n] >= 'a' && line[n] <= 'z' || line[n] == '_') {
		n++
	}
	if n == 0 || !strings.HasPrefix(line[n:], ": ") || wordTag(line[:n]) != "!!str" {
		return "", ""
	}
	return line[:n], line[n+len(": "):]
}

func (b *simpleYAML) value(text string, column int) *yaml.Node {
	if inside, isList := strings.CutPrefix(text, "["); isList {
		return b.list(inside, column)
	}
	return b.scalar(text, column)
}

// list reads the words of a list after its bracket.
func (b *simpleYAML) list(text string, column int) *yaml.Node {
	inside, isClosed := strings.CutSuffix(text, "]")
	if !isClosed {
		return nil
	}
	list := b.node(yaml.Node{Kind: yaml.SequenceNode, Style: yaml.FlowStyle, Tag: "!!seq", Line: b.line, Column: column})
	at := column + len("[")
	list.Content = b.room(strings.Count(inside, ",") + 1)
	for isLast := false; !isLast; {
		word, rest, hasMore := strings.Cut(inside, ",")
		// What is special in a list, or may be: a key, a text in quotes, another list.
		if strings.ContainsAny(word, ":?[]{}\"'#") {
			return nil
		}
		trimmed := strings.TrimLeft(word, " ")
		node := b.scalar(strings.TrimRight(trimmed, " "), at+len(word)-len(trimmed))
		if node == nil {
			return nil
		}
		list.Content = append(list.Content, node)
		at += utf8.RuneCountInString(word) + len(",")
		inside, isLast = rest, !hasMore
	}
	return list
}

// scalar reads a text without quotes (YAML 1.2.2, section 7.3.3), where it begins with a letter or a digit and
// holds nothing that might end it.
func (b *simpleYAML) scalar(text string, column int) *yaml.Node {
	if text == "" || !isPlainStart(text[0]) || text[len(text)-1] == ' ' || text[len(text)-1] == ':' {
		return nil
	}
	for i := range len(text) {
		switch c := text[i]; {
		case c == ':' && text[i+1] == ' ', c == '#' && text[i-1] == ' ': // a key, a comment
			return nil
		// Control characters, and what begins U+0085, U+2028 and U+2029, which end lines.
		case c < ' ' || c == 0x7F || c == 0xC2 || c == 0xE2 && !isQuoteOrDash(text[i:]) || c == 0xEF:
			return nil
		}
	}
	return b.node(yaml.Node{Kind: yaml.ScalarNode, Tag: wordTag(text), Value: text, Line: b.line, Column: column})
}

func isPlainStart(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c >= 0xC3 && c <= 0xDF
}

// isQuoteOrDash tells whether text begins with typographic marks, U+2010 to U+2026.
func isQuoteOrDash(text string) bool {
	return len(text) >= 3 && text[1] == 0x80 && text[2] >= 0x90 && text[2] <= 0xA6
}

// wordTag is the type of a word.
func wordTag(text string) string {
	switch text {
	case "null", "Null", "NULL":
		return "!!null"
	case "true", "True", "TRUE", "false", "False", "FALSE":
		return "!!bool"
	}
	return "!!str"
}
