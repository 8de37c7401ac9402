package content

import (
	"strings"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/locale"
)

// An Item is what all content files share.
type Item struct {
	File string // as messages name it: "content/press/2012-03-27-dialog.md"
	Name string // inside the content folder, as texts name it: "press/2012-03-27-dialog.md"
	ID   string // "dialog": what other items call it
	Lang string // "sv"

	Title       string
	Description string // "" where the author gave none
	Slug        string // "" = the id
	Aliases     []Alias
	Draft       bool
	Updated     locale.Date
	Ignore      []diag.Code // warnings that the author does not want to hear of in this file
	Body        *Body

	keys     []keyPosition
	original *Item // of a translation
	diagsOff bool  // the front matter could not be read, so missing keys mean nothing

	surelyDraft bool // see isSurely
}

// A Ref names another item by its id.
type Ref struct {
	ID string
	At diag.Position
}

// A keyPosition tells where a key stands in its file. There are many, so the file is not named in each.
type keyPosition struct {
	key          string
	line, column int32
}

// At tells where the author wrote the key, in the item or, for what a translation takes over, in
// its original; the file as a whole where the key stands in neither.
func (i *Item) At(key string) diag.Position {
	for _, k := range i.keys {
		if k.key == key {
			return diag.Position{File: i.File, Line: int(k.line), Column: int(k.column)}
		}
	}
	if i.original != nil {
		return i.original.At(key)
	}
	return diag.Position{File: i.File}
}

// Has tells whether the author of this item, or of its original, gave the key.
func (i *Item) Has(key string) bool { return i.At(key).Line > 0 }

// Original is the item in the site's first language; an original is its own.
func (i *Item) Original() *Item {
	if i.original != nil {
		return i.original
	}
	return i
}

func (i *Item) item() *Item { return i }

// originalName is the file that a translation's original would be: dialog.en.md → dialog.md.
func (i *Item) originalName() string {
	return strings.TrimSuffix(i.File, "."+i.Lang+".md") + ".md"
}

// commonFields are the keys of every type but the title, which contacts call name.
func commonFields[T any](item func(*T) *Item) []field[T] {
	return explained([]field[T]{
		fieldOf("description", func(v *T) *string { return &item(v).Description }, asText).own(),
		fieldOf("slug", func(v *T) *string { return &item(v).Slug }, asSlug),
		fieldOf("aliases", func(v *T) *[]Alias { return &item(v).Aliases }, asAliases).own(),
		fieldOf("draft", func(v *T) *bool { return &item(v).Draft }, asFlag).said(),
		fieldOf("updated", func(v *T) *locale.Date { return &item(v).Updated }, asDate),
		fieldOf("ignore", func(v *T) *[]diag.Code { return &item(v).Ignore }, asCodes).own(),
	}, sharedHelp)
}

func titleField[T any](item func(*T) *Item) field[T] {
	return fieldOf("title", func(v *T) *string { return &item(v).Title }, asText).text().required()
}
