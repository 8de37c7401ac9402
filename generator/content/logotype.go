package content

import (
	"path"
	"slices"
	"strings"

	"alingsas.se/dialog/generator/diag"
	"go.yaml.in/yaml/v4"
)

// A Logotype is one of the organisation's, for others to publish. Its file lies beside site.yaml, or in a folder there.
type Logotype struct {
	FileRef
	Title   Localized // which it is: in colour, for dark backgrounds
	Alt     Localized
	Licence Localized // a text, or a code such as CC-BY-4.0: the terms of photographs are not those of a coat of arms
}

var logotypeFields = explained([]field[Logotype]{
	fieldOf("file", func(l *Logotype) *FileRef { return &l.FileRef }, as(PictureInput, (*decoder).besideSettings)).required(),
	fieldOf("title", func(l *Logotype) *Localized { return &l.Title }, asWords).required(),
	fieldOf("alt", func(l *Logotype) *Localized { return &l.Alt }, asWords).required(),
	fieldOf("licence", func(l *Logotype) *Localized { return &l.Licence }, asWords).required(),
}, logotypeHelp)

var asLogotype = groupBy(logotypeFields, (*decoder).logotype)

func (d *decoder) logotype(n *yaml.Node) Logotype {
	var l Logotype
	keys := decodeMap(d, n, &l, logotypeFields)
	if n.Kind != yaml.MappingNode {
		return l
	}
	for _, f := range logotypeFields {
		if lineOf(keys, f.key) > 0 {
			continue
		}
		if f.key == "alt" {
			d.fail(n, diag.MissingAlt)
			continue
		}
		d.require(false, d.at(n), f.key)
	}
	return l
}

// besideSettings reads the name of a file that lies beside site.yaml or in a folder there. What lies in a folder of texts
// is published with its text, and not before.
func (d *decoder) besideSettings(n *yaml.Node) FileRef {
	name := d.localFile(n)
	folder, _, _ := strings.Cut(name, "/")
	if name != folder && slices.Contains(kinds, kind(folder)) {
		d.fail(n, diag.BadPath, "value", name, "advice", "lägg en kopia bredvid site.yaml: filerna i "+folder+"/ hör till texterna där",
			"advice-en", "put a copy beside site.yaml: the files in "+folder+"/ belong to the texts there")
		name = ""
	}
	return FileRef{name, d.at(n)}
}

// hasLogotype tells whether a file, by its name in the content folder, is one of the organisation's logotypes.
func (s *Settings) hasLogotype(name string) bool {
	return slices.ContainsFunc(s.Logotypes, func(l Logotype) bool { return l.File == name })
}

// mayBeLogotype tells of a file that lies where no text has any whether it may be meant as a logotype.
func mayBeLogotype(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".pdf", ".eps", ".ai":
		return !slices.Contains(kinds, kind(strings.Split(name, "/")[0]))
	}
	return false
}
