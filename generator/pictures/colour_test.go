package pictures

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"testing"
)

// tag is one element of an ICC profile.
type tag struct {
	name string
	data []byte
}

// profile writes an ICC profile (ICC.1:2010, section 7).
func profile(space, pcs string, tags ...tag) []byte {
	head := make([]byte, 128)
	head[8] = 2 // version
	head[9] = 0x40
	copy(head[12:], "mntr"+space+pcs)
	copy(head[36:], "acsp")
	for i, v := range []uint32{0xf6d6, 0x10000, 0xd32d} { // D50
		binary.BigEndian.PutUint32(head[68+4*i:], v)
	}
	table := binary.BigEndian.AppendUint32(nil, uint32(len(tags)))
	var data []byte
	for _, t := range tags {
		table = append(table, t.name...)
		table = binary.BigEndian.AppendUint32(table, uint32(128+4+12*len(tags)+len(data)))
		table = binary.BigEndian.AppendUint32(table, uint32(len(t.data)))
		data = append(data, t.data...)
		for len(data)%4 != 0 {
			data = append(data, 0)
		}
	}
	out := append(append(head, table...), data...)
	binary.BigEndian.PutUint32(out, uint32(len(out)))
	return out
}

func xyz(x, y, z float64) []byte {
	out := []byte("XYZ \x00\x00\x00\x00")
	for _, v := range []float64{x, y, z} {
		out = binary.BigEndian.AppendUint32(out, uint32(int32(v*65536)))
	}
	return out
}

// gamma is a curve of one number.
func gamma(g float64) []byte {
	return binary.BigEndian.AppendUint16([]byte("curv\x00\x00\x00\x00\x00\x00\x00\x01"), uint16(g*256))
}

// p3 is Display P3 with a plain gamma.
func p3() []byte {
	curve := gamma(2.2)
	return profile("RGB ", "XYZ ", tag{"wtpt", xyz(0.9642, 1, 0.8249)},
		tag{"rXYZ", xyz(0.5151, 0.2412, -0.0011)}, tag{"gXYZ", xyz(0.2919, 0.6922, 0.0419)}, tag{"bXYZ", xyz(0.1571, 0.0666, 0.7841)},
		tag{"rTRC", curve}, tag{"gTRC", curve}, tag{"bTRC", curve})
}

// swappedInks is a profile of printing inks, of which black is seen as a light red: no decoder could guess it.
func swappedInks() []byte {
	out := []byte("mft1\x00\x00\x00\x00\x04\x03\x02\x00")
	for i := range 9 {
		v := uint32(0)
		if i%4 == 0 {
			v = 0x10000
		}
		out = binary.BigEndian.AppendUint32(out, v)
	}
	for range 4 {
		out = append(out, identity()...)
	}
	for i := range 16 { // the last ink changes quickest: Lab of the corners
		if i&1 != 0 {
			out = append(out, 160, 200, 170)
		} else {
			out = append(out, 255, 128, 128)
		}
	}
	for range 3 {
		out = append(out, identity()...)
	}
	return profile("CMYK", "Lab ", tag{"A2B0", out}, tag{"A2B1", out}, tag{"wtpt", xyz(0.9642, 1, 0.8249)})
}

func identity() []byte {
	out := make([]byte, 256)
	for i := range out {
		out[i] = byte(i)
	}
	return out
}

func profileSegment(p []byte) segment {
	return segment{marker: 0xe2, body: append([]byte(profileMark+"\x01\x01"), p...)}
}

// cmykJPEG writes four planes of one value each, as Adobe's programs do: inverted, each in a scan of its own.
func cmykJPEG(t testing.TB, width, height int, transform byte, values [4]uint8) []byte {
	t.Helper()
	out := appendSegment([]byte{0xff, markSOI}, 0xee, []byte("Adobe\x00\x64\x00\x00\x00\x00"), []byte{transform})
	for c, v := range values {
		gray := image.NewGray(image.Rect(0, 0, width, height))
		for i := range gray.Pix {
			gray.Pix[i] = v
		}
		segments, err := jpegSegments(jpegOf(t, gray))
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range segments {
			switch {
			case s.marker == 0xc0 && c == 0:
				body := append(bytes.Clone(s.body[:5]), 4)
				for id := range byte(4) {
					body = append(body, id+1, 0x11, 0)
				}
				out = appendSegment(out, s.marker, body)
			case s.marker == markSOS:
				body := bytes.Clone(s.body)
				body[1] = byte(c + 1)
				out = append(appendSegment(out, s.marker, body), s.coded...)
			case c == 0 && s.isShown():
				out = appendSegment(out, s.marker, s.body)
			}
		}
	}
	return append(out, 0xff, markEOI)
}

// middle renders a picture and gives the colour in the middle of its smallest size.
func middle(t *testing.T, name string, file []byte) color.RGBA {
	t.Helper()
	info, f := Inspect(name, file)
	if f != nil {
		t.Fatal(f)
	}
	files, err := Render(info, file)
	if err != nil {
		t.Fatal(err)
	}
	m, err := jpeg.Decode(bytes.NewReader(files[0]))
	if err != nil {
		t.Fatal(err)
	}
	return color.RGBAModel.Convert(m.At(m.Bounds().Dx()/2, m.Bounds().Dy()/2)).(color.RGBA)
}

