//go:build !js

package formats

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"path"
	"strings"
	"time"
)

// Zip writes files into an archive, in the order given and all of one moment, on the clock of the moment's zone. The
// same files give the same bytes. A name that could lie outside of the folder where somebody unpacks it, or that the
// archive holds already, is an error.
func Zip(w io.Writer, modified time.Time, files []ZipFile) error {
	archive := zip.NewWriter(w)
	taken := map[string]bool{}
	for _, f := range files {
		key := strings.ToLower(f.Name) // many disks take A for a
		if !isSafe(f.Name) || taken[key] {
			return fmt.Errorf("zip: %q cannot be a name in the archive", f.Name)
		}
		taken[key] = true
		if err := addToZip(archive, modified, f); err != nil {
			return fmt.Errorf("zip: %s: %w", f.Name, err)
		}
	}
	return archive.Close()
}

// isSafe tells whether a name leads no system out of a folder, or to another disk.
func isSafe(name string) bool {
	return fs.ValidPath(name) && name != "." && !strings.ContainsAny(name, `\:`)
}

// addToZip writes one file with its size before its bytes: programs that unpack while they load need it there.
func addToZip(archive *zip.Writer, modified time.Time, f ZipFile) error {
	header := &zip.FileHeader{
		Name: f.Name, Method: zip.Store, ReaderVersion: 20, CRC32: crc32.ChecksumIEEE(f.Data), UncompressedSize64: uint64(len(f.Data)),
	}
	header.SetMode(0o644)
	setMoment(header, modified)
	if !isASCII(f.Name) {
		header.Flags |= utf8Name
	}
	data := f.Data
	if small, err := deflated(f); err != nil {
		return err
	} else if small != nil {
		header.Method, data = zip.Deflate, small
	}
	header.CompressedSize64 = uint64(len(data))
	to, err := archive.CreateRaw(header)
	if err != nil {
		return err
	}
	_, err = to.Write(data)
	return err
}

// utf8Name is the bit that says so of a name (APPNOTE.TXT, section 4.4.4).
const utf8Name = 1 << 11

// packed are the kinds of files that do not become smaller.
var packed = map[string]bool{
	".jpg": true, ".jpeg": true, ".png": true, ".gif": true, ".webp": true, ".pdf": true, ".zip": true, ".docx": true, ".xlsx": true,
	".pptx": true, ".odt": true, ".mp3": true, ".mp4": true,
}

// deflated gives the bytes of a file made smaller, nil where they would not be.
func deflated(f ZipFile) ([]byte, error) {
	if packed[strings.ToLower(path.Ext(f.Name))] {
		return nil, nil
	}
	var small bytes.Buffer
	w, err := flate.NewWriter(&small, flate.DefaultCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(f.Data); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil || small.Len() >= len(f.Data) {
		return nil, err
	}
	return small.Bytes(), nil
}

// setMoment writes a moment as all programs know it, on the clock and to two seconds, and as some know it, in UTC. The
// first knows the years from 1980 to 2107, the second those from 1970 to 2038.
func setMoment(header *zip.FileHeader, t time.Time) {
	if t.Year() < 1980 || t.Year() > 2107 {
		t = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	//lint:ignore SA1019 CreateRaw, which writes sizes before the data, takes the moment from nowhere else
	header.ModifiedDate = uint16(t.Day() | int(t.Month())<<5 | (t.Year()-1980)<<9)
	//lint:ignore SA1019 as above
	header.ModifiedTime = uint16(t.Second()/2 | t.Minute()<<5 | t.Hour()<<11)
	if seconds := t.Unix(); seconds > 0 && seconds < 1<<31 {
		const tag, size, onlyModified = 0x5455, 5, 1 // Info-ZIP's extended timestamp
		header.Extra = binary.LittleEndian.AppendUint16(nil, tag)
		header.Extra = append(binary.LittleEndian.AppendUint16(header.Extra, size), onlyModified)
		header.Extra = binary.LittleEndian.AppendUint32(header.Extra, uint32(seconds))
	}
}

func isASCII(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= 0x80 }) < 0
}
