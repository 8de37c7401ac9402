//go:build !js

package pictures

import (
	"bytes"
	"encoding/binary"
	"errors"

	"golang.org/x/image/webp"
)

// webpChunks cuts a file into its chunks. What follows the picture is left out.
func webpChunks(data []byte) ([]chunk, error) {
	if len(data) < 20 {
		return nil, errTruncated
	}
	size := int64(binary.LittleEndian.Uint32(data[4:]))
	if size+8 > int64(len(data)) {
		return nil, errTruncated
	}
	if size < 4 {
		return nil, errors.New("the file holds no picture")
	}
	var chunks []chunk
	for rest := data[12 : 8+size]; len(rest) >= 8; {
		n := int64(binary.LittleEndian.Uint32(rest[4:]))
		if n > int64(len(rest)-8) {
			return chunks, errTruncated
		}
		chunks = append(chunks, chunk{string(rest[:4]), rest[8 : 8+n]})
		rest = rest[min(8+n+n&1, int64(len(rest))):]
	}
	return chunks, nil
}

// Flags of the chunk VP8X (RFC 9649, section 2.7.1).
const (
	webpAnimated = 0x02
	webpXMP      = 0x04
	webpEXIF     = 0x08
	webpAlpha    = 0x10
)

func webpHead(data []byte) (Info, error) {
	chunks, err := webpChunks(data)
	if err != nil {
		return Info{}, err
	}
	if len(chunks) == 0 {
		return Info{}, errors.New("the file holds no picture")
	}
	if first := chunks[0]; first.name == "VP8X" && len(first.body) >= 10 && first.body[0]&webpAnimated != 0 {
		return Info{Width: 1 + int24(first.body[4:]), Height: 1 + int24(first.body[7:]), Animated: true}, nil
	}
	config, err := webp.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return Info{}, err
	}
	info := Info{Width: config.Width, Height: config.Height, Memory: int64(config.Width) * int64(config.Height) * 4}
	// A lossy picture without transparency is a photograph; it is shown as JPEG, as others are.
	info.Scaled = hasChunk(chunks, "VP8 ") && !hasChunk(chunks, "ALPH") && (chunks[0].name != "VP8X" || chunks[0].body[0]&webpAlpha == 0)
	return info, nil
}

func int24(b []byte) int { return int(b[0]) | int(b[1])<<8 | int(b[2])<<16 }

// rewriteWebP gives the file with what it needs to be shown. Words and how it lies find a place only in a file
// that has the chunk that announces them.
func rewriteWebP(data []byte, m marks) ([]byte, error) {
	chunks, err := webpChunks(data)
	if err != nil {
		return nil, err
	}
	out := append(make([]byte, 0, len(data)+4096), "RIFF\x00\x00\x00\x00WEBP"...)
	var flags byte
	for _, c := range chunks {
		switch c.name {
		case "VP8X":
			if len(c.body) < 10 {
				return nil, errTruncated
			}
			body := bytes.Clone(c.body)
			body[0] &^= webpXMP | webpEXIF
			flags = m.webpFlags()
			body[0] |= flags
			out = appendWebP(out, chunk{c.name, body})
		case "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP":
			out = appendWebP(out, c)
		}
	}
	if flags&webpEXIF != 0 {
		out = appendWebP(out, chunk{"EXIF", m.exif()})
	}
	if flags&webpXMP != 0 {
		out = appendWebP(out, chunk{"XMP ", m.xmp()})
	}
	binary.LittleEndian.PutUint32(out[4:], uint32(len(out)-8))
	return out, nil
}

func (m marks) webpFlags() byte {
	var flags byte
	if m.exif() != nil {
		flags |= webpEXIF
	}
	if m.xmp() != nil {
		flags |= webpXMP
	}
	return flags
}

func appendWebP(out []byte, c chunk) []byte {
	out = append(out, c.name...)
	out = binary.LittleEndian.AppendUint32(out, uint32(len(c.body)))
	out = append(out, c.body...)
	if len(c.body)%2 == 1 {
		out = append(out, 0)
	}
	return out
}
