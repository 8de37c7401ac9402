package intake

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"path"
	"slices"
	"strings"

	"alingsas.se/dialog/generator/diag"
)

// wordMember is the file in a .docx that holds its text.
const wordMember = "word/document.xml"

// mostUnpacked is how many bytes of one file in a .docx are read: a few bytes can be unpacked to any number.
const mostUnpacked = 16 << 20

// readWord reads a document of a word processor.
func (a *article) readWord() bool {
	archive, err := zip.NewReader(bytes.NewReader(a.source.Data), int64(len(a.source.Data)))
	if err != nil {
		return a.damaged()
	}
	d := &document{article: a, archive: archive, links: map[string]string{}, numbered: map[string]bool{}}
	if !d.readLinks() || !d.readNumbering() {
		return a.damaged()
	}
	for _, f := range archive.File {
		switch base := path.Base(f.Name); {
		case f.Name == wordMember:
			if a.body, err = d.read(f); err != nil {
				return a.damaged()
			}
		case path.Dir(f.Name) == "word" && (strings.HasPrefix(base, "footnotes") || strings.HasPrefix(base, "endnotes")):
			d.notes = append(d.notes, f)
		case path.Dir(f.Name) == "word" && (strings.HasPrefix(base, "header") || strings.HasPrefix(base, "footer")):
			d.around = append(d.around, f)
		}
	}
	if !d.readRest() {
		return a.damaged()
	}
	a.text = plainText(a.body)
	return a.isShort()
}

func (a *article) damaged() bool {
	a.tell(0, diag.ImportDamaged, "why", "dokumentet är skadat", "why-en", "the document is damaged")
	return false
}

// plainText is what blocks say, line by line.
func plainText(blocks []block) string {
	var lines []string
	for _, b := range blocks {
		lines = append(lines, b.plain)
	}
	return strings.Join(lines, "\n")
}

// A document is a .docx that is being read.
type document struct {
	article  *article
	archive  *zip.Reader
	pictures int               // how many bytes were unpacked for them
	links    map[string]string // addresses and files by their ids
	numbered map[string]bool   // lists that have numbers, by their ids
	notes    []*zip.File
	around   []*zip.File // what stands on every page
}

// readRest puts notes behind the text, and what stands on every page into comments.
func (d *document) readRest() bool {
	for _, f := range d.notes {
		blocks, err := d.read(f)
		if err != nil {
			return false
		}
		d.article.body = append(d.article.body, blocks...)
	}
	for _, f := range d.around {
		blocks, err := d.read(f)
		if err != nil {
			return false
		}
		for _, b := range blocks {
			d.article.leaveOut(b)
		}
	}
	return true
}

// decode reads XML, at most as much as is unpacked.
func decode(f *zip.File, v any) error {
	r, err := f.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	return xml.NewDecoder(io.LimitReader(r, mostUnpacked)).Decode(v)
}

// member finds a file in the archive, nil where there is none.
func (d *document) member(name string) *zip.File {
	i := slices.IndexFunc(d.archive.File, func(f *zip.File) bool { return f.Name == name })
	if i < 0 {
		return nil
	}
	return d.archive.File[i]
}

// readLinks reads where links and pictures of the text lead.
func (d *document) readLinks() bool {
	var all struct {
		Relationship []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		}
	}
	f := d.member("word/_rels/document.xml.rels")
	if f == nil {
		return true
	}
	err := decode(f, &all)
	for _, r := range all.Relationship {
		d.links[r.ID] = r.Target
	}
	return err == nil
}

// readNumbering finds out which lists have numbers.
func (d *document) readNumbering() bool {
	type value struct {
		Val string `xml:"val,attr"`
	}
	var all struct {
		AbstractNum []struct {
			ID     string  `xml:"abstractNumId,attr"`
			Format []value `xml:"lvl>numFmt"`
		} `xml:"abstractNum"`
		Num []struct {
			ID       string `xml:"numId,attr"`
			Abstract value  `xml:"abstractNumId"`
		} `xml:"num"`
	}
	f := d.member("word/numbering.xml")
	if f == nil {
		return true
	}
	err := decode(f, &all)
	for _, n := range all.Num {
		for _, abstract := range all.AbstractNum {
			if abstract.ID == n.Abstract.Val && len(abstract.Format) > 0 {
				d.numbered[n.ID] = abstract.Format[0].Val != "bullet"
			}
		}
	}
	return err == nil
}
