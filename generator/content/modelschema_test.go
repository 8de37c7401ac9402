package content

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/locale"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"
)

const (
	schemaDir  = "../schema"
	vscodeFile = "../../.vscode/settings.json"
	dialect    = "https://json-schema.org/draft/2020-12/schema"
)

// A schema is the part of JSON Schema (draft 2020-12) that describes our keys. It holds the house form: where the program
// understands another spelling, an editor asks for ours.
type schema struct {
	Dialect     string             `json:"$schema,omitempty"`
	Title       string             `json:"title,omitempty"`
	Description string             `json:"description,omitempty"`
	Type        any                `json:"type,omitempty"`
	AnyOf       []*schema          `json:"anyOf,omitempty"`
	Enum        []string           `json:"enum,omitempty"`
	Pattern     string             `json:"pattern,omitempty"`
	MinLength   int                `json:"minLength,omitempty"`
	Minimum     *int               `json:"minimum,omitempty"`
	Maximum     *int               `json:"maximum,omitempty"`
	Items       *schema            `json:"items,omitempty"`
	MaxItems    int                `json:"maxItems,omitempty"`
	Unique      bool               `json:"uniqueItems,omitempty"`
	Properties  map[string]*schema `json:"properties,omitempty"`
	Required    []string           `json:"required,omitempty"`
	Least       int                `json:"minProperties,omitempty"`
	Closed      *bool              `json:"additionalProperties,omitempty"`
	Examples    []any              `json:"examples,omitempty"`
}

// The schemas are made of the tables of fields and their words: go test ./generator/content -run Schemas -update writes
// them anew, and the settings by which VS Code finds them.
func TestTheSchemasAreUpToDate(t *testing.T) {
	wanted := map[string]bool{}
	for name, s := range schemas(t) {
		wanted[name] = true
		isUpToDate(t, filepath.Join(schemaDir, name), func(string) string { return asJSON(t, s) })
	}
	isUpToDate(t, vscodeFile, func(string) string { return asJSON(t, vscodeSettings()) })
	entries, err := os.ReadDir(schemaDir)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if !wanted[entry.Name()] {
			t.Errorf("%s/%s describes nothing", schemaDir, entry.Name())
		}
	}
}

// schemas gives the schema of each type by its file's name. A translation has one of its own: it says only what differs.
func schemas(t *testing.T) map[string]*schema {
	all := map[string]*schema{}
	for _, typ := range Model() {
		name := strings.TrimSuffix(typ.Name, ".yaml")
		all[name+".json"] = typeSchema(t, typ, false)
		if isTextType(typ) {
			all[name+".translation.json"] = typeSchema(t, typ, true)
		}
	}
	return all
}

func isTextType(typ Type) bool { return strings.HasSuffix(typ.Files[0], ".md") }

// vscodeSettings name the schemas of the files that are YAML as a whole. The YAML extension does not look into Markdown.
func vscodeSettings() map[string]map[string]string {
	files := map[string]string{}
	for _, typ := range Model() {
		if !isTextType(typ) {
			files["./generator/schema/"+strings.TrimSuffix(typ.Name, ".yaml")+".json"] = "content/" + typ.Name
		}
	}
	return map[string]map[string]string{"yaml.schemas": files}
}

