package content

import (
	"bytes"
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/limits"
	"go.yaml.in/yaml/v4"
)

// parseYAML gives the mapping that data holds, or nil with the reason. line is the number of lines
// that stand before data in its file. The nodes may lie in memory, and hold as long as it is not used again.
// This file and the decoder are all that knows the library.
func parseYAML(memory *simpleYAML, file string, data []byte, line int) (*yaml.Node, diag.List) {
	if root := memory.parse(data); root != nil {
		return root, nil
	}
	var diags diag.List
	var doc yaml.Node
	err := yaml.Unmarshal(data, &doc)
	var syntax *yaml.LoadError
	switch {
	case errors.As(err, &syntax):
		m := explain(syntax.Message)
		mark := syntax.Mark
		if m.opened && syntax.ContextMark.Line > 0 {
			mark = syntax.ContextMark
		}
		if tight, column := lineWithoutSpace(data, mark.Line); tight > 0 {
			m, mark.Line, mark.Column = noSpace, tight, column
		} else if isTypographic(data, mark.Line) {
			m = wrongQuotes
		} else if rest := continuedLine(data, mark.Line); rest > 0 {
			m, mark.Line, mark.Column = continued, rest, 1
		}
		at := diag.Position{File: file, Line: line + max(mark.Line, 1), Column: mark.Column}
		diags.Add(at, diag.YAMLSyntax, m.args()...)
		return nil, diags
	case err != nil:
		diags.Add(diag.Position{File: file, Line: line + 1}, diag.YAMLSyntax, explain(err.Error()).args()...)
		return nil, diags
	case len(doc.Content) == 0:
		return &yaml.Node{Kind: yaml.MappingNode, Line: 1, Column: 1}, nil
	}
	root := doc.Content[0]
	if at := secondDocument(data); at > 0 {
		// The library would read the first alone: draft: true in the second would mean nothing.
		diags.Add(diag.Position{File: file, Line: line + at, Column: 1}, diag.YAMLSyntax, twoDocuments.args()...)
		return nil, diags
	}
	if deep := deepNode(root, 1); deep != nil {
		diags.Add(diag.Position{File: file, Line: line + deep.Line, Column: deep.Column}, diag.YAMLSyntax, tooDeep.args()...)
		return nil, diags
	}
	if root.Kind != yaml.MappingNode {
		m := explain(noColon)
		if tight, _ := lineWithoutSpace(data, root.Line); tight > 0 {
			m = noSpace
		}
		diags.Add(diag.Position{File: file, Line: line + root.Line, Column: root.Column}, diag.YAMLSyntax, m.args()...)
		return nil, diags
	}
	return root, nil
}

// secondDocument gives the line, from 1, of a mark between two documents, 0 where there is one document
// only. The marks are lines that begin with --- or ... (YAML 1.2.2, section 9.1.2).
func secondDocument(data []byte) int {
	n, mark, isText := 0, 0, false
	for line := range bytes.Lines(data) {
		n++
		switch {
		case isMark(line):
			if isText && mark == 0 {
				mark = n
			}
		case len(bytes.TrimSpace(line)) == 0 || line[0] == '#' || line[0] == '%':
		case mark > 0:
			return mark
		default:
			isText = true
		}
	}
	return 0
}

func isMark(line []byte) bool {
	rest, found := bytes.CutPrefix(line, []byte("---"))
	if !found {
		rest, found = bytes.CutPrefix(line, []byte("..."))
	}
	return found && (len(rest) == 0 || unicode.IsSpace(rune(rest[0])))
}

// deepNode gives the first node that lies deeper than limits.Nesting, or nil.
func deepNode(n *yaml.Node, depth int) *yaml.Node {
	if depth > limits.Nesting {
		return n
	}
	for _, child := range n.Content {
		if deep := deepNode(child, depth+1); deep != nil {
			return deep
		}
	}
	return nil
}

// A yamlMessage says in an author's words what a message of the library means, and what to do.
type yamlMessage struct {
	part         string // of the library's message
	sv, en       string
	todo, todoEn string
	opened       bool // the fault is where something was opened, not where the library gave up looking for its end
}

func (m yamlMessage) args() []string {
	return []string{"why", m.sv, "why-en", m.en, "advice", m.todo, "advice-en", m.todoEn}
}

func explain(message string) yamlMessage {
	for _, m := range yamlMessages {
		if strings.Contains(message, m.part) {
			return m
		}
	}
	return yamlMessage{sv: "den följer inte reglerna för YAML (" + message + ")", en: message, todo: quoteTexts, todoEn: quoteTextsEn}
}

// noColon is what the library says of a key that nothing follows.
const noColon = "could not find expected ':'"

const (
	quoteTexts   = "sätt texter som innehåller kolon, #, citattecken eller hakparenteser inom citattecken: title: \"Dialog: en kväll\""
	quoteTextsEn = "put texts with a colon, #, quotes or brackets into quotes: title: \"Dialog: an evening\""
	evenIndent   = "skriv raden med lika många mellanslag först som raderna runt den"
	evenIndentEn = "begin the line with as many spaces as the lines around it"
)

var noSpace = yamlMessage{"", "mellanslag saknas efter kolonet", "there is no space after the colon", "skriv till exempel `title: Dialog`, med mellanslag efter kolonet", "write for example `title: Dialog`, with a space after the colon", false}

