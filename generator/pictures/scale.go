//go:build !js

package pictures

import (
	"image"

	"golang.org/x/image/draw"
)

// bandSize is how many rows or columns are scaled at a time. The library keeps 32 bytes for each pixel between
// its two passes: 200 MB for a photograph of 24 megapixels as a whole, 4 MB in bands.
const bandSize = 64

// scaleTo gives the picture in another size: first narrower, in bands of rows, then lower, in bands of columns.
// Along a band nothing is scaled, so that none sees its neighbours.
func scaleTo(m image.Image, width, height int) *image.RGBA {
	from := m.Bounds()
	if from.Dx() == width && from.Dy() == height {
		return asRGBA(m)
	}
	narrow := image.NewRGBA(image.Rect(0, 0, width, from.Dy()))
	for y := 0; y < from.Dy(); y += bandSize {
		to := image.Rect(0, y, width, min(y+bandSize, from.Dy()))
		band := image.Rect(0, y, from.Dx(), to.Max.Y).Add(from.Min)
		draw.CatmullRom.Scale(narrow, to, m, band, draw.Src, nil)
	}
	scaled := image.NewRGBA(image.Rect(0, 0, width, height))
	for x := 0; x < width; x += bandSize {
		to := image.Rect(x, 0, min(x+bandSize, width), height)
		draw.CatmullRom.Scale(scaled, to, narrow, image.Rect(x, 0, to.Max.X, from.Dy()), draw.Src, nil)
	}
	return scaled
}

func asRGBA(m image.Image) *image.RGBA {
	if rgba, ok := m.(*image.RGBA); ok {
		return rgba
	}
	rgba := image.NewRGBA(image.Rect(0, 0, m.Bounds().Dx(), m.Bounds().Dy()))
	draw.Draw(rgba, rgba.Rect, m, m.Bounds().Min, draw.Src)
	return rgba
}
