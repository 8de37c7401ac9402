package gate

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"io"
	"os"
	"path"

	"alingsas.se/dialog/generator/limits"
	"alingsas.se/dialog/generator/web"
)

// InspectFile is Inspect for an output that lies on the disk: a photograph, or an archive with some. Of a photograph it
// reads what comes before the pixels, which is where words can stand, and all of it where something that is
// withheld is as long.
func (g *Gate) InspectFile(r web.Route, f web.File) error {
	file, err := os.Open(f.Name)
	if err != nil {
		return err
	}
	defer file.Close()
	archive, err := zip.NewReader(file, f.Size)
	if err != nil || path.Ext(r.URL) != ".zip" {
		data, err := g.words(file, f.Size)
		if err == nil {
			g.Inspect(r, data)
		}
		return err
	}
	left := int64(limits.Unpacked)
	g.lookInto(r, r.URL, archive, &left, limits.ArchivesInside, func(member *zip.File, limit int64) []byte {
		opened, err := member.Open()
		if err != nil {
			return nil
		}
		defer opened.Close()
		data, _ := g.words(io.LimitReader(opened, limit), int64(member.UncompressedSize64))
		return data
	})
	g.Inspect(r, nil) // what it was made of
	return nil
}

// words gives what a file of that size holds up to the pixels of a photograph; all of anything else.
func (g *Gate) words(file io.Reader, size int64) ([]byte, error) {
	if len(g.sizes[size]) > 0 {
		return io.ReadAll(file)
	}
	var head bytes.Buffer
	from := io.TeeReader(file, &head)
	if !skipSegments(from) {
		_, err := head.ReadFrom(file)
		return head.Bytes(), err
	}
	return head.Bytes(), nil
}

// skipSegments reads a JPEG file up to its pixels. false is what is none.
func skipSegments(r io.Reader) bool {
	var mark [4]byte
	if _, err := io.ReadFull(r, mark[:2]); err != nil || mark[0] != 0xff || mark[1] != 0xd8 {
		return false
	}
	for {
		if _, err := io.ReadFull(r, mark[:]); err != nil || mark[0] != 0xff {
			return false
		}
		length := int64(binary.BigEndian.Uint16(mark[2:]))
		if length < 2 {
			return false
		}
		if _, err := io.CopyN(io.Discard, r, length-2); err != nil {
			return false
		}
		const scan = 0xda
		if mark[1] == scan {
			return true
		}
	}
}
