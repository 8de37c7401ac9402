package pictures

import (
	"bytes"
	"encoding/binary"
	"flag"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"path"
	"reflect"
	"strings"
	"testing"

	"alingsas.se/dialog/generator/diag"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite the expectations in testdata")

// The case holds files that can be written as text, and what is wrong with each.
func TestFaultsAreToldWithWhatToDo(t *testing.T) {
	const file = "testdata/faults.txtar"
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var got diag.List
	var diagnostics *txtar.File
	for i, f := range archive.Files {
		if f.Name == "diagnostics" {
			diagnostics = &archive.Files[i]
			continue
		}
		_, fault := Inspect(f.Name, f.Data)
		if fault == nil {
			t.Errorf("nothing is wrong with %s", f.Name)
			continue
		}
		got = append(got, fault.At(diag.Position{File: f.Name}))
	}
	var b strings.Builder
	for _, lang := range []string{"sv", "en"} {
		report := diag.Report{Lang: lang, Source: func(string) []byte { return nil }}
		if err := report.Write(&b, got); err != nil {
			t.Fatal(err)
		}
	}
	if *update {
		diagnostics.Data = []byte(b.String())
		if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if b.String() != string(diagnostics.Data) {
		t.Errorf("got:\n%s\nwant:\n%s\nIf the new texts are right: go test ./generator/pictures -update", b.String(), diagnostics.Data)
	}
}

func TestFaultsInFilesThatAreNoText(t *testing.T) {
	jpg := jpegOf(t, photo(600, 400))
	tests := []struct {
		name string
		file []byte
		want diag.Code
	}{
		{"good.jpg", jpg, ""},
		{"GOOD.JPEG", jpg, ""},
		{"good.png", pngOf(t, flat(20, 20, color.White)), ""},
		{"good.gif", animated(t), ""},
		{"cut.jpg", jpg[:len(jpg)*2/3], diag.BrokenPicture},
		{"cut-in-its-head.jpg", jpg[:100], diag.BrokenPicture},
		{"cut.png", pngOf(t, flat(20, 20, color.White))[:60], diag.BrokenPicture},
		{"cut.gif", animated(t)[:200], diag.BrokenPicture},
		{"a-jpeg.png", jpg, diag.PictureName},
		{"a-png.jpg", pngOf(t, flat(20, 20, color.White)), diag.PictureName},
		{"wide.png", pngOfSize(t, 30_001, 10), diag.PictureTooLarge},
		{"bomb.png", pngOfSize(t, 29_000, 29_000), diag.PictureTooLarge},
		{"largest.jpg", jpegOfSize(t, 65_500, 65_500), diag.PictureTooLarge},
		{"film.webp", []byte("RIFF\x16\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x02\x00\x00\x00\xff\xff\xff\xff\xff\xff"), diag.PictureTooLarge},
		{"phone.jpg", []byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00"), diag.PictureFormat},
		{"scan.tif", []byte("II*\x00\x08\x00\x00\x00"), diag.PictureFormat},
		{"new.avif", []byte("\x00\x00\x00\x18ftypavif\x00\x00\x00\x00"), diag.PictureFormat},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got diag.Code
			if _, f := Inspect(test.name, test.file); f != nil {
				got = f.Code
			}
			if got != test.want {
				t.Errorf("got [%s], want [%s]", got, test.want)
			}
		})
	}
}

// pngOfSize is a small file that says it is large.
func pngOfSize(t *testing.T, width, height uint32) []byte {
	t.Helper()
	file := pngOf(t, flat(2, 2, color.White))
	chunks, err := pngChunks(file)
	if err != nil {
		t.Fatal(err)
	}
	binary.BigEndian.PutUint32(chunks[0].body, width)
	binary.BigEndian.PutUint32(chunks[0].body[4:], height)
	out := []byte(pngSignature)
	for _, c := range chunks {
		out = appendChunk(out, c)
	}
	return out
}

func jpegOfSize(t *testing.T, width, height uint16) []byte {
	t.Helper()
	file := jpegOf(t, flat(8, 8, color.White))
	at := bytes.Index(file, []byte{0xff, 0xc0})
	binary.BigEndian.PutUint16(file[at+5:], height)
	binary.BigEndian.PutUint16(file[at+7:], width)
	return file
}

// corners says for each orientation at which corner of what is shown the first pixel of the file stands, and the
// last of its first row: the table of the EXIF standard, in words.
var corners = map[int][2]string{
	1: {"top left", "top right"}, 2: {"top right", "top left"}, 3: {"bottom right", "bottom left"}, 4: {"bottom left", "bottom right"},
	5: {"top left", "bottom left"}, 6: {"top right", "bottom right"}, 7: {"bottom right", "top right"}, 8: {"bottom left", "top left"},
}

func TestPicturesAreTurnedUpright(t *testing.T) {
	alone(t)
	red, blue := color.NRGBA{R: 255, A: 255}, color.NRGBA{B: 255, A: 255}
	m := flat(1200, 800, color.White)
	for y := range 200 {
		for x := range 200 {
			m.Set(x, y, red)
			m.Set(1199-x, y, blue)
		}
	}
	for orientation, want := range corners {
		file := withSegments(jpegOf(t, m), cameraSegments(orientation)...)
		info, f := Inspect("o.jpg", file)
		if f != nil {
			t.Fatal(f)
		}
		if lies := orientation > 4; lies != (info.Width == 800 && info.Height == 1200) || info.Orientation != orientation {
			t.Errorf("orientation %d: %+v", orientation, info)
		}
		files, err := Render(info, file)
		if err != nil {
			t.Fatal(err)
		}
		for i, size := range info.Sizes() {
			shown, err := jpeg.Decode(bytes.NewReader(files[i]))
			if err != nil {
				t.Fatal(err)
			}
			if got := shown.Bounds().Size(); got != image.Pt(size.Width, size.Height) {
				t.Errorf("orientation %d: a file of %v, announced as %v", orientation, got, size)
			}
			if got := [2]string{cornerOf(shown, true), cornerOf(shown, false)}; got != want {
				t.Errorf("orientation %d: the first row goes from %q to %q, want %q", orientation, got[0], got[1], want)
			}
		}
	}
}

// cornerOf names the corner that is red, or blue.
func cornerOf(m image.Image, red bool) string {
	w, h := m.Bounds().Dx(), m.Bounds().Dy()
	for name, at := range map[string]image.Point{
		"top left": {20, 20}, "top right": {w - 20, 20}, "bottom left": {20, h - 20}, "bottom right": {w - 20, h - 20},
	} {
		r, g, b, _ := m.At(at.X, at.Y).RGBA()
		if g < 0x4000 && (red && r > 0xc000 || !red && b > 0xc000) {
			return name
		}
	}
	return ""
}

func TestSizesAreKnownFromTheHeader(t *testing.T) {
	tests := []struct {
		info Info
		want []Size
	}{
		{Info{Kind: JPEG, Width: 6000, Height: 4000, Scaled: true}, []Size{{480, 320, JPEG}, {960, 640, JPEG}, {1600, 1067, JPEG}}},
		{Info{Kind: JPEG, Width: 1700, Height: 850, Scaled: true}, []Size{{480, 240, JPEG}, {960, 480, JPEG}, {1600, 800, JPEG}}},
		{Info{Kind: JPEG, Width: 1600, Height: 1600, Scaled: true}, []Size{{480, 480, JPEG}, {960, 960, JPEG}, {1600, 1600, JPEG}}},
		{Info{Kind: JPEG, Width: 1500, Height: 1500, Scaled: true}, []Size{{480, 480, JPEG}, {960, 960, JPEG}, {1500, 1500, JPEG}}},
		{Info{Kind: JPEG, Width: 1000, Height: 500, Scaled: true}, []Size{{480, 240, JPEG}, {1000, 500, JPEG}}},
		{Info{Kind: PNG, Width: 500, Height: 500, Scaled: true}, []Size{{500, 500, JPEG}}},
		{Info{Kind: JPEG, Width: 200, Height: 100, Scaled: true}, []Size{{200, 100, JPEG}}},
		{Info{Kind: JPEG, Width: 20_000, Height: 3, Scaled: true}, []Size{{480, 1, JPEG}, {960, 1, JPEG}, {1600, 1, JPEG}}},
		{Info{Kind: PNG, Width: 4000, Height: 3000}, []Size{{4000, 3000, PNG}}},
		{Info{Kind: SVG}, []Size{{0, 0, SVG}}},
	}
	for _, test := range tests {
		if got := test.info.Sizes(); !reflect.DeepEqual(got, test.want) {
			t.Errorf("%+v: %v, want %v", test.info, got, test.want)
		}
	}
}

func TestPNGIsScaledWhereItIsAPhotograph(t *testing.T) {
	alone(t)
	tests := map[string]struct {
		file []byte
		want bool
	}{
		"photograph.png":              {pngOf(t, noisy(600, 400, 255)), true},
		"screenshot.png":              {pngOf(t, flat(600, 400, color.White)), false},
		"transparent.png":             {pngOf(t, noisy(600, 400, 128)), false},
		"photograph-with-channel.png": {withChannel(t, 0xff), true},
		"one-clear-pixel.png":         {withChannel(t, 0xfe), false},
	}
	for name, test := range tests {
		info, f := Inspect(name, test.file)
		if f != nil || info.Scaled != test.want {
			t.Errorf("%s: scaled %v, want %v (%v)", name, info.Scaled, test.want, f)
		}
		if files, err := Render(info, test.file); err != nil || (kindOf(files[0]) == JPEG) != test.want {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// withChannel is a file with an alpha channel, of which the last pixel is last.
func withChannel(t *testing.T, last uint8) []byte {
	t.Helper()
	m := noisy(600, 400, 255)
	m.Pix[3] = 254 // or the encoder leaves the channel out
	m.Pix[len(m.Pix)-1] = last
	file := pngOf(t, m)
	if last != 0xff {
		return file
	}
	return opaqueAgain(t, file)
}

func TestAnimationsAreKept(t *testing.T) {
	file := animated(t)
	info, f := Inspect("a.gif", file)
	if f != nil || !info.Animated || info.Scaled || info.Width != 40 {
		t.Fatalf("%+v %v", info, f)
	}
	files, err := Render(info, file)
	if err != nil || !bytes.Equal(files[0], file) {
		t.Errorf("an animation without metadata was changed: %v", err)
	}
}

func TestNamesOfFaultsAreThoseOfTheFile(t *testing.T) {
	_, f := Inspect("content/press/bild.png", jpegOf(t, flat(8, 8, color.White)))
	if f == nil || f.At(diag.Position{}).Arg("name") != "bild.jpg" || path.Base(f.At(diag.Position{}).Arg("file")) != "bild.png" {
		t.Errorf("%v", f)
	}
}

// A photograph is told by what it is, and nothing else by a few letters at its beginning.
func TestWhatMayBeAPictureIsInspected(t *testing.T) {
	for _, c := range []struct {
		name, head string
		want       bool
	}{
		{"foto.pdf", "\xff\xd8\xff\xe0", true},
		{"foto", "II*\x00\x08\x00", true},
		{"foto.bin", "\x00\x00\x00\x18ftypheic", true},
		{"foto.JPG", "x", true},
		{"skylt.svg", "<svg", true},
		{"program.pdf", "%PDF-1.7", false},
		{"bilar.csv", "BMW;Volvo", false},
		{"sida.txt", "<svg xmlns='http://www.w3.org/2000/svg'/>", false},
		{"tom", "", false},
	} {
		if got := MayBe(c.name, func() []byte { return []byte(c.head) }); got != c.want {
			t.Errorf("%s that begins with %q: %v", c.name, c.head, got)
		}
	}
}
