package pictures

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"image"
	"image/color"
	"image/draw"
	"image/gif"
	"image/jpeg"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// leaky are files with a position, numbers and comments in all places where they may stand.
func leaky(t *testing.T) map[string][]byte {
	t.Helper()
	drawing := `<?xml version="1.0"?><!-- ` + secret + ` --><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" viewBox="0 0 10 10" inkscape:export-filename="/home/` + secret + `/a.png">
<metadata><rdf>` + secret + `</rdf></metadata><image href="data:image/jpeg;base64,` + base64.StdEncoding.EncodeToString(cameraPhoto(t, 40, 30, 1)) + `"/></svg>`
	return map[string][]byte{
		"photo.jpg":     cameraPhoto(t, 1000, 700, 6),
		"drawing.png":   cameraPNG(t, flat(300, 200, color.White)),
		"photo.png":     cameraPNG(t, noisy(300, 200, 255)),
		"film.gif":      leakyGIF(t),
		"sketch.svg":    []byte(drawing),
		"lossless.webp": leakyWebP(),
	}
}

func leakyGIF(t *testing.T) []byte {
	t.Helper()
	head, blocks, err := gifBlocks(animated(t))
	if err != nil {
		t.Fatal(err)
	}
	out := bytes.Clone(head)
	out = append(out, "\x21\xfe\x0e"+secret+"\x00"...)
	out = append(out, "\x21\xff\x0bXMP DataXMP"+cameraXMP...)
	out = appendXMPTrailer(out)
	for _, b := range blocks {
		out = append(out, b.data...)
	}
	return append(append(out, gifEnd), secret...)
}

// leakyWebP is a lossless picture of one pixel with EXIF and XMP.
func leakyWebP() []byte {
	out := []byte("RIFF\x00\x00\x00\x00WEBP")
	out = appendWebP(out, chunk{"VP8X", []byte{webpEXIF | webpXMP, 0, 0, 0, 0, 0, 0, 0, 0, 0}})
	out = appendWebP(out, chunk{"VP8L", []byte("\x2f\x00\x00\x00\x00\x07\x10\x11\x11\x88\x88\xfe\x07\x00")})
	out = appendWebP(out, chunk{"EXIF", cameraEXIF(1)})
	out = appendWebP(out, chunk{"XMP ", []byte(cameraXMP)})
	out[4] = byte(len(out) - 8)
	out[5] = byte((len(out) - 8) >> 8)
	return out
}

// published gives all that comes out of the files, by a name.
func published(t *testing.T, files map[string][]byte) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	for name, file := range files {
		info, f := Inspect(name, file)
		if f != nil {
			t.Fatalf("%s: %v", name, f)
		}
		sizes, err := Render(info, file)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for i, size := range info.Sizes() {
			out[strings.Repeat("x", i+1)+"-"+name+size.Kind.Ext()] = sizes[i]
		}
		if out["original-"+name], err = Original(info, file, Words{}); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	return out
}

func TestNothingSecretComesOut(t *testing.T) {
	files := leaky(t)
	for name, file := range files {
		if !bytes.Contains(file, []byte(secret)) {
			t.Errorf("%s: nothing secret goes in", name)
		}
	}
	for name, file := range published(t, files) {
		for _, word := range []string{secret, "GPS", "SerialNumber", "Kamera AB", "MPF\x00", "\x1c\x02\x5a"} {
			if bytes.Contains(file, []byte(word)) {
				t.Errorf("%s holds %q", name, word)
			}
		}
		if !strings.HasPrefix(name, "original-") && bytes.Contains(file, []byte("Anna Exempel")) {
			t.Errorf("%s holds words", name)
		}
	}
}