var continued = yamlMessage{"", "raden är ingen nyckel, och hör inte till texten ovanför", "the line is no key, and no part of the text above", "går texten på raden ovanför vidare här? Skriv allt på en rad, eller börja den här raden med två mellanslag", "does the text of the line above go on here? Write all on one line, or begin this line with two spaces", false}

var wrongQuotes = yamlMessage{"", "texten står inom typografiska citattecken, som här är bokstäver som andra", "the text stands in typographic quotation marks, which are letters like others here", "skriv raka citattecken runt texten: title: \"Dialog: en kväll\"", "write straight quotation marks around the text: title: \"Dialog: an evening\"", false}

var (
	marked       = yamlMessage{"", "en text kan inte börja med ! eller &", "a text cannot begin with ! or &", "sätt hela texten inom citattecken", "put the whole text into quotes", false}
	twoDocuments = yamlMessage{"", "metadata slutar vid den här raden, men det står mer efter den", "the front matter ends at this line, but there is more after it", "ta bort raden", "remove the line", false}
	tooDeep      = yamlMessage{"max depth", "grupper och listor ligger för djupt i varandra", "groups and lists lie too deep inside each other", "skriv värdet som i exemplen i content/README.md", "write the value as the examples in content/README.md do", false}
)

var yamlMessages = []yamlMessage{
	tooDeep,
	{"tab character", "raden är indragen med tabb", "the line is indented with a tab", "använd mellanslag i stället för tabb", "use spaces instead of the tab", false},
	{"mapping values are not allowed", "ett kolon står mitt i en text, eller raden är indragen för långt", "a colon stands inside a text, or the line is indented too far", quoteTexts, quoteTextsEn, false},
	{"cannot start any token", "en text kan inte börja med det här tecknet (eller raden är indragen med tabb)", "a text cannot begin with this character (or the line is indented with a tab)", "sätt texten inom citattecken, och använd mellanslag i stället för tabb", "put the text into quotes, and use spaces instead of tabs", false},
	{"block sequence entries are not allowed", "ett bindestreck här börjar en lista", "a hyphen here begins a list", quoteTexts, quoteTextsEn, false},
	{"did not find expected '-' indicator", "listan är indragen olika på olika rader", "the list is indented differently on different lines", evenIndent, evenIndentEn, false},
	{"did not find expected ',' or ']'", "en lista som börjar med [ avslutas inte med ]", "a list that begins with [ is not closed with ]", "skriv ] sist i listan, och kommatecken mellan delarna", "write ] at the end of the list, and commas between its parts", true},
	{"did not find expected ',' or '}'", "en grupp som börjar med { avslutas inte med }", "a group that begins with { is not closed with }", "skriv } sist i gruppen, och texter med kommatecken eller kolon inom citattecken", "write } at the end of the group, and texts with commas or colons in quotes", true},
	{"unexpected end of stream", "ett citattecken avslutas inte", "a quotation mark is not closed", "skriv ett citattecken till sist i texten", "write another quotation mark at the end of the text", true},
	{"anchor", "en text kan inte börja med * eller &", "a text cannot begin with * or &", "sätt texten inom citattecken", "put the text into quotes", false},
	{noColon, "raden saknar kolon efter nyckeln", "the line has no colon after its key", "skriv `nyckel: värde`", "write `key: value`", true},
	{"did not find expected key", "raden är ingen nyckel", "the line is no key", "kontrollera indraget, och citattecknen på raden före", "check the indentation, and the quotation marks of the line before", false},
}

// isTypographic tells whether the value in a line begins with a typographic quotation mark, which keeps no colon.
func isTypographic(data []byte, at int) bool {
	lines := strings.Split(string(data), "\n")
	if at < 1 || at > len(lines) {
		return false
	}
	_, value, _ := strings.Cut(lines[at-1], ":")
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(value, " ["))
	return strings.ContainsRune(typographic, first)
}

// continuedLine finds the rest of a text that goes on in the next line, at the line of a fault or next to it: words
// that no space and no key stands before, below a key with a text. Lines count from 1; 0 is none.
func continuedLine(data []byte, at int) int {
	lines := strings.Split(string(data), "\n")
	for _, n := range []int{at - 1, at, at + 1} {
		if n < 2 || n > len(lines) {
			continue
		}
		above, line := lines[n-2], lines[n-1]
		_, text, isKey := strings.Cut(above, ": ")
		goesOn := isKey && !strings.HasPrefix(above, " ") && isWords(text)
		if goesOn && isWords(line) && strings.Contains(line, " ") && len(keyAt([]byte(line))) == 0 {
			return n
		}
	}
	return 0
}

// isWords tells whether a line begins with a word, or with a dash as a spoken line does.
func isWords(line string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimPrefix(line, "– "))
	return unicode.IsLetter(first) || unicode.IsDigit(first)
}

// lineWithoutSpace finds a line that is "key:value", at the line of a fault or right before it, where
// the library often notices too late. Lines count from 1; 0 is none.
func lineWithoutSpace(data []byte, at int) (line, column int) {
	lines := strings.Split(string(data), "\n")
	for _, n := range []int{at - 1, at} {
		if n < 1 || n > len(lines) {
			continue
		}
		key, rest, isKey := strings.Cut(lines[n-1], ":")
		if isKey && rest != "" && !strings.ContainsAny(rest[:1], " \t\r/") && !strings.ContainsAny(key, " \t\"'[{#-") {
			return n, utf8.RuneCountInString(key) + 1
		}
	}
	return 0, 0
}
