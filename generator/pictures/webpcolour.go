//go:build !js

package pictures

import (
	"bytes"
	"image"

	"golang.org/x/image/webp"
)

// decodeWebP gives the picture with its full range of light. A lossy WebP picture holds light from 16 to 235 and colour
// from 16 to 240 (ITU-R BT.601), as television does; the library gives the numbers out as if they were those of a
// JPEG picture, from 0 to 255, in which black is grey and white is dull.
func decodeWebP(data []byte) (image.Image, error) {
	m, err := webp.Decode(bytes.NewReader(data))
	if lossy, ok := m.(*image.YCbCr); ok && err == nil {
		widen(lossy.Y, 16, 0, 219)
		widen(lossy.Cb, 128, 128, 224)
		widen(lossy.Cr, 128, 128, 224)
	}
	return m, err
}

// widen makes of span steps the 255 of a byte; what is from lies at to then.
func widen(samples []byte, from, to, span int) {
	var wide [256]byte
	for i := range wide {
		scaled := (2*255*(i-from) + span) / (2 * span) // rounded; what is far below is cut off
		wide[i] = byte(min(255, max(0, scaled+to)))
	}
	for i, v := range samples {
		samples[i] = wide[v]
	}
}