func asJSON(t *testing.T, v any) string {
	t.Helper()
	var b bytes.Buffer
	w := json.NewEncoder(&b)
	w.SetEscapeHTML(false)
	w.SetIndent("", "  ")
	if err := w.Encode(v); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func typeSchema(t *testing.T, typ Type, isTranslation bool) *schema {
	s := groupSchema(t, typ.Keys, isTranslation)
	s.Dialect = dialect
	s.Title = typ.Label.Swedish + " – " + typ.Label.English
	if isTranslation {
		s.Title += " (översättning – translation)"
		s.Required = nil
	}
	return s
}

func groupSchema(t *testing.T, keys []Key, isTranslation bool) *schema {
	s := &schema{Type: "object", Properties: map[string]*schema{}, Closed: new(false)}
	hasPicture := slices.ContainsFunc(keys, func(k Key) bool { return k.Input == PictureInput })
	for _, k := range keys {
		s.Properties[k.Name] = keySchema(t, k, isTranslation)
		// A translation says of a picture which one it is, and what differs.
		if k.Required && (!isTranslation || !hasPicture || k.Input == PictureInput) {
			s.Required = append(s.Required, k.Name)
		}
	}
	return s
}

func keySchema(t *testing.T, k Key, isTranslation bool) *schema {
	s := singleSchema(t, k, isTranslation)
	if k.Required && !k.MayBeEmpty && s.Enum == nil && s.Properties == nil {
		s.MinLength = 1
	}
	if k.InLanguages {
		s = &schema{AnyOf: []*schema{s, byLanguage(s)}}
	}
	if k.TextFor != "" {
		s = &schema{AnyOf: []*schema{{Type: textType}, s}}
	}
	if k.IsList {
		isPlain := k.Input == TextInput || k.Input == ReferenceInput
		s = &schema{Type: "array", Items: s, MaxItems: k.MaxItems, Unique: isPlain}
	}
	s.Title = k.Label.Swedish + " – " + k.Label.English
	s.Description = k.Help.Swedish + "\n\n" + k.Help.English
	for _, lang := range []string{"sv", "en"} {
		if example := decoded(t, k.Example.In(lang)); !slices.ContainsFunc(s.Examples, func(other any) bool { return fmt.Sprint(other) == fmt.Sprint(example) }) {
			s.Examples = append(s.Examples, example)
		}
	}
	return s
}

// textType is what a text may be to a reader of YAML: of figures alone it is a number there.
var textType = []string{"string", "number"}

// singleSchema is that of one value of a list, in one language.
func singleSchema(t *testing.T, k Key, isTranslation bool) *schema {
	switch k.Input {
	case DateInput:
		return &schema{Type: "string", Pattern: `^\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?$`}
	case FlagInput:
		return &schema{Type: "boolean"}
	case NumberInput:
		return &schema{Type: "integer", Minimum: k.Min, Maximum: k.Max}
	case DegreesInput:
		return &schema{Type: "number", Minimum: k.Min, Maximum: k.Max}
	case ChoiceInput:
		return &schema{Enum: k.Choices}
	case GroupInput:
		return groupSchema(t, k.Keys, isTranslation)
	case EmailInput:
		return &schema{Type: "string", Pattern: `^\S+@\S+\.\S+$`}
	case AddressInput:
		if k.Pattern == "" {
			return &schema{Type: "string", Pattern: "^https?://[^ ]+$"}
		}
	case PhoneInput:
		return &schema{Type: textType, Pattern: `^\+?[0-9]`}
	case PictureInput, FileInput:
		return &schema{Type: "string", Pattern: `^[^./\\]`}
	}
	if k.Pattern != "" {
		return &schema{Type: "string", Pattern: k.Pattern}
	}
	return &schema{Type: textType}
}

func byLanguage(text *schema) *schema {
	s := &schema{Type: "object", Properties: map[string]*schema{}, Least: 1, Closed: new(false)}
	for _, lang := range locale.Languages() {
		s.Properties[lang] = text
	}
	return s
}

// decoded gives what an editor makes of YAML (1.2.2, section 10.3): dates are texts.
func decoded(t *testing.T, text string) any {
	t.Helper()
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte("key: "+text), &doc); err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return plainValue(doc.Content[0].Content[1])
}

func plainValue(n *yaml.Node) any {
	switch {
	case n.Kind == yaml.MappingNode:
		values := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			values[n.Content[i].Value] = plainValue(n.Content[i+1])
		}
		return values
	case n.Kind == yaml.SequenceNode:
		values := []any{}
		for _, item := range n.Content {
			values = append(values, plainValue(item))
		}
		return values
	case n.Tag == "!!null":
		return nil
	case n.Tag == "!!bool":
		return strings.EqualFold(n.Value, "true")
	case n.Tag == "!!int", n.Tag == "!!float":
		if v, err := strconv.ParseFloat(n.Value, 64); err == nil {
			return v
		}
	}
	return n.Value
}

// compiled reads the schemas from their files, with a validator that is not ours, which looks at the schemas too.
func compiled(t *testing.T) map[string]*jsonschema.Schema {
	t.Helper()
	compiler, all := jsonschema.NewCompiler(), map[string]*jsonschema.Schema{}
	names, err := filepath.Glob(schemaDir + "/*.json")
	if err != nil || len(names) == 0 {
		t.Fatalf("no schemas: %v", err)
	}
	for _, name := range names {
		s, err := compiler.Compile(name)
		if err != nil {
			t.Fatal(err)
		}
		all[strings.TrimSuffix(filepath.Base(name), ".json")] = s
	}
	return all
}

func TestTheSchemasAreOfTheirDialect(t *testing.T) {
	meta, err := jsonschema.NewCompiler().Compile(dialect)
	if err != nil {
		t.Fatal(err)
	}
	for name, s := range schemas(t) {
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(asJSON(t, s)))
		if err != nil {
			t.Fatal(err)
		}
		if err := meta.Validate(v); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	broken := map[string]any{"$schema": dialect, "type": "objekt"}
	if meta.Validate(broken) == nil {
		t.Error("the schema of schemas takes anything")
	}
}

// What the schemas say of each key is what the model says, and the program does.
func TestTheSchemasTakeWhatTheModelSays(t *testing.T) {
	all := compiled(t)
	for _, typ := range Model() {
		s := all[strings.TrimSuffix(typ.Name, ".yaml")]
		eachKey(typ, func(path []string, k Key) {
			validate := func(value, lang string) error {
				return s.Validate(decodedMatter(t, matterWith(typ.Keys, path, value, "", lang)))
			}
			right, wrong := valuesOf(k.Value)
			if k.IsList {
				right, wrong = listed(right), append(listed(wrong), "x")
			} else {
				wrong = append(wrong, "[x]")
			}
			for _, value := range append(right, k.Example.Swedish) {
				if err := validate(value, "sv"); err != nil {
					t.Errorf("%s: %s: %s is not taken: %v", typ.Name, strings.Join(path, "."), value, err)
				}
			}
			if err := validate(k.Example.English, "en"); err != nil {
				t.Errorf("%s: %s: the English example is not taken: %v", typ.Name, strings.Join(path, "."), err)
			}
			for _, value := range wrong {
				if validate(value, "sv") == nil {
					t.Errorf("%s: %s: %s is taken", typ.Name, strings.Join(path, "."), value)
				}
			}
			if k.Required && validate("", "sv") == nil {
				t.Errorf("%s: %s may be missing", typ.Name, strings.Join(path, "."))
			}
		})
	}
}

