package content

import (
	"slices"
	"time"

	"alingsas.se/dialog/generator/locale"
	"go.yaml.in/yaml/v4"
)

// withHouseDates writes every date as 2026-03-27 or 2026-03-27 09:00, and a start that says when the meeting ends on two
// lines.
func withHouseDates(matter []byte, root *yaml.Node, of kind, keys []Key, zone *time.Location) []byte {
	edits := houseDates(matter, root, keys, zone)
	if e, ok := houseHours(matter, root); ok && of == meetingKind {
		edits = append(edits, e)
	}
	return edited(matter, edits)
}

// houseHours gives the end of a meeting a line of its own, where there is one to be had.
func houseHours(matter []byte, root *yaml.Node) (e textEdit, ok bool) {
	from, to, start, ok := hoursOf(root)
	isInBraces := root.Style&yaml.FlowStyle != 0
	if !ok || isInBraces || valueOf(root, "end") != nil {
		return e, false
	}
	return placeIn(matter, start, from+"\nend: "+to)
}

func houseDates(matter []byte, n *yaml.Node, keys []Key, zone *time.Location) (edits []textEdit) {
	if n.Kind == yaml.SequenceNode {
		for _, item := range n.Content {
			edits = append(edits, houseDates(matter, item, keys, zone)...)
		}
		return edits
	}
	for i := 0; n.Kind == yaml.MappingNode && i+1 < len(n.Content); i += 2 {
		value := n.Content[i+1]
		k := slices.IndexFunc(keys, func(k Key) bool { return k.Name == n.Content[i].Value })
		switch {
		case k < 0:
		case keys[k].Input == GroupInput:
			edits = append(edits, houseDates(matter, value, keys[k].Keys, zone)...)
		case keys[k].Input == DateInput && value.Kind == yaml.ScalarNode:
			date := houseDate(value.Value, zone)
			if e, ok := placeIn(matter, value, date); ok && date != "" {
				edits = append(edits, e)
			}
		}
	}
	return edits
}

// houseDate gives a date as we write it, "" where it is none or would lose something: the seconds, or which of two
// moments is meant when clocks go back.
func houseDate(text string, zone *time.Location) string {
	date, err := locale.ParseDate(text, zone)
	if err != nil {
		return ""
	}
	form := time.DateOnly
	if date.HasTime {
		form += " 15:04"
	}
	house := date.Time.Format(form)
	if again, err := locale.ParseDate(house, zone); err != nil || !isSameDate(again, date) {
		return ""
	}
	return house
}

func isSameDate(a, b locale.Date) bool { return a.HasTime == b.HasTime && a.Time.Equal(b.Time) }

// isSameMatter tells whether two nodes say the same, whatever the order of their keys and the spelling of dates.
func isSameMatter(a, b *yaml.Node, zone *time.Location) bool {
	switch {
	case a == nil || b == nil || a.Kind != b.Kind || len(a.Content) != len(b.Content):
		return false
	case a.Kind == yaml.ScalarNode:
		return a.Value == b.Value && a.Tag == b.Tag || isSameMoment(a.Value, b.Value, zone)
	case a.Kind == yaml.MappingNode:
		for i := 0; i+1 < len(a.Content); i += 2 {
			if other := valueOf(b, a.Content[i].Value); other == nil || !isSameMatter(a.Content[i+1], other, zone) {
				return false
			}
		}
		return true
	}
	for i := range a.Content {
		if !isSameMatter(a.Content[i], b.Content[i], zone) {
			return false
		}
	}
	return true
}

func isSameMoment(a, b string, zone *time.Location) bool {
	x, err := locale.ParseDate(a, zone)
	y, otherErr := locale.ParseDate(b, zone)
	return err == nil && otherErr == nil && isSameDate(x, y)
}