func TestColoursAreShownInSRGB(t *testing.T) {
	alone(t)
	orange := color.NRGBA{R: 200, G: 120, B: 60, A: 255}
	deep := image.NewNRGBA64(image.Rect(0, 0, 500, 300))
	for y := range 300 {
		for x := range 500 {
			deep.SetNRGBA64(x, y, color.NRGBA64{R: 200<<8 + noise(x, y, 1), G: 120<<8 + noise(x, y, 2), B: 60<<8 + noise(x, y, 3), A: 0xffff})
		}
	}
	tests := []struct {
		name string
		file []byte
		want color.RGBA
	}{
		{"plain.jpg", jpegOf(t, flat(1000, 600, orange)), color.RGBA{200, 120, 60, 255}},
		// The same numbers in Display P3 are a redder orange, which sRGB says with other numbers.
		{"p3.jpg", withSegments(jpegOf(t, flat(1000, 600, orange)), profileSegment(p3())), color.RGBA{214, 116, 38, 255}},
		{"broken-profile.jpg", withSegments(jpegOf(t, flat(1000, 600, orange)), profileSegment([]byte("no profile"))), color.RGBA{200, 120, 60, 255}},
		{"16-bit.png", pngOf(t, deep), color.RGBA{200, 120, 60, 255}},
		{"cmyk.jpg", cmykJPEG(t, 1000, 600, 0, [4]uint8{255, 128, 64, 255}), color.RGBA{255, 128, 64, 255}},
		{"ycck.jpg", cmykJPEG(t, 1000, 600, 2, [4]uint8{128, 128, 128, 255}), color.RGBA{128, 128, 128, 255}},
		{"inks.jpg", withSegments(cmykJPEG(t, 1000, 600, 0, [4]uint8{255, 255, 255, 0}), profileSegment(swappedInks())), color.RGBA{255, 77, 83, 255}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if info, _ := Inspect(test.name, test.file); !info.Scaled {
				t.Fatalf("%d bytes are shown as they are", len(test.file))
			}
			got := middle(t, test.name, test.file)
			for _, d := range []int{int(got.R) - int(test.want.R), int(got.G) - int(test.want.G), int(got.B) - int(test.want.B)} {
				if d < -4 || d > 4 {
					t.Fatalf("shown as %v, want %v", got, test.want)
				}
			}
		})
	}
}

// noise is a byte that PNG cannot pack.
func noise(x, y, c int) uint16 {
	v := uint32(x*7919+y*104729+c*1299709) * 2654435761
	v ^= v >> 15
	return uint16(v*2246822519>>20) & 0xff
}

func TestGreyStaysGrey(t *testing.T) {
	gray := image.NewGray(image.Rect(0, 0, 1200, 800))
	copy(gray.Pix, photo(1200, 800).Y)
	file := jpegOf(t, gray)
	info, f := Inspect("g.jpg", file)
	if f != nil {
		t.Fatal(f)
	}
	files, err := Render(info, file)
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if config, err := jpeg.DecodeConfig(bytes.NewReader(file)); err != nil || config.ColorModel != color.GrayModel {
			t.Errorf("a size has colours: %v", err)
		}
	}
}

// The library computes each colour, the table interpolates: they have to agree where the eye sees no difference.
func TestTheTableOfColoursIsTrueToTheProfile(t *testing.T) {
	table, err := newColourTable(p3(), 3)
	if err != nil {
		t.Fatal(err)
	}
	fine, coarse := *table, gridSizes[3]
	gridSizes[3] = 86 // every third value is a point
	defer func() { gridSizes[3] = coarse }()
	exact, err := newColourTable(p3(), 3)
	if err != nil {
		t.Fatal(err)
	}
	worst := 0
	for r := 0; r < 256; r += 15 {
		for g := 0; g < 256; g += 15 {
			for b := 0; b < 256; b += 15 {
				var got, want [3]byte
				in := []byte{byte(r), byte(g), byte(b)}
				fine.look(in, got[:])
				exact.look(in, want[:])
				for c := range got {
					worst = max(worst, distance(int(got[c]), want[c]))
				}
			}
		}
	}
	t.Logf("at most %d of 255 from the profile", worst)
	if worst > 12 {
		t.Errorf("a colour is %d of 255 from the profile", worst)
	}
}

// redBlackWhite is a lossy WebP picture of 32 × 16 pixels, red, black and white.
const redBlackWhite = "UklGRkYAAABXRUJQVlA4IDoAAACQAgCdASogABAAPjEUiEKiISEYBAAgAwSgAAfKAAD+/OH//9Tg1//68J//sWP//+FXv/+FXv/3seAA"

func TestBlackAndWhiteOfAWebPPictureAreBlackAndWhite(t *testing.T) {
	file, err := base64.StdEncoding.DecodeString(redBlackWhite)
	if err != nil {
		t.Fatal(err)
	}
	m, err := decoders[WebP](file)
	if err != nil {
		t.Fatal(err)
	}
	for x, want := range map[int]color.RGBA{3: {255, 0, 0, 255}, 13: {0, 0, 0, 255}, 28: {255, 255, 255, 255}} {
		r, g, b, _ := m.At(x, 8).RGBA()
		for i, got := range []uint32{r >> 8, g >> 8, b >> 8} {
			if off := int(got) - int([]uint8{want.R, want.G, want.B}[i]); off < -6 || off > 6 {
				t.Errorf("at %d: %d %d %d, want %v", x, r>>8, g>>8, b>>8, want)
			}
		}
	}
}
