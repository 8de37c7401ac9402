//go:build !js

package sharing

import (
	"image"
	"image/color"

	"golang.org/x/image/vector"
)

// A tint is a colour with its steps towards the ground that it lies on: the palette has levels of each, from almost
// the ground to the colour itself.
type tint struct {
	first  uint8 // in the palette
	levels int
	ground uint8
	at     [256]uint8 // the palette's colour for a pixel that a letter covers so much of, of 255
}

func (t *tint) full() uint8 { return t.first + uint8(t.levels) - 1 }

func newTint(first, ground uint8, levels int) tint {
	t := tint{first: first, levels: levels, ground: ground}
	for cover := range t.at {
		t.at[cover] = ground
		if level := (cover*levels + 127) / 255; level > 0 {
			t.at[cover] = first + uint8(level) - 1
		}
	}
	return t
}

// tints make the palette, of 16 colours at most: a pixel is half a byte then, and half as much is packed. See encode.
type tints struct {
	palette                              color.Palette
	paper                                uint8
	ink, muted, mark, band, onBand, line tint
}

// newTints chooses as many steps for each as its letters are large.
func newTints(c Colours, isAlert bool) *tints {
	t := &tints{palette: color.Palette{c.Paper}}
	add := func(of, ground color.RGBA, at uint8, levels int) tint {
		made := newTint(uint8(len(t.palette)), at, levels)
		for level := 1; level <= levels; level++ {
			t.palette = append(t.palette, mix(ground, of, level, levels))
		}
		return made
	}
	mark := c.Accent
	if isAlert {
		mark = c.Alert
	}
	t.ink = add(c.Ink, c.Paper, t.paper, 4)
	t.muted = add(c.Muted, c.Paper, t.paper, 3)
	t.mark = add(mark, c.Paper, t.paper, 3)
	t.band = add(c.Accent, c.Paper, t.paper, 1)
	t.onBand = add(c.OnAccent, c.Accent, t.band.first, 3)
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
	if r.Empty() {
		return
	}
	first := c.Pix[c.PixOffset(r.Min.X, r.Min.Y):][:r.Dx()]
	for x := range first {
		first[x] = colour
	}
	for y := r.Min.Y + 1; y < r.Max.Y; y++ {
		copy(c.Pix[c.PixOffset(r.Min.X, y):], first)
	}
}

// stroke draws a line of some width from the lower left corner of a rectangle to the upper right one.
func (c canvas) stroke(r image.Rectangle, width float32, t *tint) {
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
	c.stamp(r.Min, mask, t)
}
