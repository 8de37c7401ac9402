package sharing

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"testing"
)

// chequered is a picture in which every row has another pattern of so many colours, and every third is the one before.
func chequered(width, colours int) *image.Paletted {
	m := image.NewPaletted(image.Rect(0, 0, width, 48), nil)
	for i := range colours {
		m.Palette = append(m.Palette, color.RGBA{uint8(16 * i), uint8(255 - i), uint8(i * i), 0xff})
	}
	for i := range m.Pix {
		x, y := i%width, i/width
		m.Pix[i] = uint8((x*x + (y-y%3/2)*7) % colours)
	}
	return m
}

func TestEachPixelIsEncoded(t *testing.T) {
	var e encoder
	for _, colours := range []int{2, 15, 16} {
		m := chequered(64, colours)
		data, err := e.encode(m)
		if err != nil {
			t.Fatal(err)
		}
		got, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		for y := range m.Rect.Dy() {
			for x := range m.Rect.Dx() {
				if want := m.At(x, y); color.RGBAModel.Convert(got.At(x, y)) != want {
					t.Fatalf("%d colours: at %d, %d is %v, not %v", colours, x, y, got.At(x, y), want)
				}
			}
		}
	}
}

func TestWhatTheEncoderDoesNotKnowIsRefused(t *testing.T) {
	for name, m := range map[string]*image.Paletted{"17 colours": chequered(64, 17), "a row that ends within a byte": chequered(63, 4)} {
		if _, err := new(encoder).encode(m); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// Letters come from a memory that is shared by all drawings of a studio: what was drawn before changes nothing.
func TestLettersAreTheSameWhateverWasDrawnBefore(t *testing.T) {
	s := studios.New().(*studio)
	for range 2 {
		for name, p := range pictures {
			s.draw(&p)
			got := bytes.Clone(s.canvas.Pix)
			fresh := studios.New().(*studio)
			fresh.draw(&p)
			if !bytes.Equal(got, fresh.canvas.Pix) {
				t.Errorf("%s is another one after the others", name)
			}
		}
	}
}
