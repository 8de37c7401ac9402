package content

import (
	"strings"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/markdown"
	"go.yaml.in/yaml/v4"
)

// A need is what a key asks for, where it stands in a file.
type need int

const (
	nothing    need = iota // without a value it is as if it were not there: editors in a browser write such keys
	aValue                 // without one it is an error, but in a translation, which takes over its original's
	alwaysText             // as nothing, but "" in quotes is a value: alt: "" is a decoration
	alwaysSaid             // without a value it is an error everywhere: nobody knows what draft: means
)

// isAbsent tells whether a key is as if it were not there. isOutermost is true for those of a file, false for those
// of a group within it.
func (d *decoder) isAbsent(value *yaml.Node, n need, isOutermost bool) bool {
	switch n {
	case alwaysSaid:
		return false
	case aValue:
		return isEmpty(value) && isOutermost && d.isTranslation
	case alwaysText:
		return isEmpty(value) && !(value.Kind == yaml.ScalarNode && value.Tag == "!!str")
	}
	return isEmpty(value)
}

// isEmpty tells whether a value says nothing: no text, or a list or a group of nothing else.
func isEmpty(n *yaml.Node) bool {
	if n.Anchor != "" || n.Style&yaml.TaggedStyle != 0 {
		return false
	}
	first, step := 0, 1
	switch n.Kind {
	case yaml.ScalarNode:
		return n.Tag == "!!null" || isBlank(n.Value)
	case yaml.MappingNode:
		first, step = 1, 2 // its values
	case yaml.SequenceNode:
	default:
		return false
	}
	for i := first; i < len(n.Content); i += step {
		if !isEmpty(n.Content[i]) {
			return false
		}
	}
	return true
}

// isBlank tells whether a text shows nothing: some editors write <br> where nobody wrote anything.
func isBlank(text string) bool {
	text = strings.TrimSpace(text)
	if strings.HasPrefix(text, "<") {
		text, _ = markdown.WithoutTags(text)
	}
	return text == ""
}

// hasValue reports a key that nothing follows, and an alias, which would make one place of a file
// depend on another.
func (d *decoder) hasValue(key, value *yaml.Node) bool {
	switch {
	case value.Kind == yaml.AliasNode:
		d.wrong(value, "ett eget värde", "a value of its own")
		return false
	case value.Anchor != "" || value.Style&yaml.TaggedStyle != 0:
		// YAML takes the first word for a mark of its own: of "!Viktigt besked" it would leave "besked".
		d.fail(value, diag.YAMLSyntax, marked.args()...)
		return false
	case value.Kind == yaml.ScalarNode && value.Tag == "!!null":
		d.fail(key, diag.EmptyValue, "key", d.key)
		return false
	}
	return true
}
