package content

import (
	"path"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/locale"
	"go.yaml.in/yaml/v4"
)

// An Image is a picture of an item. Its file lies beside the item.
type Image struct {
	File    string        // inside the content folder
	At      diag.Position // of the file's name
	Alt     string        // "" = decoration
	Caption string
	Credit  string
}

// An Attachment is a file that readers can fetch.
type Attachment struct {
	File  string // inside the content folder
	At    diag.Position
	Title string // "" = the file's name
}

var photoFields = []field[Image]{
	{key: "file", decode: func(d *decoder, n *yaml.Node, i *Image) { i.File, i.At = d.beside(n), d.at(n) }, need: aValue},
	fieldOf("alt", func(i *Image) *string { return &i.Alt }, (*decoder).oneLine).orEmpty(),
	fieldOf("credit", func(i *Image) *string { return &i.Credit }, (*decoder).oneLine),
}

var imageFields = append([]field[Image]{
	fieldOf("caption", func(i *Image) *string { return &i.Caption }, (*decoder).oneLine),
}, photoFields...)

var attachmentFields = []field[Attachment]{
	{key: "file", decode: func(d *decoder, n *yaml.Node, a *Attachment) { a.File, a.At = d.beside(n), d.at(n) }, need: aValue},
	fieldOf("title", func(a *Attachment) *string { return &a.Title }, (*decoder).oneLine),
}

func (d *decoder) image(n *yaml.Node) Image { return d.picture(n, imageFields) }

func (d *decoder) photo(n *yaml.Node) Image { return d.picture(n, photoFields) }

func (d *decoder) picture(n *yaml.Node, fields []field[Image]) Image {
	var i Image
	keys := decodeMap(d, n, &i, fields)
	if n.Kind != yaml.MappingNode {
		return i
	}
	d.require(lineOf(keys, "file") > 0, d.at(n), "file")
	if lineOf(keys, "alt") == 0 {
		d.fail(n, diag.MissingAlt)
	}
	return i
}

func (d *decoder) attachment(n *yaml.Node) Attachment {
	var a Attachment
	keys := decodeMap(d, n, &a, attachmentFields)
	d.require(lineOf(keys, "file") > 0 || n.Kind != yaml.MappingNode, d.at(n), "file")
	return a
}

// beside reads the name of a file that lies beside the item, or below its folder.
func (d *decoder) beside(n *yaml.Node) string {
	name := d.localFile(n)
	if name == "" {
		return ""
	}
	return path.Join(path.Dir(d.name), name)
}

// note reads a dated text whose key is named.
func note(text string) func(*decoder, *yaml.Node) Note {
	fields := []field[Note]{
		fieldOf("date", func(v *Note) *locale.Date { return &v.Date }, (*decoder).date).required(),
		fieldOf(text, func(v *Note) *string { return &v.Text }, (*decoder).block).required(),
	}
	return func(d *decoder, n *yaml.Node) Note {
		v := Note{At: d.at(n)}
		keys := decodeMap(d, n, &v, fields)
		if n.Kind == yaml.MappingNode {
			d.require(lineOf(keys, "date") > 0, v.At, "date")
			d.require(lineOf(keys, text) > 0, v.At, text)
		}
		return v
	}
}

// pointer reads what may be absent.
func pointer[T any](read func(*decoder, *yaml.Node) T) func(*decoder, *yaml.Node) *T {
	return func(d *decoder, n *yaml.Node) *T {
		v := read(d, n)
		return &v
	}
}
