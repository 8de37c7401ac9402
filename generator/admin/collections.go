//go:build !js

package admin

import (
	"path"
	"slices"
	"strings"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
)

// A collection is what the editor shows as one list: the texts of one kind, or some files.
type collection struct {
	Name         string   `json:"name"`
	Label        string   `json:"label"`
	Singular     string   `json:"label_singular,omitempty"`
	Icon         string   `json:"icon,omitempty"`
	Folder       string   `json:"folder,omitempty"`
	Nested       *nested  `json:"nested,omitempty"`
	Format       string   `json:"format,omitempty"`
	Identifier   string   `json:"identifier_field,omitempty"`
	Slug         string   `json:"slug,omitempty"`
	Summary      string   `json:"summary,omitempty"`
	Aliases      *bool    `json:"aliases_field,omitempty"`
	Sorting      *sorting `json:"sortable_fields,omitempty"`
	I18n         bool     `json:"i18n,omitempty"`
	MediaFolder  *string  `json:"media_folder,omitempty"`
	PublicFolder *string  `json:"public_folder,omitempty"`
	Fields       []field  `json:"fields,omitempty"`
	Files        []file   `json:"files,omitempty"`
}

// A sorting says in which order a list comes, and in which it may.
type sorting struct {
	Fields  []string `json:"fields"`
	Default struct {
		Field     string `json:"field"`
		Direction string `json:"direction"`
	} `json:"default"`
}

// latestFirst is the order of texts that have a date.
func latestFirst(name string) *sorting {
	s := &sorting{Fields: []string{"date", name}}
	s.Default.Field, s.Default.Direction = "date", "descending"
	return s
}

type nested struct {
	Depth      int  `json:"depth"`
	Subfolders bool `json:"subfolders"`
}

// A file is one of settings.
type file struct {
	Name   string  `json:"name"`
	Label  string  `json:"label"`
	File   string  `json:"file"`
	Format string  `json:"format"`
	Fields []field `json:"fields"`
}

// collections are the kinds of texts, in the order of the model, and after them the settings.
func (f former) collections(types []content.Type) []collection {
	var all []collection
	for _, t := range types {
		if folder, _, isText := strings.Cut(t.Files[0], "/"); isText {
			all = append(all, f.texts(t, folder))
		}
	}
	return append(all, f.settingsOf(types))
}

// texts is the list of one kind of texts. Pictures and attachments lie beside their text, so their folder is its own.
func (f former) texts(t content.Type, folder string) collection {
	beside := ""
	c := collection{
		Name: folder, Label: t.Plural.In(f.lang), Singular: t.Label.In(f.lang), Icon: icons[folder],
		Folder: path.Join(contentFolder, folder), Format: formatOf(folder),
		Identifier: identifier(t), Slug: "{{slug}}", Aliases: new(bool), I18n: len(f.settings.Languages) > 1,
		MediaFolder: &beside, PublicFolder: &beside, Nested: &nested{Depth: 2},
		Fields: append(f.withBody(f.fields(t.Keys, true)), sourceField),
	}
	if t.IsDated {
		c.Slug = "{{date | date('YYYY-MM-DD')}}-{{slug}}"
		c.Summary, c.Sorting = "{{date}} {{"+c.Identifier+"}}", latestFirst(c.Identifier)
	}
	return c
}

// withBody puts the text itself where one looks for it: after the lead, or else after what every text must have.
func (f former) withBody(fields []field) []field {
	last := 0
	for i, one := range fields {
		if one.Name == "lead" || one.Required != false {
			last = i
		}
	}
	return slices.Insert(fields, last+1, f.body())
}

// formatOf names how files of a kind are read and written, which is ours: see client/files.js.
func formatOf(name string) string { return "dialog-" + name }

// sourceField keeps the file that a form was made of, so that what nobody changed is written as it was.
var sourceField = field{Name: "source_of_this_form", Label: "-", Widget: "hidden", I18n: true}

// identifier is the key that a text is known by.
func identifier(t content.Type) string {
	for _, k := range t.Keys {
		if k.Required && k.Input == content.TextInput {
			return k.Name
		}
	}
	return t.Keys[0].Name
}

var icons = map[string]string{"press": "campaign", "meetings": "event", "contacts": "contacts", "pages": "description", "settings": "settings"}

// staffKeys are the keys of site.yaml that change in the course of the work.
var staffKeys = []string{"tagline", "organisation", "press_contacts", "press_hours", "registration_privacy", "image_licence", "newsletter"}

// ofStaff are the keys of a file of settings that staff may change.
func ofStaff(t content.Type) []content.Key {
	if t.Name != "site.yaml" {
		return t.Keys
	}
	return slices.DeleteFunc(slices.Clone(t.Keys), func(k content.Key) bool { return !slices.Contains(staffKeys, k.Name) })
}

// settingsOf are the files of settings that staff may change. What a wrong word in would stop the whole site is not
// shown; it stays in the file as it is.
func (f former) settingsOf(types []content.Type) collection {
	c := collection{Name: "settings", Label: diag.Both("Inställningar", "Settings").In(f.lang), Icon: icons["settings"]}
	for _, t := range types {
		if t.ByProgram || !strings.HasSuffix(t.Files[0], ".yaml") {
			continue
		}
		name := strings.TrimSuffix(t.Files[0], ".yaml")
		c.Files = append(c.Files, file{
			Name: name, Label: t.Label.In(f.lang), File: path.Join(contentFolder, t.Files[0]), Format: formatOf(name),
			Fields: append(f.fields(ofStaff(t), false), sourceField),
		})
	}
	return c
}