// Another program reads what was written.
func TestAnIndependentReaderFindsNoPosition(t *testing.T) {
	found := exiftool(t, published(t, leaky(t)))
	allowed := map[string]bool{"SourceFile": true, "ExifTool": true, "File": true, "Composite": true, "JFIF": true, "ICC_Profile": true, "PNG": true, "GIF": true, "SVG": true, "RIFF": true}
	words := map[string]bool{"IFD0:ImageDescription": true, "IFD0:Orientation": true, "IFD0:Artist": true, "IFD0:Copyright": true, "ExifIFD": false,
		"XMP-dc:Description": true, "XMP-dc:Creator": true, "XMP-dc:Rights": true, "XMP-photoshop:Credit": true, "XMP-xmpRights:UsageTerms": true}
	structure := map[string]bool{"IFD0:XResolution": true, "IFD0:YResolution": true, "IFD0:ResolutionUnit": true, "IFD0:YCbCrPositioning": true}
	for name, tags := range found {
		for tag, value := range tags {
			group, _, _ := strings.Cut(tag, ":")
			isWord := strings.HasPrefix(name, "original-") && words[tag] || tag == "IFD0:Orientation"
			if strings.Contains(tag, "GPS") || !allowed[group] && !isWord && !structure[tag] && !strings.HasPrefix(group, "System") && !strings.HasPrefix(group, "ICC-") && value != "" {
				t.Errorf("%s: %s = %v", name, tag, value)
			}
		}
	}
	photo := found["original-photo.jpg"]
	for tag, want := range map[string]string{
		"IFD0:ImageDescription": "Caption of IPTC", "XMP-dc:Description": "Caption of IPTC", "IFD0:Artist": "Anna Exempel", "XMP-dc:Creator": "Anna Exempel",
		"IFD0:Copyright": "© Anna Exempel", "XMP-photoshop:Credit": "Alingsås kommun", "IFD0:Orientation": "Rotate 90 CW",
	} {
		if got := photo[tag]; got != want {
			t.Errorf("the original says %s %v, want %s", tag, got, want)
		}
	}
}

