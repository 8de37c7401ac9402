//go:build !js

package pictures

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	"io"
)

// Markers of a JPEG file (ITU-T T.81, annex B).
const (
	markSOI  = 0xd8 // the picture begins
	markEOI  = 0xd9 // the picture ends
	markSOS  = 0xda // a scan follows, and after it coded data
	markAPP0 = 0xe0
	markAPP1 = 0xe1
)

// A segment is a part of a JPEG file: a marker with what belongs to it.
type segment struct {
	marker byte
	body   []byte // without marker and length
	coded  []byte // of a scan: the data that follows it, up to the next segment
}

var errTruncated = errors.New("the file ends early")

func isTruncated(err error) bool {
	return errors.Is(err, errTruncated) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF)
}

// jpegSegments cuts a file into the segments of its first picture. What follows that, as further pictures of a
// phone do, is left out.
func jpegSegments(data []byte) ([]segment, error) {
	var segments []segment
	rest := data[min(2, len(data)):]
	for {
		i := bytes.IndexByte(rest, 0xff) // what stands between segments is nothing
		if i < 0 {
			return segments, errTruncated
		}
		for rest = rest[i:]; len(rest) > 0 && rest[0] == 0xff; { // any number of them
			rest = rest[1:]
		}
		if len(rest) == 0 {
			return segments, errTruncated
		}
		marker := rest[0]
		rest = rest[1:]
		if marker == markEOI {
			return segments, nil
		}
		if marker == 0 || marker == 1 || marker >= 0xd0 && marker <= markSOI {
			continue // has no length
		}
		if len(rest) < 2 {
			return segments, errTruncated
		}
		n := int(binary.BigEndian.Uint16(rest))
		if n < 2 || n > len(rest) {
			return segments, errTruncated
		}
		s := segment{marker: marker, body: rest[2:n]}
		rest = rest[n:]
		if marker == markSOS {
			n = codedLength(rest)
			s.coded, rest = rest[:n], rest[n:]
		}
		segments = append(segments, s)
	}
}

// codedLength is how far a scan's data go: up to a marker that is neither an escaped byte nor a restart.
func codedLength(data []byte) int {
	at := 0
	for {
		i := bytes.IndexByte(data[at:], 0xff)
		if i < 0 || at+i+1 >= len(data) {
			return len(data)
		}
		at += i
		next := data[at+1]
		switch {
		case next == 0xff: // a fill byte
			at++
		case next == 0 || next >= 0xd0 && next <= 0xd7:
			at += 2
		default:
			return at
		}
	}
}

// isShown tells the segments without which the picture cannot be shown: frames, scans and their tables.
func (s segment) isShown() bool {
	m := s.marker
	return m >= 0xc0 && m <= 0xcf && m != 0xc8 || m >= markSOS && m <= 0xdd // SOF and DHT; SOS, DQT, DNL, DRI
}

// jpegProfile is the ICC profile in the segments, joined in its order; nil where there is none, or not all of it.
func jpegProfile(segments []segment) []byte {
	parts := map[byte][]byte{}
	for _, s := range segments {
		if isProfile(s) {
			parts[s.body[len(profileMark)]] = s.body[len(profileMark)+2:]
		}
	}
	var whole []byte
	for n := range len(parts) {
		part, found := parts[byte(n+1)]
		if !found {
			return nil
		}
		whole = append(whole, part...)
	}
	return whole
}

const profileMark = "ICC_PROFILE\x00"

func isProfile(s segment) bool {
	return s.marker == 0xe2 && len(s.body) > len(profileMark)+2 && bytes.HasPrefix(s.body, []byte(profileMark))
}

func jpegHead(data []byte) (Info, error) {
	config, err := jpeg.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return Info{}, err
	}
	info := Info{Width: config.Width, Height: config.Height, Scaled: true}
	segments, err := jpegSegments(data)
	info.Memory = jpegMemory(config, segments)
	return info, err
}

// jpegMemory is what the decoder takes: the planes at their fullest, and of a progressive file all coefficients.
func jpegMemory(config image.Config, segments []segment) int64 {
	perPixel := int64(3)
	switch config.ColorModel {
	case color.GrayModel:
		perPixel = 1
	case color.CMYKModel:
		perPixel = 8
	}
	for _, s := range segments {
		if s.marker == 0xc2 {
			perPixel *= 5
		}
	}
	return int64(config.Width) * int64(config.Height) * perPixel
}

// appendSegment writes a segment with the marker and the parts of its body.
func appendSegment(out []byte, marker byte, parts ...[]byte) []byte {
	body := bytes.Join(parts, nil)
	out = append(out, 0xff, marker)
	out = binary.BigEndian.AppendUint16(out, uint16(len(body)+2))
	return append(out, body...)
}

// rewriteJPEG gives the file with what it needs to be shown, and the words. Its pixels are not touched.
func rewriteJPEG(data []byte, m marks) ([]byte, error) {
	segments, err := jpegSegments(data)
	if err != nil {
		return nil, err
	}
	out := make([]byte, 0, len(data)+4096)
	out = append(out, 0xff, markSOI)
	out = appendHead(out, segments)
	if exif := m.exif(); exif != nil {
		out = appendSegment(out, markAPP1, []byte("Exif\x00\x00"), exif)
	}
	if xmp := m.xmp(); xmp != nil {
		out = appendSegment(out, markAPP1, []byte(jpegXMP), xmp)
	}
	for _, s := range segments {
		if s.isShown() || isProfile(s) {
			out = appendSegment(out, s.marker, s.body)
			out = append(out, s.coded...)
		}
	}
	return append(out, 0xff, markEOI), nil
}

// appendHead writes what tells a decoder of colours: the JFIF segment, without its thumbnail, and Adobe's.
func appendHead(out []byte, segments []segment) []byte {
	for _, s := range segments {
		if s.marker == markAPP0 && len(s.body) >= 14 && string(s.body[:5]) == "JFIF\x00" {
			out = appendSegment(out, markAPP0, s.body[:12], []byte{0, 0})
			break
		}
	}
	for _, s := range segments {
		if s.marker == 0xee && len(s.body) >= 12 && string(s.body[:5]) == "Adobe" {
			return appendSegment(out, 0xee, s.body[:12])
		}
	}
	return out
}
