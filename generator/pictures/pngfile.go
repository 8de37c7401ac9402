//go:build !js

package pictures

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image/png"
	"strings"
)

// A chunk is a part of a PNG or a WebP file.
type chunk struct {
	name string
	body []byte
}

// pngChunks cuts a file into its chunks, up to the end of the picture. What follows that is left out.
func pngChunks(data []byte) ([]chunk, error) {
	var chunks []chunk
	rest := data[min(len(pngSignature), len(data)):]
	for {
		if len(rest) < 12 {
			return chunks, errTruncated
		}
		n := int64(binary.BigEndian.Uint32(rest))
		if n > int64(len(rest)-12) {
			return chunks, errTruncated
		}
		c := chunk{string(rest[4:8]), rest[8 : 8+n]}
		rest = rest[12+n:]
		chunks = append(chunks, c)
		if c.name == "IEND" {
			return chunks, nil
		}
	}
}

// shownChunks are what a PNG file needs to be shown: its pixels, its colours, its frames and how they are played.
const shownChunks = " IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD pHYs acTL fcTL fdAT "

func (c chunk) isShown() bool { return strings.Contains(shownChunks, " "+c.name+" ") }

// Kinds of PNG pixels (PNG, section 11.2.1): bits of the byte that tells it.
const (
	pngPalette = 1
	pngAlpha   = 4
)

func pngHead(data []byte) (Info, error) {
	config, err := png.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return Info{}, err
	}
	info := Info{Width: config.Width, Height: config.Height}
	chunks, err := pngChunks(data)
	if err != nil {
		return info, err
	}
	header := chunks[0].body
	depth, kind := int64(header[8]), header[9]
	perPixel := depth * []int64{1, 0, 3, 1, 2, 0, 4}[kind] / 8 // samples: grey, –, RGB, palette, grey+alpha, –, RGBA
	pixels := int64(config.Width) * int64(config.Height)
	info.Memory = pixels * max(1, perPixel*4/3)
	info.Animated = hasChunk(chunks, "acTL")
	dense := int64(len(data)) > pixels*depth/8/denseness
	info.Scaled = dense && !info.Animated && kind&pngPalette == 0 && !hasChunk(chunks, "tRNS") &&
		(kind&pngAlpha == 0 || isOpaque(chunks))
	return info, nil
}

// denseness tells photographs from drawings and screenshots, which PNG packs to less than a byte for so many
// pixels. As JPEG, a photograph is a tenth of that; a drawing would be larger, and blurred.
const denseness = 2

func hasChunk(chunks []chunk, name string) bool {
	for _, c := range chunks {
		if c.name == name {
			return true
		}
	}
	return false
}

// rewritePNG gives the file with what it needs to be shown, and the words. Its pixels are not touched.
func rewritePNG(data []byte, m marks) ([]byte, error) {
	chunks, err := pngChunks(data)
	if err != nil {
		return nil, err
	}
	if chunks[0].name != "IHDR" {
		return nil, errors.New("the file does not begin with its header")
	}
	out := make([]byte, 0, len(data)+4096)
	out = append(out, pngSignature...)
	for i, c := range chunks {
		if c.isShown() {
			out = appendChunk(out, c)
		}
		if i == 0 {
			out = m.appendChunks(out)
		}
	}
	return out, nil
}

// appendChunks writes the words and how the picture lies.
func (m marks) appendChunks(out []byte) []byte {
	if exif := m.exif(); exif != nil {
		out = appendChunk(out, chunk{"eXIf", exif})
	}
	if xmp := m.xmp(); xmp != nil {
		out = appendChunk(out, chunk{"iTXt", append([]byte(pngXMP), xmp...)})
	}
	return out
}

func appendChunk(out []byte, c chunk) []byte {
	out = binary.BigEndian.AppendUint32(out, uint32(len(c.body)))
	start := len(out)
	out = append(append(out, c.name...), c.body...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[start:]))
}
