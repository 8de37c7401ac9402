//go:build !js

package pictures

import "image"

// upright turns a picture by its EXIF orientation: each pixel of what is shown comes from one of what was saved.
func upright(m *image.RGBA, orientation int) *image.RGBA {
	w, h := m.Rect.Dx(), m.Rect.Dy()
	from, known := sources[orientation]
	if !known {
		return m
	}
	to := image.Rect(0, 0, w, h)
	if orientation > 4 {
		to = image.Rect(0, 0, h, w)
	}
	turned := image.NewRGBA(to)
	for y := range to.Dy() {
		for x := range to.Dx() {
			sx, sy := from(x, y, w-1, h-1)
			copy(turned.Pix[y*turned.Stride+4*x:][:4], m.Pix[sy*m.Stride+4*sx:][:4])
		}
	}
	return turned
}

// sources says for each orientation where the pixel at x, y comes from; right and bottom are the last ones there.
var sources = map[int]func(x, y, right, bottom int) (int, int){
	2: func(x, y, right, bottom int) (int, int) { return right - x, y },
	3: func(x, y, right, bottom int) (int, int) { return right - x, bottom - y },
	4: func(x, y, right, bottom int) (int, int) { return x, bottom - y },
	5: func(x, y, right, bottom int) (int, int) { return y, x },
	6: func(x, y, right, bottom int) (int, int) { return y, bottom - x },
	7: func(x, y, right, bottom int) (int, int) { return right - y, bottom - x },
	8: func(x, y, right, bottom int) (int, int) { return right - y, x },
}
