//go:build !js

package pictures

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
)

// Render makes the files that pages show, in the order of [Info.Sizes], from one decode. They are upright, in
// sRGB, and hold no metadata. A Fault is returned where the pixels cannot be read.
func Render(info Info, data []byte) ([][]byte, error) {
	if !info.Scaled {
		file, err := plain(info, data)
		return [][]byte{file}, err
	}
	sizes := info.Sizes()
	scaled, gray, err := decodeScaled(info, data, sizes[len(sizes)-1])
	if err != nil {
		return nil, err
	}
	files := make([][]byte, len(sizes))
	for i := len(sizes) - 1; i >= 0; i-- {
		scaled = scaleTo(scaled, sizes[i].Width, sizes[i].Height) // each from the one that is wider
		if files[i], err = encode(scaled, gray); err != nil {
			return nil, err
		}
	}
	return files, nil
}

// decodeScaled gives the picture upright, in sRGB, in the size, and tells whether it is grey. What was decoded is no
// longer held then.
func decodeScaled(info Info, data []byte, size Size) (shown *image.RGBA, gray bool, err error) {
	decoded, err := decoders[info.Kind](data)
	if err != nil {
		return nil, false, unreadable("", err)
	}
	width, height := size.Width, size.Height
	if info.Orientation > 4 {
		width, height = height, width
	}
	shrunk := shrink(decoded, width, height)
	decoded = nil
	shown = toSRGB(shrunk, profileOf(info.Kind, data), width, height)
	return upright(shown, info.Orientation), isGray(shrunk), nil
}

var decoders = map[Kind]func(data []byte) (image.Image, error){
	JPEG: func(data []byte) (image.Image, error) { return jpeg.Decode(bytes.NewReader(data)) },
	PNG:  func(data []byte) (image.Image, error) { return png.Decode(bytes.NewReader(data)) },
	WebP: decodeWebP,
}

// JPEG alone is made, and no WebP beside it. Measured on ten photographs of Debian's mate-backgrounds, with libwebp as
// WebAssembly (gen2brain/webp 0.5.5, method 4) at the quality that gives the structural similarity (SSIM of the light) of
// JPEG at 80: 12 % fewer bytes in sum at 480 pixels, 4 % at 960, 1 % at 1600, where half of the files were larger; and 20
// to 24 times the processor's time to encode. A phone would save some 3 kB of a picture, and the first build of an
// archive would take several times as long.

// qualities go from what looks good down to what still does. The next lower one is taken where a file is larger than
// its budget. Below the last good one, only what a phone would load too long over a slow network is made smaller.
var (
	qualities = []int{80, 74, 68, 62, 56, 50}
	lower     = []int{44, 38, 32}
)

// phoneBudget is what a phone may load, in bytes; it takes one of the two narrower files.
const phoneBudget = 80_000

// budget is how large a file should be, in bytes. Narrow ones have more detail in a pixel.
func budget(size image.Rectangle) int {
	pixels := float64(size.Dx() * size.Dy())
	switch {
	case isStep(size.Dx(), 0):
		return min(phoneBudget, int(0.16*pixels))
	case isStep(size.Dx(), 1):
		return min(phoneBudget, int(0.08*pixels))
	}
	return int(0.1 * pixels)
}

// isStep tells the widths that are offered as a step, or in its place, and narrower ones.
func isStep(width, i int) bool { return float64(width) < float64(Widths[i])*spare }

func encode(scaled *image.RGBA, gray bool) ([]byte, error) {
	var m image.Image = scaled
	if gray {
		m = oneChannel(scaled)
	}
	file, err := encodeWithin(m, qualities, budget(scaled.Rect))
	if err == nil && len(file) > phoneBudget && isStep(scaled.Rect.Dx(), 1) {
		return encodeWithin(m, lower, phoneBudget)
	}
	return file, err
}

// encodeWithin takes the first quality with which the file is small enough, else the last.
func encodeWithin(m image.Image, qualities []int, budget int) ([]byte, error) {
	var b bytes.Buffer
	for _, q := range qualities {
		b.Reset()
		if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: q}); err != nil {
			return nil, fmt.Errorf("encode a picture: %w", err)
		}
		if b.Len() <= budget {
			break
		}
	}
	return b.Bytes(), nil
}

func oneChannel(m *image.RGBA) *image.Gray {
	gray := image.NewGray(m.Rect)
	for i := range gray.Pix { // neither has gaps between its rows
		gray.Pix[i] = m.Pix[4*i]
	}
	return gray
}
