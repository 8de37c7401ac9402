//go:build !js

package pictures

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"errors"
	"fmt"
	"image"
	"image/color"
	"io"
	"sync"

	"github.com/kovidgoyal/imaging/prism/meta/icc"
)

// toSRGB gives a picture in the size and in the colours that browsers take for granted. A profile that cannot be
// read, or is for other pixels, counts as none; so browsers do it.
func toSRGB(m image.Image, profile []byte, width, height int) *image.RGBA {
	inks, printed := m.(*image.CMYK)
	channels := 3
	switch {
	case printed:
		channels = 4
	case isGray(m):
		channels = 1
	}
	table := tables.of(profile, channels)
	if printed { // the library scales no inks
		return scaleTo(inksToSRGB(inks, table), width, height)
	}
	scaled := scaleTo(m, width, height)
	if table != nil {
		for i := 0; i+3 < len(scaled.Pix); i += 4 {
			pixel := scaled.Pix[i : i+4]
			table.look(pixel[:channels], pixel)
		}
	}
	return scaled
}

func isGray(m image.Image) bool {
	_, gray := m.(*image.Gray)
	return gray
}

func inksToSRGB(m *image.CMYK, table *colourTable) *image.RGBA {
	out := image.NewRGBA(m.Rect)
	for i := 0; i+3 < len(m.Pix); i += 4 { // both have four bytes a pixel
		in, pixel := m.Pix[i:i+4], out.Pix[i:i+4]
		pixel[3] = 0xff
		if table != nil {
			table.look(in, pixel)
		} else {
			pixel[0], pixel[1], pixel[2] = color.CMYKToRGB(in[0], in[1], in[2], in[3])
		}
	}
	return out
}

// profileOf is the ICC profile in a file, nil where there is none.
func profileOf(kind Kind, data []byte) []byte {
	switch kind {
	case JPEG:
		segments, _ := jpegSegments(data)
		return jpegProfile(segments)
	case PNG:
		chunks, _ := pngChunks(data)
		return unpacked(bodyOf(chunks, "iCCP"))
	case WebP:
		chunks, _ := webpChunks(data)
		return bodyOf(chunks, "ICCP")
	}
	return nil
}

func bodyOf(chunks []chunk, name string) []byte {
	for _, c := range chunks {
		if c.name == name {
			return c.body
		}
	}
	return nil
}

// profileLimit is more than any profile has, in bytes.
const profileLimit = 8 << 20

// unpacked gives the profile of a PNG file: after its name and how it is packed.
func unpacked(body []byte) []byte {
	i := bytes.IndexByte(body, 0)
	if i < 0 || i+2 > len(body) {
		return nil
	}
	r, err := zlib.NewReader(bytes.NewReader(body[i+2:]))
	if err != nil {
		return nil
	}
	profile, err := io.ReadAll(io.LimitReader(r, profileLimit))
	if err != nil {
		return nil
	}
	return profile
}

// A colourTable says for samples of a profile what they are in sRGB: at points of a grid, between which it is
// interpolated. The library takes a microsecond for a pixel, the table a twentieth.
type colourTable struct {
	channels int
	grid     int // points along a channel
	values   []float32
}

// gridSizes are the points along a channel, by the number of channels: about 50,000 in all.
var gridSizes = map[int]int{1: 256, 3: 33, 4: 15}

// look reads the colour of in, one byte a channel, into the first three bytes of out. They may be the same bytes.
func (t *colourTable) look(in, out []byte) {
	var rest [4]float32
	base, stride := 0, 3
	for c := len(in) - 1; c >= 0; c-- {
		at := int(in[c]) * (t.grid - 1)
		cell := min(at/255, t.grid-2)
		rest[c] = float32(at-cell*255) / 255
		base += cell * stride
		stride *= t.grid
	}
	r, g, b := t.between(base, stride/t.grid, rest[:len(in)])
	out[0], out[1], out[2] = clipped(r), clipped(g), clipped(b)
}

// clipped is done last: points beyond sRGB keep what lies between them and the others in its place.
func clipped(v float32) byte { return byte(min(max(v, 0), 255) + 0.5) }

// between interpolates along the first of the channels that are left, whose points lie stride apart, and within
// along those that follow.
func (t *colourTable) between(base, stride int, rest []float32) (r, g, b float32) {
	if len(rest) == 0 {
		v := t.values[base : base+3]
		return v[0], v[1], v[2]
	}
	r, g, b = t.between(base, stride/t.grid, rest[1:])
	if f := rest[0]; f > 0 {
		r2, g2, b2 := t.between(base+stride, stride/t.grid, rest[1:])
		r, g, b = r+(r2-r)*f, g+(g2-g)*f, b+(b2-b)*f
	}
	return r, g, b
}

// tables remembers the tables of profiles: most photographs of a site come from a few cameras.
var tables = tableMemory{made: map[[sha256.Size + 1]byte]*colourTable{}}

type tableMemory struct {
	lock sync.Mutex
	made map[[sha256.Size + 1]byte]*colourTable
}

// remembered is how many tables are held: 600 kB each.
const remembered = 16

// of gives the table for a profile; nil where the samples are sRGB already, or there is no use in the profile.
func (m *tableMemory) of(profile []byte, channels int) *colourTable {
	if len(profile) == 0 {
		return nil
	}
	var key [sha256.Size + 1]byte
	sum := sha256.Sum256(profile)
	copy(key[:], sum[:])
	key[sha256.Size] = byte(channels)
	m.lock.Lock()
	defer m.lock.Unlock()
	table, found := m.made[key]
	if !found {
		if len(m.made) >= remembered {
			clear(m.made)
		}
		table, _ = newColourTable(profile, channels)
		m.made[key] = table
	}
	return table
}

var errNoTable = errors.New("the profile changes nothing")

func newColourTable(profile []byte, channels int) (table *colourTable, err error) {
	defer func() {
		if r := recover(); r != nil { // a library that reads what anyone may have written
			table, err = nil, fmt.Errorf("read a colour profile: %v", r)
		}
	}()
	p, err := icc.NewProfileReader(bytes.NewReader(profile)).ReadProfile()
	if err != nil {
		return nil, err
	}
	if p.Header.DataColorSpace != spaces[channels] || p.IsSRGB() {
		return nil, errNoTable
	}
	pipeline, err := p.CreateTransformerToSRGB(icc.RelativeColorimetricRenderingIntent, true, channels, false, false, true)
	if err != nil {
		return nil, err
	}
	table = &colourTable{channels: channels, grid: gridSizes[channels]}
	table.fill(pipeline)
	return table, nil
}

var spaces = map[int]icc.ColorSpace{1: icc.ColorSpaceGray, 3: icc.ColorSpaceRGB, 4: icc.ColorSpaceCMYK}

func (t *colourTable) fill(pipeline *icc.Pipeline) {
	points := 1
	for range t.channels {
		points *= t.grid
	}
	t.values = make([]float32, 0, 3*points)
	for n := range points {
		var in, out [4]float64
		for c, rest := t.channels-1, n; c >= 0; c, rest = c-1, rest/t.grid {
			in[c] = float64(rest%t.grid) / float64(t.grid-1)
		}
		pipeline.TransformGeneral(out[:], in[:])
		for _, v := range out[:3] {
			t.values = append(t.values, float32(255*v))
		}
	}
}
