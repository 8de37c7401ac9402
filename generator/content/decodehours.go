package content

import (
	"slices"

	"alingsas.se/dialog/generator/locale"
	"go.yaml.in/yaml/v4"
)

// splitHours makes `end` of a `start` that says from when to when, as people do: 2026-03-31 kl. 9–11. Where there is an
// end, nobody knows which of the two is meant, and it stays.
func splitHours(root *yaml.Node) {
	from, to, start, ok := hoursOf(root)
	if !ok {
		return
	}
	end := *start
	start.Value, end.Value = from, to
	if empty := valueOf(root, "end"); empty != nil {
		*empty = end
		return
	}
	key := yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: "end", Line: start.Line, Column: start.Column}
	root.Content = slices.Concat(root.Content, []*yaml.Node{&key, &end})
}

// hoursOf gives the two moments that the start of a meeting says, and where.
func hoursOf(root *yaml.Node) (from, to string, start *yaml.Node, ok bool) {
	if root == nil || root.Kind != yaml.MappingNode {
		return "", "", nil, false
	}
	start, end := valueOf(root, "start"), valueOf(root, "end")
	if start == nil || start.Kind != yaml.ScalarNode || end != nil && !isEmpty(end) {
		return "", "", nil, false
	}
	from, to, ok = locale.Hours(start.Value)
	return from, to, start, ok
}
