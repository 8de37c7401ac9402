package content

import (
	"cmp"
	"path"
	"slices"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/locale"
	"go.yaml.in/yaml/v4"
)

// A FileRef names a file that lies beside an item.
type FileRef struct {
	File string        // inside the content folder
	At   diag.Position // of the name
}

// An Image is a picture of an item. Its file lies beside the item.
type Image struct {
	FileRef
	Alt     string // "" = decoration
	Caption string
	Credit  string
	Licence string // a text, or a code such as CC-BY-4.0; "" = the site's

	HasAlt bool
	// Of a translation: what it left to the original, and is in its language.
	AltIsOriginals, CaptionIsOriginals bool
}

// translated gives a picture of a translation what its original says of it and the translation does not.
func (i Image) translated(original Image) Image {
	if !i.HasAlt {
		i.Alt, i.HasAlt, i.AltIsOriginals = original.Alt, original.HasAlt, true
	}
	if i.Caption == "" {
		i.Caption, i.CaptionIsOriginals = original.Caption, true
	}
	i.Credit, i.Licence = cmp.Or(i.Credit, original.Credit), cmp.Or(i.Licence, original.Licence)
	return i
}

// mergedImages are the pictures of the original in its order, with what a translation says of them, and after them
// those that the translation alone has.
func mergedImages(translation, original []Image) []Image {
	isUsed := make([]bool, len(translation))
	var merged []Image
	for _, o := range original {
		n := slices.IndexFunc(translation, func(t Image) bool { return t.File == o.File })
		if n >= 0 && !isUsed[n] {
			isUsed[n] = true
			o = translation[n].translated(o)
		}
		merged = append(merged, o)
	}
	for n, t := range translation {
		if !isUsed[n] {
			merged = append(merged, t)
		}
	}
	return merged
}

// checkTerms reports pictures of which a newsroom does not know whether and how it may print them.
func (d *decoder) checkTerms(images []Image) {
	for _, i := range images {
		if i.File == "" || i.Alt == "" {
			continue // that is told already, or it is mere decoration
		}
		if i.Credit == "" {
			d.diags.Add(i.At, diag.NoCredit)
		}
		if i.Licence == "" && len(d.settings.ImageLicence) == 0 {
			d.diags.Add(i.At, diag.NoLicence)
		}
	}
}

// checkImages reports pictures of a translation that nobody has described.
func (d *decoder) checkImages(images []Image) {
	for _, i := range images {
		if !i.HasAlt && i.At.File == d.file {
			d.diags.Add(i.At, diag.MissingAlt)
		}
	}
}

// An Attachment is a file that readers can fetch.
type Attachment struct {
	FileRef
	Title string // "" = the file's name
}

var photoFields = explained(pictureFields(), photoHelp)

var imageFields = explained(append(pictureFields(),
	fieldOf("caption", func(i *Image) *string { return &i.Caption }, asText),
), imageHelp)

func pictureFields() []field[Image] {
	return []field[Image]{
		fieldOf("file", func(i *Image) *FileRef { return &i.FileRef }, as(PictureInput, (*decoder).beside)).required(),
		fieldOf("alt", func(i *Image) *string { return &i.Alt }, asText).orEmpty(),
		fieldOf("credit", func(i *Image) *string { return &i.Credit }, asText),
		fieldOf("licence", func(i *Image) *string { return &i.Licence }, asText),
	}
}

var attachmentFields = explained([]field[Attachment]{
	fieldOf("file", func(a *Attachment) *FileRef { return &a.FileRef }, as(FileInput, (*decoder).beside)).required(),
	fieldOf("title", func(a *Attachment) *string { return &a.Title }, asText),
}, attachmentHelp)

// The readers of pictures and files.
var (
	asImage      = groupBy(imageFields, (*decoder).image)
	asPhoto      = groupBy(photoFields, (*decoder).photo)
	asAttachment = groupBy(attachmentFields, (*decoder).attachment)
)

func (d *decoder) image(n *yaml.Node) Image { return d.picture(n, imageFields) }

func (d *decoder) photo(n *yaml.Node) Image { return d.picture(n, photoFields) }

func (d *decoder) picture(n *yaml.Node, fields []field[Image]) Image {
	var i Image
	keys := decodeMap(d, n, &i, fields)
	if n.Kind != yaml.MappingNode {
		return i
	}
	d.require(lineOf(keys, "file") > 0, d.at(n), "file")
	i.HasAlt = lineOf(keys, "alt") > 0
	if !i.HasAlt && !d.isTranslation { // which may leave it to the original
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
func (d *decoder) beside(n *yaml.Node) FileRef {
	name := d.localFile(n)
	if name != "" {
		name = path.Join(path.Dir(d.name), name)
	}
	return FileRef{name, d.at(n)}
}

// A dated text is a correction, a change or a withdrawal, which calls it a reason.
var (
	asCorrection = note("text", correctionHelp)
	asChange     = note("text", changeHelp)
	asWithdrawal = note("reason", withdrawalHelp)
)

// note reads a dated text whose key is named.
func note(text string, helps []help) reader[Note] {
	fields := explained([]field[Note]{
		fieldOf("date", func(v *Note) *locale.Date { return &v.Date }, asDate).required(),
		fieldOf(text, func(v *Note) *string { return &v.Text }, asLongText).required(),
	}, helps)
	return groupBy(fields, func(d *decoder, n *yaml.Node) Note {
		v := Note{At: d.at(n)}
		keys := decodeMap(d, n, &v, fields)
		if n.Kind == yaml.MappingNode {
			d.require(lineOf(keys, "date") > 0, v.At, "date")
			d.require(lineOf(keys, text) > 0, v.At, text)
		}
		return v
	})
}
