package sharing

import (
	"bytes"
	"flag"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the approved pictures: look at each before you commit it")

// sizeLimit is what a picture weighs at most, in bytes.
const sizeLimit = 40 << 10

var pictures = map[string]Picture{
	"release": {
		Kicker: "Pressmeddelande", Title: "Kommunen bjuder in till dialog med näringslivet", Facts: []string{"27 mars 2012"},
		Organisation: "Alingsås kommun", Site: "Dialog med näringslivet", Colours: Standard,
	},
	"long": {
		Kicker: "Pressinbjudan", Facts: []string{"3 december 2026"}, Organisation: "Härjedalens kommun – Herjedalen tjïelte", Site: "Nyhetsrum", Colours: Standard,
		Title: "Samhällsbyggnads\u00adförvaltningen och Räddnings\u00adtjänsten öppnar gemensam beredskaps\u00adcentral i Ľubomír Ščasnýs gamla läroverk – ”nu kan vi svara på två minuter”, säger kommunalrådet Zoë Ångström-Đorđević efter årets sista sammanträde i december",
	},
	"meeting": {
		Kicker: "Träff", Title: "Öppen dialogkväll 🎉 för alla", Facts: []string{"Onsdag 2 maj 2012, kl. 18.00–20.30", "Estrad, Södra Strömgatan 4"},
		Leaf: &Leaf{Month: "maj 2012", Days: "2", Weekday: "onsdag"}, Organisation: "Alingsås kommun", Site: "Dialog med näringslivet", Colours: Standard,
	},
	"later": {
		Kicker: "Meeting", Title: "Open dialogue evening for entrepreneurs", Facts: []string{"Date to be announced"},
		Leaf: &Leaf{Days: "?"}, Organisation: "Alingsås kommun", Site: "Dialogue with local businesses", Colours: Standard,
	},
	"page": {
		Kicker: "Dialog med näringslivet", Title: "Om dialogen", Organisation: "Alingsås kommun",
		Colours: Colours{Paper: rgb(0xffffff), Ink: rgb(0x1a1a2e), Muted: rgb(0x444466), Line: rgb(0xccccdd), Accent: rgb(0x3b1d82), OnAccent: rgb(0xffffff), Alert: rgb(0x86190f)},
	},
	"cancelled": {
		Kicker: "Träff", Title: "INSTÄLLT: Svensk Handel Alingsås", Facts: []string{"2–3 april 2012"}, IsAlert: true,
		Leaf: &Leaf{Month: "april 2012", Days: "2–3", IsOff: true}, Organisation: "Alingsås kommun", Site: "Dialog med näringslivet", Colours: Standard,
	},
}

// A change of how pictures look is seen here, by eye: go test ./generator/sharing -update rewrites them. Whoever
// changes them changes the constant drawing, too.
func TestPicturesLookAsApproved(t *testing.T) {
	for name, p := range pictures {
		t.Run(name, func(t *testing.T) {
			data := draw(t, p)
			if len(data) > sizeLimit {
				t.Errorf("it weighs %d bytes, at most %d are allowed", len(data), sizeLimit)
			}
			file := filepath.Join("testdata", name+".png")
			if *update {
				if err := os.WriteFile(file, data, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			approved, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if n := differing(t, data, approved); n > 0 {
				t.Errorf("%d pixels differ from %s", n, file)
			}
			if again := draw(t, p); !bytes.Equal(again, data) {
				t.Error("drawn again it has other bytes")
			}
		})
	}
}

func draw(t testing.TB, p Picture) []byte {
	t.Helper()
	data, err := p.Draw()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func decode(t *testing.T, data []byte) image.Image {
	t.Helper()
	picture, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if size := picture.Bounds().Size(); size != image.Pt(Width, Height) {
		t.Fatalf("it has %v pixels", size)
	}
	return picture
}

// differing counts the pixels that are not the same: other bytes may be the same picture, from another version of Go.
func differing(t *testing.T, a, b []byte) int {
	one, other, n := decode(t, a), decode(t, b), 0
	for y := range Height {
		for x := range Width {
			if color.RGBAModel.Convert(one.At(x, y)) != color.RGBAModel.Convert(other.At(x, y)) {
				n++
			}
		}
	}
	return n
}

func BenchmarkDraw(b *testing.B) {
	for name, p := range pictures {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				b.SetBytes(int64(len(draw(b, p))))
			}
		})
	}
}
