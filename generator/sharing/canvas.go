package sharing

import (
	"image"
	"image/color"

	"golang.org/x/image/font"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// A tint is a colour with its steps towards the ground that it lies on: the palette has levels of each, from almost
// the ground to the colour itself.
type tint struct {
	first  uint8 // in the palette
	levels int
	ground uint8
}

func (t tint) full() uint8 { return t.first + uint8(t.levels) - 1 }

// at is the palette's colour for a pixel that a letter covers so much of, of 255.
func (t tint) at(cover uint8) uint8 {
	level := (int(cover)*t.levels + 127) / 255
	if level == 0 {
		return t.ground
	}
	return t.first + uint8(level) - 1
}

// tints make the palette. With 16 colours and less a pixel would be half a byte, the picture a quarter lighter, and
// its encoding would take twice as long.
type tints struct {
	palette                              color.Palette
	paper                                uint8
	ink, muted, mark, band, onBand, line tint
}

// newTints chooses as many steps for each as its letters are large.
func newTints(c Colours, isAlert bool) *tints {
	t := &tints{palette: color.Palette{c.Paper}}
	add := func(of, ground color.RGBA, at uint8, levels int) tint {
		made := tint{first: uint8(len(t.palette)), levels: levels, ground: at}
		for level := 1; level <= levels; level++ {
			t.palette = append(t.palette, mix(ground, of, level, levels))
		}
		return made
	}
	mark := c.Accent
	if isAlert {
		mark = c.Alert
	}
	t.ink = add(c.Ink, c.Paper, t.paper, 5)
	t.muted = add(c.Muted, c.Paper, t.paper, 4)
	t.mark = add(mark, c.Paper, t.paper, 4)
	t.band = add(c.Accent, c.Paper, t.paper, 1)
	t.onBand = add(c.OnAccent, c.Accent, t.band.first, 4)
	t.line = add(c.Line, c.Paper, t.paper, 1)
	return t
}

// mix goes some of the steps from one colour to another.
func mix(from, to color.RGBA, step, steps int) color.RGBA {
	at := func(a, b uint8) uint8 { return uint8((int(a)*(steps-step) + int(b)*step + steps/2) / steps) }
	return color.RGBA{at(from.R, to.R), at(from.G, to.G), at(from.B, to.B), 0xff}
}

// A canvas is a picture that is being drawn.
type canvas struct{ *image.Paletted }

// fill paints a rectangle.
func (c canvas) fill(r image.Rectangle, colour uint8) {
	r = r.Intersect(c.Rect)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		row := c.Pix[c.PixOffset(r.Min.X, y) : c.PixOffset(r.Max.X-1, y)+1]
		for x := range row {
			row[x] = colour
		}
	}
}

// stroke draws a line of some width from the lower left corner of a rectangle to the upper right one.
func (c canvas) stroke(r image.Rectangle, width float32, t tint) {
	w, h := float32(r.Dx()), float32(r.Dy())
	v := vector.NewRasterizer(r.Dx(), r.Dy())
	for i, p := range [][2]float32{{0, h - width}, {w - width, 0}, {w, 0}, {w, width}, {width, h}, {0, h}} {
		if i == 0 {
			v.MoveTo(p[0], p[1])
		} else {
			v.LineTo(p[0], p[1])
		}
	}
	v.ClosePath()
	mask := image.NewAlpha(image.Rect(0, 0, r.Dx(), r.Dy()))
	v.Draw(mask, mask.Rect, image.Opaque, image.Point{})
	c.stamp(r, mask, image.Point{}, t)
}

// write draws a text from a point of its base line on.
func (c canvas) write(face font.Face, x, y int, text string, t tint) {
	dot := fixed.P(x, y)
	before := rune(-1)
	for _, r := range text {
		if before >= 0 {
			dot.X += face.Kern(before, r)
		}
		area, mask, at, advance, ok := face.Glyph(dot, r)
		if alpha, isAlpha := mask.(*image.Alpha); ok && isAlpha {
			c.stamp(area, alpha, at, t)
		}
		dot.X += advance
		before = r
	}
}

// stamp puts one letter on the canvas.
func (c canvas) stamp(area image.Rectangle, mask *image.Alpha, at image.Point, t tint) {
	seen := area.Intersect(c.Rect)
	for y := seen.Min.Y; y < seen.Max.Y; y++ {
		from := mask.Pix[mask.PixOffset(at.X+seen.Min.X-area.Min.X, at.Y+y-area.Min.Y):]
		into := c.Pix[c.PixOffset(seen.Min.X, y):]
		for x := range seen.Dx() {
			if colour := t.at(from[x]); colour != t.ground {
				into[x] = colour
			}
		}
	}
}
