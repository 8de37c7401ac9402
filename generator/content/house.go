package content

import (
	"bytes"
	"io/fs"
	"slices"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/markdown"
	"go.yaml.in/yaml/v4"
)

// A House writes texts as we write them: the keys in the order of the model and by their own names, dates as 2026-03-27,
// and the body as [markdown.InHouseForm] says. Within a group keys stay as they are. No word changes, no comment is lost.
type House struct {
	fsys     fs.FS
	settings *Settings
	label    string
	keys     map[kind][]Key
}

// NewHouse makes a house of the texts in a content folder. label is the folder's name in messages.
func NewHouse(fsys fs.FS, label string) *House {
	settings, _ := LoadSettings(fsys, label, 0)
	keys := map[kind][]Key{}
	for _, t := range Model() {
		keys[kind(t.Name)] = t.Keys
	}
	return &House{fsys, settings, label, keys}
}

// Texts lists the texts of the folder, by their names in it.
func (h *House) Texts() (names []string) {
	places, _, _ := survey(h.fsys, h.label, h.settings)
	for _, p := range places {
		names = append(names, p.name)
	}
	slices.Sort(names)
	return names
}

// Read gives a text by its name in the folder, or why it cannot be read.
func (h *House) Read(name string) ([]byte, diag.List) {
	data, err := readFile(h.fsys, name)
	if err != nil {
		return nil, diag.List{fileFault(diag.Position{File: h.label + "/" + name}, err)}
	}
	return data, nil
}

// SaysDraft tells whether a text says surely that it is a draft.
func SaysDraft(data []byte) bool { return linesSayDraft(data) }

// Form gives a text in house form, by its name in the content folder. One with errors stays as it is, and they are
// given: nobody knows what is meant. What is wrong in a draft is a warning. Lines may end as they do on Windows, where all of them do; a byte-order mark goes.
func (h *House) Form(name string, data []byte) ([]byte, diag.List) {
	at, isText := placeOf(name, h.settings.Languages)
	file := h.label + "/" + name
	if !isText {
		return data, nil
	}
	text, returns := withoutReturns(bytes.TrimPrefix(data, []byte("\uFEFF")))
	fields := h.keys[at.kind]
	named := h.withHouseNames(at, file, text, fields)
	if parse(h.settings, at, file, named).diags.HasErrors() {
		return data, faultsOf(parse(h.settings, at, file, data))
	}
	m, _ := splitMatter(file, named, nil)
	root := rootOf(m.yaml)
	if root == nil {
		return data, nil
	}
	matter := inOrder(withHouseDates(m.yaml, root, at.kind, fields, h.settings.Zone), fields)
	if at.kind == meetingKind {
		splitHours(root)
	}
	if !isSameMatter(root, rootOf(matter), h.settings.Zone) {
		matter = m.yaml
	}
	body := markdown.InHouseForm(markdown.Source{File: file, Data: named, Offset: m.body, Lang: at.lang})
	formed := slices.Concat([]byte("---\n"), matter, []byte("---\n"), withoutMargins(body))
	if returns {
		formed = bytes.ReplaceAll(formed, []byte("\n"), []byte("\r\n"))
	}
	return formed, nil
}

// faultsOf gives why a text stays as it is.
func faultsOf(p parsed) (faults diag.List) {
	for _, d := range p.diags.AtLeast(diag.Error) {
		if p.item().surelyDraft {
			d = d.InDraft()
		}
		faults = append(faults, d)
	}
	return faults
}

// withoutReturns gives a text with line feeds only, and tells whether all of its lines end as they do on Windows: that is
// what git makes of a text there, and it stays.
func withoutReturns(text []byte) (plain []byte, isWindows bool) {
	returns := bytes.Count(text, []byte("\r\n"))
	if returns == 0 {
		return text, false
	}
	return bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")), returns == bytes.Count(text, []byte("\n"))
}

// withoutMargins gives a body with one empty line before it and none after it.
func withoutMargins(body []byte) []byte {
	for {
		line, rest, found := bytes.Cut(body, []byte("\n"))
		if !found || len(bytes.TrimSpace(line)) > 0 {
			break
		}
		body = rest
	}
	body = bytes.TrimRight(body, " \t\n")
	if len(body) == 0 {
		return nil
	}
	return slices.Concat([]byte("\n"), body, []byte("\n"))
}

// rootOf gives the mapping that front matter is, nil where it is none.
func rootOf(matter []byte) *yaml.Node {
	var doc yaml.Node
	if err := yaml.Unmarshal(matter, &doc); err != nil || len(doc.Content) == 0 || doc.Content[0].Kind != yaml.MappingNode {
		return nil
	}
	return doc.Content[0]
}

// A textEdit puts a text in the place of another, on a line that counts from 0.
type textEdit struct {
	line, from, to int // in bytes
	text           string
}

// edited makes edits, of which none lies in another.
func edited(matter []byte, edits []textEdit) []byte {
	slices.SortFunc(edits, func(a, b textEdit) int {
		if a.line != b.line {
			return a.line - b.line
		}
		return b.from - a.from // from the end, so that the others stay where they are
	})
	lines := bytes.SplitAfter(matter, []byte("\n"))
	for _, e := range edits {
		line := lines[e.line]
		lines[e.line] = slices.Concat(line[:e.from], []byte(e.text), line[e.to:])
	}
	return bytes.Join(lines, nil)
}

// placeIn gives where a node's text begins in the lines of front matter, if it is what stands there, in quotes or without.
func placeIn(matter []byte, n *yaml.Node, replacement string) (e textEdit, ok bool) {
	lines := bytes.SplitAfter(matter, []byte("\n"))
	if n.Line < 1 || n.Line > len(lines) {
		return e, false
	}
	line, from := lines[n.Line-1], 0
	for range n.Column - 1 { // columns count characters
		from += len(firstCharacter(line[from:]))
	}
	for _, mark := range []string{"", `"`, "'"} {
		written := mark + n.Value + mark
		if bytes.HasPrefix(line[from:], []byte(written)) {
			return textEdit{n.Line - 1, from, from + len(written), replacement}, true
		}
	}
	return e, false
}