// exiftool gives the tags of files as "group:name".
func exiftool(t *testing.T, files map[string][]byte) map[string]map[string]any {
	t.Helper()
	program, err := exec.LookPath("exiftool")
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("exiftool is missing: install libimage-exiftool-perl")
		}
		t.Skip("exiftool is missing: Debian's libimage-exiftool-perl has it")
	}
	dir := t.TempDir()
	for name, file := range files {
		if err := os.WriteFile(filepath.Join(dir, name), file, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	out, err := exec.Command(program, "-json", "-G1", "-a", "-u", "-ee", "-charset", "exif=utf8", dir).Output()
	var list []map[string]any
	if err := json.Unmarshal(out, &list); err != nil {
		t.Fatal(err)
	}
	if err != nil || len(list) != len(files) {
		t.Fatalf("exiftool read %d of %d files: %v", len(list), len(files), err)
	}
	found := map[string]map[string]any{}
	for _, tags := range list {
		if fault := tags["ExifTool:Error"]; fault != nil {
			t.Errorf("%s: %v", tags["SourceFile"], fault)
		}
		found[filepath.Base(tags["SourceFile"].(string))] = tags
	}
	return found
}

// The reader finds a position where there is one; else the test above would prove nothing.
func TestTheIndependentReaderFindsPositionsThatAreThere(t *testing.T) {
	files := leaky(t)
	delete(files, "sketch.svg") // it lies in a picture inside
	for name, tags := range exiftool(t, files) {
		found := false
		for tag := range tags {
			found = found || strings.Contains(tag, "GPS")
		}
		if !found {
			t.Errorf("%s: no position in what goes in", name)
		}
	}
}

func TestPixelsOfTheOriginalStayAsTheyAre(t *testing.T) {
	files := leaky(t)
	files["cmyk.jpg"] = withSegments(cmykJPEG(t, 40, 30, 2, [4]uint8{10, 90, 200, 77}), cameraSegments(1)...)
	for name, file := range files {
		info, f := Inspect(name, file)
		if f != nil {
			t.Fatal(f)
		}
		original, err := Original(info, file, Words{Caption: "Ny text & <fler>", Licence: "CC-BY-4.0"})
		if err != nil {
			t.Fatal(err)
		}
		if info.Kind != SVG && info.Kind != WebP && !samePixels(t, file, original) {
			t.Errorf("%s: pixels have changed", name)
		}
		again, f := Inspect(name, original)
		again.Bytes = info.Bytes
		if f != nil || again != info {
			t.Errorf("%s: %+v became %+v (%v)", name, info, again, f)
		}
		words := ReadWords(info.Kind, original)
		if (info.Kind == JPEG || info.Kind == PNG) && (words.Caption != "Ny text & <fler>" || words.Licence != "CC-BY-4.0") {
			t.Errorf("%s says %+v", name, words)
		}
	}
}

func TestWordsOfTheFrontMatterWin(t *testing.T) {
	file := cameraPhoto(t, 40, 30, 1)
	got := ReadWords(JPEG, file)
	want := Words{Caption: "Caption of IPTC", Creator: "Anna Exempel", Credit: "Alingsås kommun", Copyright: "© Anna Exempel"}
	if got != want {
		t.Errorf("read %+v, want %+v", got, want)
	}
	info, _ := Inspect("a.jpg", file)
	original, err := Original(info, file, Words{Creator: "Bo Ek", Licence: "CC-BY-4.0"})
	if err != nil {
		t.Fatal(err)
	}
	want.Creator, want.Licence = "Bo Ek", "CC-BY-4.0"
	if got := ReadWords(JPEG, original); got != want {
		t.Errorf("wrote %+v, want %+v", got, want)
	}
}

func TestLongWordsFitIntoTheFile(t *testing.T) {
	long := strings.Repeat("\"&å😀", 5000)
	file := cameraPhoto(t, 40, 30, 1)
	info, _ := Inspect("a.jpg", file)
	original, err := Original(info, file, Words{long, long, long, long, long})
	if err != nil || !samePixels(t, file, original) {
		t.Fatalf("%v", err)
	}
	if _, f := Inspect("a.jpg", original); f != nil {
		t.Error(f)
	}
}

func samePixels(t testing.TB, a, b []byte) bool {
	t.Helper()
	if kindOf(a) == GIF {
		x, errA := gif.DecodeAll(bytes.NewReader(a))
		y, errB := gif.DecodeAll(bytes.NewReader(b))
		if errA != nil || errB != nil || len(x.Image) != len(y.Image) || x.LoopCount != y.LoopCount {
			return false
		}
		for i := range x.Image {
			if !bytes.Equal(x.Image[i].Pix, y.Image[i].Pix) || x.Delay[i] != y.Delay[i] || x.Disposal[i] != y.Disposal[i] {
				return false
			}
		}
		return true
	}
	x, errA := decoders[kindOf(a)](a)
	y, errB := decoders[kindOf(b)](b)
	return errA == nil && errB == nil && x.Bounds() == y.Bounds() && bytes.Equal(pixelsOf(x), pixelsOf(y))
}

func pixelsOf(m image.Image) []byte {
	out := image.NewRGBA64(m.Bounds())
	draw.Draw(out, out.Rect, m, m.Bounds().Min, draw.Src)
	return out.Pix
}

// What is written anew holds no position and has the same pixels, whatever was read.
func FuzzRewriting(f *testing.F) {
	m := image.NewGray(image.Rect(0, 0, 16, 16))
	var jpg, pngFile bytes.Buffer
	if err := jpeg.Encode(&jpg, m, nil); err != nil {
		f.Fatal(err)
	}
	if err := png.Encode(&pngFile, m); err != nil {
		f.Fatal(err)
	}
	f.Add(withSegments(jpg.Bytes(), cameraSegments(6)...))
	f.Add(pngFile.Bytes())
	f.Add(cameraPNG(f, flat(4, 4, color.White)))
	f.Add(animated(f))
	f.Add(leakyWebP())
	f.Add([]byte(`<svg xmlns="http://www.w3.org/2000/svg"><metadata>x</metadata><style>a{}</style></svg>`))
	f.Fuzz(func(t *testing.T, file []byte) {
		info, fault := Inspect("a", file)
		if fault != nil && info.Kind == "" || info.Width*info.Height > 1<<20 {
			return
		}
		for _, words := range []Words{{}, {Caption: string(file[:min(len(file), 50)])}} {
			out, err := Original(info, file, words)
			if err != nil {
				continue
			}
			if _, again := Inspect("a", out); again == nil || again.Code != fault.Code {
				t.Errorf("what was written cannot be read: %v", again)
			}
			if decoder := decoders[info.Kind]; decoder != nil {
				if _, err := decoder(file); err == nil && !samePixels(t, file, out) {
					t.Error("pixels have changed")
				}
			}
			if clean, err := plain(info, file); err == nil && info.Kind == JPEG && hasPosition(clean) {
				t.Error("a position is left")
			}
		}
		_, _ = Render(info, file)
	})
}

// hasPosition looks for a segment of metadata with a directory of positions.
func hasPosition(file []byte) bool {
	segments, _ := jpegSegments(file)
	for _, s := range segments {
		if s.marker == markAPP1 && (bytes.Contains(s.body, []byte{0x88, 0x25}) || bytes.Contains(s.body, []byte{0x25, 0x88})) || s.marker > markAPP1 && s.marker <= 0xef && !isProfile(s) && s.marker != 0xee {
			return true
		}
	}
	return false
}
