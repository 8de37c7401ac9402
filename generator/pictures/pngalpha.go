//go:build !js

package pictures

import (
	"bufio"
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"io"

	"alingsas.se/dialog/generator/limits"
)

// isOpaque tells whether no pixel of a PNG file with an alpha channel lets anything through. Programs save
// photographs so, and the header alone does not tell them from logotypes. Pixels are unpacked row by row, up to the first
// that is transparent; of each, only the channel is computed. An interlaced file counts as transparent.
func isOpaque(chunks []chunk) bool {
	header := chunks[0].body
	width, height := int(binary.BigEndian.Uint32(header)), int(binary.BigEndian.Uint32(header[4:]))
	if header[12] != 0 || width > limits.PictureSide || width*height > limits.Pixels {
		return false
	}
	var packed []io.Reader
	for _, c := range chunks {
		if c.name == "IDAT" {
			packed = append(packed, bytes.NewReader(c.body))
		}
	}
	r, err := zlib.NewReader(bufio.NewReader(io.MultiReader(packed...)))
	if err != nil {
		return false
	}
	a := alphaReader{size: int(header[8]) / 8, channels: 2}
	if header[9]&2 != 0 {
		a.channels = 4
	}
	a.row = make([]byte, 1+width*a.size*a.channels)
	a.last = make([]byte, len(a.row))
	for range height {
		if _, err := io.ReadFull(r, a.row); err != nil || !a.opaque() {
			return false
		}
	}
	return true
}

// An alphaReader undoes the filters of PNG rows (PNG, section 9) for the bytes of the alpha channel alone: a
// filter looks at the same byte of the neighbours.
type alphaReader struct {
	row, last      []byte // with the byte that names the filter
	size, channels int    // bytes of a channel, channels of a pixel
}

func (a *alphaReader) opaque() bool {
	step := a.size * a.channels
	for pixel := 1; pixel < len(a.row); pixel += step {
		for i := pixel + step - a.size; i < pixel+step; i++ {
			var left, corner byte
			if pixel > 1 {
				left, corner = a.row[i-step], a.last[i-step]
			}
			a.row[i] += predicted(a.row[0], left, a.last[i], corner)
			if a.row[i] != 0xff {
				return false
			}
		}
	}
	a.row, a.last = a.last, a.row
	return true
}

func predicted(filter, left, above, corner byte) byte {
	switch filter {
	case 1:
		return left
	case 2:
		return above
	case 3:
		return byte((int(left) + int(above)) / 2)
	case 4:
		return paeth(left, above, corner)
	}
	return 0
}

// paeth is the neighbour that is nearest to left + above - corner.
func paeth(left, above, corner byte) byte {
	p := int(left) + int(above) - int(corner)
	toLeft, toAbove, toCorner := distance(p, left), distance(p, above), distance(p, corner)
	switch {
	case toLeft <= toAbove && toLeft <= toCorner:
		return left
	case toAbove <= toCorner:
		return above
	}
	return corner
}

func distance(p int, b byte) int { return max(p-int(b), int(b)-p) }
