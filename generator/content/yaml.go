package content

import (
	"errors"
	"strings"

	"alingsas.se/dialog/generator/diag"
	"go.yaml.in/yaml/v4"
)

// parseYAML gives the mapping that data holds, or nil with the reason. line is the number of lines
// that stand before data in its file. This file and the decoder are all that knows the library.
func parseYAML(file string, data []byte, line int) (*yaml.Node, diag.List) {
	var diags diag.List
	var doc yaml.Node
	err := yaml.Unmarshal(data, &doc)
	var syntax *yaml.LoadError
	switch {
	case errors.As(err, &syntax):
		sv, en, opened := explain(syntax.Message)
		mark := syntax.Mark
		if opened && syntax.ContextMark.Line > 0 {
			mark = syntax.ContextMark
		}
		at := diag.Position{File: file, Line: line + max(mark.Line, 1), Column: mark.Column}
		diags.Add(at, diag.YAMLSyntax, "why", sv, "why-en", en)
		return nil, diags
	case err != nil:
		diags.Add(diag.Position{File: file, Line: line + 1}, diag.YAMLSyntax, "why", err.Error(), "why-en", err.Error())
		return nil, diags
	case len(doc.Content) == 0:
		return &yaml.Node{Kind: yaml.MappingNode, Line: 1, Column: 1}, nil
	}
	root := doc.Content[0]
	if root.Kind != yaml.MappingNode {
		sv, en, _ := explain(noColon)
		diags.Add(diag.Position{File: file, Line: line + root.Line, Column: root.Column}, diag.YAMLSyntax, "why", sv, "why-en", en)
		return nil, diags
	}
	return root, nil
}

// explain says in an author's words what the library's commonest messages mean, and whether the
// fault is where something was opened, not where the library gave up looking for its end.
func explain(message string) (sv, en string, opened bool) {
	for _, e := range yamlMessages {
		if strings.Contains(message, e.part) {
			return e.sv, e.en, e.opened
		}
	}
	return message, message, false
}

// noColon is what the library says of a key that nothing follows.
const noColon = "could not find expected ':'"

var yamlMessages = []struct {
	part, sv, en string
	opened       bool
}{
	{"mapping values are not allowed", "ett kolon står mitt i en text, eller en rad är indragen för långt", "a colon stands inside a text, or a line is indented too far", false},
	{"cannot start any token", "en text kan inte börja med det här tecknet (eller raden är indragen med tabb)", "a text cannot begin with this character (or the line is indented with a tab)", false},
	{"did not find expected ',' or ']'", "en lista som börjar med [ avslutas inte med ]", "a list that begins with [ is not closed with ]", true},
	{"did not find expected ',' or '}'", "en grupp som börjar med { avslutas inte med }", "a group that begins with { is not closed with }", true},
	{"unexpected end of stream", "ett citattecken avslutas inte", "a quotation mark is not closed", true},
	{noColon, "raden saknar kolon efter nyckeln", "the line has no colon after its key", true},
	{"did not find expected key", "raden är ingen nyckel: kontrollera indrag och citattecken på raden före", "the line is no key: check the indentation and the quotation marks of the line before", false},
}
