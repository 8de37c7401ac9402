package content

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// Written gives what the author of an item wrote after a key, on one line of YAML; "" where it says nothing. Of a group
// the keys that are named in without are left out.
func (i *Item) Written(key string, without ...string) string {
	text := i.Body.Text().Source().Data
	m, _ := splitMatter(i.File, text, nil)
	value := valueOf(rootOf(m.yaml), key)
	if value == nil || isEmpty(value) {
		return ""
	}
	return inline(value, without)
}

// inline writes a value on one line.
func inline(n *yaml.Node, without []string) string {
	switch {
	case n.Kind == yaml.SequenceNode:
		items := make([]string, len(n.Content))
		for i, item := range n.Content {
			items[i] = inline(item, without)
		}
		return "[" + strings.Join(items, ", ") + "]"
	case n.Kind == yaml.MappingNode:
		var pairs []string
		for i := 0; i+1 < len(n.Content); i += 2 {
			if key := n.Content[i].Value; !slices.Contains(without, key) {
				pairs = append(pairs, key+": "+inline(n.Content[i+1], without))
			}
		}
		return "{" + strings.Join(pairs, ", ") + "}"
	case n.Tag == "!!str" && n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) == 0 || n.Tag == "!!timestamp":
		return quotedIn("[", "]", n.Value)
	case n.Tag == "!!str":
		return quotedAs(n.Value)
	}
	return n.Value // a number, true, nothing
}

// Quoted gives a text as it is written after a key: in quotes where it would be something else without.
func Quoted(text string) string { return quotedIn("", "", text) }

// quotedIn does so between marks of YAML.
func quotedIn(before, after, text string) string {
	text = strings.Join(strings.Fields(text), " ")
	n := valueOf(rootOf([]byte("a: "+before+text+after)), "a")
	if before != "" && n != nil && len(n.Content) == 1 {
		n = n.Content[0]
	}
	isPlain := n != nil && n.Kind == yaml.ScalarNode && n.Value == text && n.Style == 0 && n.Anchor == "" && (n.Tag == "!!str" || n.Tag == "!!timestamp")
	if !isPlain || strings.Contains(text, "#") {
		return quotedAs(text)
	}
	return text
}

func quotedAs(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
}
