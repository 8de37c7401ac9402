package content

import (
	"bytes"
	"slices"

	"alingsas.se/dialog/generator/diag"
	"go.yaml.in/yaml/v4"
)

// swallowedKeys reports lines of the front matter that look like keys and are none: YAML reads them as the rest
// of a text whose quotation mark is closed too late, or under which they are indented. root is what YAML made of it, nil where it could not be read.
func swallowedKeys(file string, m matter, root *yaml.Node, keys []string) diag.List {
	if root == nil {
		return nil
	}
	var diags diag.List
	n, next := 0, 0 // next is the first key that does not stand above
	for line := range bytes.Lines(m.yaml) {
		n++
		for next < len(root.Content) && root.Content[next].Line < n {
			next += 2
		}
		key := keyAt(line)
		at := diag.Position{File: file, Line: m.line + n, Column: 1}
		isRemark := bytes.HasPrefix(bytes.TrimLeft(line, " \t"), []byte("#"))
		switch {
		case next < len(root.Content) && root.Content[next].Line == n:
		case slices.Contains(keys, string(key)):
			diags.Add(at, diag.SwallowedKey, "key", string(key))
		case !isRemark && findDraftMark(line) >= 0:
			diags.Add(at, diag.DraftInBody)
		}
	}
	return diags
}

// keysInBody reports lines of a body that are keys of the front matter: there they mean nothing. That of a draft is
// told otherwise.
func keysInBody(file string, text []byte, body int, keys []string) diag.List {
	var diags diag.List
	places := diag.NewLocator(file, text)
	at, isCode := body, false
	for line := range bytes.Lines(text[body:]) {
		isCode = isCode != bytes.HasPrefix(line, []byte("```"))
		if key := keyAt(line); !isCode && string(key) != "draft" && slices.Contains(keys, string(key)) {
			diags.Add(places.At(at), diag.KeyInBody, "key", string(key))
		}
		at += len(line)
	}
	return diags
}

// keyAt gives the key that a line begins with, nil where it begins with none: small letters and a colon with a
// space behind it.
func keyAt(line []byte) []byte {
	for i, c := range line {
		switch {
		case c >= 'a' && c <= 'z' || c == '_':
		case c == ':' && i > 0 && (i+1 == len(line) || line[i+1] == ' ' || line[i+1] == '\n' || line[i+1] == '\r'):
			return line[:i]
		default:
			return nil
		}
	}
	return nil
}
