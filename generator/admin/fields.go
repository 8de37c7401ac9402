//go:build !js

package admin

import (
	"slices"
	"strings"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
)

// A field is one question of a form. What is not said is left to the editor.
type field struct {
	Name      string   `json:"name"`
	Label     string   `json:"label"`
	Hint      string   `json:"hint,omitempty"`
	Widget    string   `json:"widget"`
	Required  any      `json:"required,omitempty"` // false, true, or the languages in which it is
	I18n      any      `json:"i18n,omitempty"`
	Pattern   []string `json:"pattern,omitempty"`
	Type      string   `json:"type,omitempty"`
	ValueType string   `json:"value_type,omitempty"`
	Min       *int     `json:"min,omitempty"`
	Max       *int     `json:"max,omitempty"`
	Step      any      `json:"step,omitempty"`
	Multiple  bool     `json:"multiple,omitempty"`
	Options   []option `json:"options,omitempty"`

	Collection string   `json:"collection,omitempty"`
	ValueField string   `json:"value_field,omitempty"`
	Display    []string `json:"display_fields,omitempty"`
	Search     []string `json:"search_fields,omitempty"`

	Collapsed any     `json:"collapsed,omitempty"`
	Summary   string  `json:"summary,omitempty"`
	Fields    []field `json:"fields,omitempty"`

	ChooseURL  *bool    `json:"choose_url,omitempty"`
	Buttons    []string `json:"buttons,omitempty"`
	Components []string `json:"editor_components,omitempty"`
	Modes      []string `json:"modes,omitempty"`
	Emoji      *bool    `json:"use_emoji_autocomplete,omitempty"`
}

type option struct {
	Label string `json:"label"`
	Value any    `json:"value"`
}

// A former makes forms of descriptions of keys, in the words of one language.
type former struct {
	settings *content.Settings
	lang     string
}

// fields makes the questions of keys. isText says that a text has translations, each a file of its own.
func (f former) fields(keys []content.Key, isText bool) []field {
	all := make([]field, 0, len(keys))
	for _, k := range keys {
		made := f.field(k)
		if isText {
			f.translate(&made, k)
		}
		all = append(all, made)
	}
	return all
}

// translate says whether a translation has the key. It takes over what it leaves out, so none is required there.
func (f former) translate(made *field, k content.Key) {
	made.I18n = true
	if k.Required {
		made.Required = []string{f.lang}
	}
}

// field makes the question of a key, its words first.
func (f former) field(k content.Key) field {
	made := field{Name: k.Name, Label: k.Label.In(f.lang), Hint: plain(k.Help.In(f.lang)), Required: k.Required}
	if k.InLanguages {
		return f.inLanguages(made, k)
	}
	f.setWidget(&made, k)
	return made
}

// plain takes the marks of code from a help: the editor shows none.
func plain(help string) string { return strings.ReplaceAll(help, "`", "") }

// setWidget chooses how the value is asked for.
func (f former) setWidget(made *field, k content.Key) {
	switch k.Input {
	case content.ReferenceInput:
		f.refer(made, k)
	case content.ChoiceInput:
		made.Widget, made.Multiple, made.Options = "select", k.IsList, options(k.Choices)
	case content.GroupInput:
		made.Fields = f.fields(k.Keys, false)
		made.Widget, made.Collapsed = "object", "auto"
		if k.IsList {
			made.Widget, made.Collapsed, made.Summary = "list", nil, summary(k.Keys)
		}
	default:
		if k.IsList {
			made.Widget = "list"
			return
		}
		f.setPlain(made, k.Value)
	}
}

// setPlain asks for a single value.
func (f former) setPlain(made *field, v content.Value) {
	switch v.Input {
	case content.LongTextInput:
		made.Widget = "text"
	case content.DateInput:
		made.Widget = "moment"
	case content.FlagInput: // three answers: a translation that says nothing is as its original
		made.Widget = "select"
		made.Options = []option{{diag.Both("ja", "yes").In(f.lang), true}, {diag.Both("nej", "no").In(f.lang), false}}
	case content.NumberInput:
		made.Widget, made.ValueType, made.Min, made.Max = "number", "int", v.Min, v.Max
	case content.DegreesInput:
		made.Widget, made.ValueType, made.Min, made.Max, made.Step = "number", "float", v.Min, v.Max, 0.0001
	case content.PictureInput:
		made.Widget, made.ChooseURL = "image", new(bool)
	case content.FileInput:
		made.Widget, made.ChooseURL = "file", new(bool)
	default:
		made.Widget, made.Emoji = "string", new(bool)
		if v.Pattern != "" {
			made.Pattern = []string{v.Pattern, v.Pattern}
		}
	}
}

// refer offers the texts that there are.
func (f former) refer(made *field, k content.Key) {
	name := nameOf(k.Folder)
	made.Widget, made.Multiple, made.Collection = "relation", k.IsList, k.Folder
	made.ValueField, made.Display, made.Search = "{{slug}}", []string{name}, []string{name}
}

// nameOf is the key that the texts of a folder are known by.
func nameOf(folder string) string {
	for _, t := range content.Model() {
		if t.Name == folder {
			return identifier(t)
		}
	}
	return "title"
}

func options(choices []string) []option {
	all := make([]option, len(choices))
	for i, c := range choices {
		all[i] = option{c, c}
	}
	return all
}

// summary shows the first text of a group.
func summary(keys []content.Key) string {
	i := slices.IndexFunc(keys, func(k content.Key) bool { return k.Input != content.DateInput })
	return "{{fields." + keys[max(i, 0)].Name + "}}"
}

// inLanguages asks for a text in each language of the site.
func (f former) inLanguages(made field, k content.Key) field {
	made.Widget, made.Collapsed = "object", "auto"
	for _, lang := range f.settings.Languages {
		part := field{Name: lang, Label: lang, Required: false}
		f.setPlain(&part, content.Value{Input: k.Input})
		made.Fields = append(made.Fields, part)
	}
	return made
}

// body asks for the text itself, with buttons for what our Markdown has.
func (f former) body() field {
	return field{
		Name: "body", Label: diag.Both("Text", "Text").In(f.lang), Widget: "richtext", Required: false, I18n: true,
		Hint:       diag.Both("Börja ett citat med tankstreck och mellanslag: – Så här, säger Anna Exempel.", "Write quotes in quotation marks, and who says it: “Like this,” says Anna Exempel.").In(f.lang),
		Buttons:    []string{"bold", "italic", "link", "heading-two", "heading-three", "bulleted-list", "numbered-list"},
		Components: []string{"image"}, Modes: []string{"rich_text", "raw"}, Emoji: new(bool),
	}
}
