package site

import (
	"cmp"
	"path"
	"strconv"
	"strings"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/locale"
	"alingsas.se/dialog/generator/pictures"
)

// An Image is a picture with what is said of it.
type Image struct {
	*File
	Alt, Caption, Credit string
	AltLang, CaptionLang string // of these texts
	Licence              Licence
	IsInGrid             bool   // it stands among others on the page of all, narrower than in a text
	IsLater              bool   // others stand before it: a page may load it when it is scrolled to
	SaveAs               string // what a copy is called on the reader's disk, where its name alone has to tell
}

// An Attachment is a file that readers can fetch.
type Attachment struct {
	*File
	Title string
	Lang  string // of Title
}

// A SizedFile is one of the files in which pages show a picture.
type SizedFile struct {
	URL           string
	Width, Height int
}

// IsDrawing tells that a picture is made of lines and has no resolution.
func (f *File) IsDrawing() bool { return f.Picture != nil && f.Picture.Kind == pictures.SVG }

// Sizes are the files in which pages show a picture, from narrow to wide; none where the file itself is shown.
func (f *File) Sizes() []SizedFile { return f.sizes }

func sizesOf(f *File) []SizedFile {
	if !f.Picture.Scaled {
		return nil
	}
	stem := strings.TrimSuffix(f.URL, path.Ext(f.URL))
	var sized []SizedFile
	for _, s := range f.Picture.Sizes() {
		sized = append(sized, SizedFile{stem + "-" + strconv.Itoa(s.Width) + "w" + s.Kind.Ext(), s.Width, s.Height})
	}
	return sized
}

// Shown is what a page shows where it can show one file alone: of several, that for a column of text.
func (f *File) Shown() SizedFile {
	sized := f.Sizes()
	if len(sized) == 0 {
		return SizedFile{f.URL, f.Width, f.Height}
	}
	for _, s := range sized {
		if s.Width >= columnWidth {
			return s
		}
	}
	return sized[len(sized)-1]
}

// Largest is the file with the most pixels that pages show.
func (f *File) Largest() SizedFile {
	if sized := f.Sizes(); len(sized) > 0 {
		return sized[len(sized)-1]
	}
	return SizedFile{f.URL, f.Width, f.Height}
}

// columnWidth is about how wide a column of text is on a sharp screen, in pixels.
const columnWidth = 900

// Smallest is the narrowest file that pages show.
func (f *File) Smallest() SizedFile {
	if sized := f.Sizes(); len(sized) > 0 {
		return sized[0]
	}
	return SizedFile{f.URL, f.Width, f.Height}
}

// ShownURL and SmallestURL are the addresses of these, for templates.
func (f *File) ShownURL() string    { return f.Shown().URL }
func (f *File) SmallestURL() string { return f.Smallest().URL }

// ColumnSizes and GridSizes say how wide a picture is shown, as the attribute of an <img> says it: in a column of text,
// and among others on the page of all. See .prose, figure and .pictures in the style sheet.
const (
	ColumnSizes = "(min-width: 38rem) 35rem, " + phoneSizes
	GridSizes   = "(min-width: 61rem) 20.5rem, (min-width: 39rem) 44vw, " + phoneSizes
)

// phoneSizes are those of a narrow window, which a picture fills. Where a phone has two and a half to four pixels for
// one of CSS, as most have, it is told two thirds of the width, and so loads the file with two pixels for one of CSS: 48
// kB instead of 137 for a rich photograph on a phone of 375. Nobody sees the difference at an arm's length. A file of
// 1200 pixels between the others would have 80 kB as well, and would have to be made of every photograph.
const phoneSizes = "(min-resolution: 2.5dppx) calc(66vw - 1.3rem), calc(100vw - 2rem)"

// SrcSet lists the sizes as the attribute of an <img>, with base before each address; "" where there is one file.
func (f *File) SrcSet(base string) string {
	var parts []string
	for _, s := range f.Sizes() {
		parts = append(parts, base+s.URL+" "+strconv.Itoa(s.Width)+"w")
	}
	if len(parts) < 2 {
		return ""
	}
	return strings.Join(parts, ", ")
}

func (l *linker) images(item *content.Item, images []content.Image) []Image {
	var linked []Image
	for _, i := range images {
		f := l.attached(item, i.File, i.At)
		if f == nil {
			continue
		}
		if !l.inspect(f, i.At) {
			continue
		}
		if !f.IsPicture() {
			l.diags.Add(i.At, diag.NotAnImage, "file", path.Base(i.File), "why", f.Type)
			continue
		}
		if f.Words == (pictures.Words{}) { // a translation's come later
			f.Words = pictures.Words{Caption: i.Caption, Creator: i.Credit, Credit: i.Credit, Licence: cmp.Or(i.Licence, l.set.Settings.ImageLicence.In(item.Lang, item.Original().Lang))}
		}
		linked = append(linked, l.newImage(item, f, i, len(linked)+1))
	}
	return linked
}

// newImage makes the picture of an item that is the place-th, from 1.
func (l *linker) newImage(item *content.Item, f *File, i content.Image, place int) Image {
	here, first := langAt(item, i.At), item.Original().Lang
	linked := Image{File: f, Alt: i.Alt, Caption: i.Caption, Credit: i.Credit, AltLang: here, CaptionLang: here, IsLater: place > 1}
	linked.SaveAs = l.saveAs(item, f, i.Credit, place)
	if i.AltIsOriginals {
		linked.AltLang = first
	}
	if i.CaptionIsOriginals {
		linked.CaptionLang = first
	}
	linked.Licence = LicenceOf(cmp.Or(i.Licence, l.set.Settings.ImageLicence.In(item.Lang, first)))
	return linked
}

// saveAs names a copy of a picture by whose it is, what it is about and who took it:
// alingsas-kommun-dialogkvall-1-foto-anna-exempel.jpg.
func (l *linker) saveAs(item *content.Item, f *File, credit string, place int) string {
	first := l.first()
	parts := []string{locale.Slug(item.ID, first), strconv.Itoa(place)}
	if credit != "" {
		parts = append(parts, locale.Slug(l.options.Words[first].Text("image.file-credit", "name", credit), first))
	}
	return l.copyName(f, parts...)
}

// copyName begins the name of a copy with the organisation, and ends it with the file's kind.
func (l *linker) copyName(f *File, parts ...string) string {
	first := l.first()
	name := strings.Join(append([]string{locale.Slug(l.set.Settings.Organisation.Name.In(first, first), first)}, parts...), "-")
	return strings.Trim(name[:min(len(name), longestCopy)], "-") + strings.ToLower(path.Ext(f.Name))
}

// longestCopy is how long the name of a copy may be without its end: file systems take 255 bytes, and people see fewer.
const longestCopy = 120

func (l *linker) attachments(item *content.Item, attachments []content.Attachment) []Attachment {
	var linked []Attachment
	for _, a := range attachments {
		if f := l.attached(item, a.File, a.At); f != nil && l.inspect(f, a.At) {
			title := a.Title
			if title == "" {
				title = path.Base(a.File)
			}
			linked = append(linked, Attachment{File: f, Title: title, Lang: langAt(item, a.At)})
		}
	}
	return linked
}

// langAt is the language of what stands at a place of an item's front matter: a translation takes over from its
// original what it does not say itself.
func langAt(item *content.Item, at diag.Position) string {
	if at.File != item.File {
		return item.Original().Lang
	}
	return item.Lang
}
