package gate

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"io"
	"io/fs"
	"path"
	"strings"

	"alingsas.se/dialog/generator/limits"
	"alingsas.se/dialog/generator/web"
)

// forms are the ways in which an output must be read, where its lines may go on in the next one: those of calendars and
// cards (RFC 5545, section 3.1; RFC 2426, section 2.6), those of tables, and those of plain texts, which are wrapped. A title stands there
// on lines of its own, as it stands between tags in a page.
func forms(name string, data []byte) [][]byte {
	switch path.Ext(name) {
	case ".ics", ".vcf":
		return [][]byte{bytes.ReplaceAll(data, []byte("\r\n "), nil)}
	case ".csv":
		return [][]byte{cells(data)}
	case ".txt":
		return [][]byte{tagged(data, "\n"), tagged(data, "\n\n")}
	}
	return [][]byte{data}
}

// cells are those of a table (RFC 4180), each between > and < on a line.
func cells(data []byte) []byte {
	form := make([]byte, 0, len(data)+len(data)/8)
	rows := csv.NewReader(bytes.NewReader(data))
	rows.FieldsPerRecord, rows.LazyQuotes, rows.ReuseRecord = -1, true, true
	for {
		row, err := rows.Read()
		if err != nil {
			return form
		}
		for _, cell := range row {
			form = append(form, '>')
			for i, word := range strings.Fields(strings.TrimPrefix(cell, "'")) {
				if i > 0 {
					form = append(form, ' ')
				}
				form = append(form, word...)
			}
			form = append(form, "<\n"...)
		}
	}
}

// tagged is a text whose parts stand between > and <, each on one line.
func tagged(data []byte, between string) []byte {
	form := make([]byte, 0, len(data)+len(data)/8)
	for part := range bytes.SplitSeq(bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n")), []byte(between)) {
		form = append(form, '>')
		for i, word := range bytes.Fields(part) {
			if i > 0 {
				form = append(form, ' ')
			}
			form = append(form, word...)
		}
		form = append(form, "<\n"...)
	}
	return form
}

// unpack looks into an archive: a press kit, or what an author attached, also where it is called something else, as
// documents are.
func (g *Gate) unpack(r web.Route, data []byte) {
	left := int64(limits.Unpacked)
	g.unpackInto(r, r.URL, data, &left, limits.ArchivesInside)
}

// unpackInto reads at most *left bytes, and archives in archives as deep as that.
func (g *Gate) unpackInto(r web.Route, where string, data []byte, left *int64, deeper int) {
	if deeper == 0 || !bytes.HasPrefix(data, []byte("PK\x03\x04")) {
		return
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return // it only looks like one
	}
	g.lookInto(r, where, archive, left, deeper, extract)
}

// lookInto reads what extract gives of each file in an archive.
func (g *Gate) lookInto(r web.Route, where string, archive *zip.Reader, left *int64, deeper int, extract func(f *zip.File, limit int64) []byte) {
	for _, f := range archive.File {
		inside := extract(f, *left)
		*left -= int64(len(inside))
		at := leak{where + ": " + f.Name, r.Source}
		g.read(f.Name, at, inside)
		g.read("", at, []byte(f.Name))
		for _, secret := range g.withheldFiles(inside) {
			if !g.isShown(inside) {
				g.tell(web.Route{URL: at.url, Source: r.Source}, secret.item, "filen "+secret.name, "the file "+secret.name)
			}
		}
		g.unpackInto(r, at.url, inside, left, deeper-1)
	}
}

// extract gives the beginning of a file in an archive, nil where it can't be read: then readers can't either.
func extract(f *zip.File, limit int64) []byte {
	if strings.HasSuffix(f.Name, "/") {
		return nil
	}
	opened, err := f.Open()
	if err != nil {
		return nil
	}
	defer opened.Close()
	data, _ := io.ReadAll(io.LimitReader(opened, limit)) // up to a fault it is what readers get
	return data
}

// isShown tells whether something public has a file of these bytes.
func (g *Gate) isShown(data []byte) bool {
	for _, f := range g.shown[int64(len(data))] {
		if public, err := fs.ReadFile(g.files, f.OnDisk); err == nil && bytes.Equal(public, data) {
			return true
		}
	}
	return false
}