func decodedMatter(t *testing.T, text string) any {
	t.Helper()
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	if len(doc.Content) == 0 {
		return map[string]any{}
	}
	return plainValue(doc.Content[0])
}

func TestTheSchemasRefuseWhatIsWrong(t *testing.T) {
	all := compiled(t)
	for _, test := range []struct{ schema, matter, why string }{
		{"press", "titel: Kommunen bjuder in\ndate: 2026-03-27", "a key in Swedish"},
		{"press", "title: Kommunen bjuder in", "no date"},
		{"press", "title: \"\"\ndate: 2026-03-27", "an empty title"},
		{"press", "title: A\ndate: 27 mars 2026", "another spelling of a day"},
		{"press", "title: A\ndate: 2026-03-27T09:00", "another spelling of a time"},
		{"press", "title: A\ndate: 2026-03-27\nkind: inbjudan", "a choice in Swedish"},
		{"press", "title: A\ndate: 2026-03-27\ndraft: ja", "no truth"},
		{"press", "title: A\ndate: 2026-03-27\ndraft:", "nothing"},
		{"press", "title: A\ndate: 2026-03-27\ncontacts: anna-exempel", "no list"},
		{"press", "title: A\ndate: 2026-03-27\ncontacts: [anna, anna]", "twice the same"},
		{"press", "title: A\ndate: 2026-03-27\nimages: [{file: a.jpg}]", "a picture without a description"},
		{"press", "title: A\ndate: 2026-03-27\nimages: [{file: ../a.jpg, alt: A}]", "a file elsewhere"},
		{"press", "title: A\ndate: 2026-03-27\nignore: [dead-link]", "an error cannot be silenced"},
		{"press.translation", "titel: The municipality", "a key in Swedish"},
		{"press.translation", "images: [{caption: A}]", "which picture?"},
		{"press.translation", "corrections: [{date: 2026-03-28}]", "a correction without its text"},
		{"meetings", "title: A\nplace: {name: A, latitude: 91}", "no such latitude"},
		{"meetings", "title: A\nregistration: {email: anna}", "no address"},
		{"contacts", "name: Anna Exempel", "no role"},
		{"pages", "title: A\norder: ett", "no number"},
		{"site", "title: {sv: A, xx: B}\norganisation: {name: A}", "no such language"},
		{"site", "title: A\norganisation: {name: A}\npage_size: 0", "too few"},
		{"accessibility", "status: delvis\nassessed: 2026-01-15\nupdated: 2026-01-15\nmethod: A\nfeedback: {url: https://a.se}", "a choice in Swedish"},
	} {
		if all[test.schema].Validate(decodedMatter(t, test.matter)) == nil {
			t.Errorf("%s takes what is wrong (%s):\n%s", test.schema, test.why, test.matter)
		}
	}
}

// Every file that is published, and those of the tests, is as the schemas say.
func TestTheSchemasTakeAllFiles(t *testing.T) {
	all, seen := compiled(t), 0
	for _, dir := range []string{"../../content", "../testdata/looks/content", "../testdata/moments/content"} {
		fsys := os.DirFS(dir)
		settings, _ := LoadSettings(fsys, dir, 2026)
		places, _, _ := survey(fsys, dir, settings)
		for _, at := range places {
			name := string(at.kind)
			if at.lang != settings.Languages[0] {
				name += ".translation"
			}
			matter := matterOf(t, dir, at.name)
			if err := all[name].Validate(decodedMatter(t, matter)); err != nil {
				t.Errorf("%s/%s: %v", dir, at.name, err)
			}
			seen++
		}
		for _, typ := range Model() {
			data, err := os.ReadFile(path.Join(dir, typ.Name))
			if err != nil || isTextType(typ) {
				continue
			}
			if err := all[strings.TrimSuffix(typ.Name, ".yaml")].Validate(decodedMatter(t, string(data))); err != nil {
				t.Errorf("%s/%s: %v", dir, typ.Name, err)
			}
			seen++
		}
	}
	if seen < 60 {
		t.Errorf("only %d files were looked at", seen)
	}
}

func matterOf(t *testing.T, dir, name string) string {
	t.Helper()
	data, err := os.ReadFile(path.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	text, _, _ := readText(name, data)
	matter, diags := splitMatter(name, text, nil)
	if !matter.ok {
		t.Fatalf("%s/%s: %v", dir, name, diags.AtLeast(diag.Error))
	}
	return string(matter.yaml)
}
