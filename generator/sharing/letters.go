//go:build !js

package sharing

import (
	"image"

	"golang.org/x/image/math/fixed"
)

// A glyphKey is one letter of a style, on one of some places between two pixels.
type glyphKey struct {
	style
	letter rune
	place  fixed.Int26_6
}

// places is how many places there are between two pixels: letters stand as evenly as the eye can tell, and nearly all
// are drawn from what is kept. It brings a fourth of a drawing.
const places = 4

// A glyph is a letter as it was drawn once.
type glyph struct {
	mask    *image.Alpha // nil for a space
	from    image.Point  // where it begins, from the pixel that the letter stands at
	advance fixed.Int26_6
}

// glyphsKept is how many letters a studio holds, some 2 kB each: all that the languages here have, in all sizes.
const glyphsKept = 4000

// glyph draws a letter, or gives it as it was drawn before.
func (s *studio) glyph(of style, letter rune, place fixed.Int26_6) glyph {
	key := glyphKey{of, letter, place}
	if g, found := s.glyphs[key]; found {
		return g
	}
	if len(s.glyphs) >= glyphsKept {
		clear(s.glyphs)
	}
	var g glyph
	area, drawn, at, advance, ok := s.face(of).Glyph(fixed.Point26_6{X: place}, letter)
	if drawn, isAlpha := drawn.(*image.Alpha); ok && isAlpha {
		g = glyph{image.NewAlpha(image.Rectangle{Max: area.Size()}), area.Min, advance}
		for y := range area.Dy() { // the face draws the next letter in the same place
			copy(g.mask.Pix[y*g.mask.Stride:][:area.Dx()], drawn.Pix[drawn.PixOffset(at.X, at.Y+y):])
		}
	}
	g.advance = advance
	s.glyphs[key] = g
	return g
}

// write draws a text from a point of its base line on.
func (s *studio) write(of style, x, y int, text string, t *tint) {
	const step = 64 / places
	face := s.face(of)
	at := fixed.I(x)
	before := rune(-1)
	for _, r := range text {
		if before >= 0 {
			at += face.Kern(before, r)
		}
		near := (at + step/2) / step * step
		g := s.glyph(of, r, near&63)
		if g.mask != nil {
			s.canvas.stamp(g.from.Add(image.Pt(near.Floor(), y)), g.mask, t)
		}
		at += g.advance
		before = r
	}
}

// stamp puts one letter on the canvas.
func (c canvas) stamp(at image.Point, mask *image.Alpha, t *tint) {
	seen := mask.Rect.Add(at).Intersect(c.Rect)
	for y := seen.Min.Y; y < seen.Max.Y; y++ {
		from := mask.Pix[mask.PixOffset(seen.Min.X-at.X, y-at.Y):][:seen.Dx()]
		into := c.Pix[c.PixOffset(seen.Min.X, y):][:len(from)]
		for x, cover := range from {
			if colour := t.at[cover]; colour != t.ground {
				into[x] = colour
			}
		}
	}
}
