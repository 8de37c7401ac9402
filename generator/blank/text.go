package blank

import (
	"slices"
	"strings"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/locale"
)

// laterKeys are those that a text needs when it has been published, or that few texts ever need. The list of keys has them.
var laterKeys = []string{"corrections", "withdrawn", "replaced_by", "changes", "previous_start", "updated", "aliases", "left", "ignore", "slug"}

// keptKeys are what stays the same from one item to another that is like it.
var keptKeys = []string{
	"kind", "topics", "regions", "contacts", "place", "organisations", "participants", "audience", "registration", "series",
	"organisation", "hours", "areas", "press", "menu",
}

var forExample = diag.Both("Till exempel", "For example")

// text writes a new file: keys with their values, and the others as comments.
func (m *maker) text(day locale.Date, isOneOfMany bool) []byte {
	values := m.values(day, isOneOfMany)
	var b strings.Builder
	b.WriteString("---\n")
	for _, k := range m.keys {
		value, isGiven := values[k.Name]
		switch {
		case isGiven && value == "": // which the author has to write
			b.WriteString(m.help(k, day) + k.Name + ":\n")
		case isGiven:
			b.WriteString(k.Name + ": " + value + "\n")
		case !slices.Contains(laterKeys, k.Name):
			b.WriteString(m.help(k, day) + "# " + k.Name + ":" + placeFor(k) + "\n")
		}
	}
	b.WriteString("---\n")
	return []byte(b.String())
}

// values are what is known of the new item, by key, as YAML has it.
func (m *maker) values(day locale.Date, isOneOfMany bool) map[string]string {
	values := map[string]string{"draft": "true"}
	for _, key := range keptKeys {
		if m.from == nil {
			break
		}
		if value := m.from.Written(key, "deadline"); value != "" && value != "{}" {
			values[key] = value
		}
	}
	title, role := m.titleAndRole()
	values[m.sort.title] = content.Quoted(title)
	if m.sort.name == "contact" {
		if values["role"] = ""; role != "" {
			values["role"] = content.Quoted(role)
		}
	}
	if !day.IsZero() {
		values[m.sort.start] = written(day)
	}
	if end := m.end(day); !end.IsZero() {
		values["end"] = written(end)
	}
	if isOneOfMany && values["series"] == "" {
		values["series"] = content.Quoted(title)
	}
	return values
}

// help is what a key means and what may be written after it, as comments: what exists, or an example. The key itself gets
// no value. An example that stood there would be published by whoever only takes away the sign before it.
func (m *maker) help(k content.Key, day locale.Date) string {
	text := m.meaning(k)
	if offers := m.offers(k); len(offers) > 0 {
		return text + "# " + offered.In(m.lang) + ": " + named(offers, m.lang) + "\n"
	}
	return text + "# " + forExample.In(m.lang) + ": " + m.moved(k.Example.In(m.lang), day) + "\n"
}

func (m *maker) meaning(k content.Key) string {
	return "# " + k.Label.In(m.lang) + ": " + k.Help.In(m.lang) + "\n"
}

// placeFor is what stands after a key that takes a list.
func placeFor(k content.Key) string {
	if k.IsList && k.Input != content.GroupInput {
		return " []"
	}
	return ""
}
