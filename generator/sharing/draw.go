//go:build !js

package sharing

import (
	"bytes"
	"image"
	"strings"
	"sync"

	"golang.org/x/image/font"
)

// Where everything stands, in pixels. The picture is often shown at a third of its size, so nothing is small.
const (
	margin    = 72
	kickerY   = 132 // base lines
	titleTop  = 172
	bandTop   = Height - 92
	bandY     = Height - 34
	factsGap  = 28
	leafWidth = 236
	leafGap   = 56
)

// titleSizes are tried from the largest on, with as many lines as leave room for the facts.
var titleSizes = []int{88, 76, 66, 58, 50, smallest}

// A title is written smaller than that only for a word that a line would not hold else: words are not cut.
const smallest = 44

var wordSizes = []int{38, 32, 26}

const (
	lineHeight = 1.16 // of the title, by its size
	factHeight = 48
)

var (
	kickerStyle = style{sans, 34}
	factStyle   = style{sans, 36}
	bandStyle   = style{sans, 32}
)

// A studio is what one drawing needs, kept for the next one.
type studio struct {
	canvas  canvas
	faces   map[style]font.Face
	glyphs  map[glyphKey]glyph
	encoder encoder
}

var studios = sync.Pool{New: func() any {
	return &studio{canvas: canvas{image.NewPaletted(image.Rect(0, 0, Width, Height), nil)}, faces: map[style]font.Face{}, glyphs: map[glyphKey]glyph{}}
}}

// Draw gives the picture as a PNG.
func (p *Picture) Draw() ([]byte, error) {
	s := studios.Get().(*studio)
	defer studios.Put(s)
	s.draw(p)
	data, err := s.encoder.encode(s.canvas.Paletted)
	return bytes.Clone(data), err
}

func (s *studio) draw(p *Picture) {
	t := newTints(p.Colours, p.IsAlert)
	c := s.canvas
	c.Palette = t.palette
	c.fill(c.Rect, t.paper)
	// The dash that opens a spoken line is the mark of the pages, too.
	c.fill(image.Rect(margin, 64, margin+80, 76), t.mark.full())
	s.write(kickerStyle, margin, kickerY, s.fit(kickerStyle, p.Kicker, Width-2*margin), &t.mark)
	width := Width - 2*margin
	if p.Leaf != nil {
		width -= leafWidth + leafGap
		s.drawLeaf(p.Leaf, image.Pt(Width-margin-leafWidth, 64), t)
	}
	s.drawText(p, width, t)
	s.drawBand(p, t)
}

// drawText sets the title, and what is told below it.
func (s *studio) drawText(p *Picture, width int, t *tints) {
	height := bandTop - titleTop - factsGap
	if len(p.Facts) > 0 {
		height -= factsGap/2 + len(p.Facts)*factHeight
	}
	lines, set := s.set(p.Title, width, height)
	y := titleTop
	for _, line := range lines {
		y += int(float64(set.size) * lineHeight)
		s.write(set, margin, y-set.size/5, line, &t.ink)
	}
	y += factsGap / 2
	for _, fact := range p.Facts {
		y += factHeight
		s.write(factStyle, margin, y-factHeight/5, s.fit(factStyle, fact, width), &t.muted)
	}
}

// set breaks a title into lines, in the largest letters that fit. What is too long for the smallest ends at a word.
func (s *studio) set(title string, width, height int) ([]string, style) {
	all := pieces(drawable(serif, title))
	of := style{serif, smallest}
	sizes := titleSizes
	if breakLines(all, width, len(all), s.measure(of)) == nil {
		sizes = wordSizes
	}
	for _, size := range sizes {
		set := style{serif, size}
		if lines := breakLines(all, width, linesOf(size, height), s.measure(set)); lines != nil {
			return lines, set
		}
	}
	if lines := shorten(all, width, linesOf(smallest, height), s.measure(of)); lines != nil {
		return lines, of
	}
	return []string{s.fit(of, line(all), width)}, of
}

// linesOf is how many lines of that size a height has room for. Large letters are for few words.
func linesOf(size, height int) int {
	most := 5
	switch {
	case size >= 76:
		most = 3
	case size >= 58:
		most = 4
	}
	return min(most, int(float64(height)/(float64(size)*lineHeight)))
}

// fit gives a text as it can be drawn in one line, ended with a mark where it is too long.
func (s *studio) fit(of style, text string, width int) string {
	text = strings.ReplaceAll(drawable(of.font, text), string(softHyphen), "")
	measure := s.measure(of)
	if measure(text) <= width {
		return text
	}
	runes := []rune(text)
	for n := len(runes) - 1; n > 0; n-- {
		if short := strings.TrimRight(string(runes[:n]), " ,;:–-.") + "…"; measure(short) <= width {
			return short
		}
	}
	return ""
}

// drawBand names the publisher, and the site where it has another name.
func (s *studio) drawBand(p *Picture, t *tints) {
	c := s.canvas
	c.fill(image.Rect(0, bandTop, Width, Height), t.band.full())
	left := s.fit(bandStyle, p.Organisation, Width/2-margin)
	s.write(bandStyle, margin, bandY, left, &t.onBand)
	if p.Site != p.Organisation {
		right := s.fit(bandStyle, p.Site, Width/2-margin-leafGap)
		s.write(bandStyle, Width-margin-s.measure(bandStyle)(right), bandY, right, &t.onBand)
	}
}

// drawLeaf draws a leaf of a wall calendar with the next ones under it.
func (s *studio) drawLeaf(l *Leaf, at image.Point, t *tints) {
	const height = 252
	header := 60
	if l.Month == "" {
		header = 0
	}
	c := s.canvas
	leaf := image.Rectangle{at, at.Add(image.Pt(leafWidth, height))}
	for below := 24; below >= 0; below -= 12 {
		c.fill(leaf.Add(image.Pt(0, below)), t.line.full())
		c.fill(leaf.Add(image.Pt(0, below)).Inset(3), t.paper)
	}
	month, days := style{sans, 30}, s.daysStyle(l.Days)
	number := &t.ink
	if l.IsOff {
		number = &t.muted
		c.fill(image.Rect(at.X+3, at.Y+header, at.X+leafWidth-3, at.Y+header+3), t.line.full())
		s.centre(month, leaf, at.Y+42, l.Month, &t.muted)
	} else {
		c.fill(image.Rect(at.X, at.Y, at.X+leafWidth, at.Y+header), t.band.full())
		s.centre(month, leaf, at.Y+42, l.Month, &t.onBand)
	}
	y := at.Y + header + (height-header+days.size*7/10)/2
	if l.Weekday != "" {
		y = at.Y + header + 118
		s.centre(month, leaf, at.Y+height-26, l.Weekday, &t.muted)
	}
	s.centre(days, leaf, y, l.Days, number)
	if l.IsOff {
		c.stroke(leaf.Inset(3), 10, &t.mark)
	}
}

// daysStyle makes several days as wide as one.
func (s *studio) daysStyle(days string) style {
	for _, size := range []int{120, 96, 76, 60} {
		if of := (style{serif, size}); s.measure(of)(days) <= leafWidth-32 {
			return of
		}
	}
	return style{serif, 44}
}

// centre writes a text in the middle of a rectangle.
func (s *studio) centre(of style, in image.Rectangle, y int, text string, t *tint) {
	text = s.fit(of, text, in.Dx()-16)
	s.write(of, in.Min.X+(in.Dx()-s.measure(of)(text))/2, y, text, t)
}
