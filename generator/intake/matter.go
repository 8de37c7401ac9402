package intake

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"

	"alingsas.se/dialog/generator/diag"
	"github.com/BurntSushi/toml"
	"github.com/adrg/frontmatter"
	"go.yaml.in/yaml/v4"
)

// matterStart is how front matter begins: that of Hugo, Jekyll and Zola.
var matterStart = regexp.MustCompile(`^\s*(?:---(?:yaml|toml|json)?|\+\+\+|;;;|\{)[ \t]*\r?\n`)

// isMarkdown tells whether a file without front matter is Markdown, by its name.
func isMarkdown(file string) bool {
	ext := strings.ToLower(path.Ext(file))
	return ext == ".md" || ext == ".markdown"
}

// readMatter reads the keys of another static site generator, and the Markdown below them.
func (a *article) readMatter(text string) bool {
	values := map[string]any{}
	rest, err := frontmatter.Parse(strings.NewReader(text), &values, matterForms...)
	if err != nil {
		a.tell(1, diag.ImportDamaged, "why", "uppgifterna överst följer inte reglerna för YAML, TOML eller JSON", "why-en", "its front matter is no YAML, TOML or JSON")
		return false
	}
	body := string(rest)
	at := strings.LastIndex(text, body)
	first := 1 + strings.Count(text[:max(at, 0)], "\n")
	a.text, a.hasLines, a.firstLine = body, true, first
	a.body = a.readMarkdown(body, first)
	a.tellCommands()
	for _, m := range matterRemark.FindAllStringSubmatch(text[:max(at, 0)], -1) {
		a.comments = append(a.comments, m[1])
	}
	for _, key := range sortedKeys(values) {
		a.take(key, values[key], lineOfKey(text[:max(at, 0)], key))
	}
	return true
}

// matterRemark is what front matter holds for those who write: a line, or what follows upon a value.
var matterRemark = regexp.MustCompile(`(?m)(?:^|\s)#+[ \t]*([^\s#].*)$`)

// matterForms are the library's, but for the reader of YAML: dates stay as they are written.
var matterForms = []*frontmatter.Format{
	frontmatter.NewFormat("---", "---", readYAML), frontmatter.NewFormat("---yaml", "---", readYAML),
	frontmatter.NewFormat("+++", "+++", readTOML), frontmatter.NewFormat("---toml", "---", readTOML),
	frontmatter.NewFormat(";;;", ";;;", readJSON), frontmatter.NewFormat("---json", "---", readJSON),
	{Start: "{", End: "}", Unmarshal: readJSON, UnmarshalDelims: true, RequiresNewLine: false},
}

func readTOML(data []byte, v any) error { return toml.Unmarshal(data, v) }

func readJSON(data []byte, v any) error { return json.Unmarshal(data, v) }

// readYAML is yaml.Unmarshal, with every value as the text that it is.
func readYAML(data []byte, v any) error {
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil || len(doc.Content) == 0 {
		if len(bytes.TrimSpace(data)) == 0 {
			return nil
		}
		return err
	}
	root := doc.Content[0]
	if root.Kind != yaml.MappingNode {
		return errors.New("no mapping")
	}
	values := v.(*map[string]any)
	for i := 0; i+1 < len(root.Content); i += 2 {
		(*values)[root.Content[i].Value] = valueOf(root.Content[i+1], 0)
	}
	return nil
}

// deepest is how deep values may lie in each other; what lies deeper is no value of a text.
const deepest = 10

func valueOf(n *yaml.Node, depth int) any {
	switch {
	case depth > deepest || n.Kind == yaml.AliasNode:
		return ""
	case n.Kind == yaml.SequenceNode:
		list := []any{}
		for _, inner := range n.Content {
			list = append(list, valueOf(inner, depth+1))
		}
		return list
	case n.Kind == yaml.MappingNode:
		group := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			group[n.Content[i].Value] = valueOf(n.Content[i+1], depth+1)
		}
		return group
	case n.Tag == "!!null":
		return ""
	}
	return n.Value
}

// lineOfKey finds the line of a key in front matter.
func lineOfKey(matter, key string) int {
	for i, line := range strings.Split(matter, "\n") {
		line = strings.TrimLeft(line, " \t[\"'")
		if rest, found := strings.CutPrefix(line, key); found && strings.ContainsAny(strings.TrimLeft(rest, "\"' ")+" ", ":=]") {
			return i + 1
		}
	}
	return 1
}

// textsOf gives the texts in a value, whatever its shape.
func textsOf(v any) []string {
	switch v := v.(type) {
	case nil:
		return nil
	case string:
		if strings.TrimSpace(v) == "" {
			return nil
		}
		return []string{oneSpace(v)}
	case []any:
		var all []string
		for _, inner := range v {
			all = append(all, textsOf(inner)...)
		}
		return all
	case map[string]any:
		var all []string
		for _, key := range slices.Sorted(maps.Keys(v)) {
			texts := textsOf(v[key])
			if len(texts) == 0 {
				all = append(all, key+":") // which may be all that somebody wrote
			}
			for _, text := range texts {
				all = append(all, key+": "+text)
			}
		}
		return all
	case []map[string]any:
		var all []string
		for _, inner := range v {
			all = append(all, textsOf(inner)...)
		}
		return all
	case time.Time:
		return []string{writtenTime(v)}
	}
	return []string{fmt.Sprint(v)}
}

// writtenTime writes a date of TOML as it was written: with a zone only where it had one.
func writtenTime(t time.Time) string {
	switch t.Location().String() {
	case "date-local":
		return t.Format(time.DateOnly)
	case "datetime-local":
		return t.Format("2006-01-02 15:04:05")
	}
	return t.Format(time.RFC3339)
}

func sortedKeys(group map[string]any) []string { return slices.Sorted(maps.Keys(group)) }
