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
		at := diag.Position{File: file, Line: line + max(syntax.Mark.Line, 1), Column: syntax.Mark.Column}
		sv, en := explain(syntax.Message)
		diags.Add(at, diag.YAMLSyntax, "why", sv, "why-en", en)
		return nil, diags
	case err != nil:
		diags.Add(diag.Position{File: file, Line: line + 1}, diag.YAMLSyntax, "why", err.Error(), "why-en", err.Error())
		return nil, diags
	case len(doc.Content) == 0:
		return &yaml.Node{Kind: yaml.MappingNode, Line: 1, Column: 1}, nil
	}
	return doc.Content[0], nil
}

// explain says in an author's words what the library's commonest messages mean.
func explain(message string) (sv, en string) {
	for _, e := range yamlMessages {
		if strings.Contains(message, e.part) {
			return e.sv, e.en
		}
	}
	return message, message
}

var yamlMessages = []struct{ part, sv, en string }{
	{"mapping values are not allowed", "ett kolon står mitt i en text, eller en rad är indragen för långt", "a colon stands inside a text, or a line is indented too far"},
	{"cannot start any token", "en text kan inte börja med det här tecknet (eller raden är indragen med tabb)", "a text cannot begin with this character (or the line is indented with a tab)"},
	{"did not find expected ',' or ']'", "en lista som börjar med [ avslutas inte med ]", "a list that begins with [ is not closed with ]"},
	{"did not find expected ',' or '}'", "en grupp som börjar med { avslutas inte med }", "a group that begins with { is not closed with }"},
	{"unexpected end of stream", "ett citattecken avslutas inte", "a quotation mark is not closed"},
	{"could not find expected ':'", "raden saknar kolon efter nyckeln", "the line has no colon after its key"},
	{"did not find expected key", "raden är ingen nyckel: kontrollera indrag och citattecken på raden före", "the line is no key: check the indentation and the quotation marks of the line before"},
}
