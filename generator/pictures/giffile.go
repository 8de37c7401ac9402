//go:build !js

package pictures

import (
	"bytes"
	"encoding/binary"
	"errors"
)

// A gifBlock is a part of a GIF file (GIF89a, sections 17 to 27).
type gifBlock struct {
	kind  byte // gifExtension, gifFrame
	label byte // of an extension
	data  []byte
}

const (
	gifExtension, gifFrame, gifEnd = 0x21, 0x2c, 0x3b

	gifControl, gifApplication = 0xf9, 0xff
)

// gifBlocks cuts a file into its head, with the table of colours, and the blocks up to the end of the picture.
func gifBlocks(data []byte) (head []byte, blocks []gifBlock, err error) {
	if len(data) < 13 {
		return nil, nil, errTruncated
	}
	n := 13 + gifColours(data[10])
	if n >= len(data) {
		return nil, nil, errTruncated
	}
	head, rest := data[:n], data[n:]
	for len(rest) > 0 && rest[0] != gifEnd {
		n, err := gifBlockLength(rest)
		if err != nil {
			return head, blocks, err
		}
		blocks = append(blocks, gifBlock{rest[0], rest[1], rest[:n]})
		rest = rest[n:]
	}
	if len(rest) == 0 {
		return head, blocks, errTruncated
	}
	return head, blocks, nil
}

// gifColours is the length of the table of colours that flags announce.
func gifColours(flags byte) int {
	if flags&0x80 == 0 {
		return 0
	}
	return 3 << (1 + flags&7)
}

func gifBlockLength(data []byte) (int, error) {
	n := 2 // an extension and its label
	if data[0] == gifFrame {
		if len(data) < 11 {
			return 0, errTruncated
		}
		n = 10 + gifColours(data[9]) + 1 // and the size of codes
	} else if data[0] != gifExtension {
		return 0, errors.New("unknown part in a GIF file")
	}
	for n < len(data) {
		size := int(data[n])
		n += 1 + size
		if size == 0 {
			return n, nil
		}
	}
	return 0, errTruncated
}

func gifHead(data []byte) (Info, error) {
	if len(data) < 10 {
		return Info{}, errTruncated
	}
	info := Info{Width: int(binary.LittleEndian.Uint16(data[6:])), Height: int(binary.LittleEndian.Uint16(data[8:]))}
	_, blocks, err := gifBlocks(data)
	frames := 0
	for _, b := range blocks {
		if b.kind == gifFrame {
			frames++
		}
	}
	info.Animated = frames > 1
	if err == nil && (frames == 0 || info.Width == 0 || info.Height == 0) {
		err = errors.New("the file holds no picture")
	}
	return info, err
}

// rewriteGIF gives the file with what it needs to be shown, and the words.
func rewriteGIF(data []byte, m marks) ([]byte, error) {
	head, blocks, err := gifBlocks(data)
	if err != nil {
		return nil, err
	}
	out := append(make([]byte, 0, len(data)+4096), head...)
	for _, b := range blocks {
		if b.kind == gifFrame || b.label == gifControl {
			out = append(out, b.data...)
		} else if b.isLoop() {
			out = append(out, b.data[:19]...)
			out[len(out)-1] = 0
		}
	}
	if xmp := m.xmp(); xmp != nil {
		out = append(out, "!\xff\x0bXMP DataXMP"...)
		out = append(out, xmp...)
		out = appendXMPTrailer(out)
	}
	return append(out, gifEnd), nil
}

// isLoop tells the extension that says how often the frames are played.
func (b gifBlock) isLoop() bool {
	return b.label == gifApplication && len(b.data) >= 19 && b.data[14] == 3 && b.data[15] == 1 &&
		(bytes.Equal(b.data[3:14], []byte("NETSCAPE2.0")) || bytes.Equal(b.data[3:14], []byte("ANIMEXTS1.0")))
}

// appendXMPTrailer writes bytes of which each, read as a length, leads to the end (XMP, part 3, section 1.1.2).
func appendXMPTrailer(out []byte) []byte {
	out = append(out, 1)
	for b := 0xff; b >= 0; b-- {
		out = append(out, byte(b))
	}
	return append(out, 0)
}
