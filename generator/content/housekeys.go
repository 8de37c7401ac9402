package content

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

func firstCharacter(text []byte) []byte {
	_, size := utf8.DecodeRune(text)
	return text[:size]
}

// withHouseNames writes keys by their names, where the author wrote another word for one: titel, Title.
func (h *House) withHouseNames(at place, file string, text []byte, keys []Key) []byte {
	m, _ := splitMatter(file, text, nil)
	root := rootOf(m.yaml)
	if !m.ok || root == nil {
		return text
	}
	edits := houseNames(m.yaml, root, keys)
	if len(edits) == 0 {
		return text
	}
	from := len(text) - len(bytes.TrimLeft(text, " \t\n"))
	from += bytes.IndexByte(text[from:], '\n') + 1
	return slices.Concat(text[:from], edited(m.yaml, edits), text[from+len(m.yaml):])
}

// houseNames goes through a mapping and what is in it.
func houseNames(matter []byte, n *yaml.Node, keys []Key) (edits []textEdit) {
	if n.Kind == yaml.SequenceNode {
		for _, item := range n.Content {
			edits = append(edits, houseNames(matter, item, keys)...)
		}
		return edits
	}
	if n.Kind != yaml.MappingNode {
		return nil
	}
	var given []string
	for i := 0; i+1 < len(n.Content); i += 2 {
		given = append(given, n.Content[i].Value)
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		name := meantBy(key.Value, keys)
		if name != key.Value && name != "" && !slices.Contains(given, name) {
			if e, ok := placeIn(matter, key, name); ok {
				edits, given = append(edits, e), append(given, name)
			}
		}
		if k := slices.IndexFunc(keys, func(k Key) bool { return k.Name == name }); k >= 0 {
			edits = append(edits, houseNames(matter, n.Content[i+1], keys[k].Keys)...)
		}
	}
	return edits
}

// meantBy gives the one key that a word means, "" where there is none or several: datum may be the day of a meeting, or
// that on which its fact sheet becomes public.
func meantBy(word string, keys []Key) (name string) {
	lower := strings.ToLower(word)
	for _, k := range keys {
		switch {
		case k.Name == lower:
			return k.Name
		case !slices.Contains(synonyms[k.Name], plainWord(lower)):
		case name != "":
			return ""
		default:
			name = k.Name
		}
	}
	return name
}

// inOrder puts the keys of front matter into the order of the model, each with the comments right above it. What is
// written in one line within braces stays.
func inOrder(matter []byte, keys []Key) []byte {
	root := rootOf(matter)
	lines := bytes.SplitAfter(bytes.TrimRight(matter, " \n"), []byte("\n"))
	if n := len(lines) - 1; !bytes.HasSuffix(lines[n], []byte("\n")) {
		lines[n] = append(slices.Clone(lines[n]), '\n')
	}
	var chunks []chunk
	for i := 0; i+1 < len(root.Content); i += 2 {
		key := root.Content[i]
		if key.Column != 1 || key.Line > len(lines) || i > 0 && key.Line == root.Content[i-2].Line {
			return matter
		}
		rank := slices.IndexFunc(keys, func(k Key) bool { return k.Name == key.Value })
		chunks = append(chunks, chunk{rank: rank, from: key.Line - 1})
	}
	head := headOfMatter(lines, chunks[0].from)
	for i := range chunks {
		above := head
		if i > 0 {
			above = chunks[i-1].from + 1
		}
		chunks[i].from = commentsAbove(lines, chunks[i].from, above)
	}
	tail := commentsAbove(lines, len(lines), root.Content[len(root.Content)-2].Line)
	for i := range chunks {
		to := tail
		if i+1 < len(chunks) {
			to = chunks[i+1].from
		}
		chunks[i].lines = lines[chunks[i].from:to]
	}
	slices.SortStableFunc(chunks, func(a, b chunk) int { return a.rank - b.rank })
	return joined(lines[:head], chunks, lines[tail:])
}

// A chunk is the lines of one key, from the comments above it to the end of its value.
type chunk struct {
	rank, from int
	lines      [][]byte
}

// headOfMatter is where a note on the whole file ends: comments at the top, with an empty line after them.
func headOfMatter(lines [][]byte, first int) int {
	for i := first - 1; i >= 0; i-- {
		if isBlankLine(lines[i]) {
			return i + 1
		}
	}
	return 0
}

// commentsAbove is where the comments and empty lines begin that stand right above a line.
func commentsAbove(lines [][]byte, line, least int) int {
	for line > least && (isBlankLine(lines[line-1]) || lines[line-1][0] == '#') {
		line--
	}
	return line
}

func isBlankLine(line []byte) bool { return len(bytes.TrimSpace(line)) == 0 }

// joined puts the parts together, with no empty line at either end and no two in a row between the keys. Within
// a text of several lines they stay.
func joined(head [][]byte, chunks []chunk, tail [][]byte) []byte {
	parts := [][][]byte{head}
	for _, c := range chunks {
		parts = append(parts, c.lines)
	}
	var out []byte
	for _, part := range append(parts, tail) {
		isFirst := true // until something else than an empty line stands in the part
		for i, line := range part {
			isDouble := isFirst && (len(out) == 0 || i > 0 && isBlankLine(part[i-1]) || bytes.HasSuffix(out, []byte("\n\n")))
			if isBlankLine(line) && isDouble {
				continue
			}
			isFirst = isFirst && isBlankLine(line)
			out = append(out, line...)
		}
	}
	return append(bytes.TrimRight(out, " \n"), '\n')
}
