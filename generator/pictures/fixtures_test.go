package pictures

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"math"
	"testing"
)

// photo is something like a photograph: soft shapes, edges, and the noise of a sensor.
func photo(width, height int) *image.YCbCr {
	m := image.NewYCbCr(image.Rect(0, 0, width, height), image.YCbCrSubsampleRatio420)
	noise := uint32(1)
	for y := range height {
		fy := float64(y) / float64(height)
		for x := range width {
			noise = noise*1664525 + 1013904223
			fx := float64(x) / float64(width)
			v := 120 + 60*math.Sin(9*fx+4*fy*fy) + 30*math.Cos(31*fx*fy+fx)
			if math.Mod(13*fx+7*fy, 1) < 0.15 {
				v -= 40
			}
			m.Y[y*m.YStride+x] = uint8(min(max(v, 8), 240)) + uint8(noise>>30)
		}
	}
	for y := range (height + 1) / 2 {
		for x := range (width + 1) / 2 {
			m.Cb[y*m.CStride+x] = uint8(128 + 40*math.Sin(float64(x)/200))
			m.Cr[y*m.CStride+x] = uint8(128 + 40*math.Cos(float64(y)/150))
		}
	}
	return m
}

// flat is a picture of one colour.
func flat(width, height int, c color.Color) *image.NRGBA {
	m := image.NewNRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			m.Set(x, y, c)
		}
	}
	return m
}

func jpegOf(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: 92}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func pngOf(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// noisy is a picture of n channels of noise that PNG cannot pack; alpha is that of all pixels.
func noisy(width, height int, alpha uint8) *image.NRGBA {
	m := image.NewNRGBA(image.Rect(0, 0, width, height))
	noise := uint32(7)
	for i := range m.Pix {
		noise = noise*1664525 + 1013904223
		if m.Pix[i] = uint8(noise >> 24); i%4 == 3 {
			m.Pix[i] = alpha
		}
	}
	return m
}

func animated(t testing.TB) []byte {
	t.Helper()
	g := &gif.GIF{LoopCount: 0}
	for i := range 3 {
		m := image.NewPaletted(image.Rect(0, 0, 40, 30), color.Palette{color.White, color.Black, color.RGBA{R: 200, A: 255}})
		m.SetColorIndex(5*i, 5, 2)
		g.Image, g.Delay = append(g.Image, m), append(g.Delay, 10)
	}
	var b bytes.Buffer
	if err := gif.EncodeAll(&b, g); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// withSegments puts segments directly behind the beginning of a JPEG file.
func withSegments(file []byte, segments ...segment) []byte {
	out := []byte{0xff, markSOI}
	for _, s := range segments {
		out = appendSegment(out, s.marker, s.body)
	}
	return append(out, file[2:]...)
}

// secret is what stands in metadata that must not be published.
const secret = "SN-4711-HEMLIG"

// A tiffField is one field of EXIF; a directory in it is named by its fields.
type tiffField struct {
	tag, kind uint16
	count     uint32
	value     []byte
	inside    []tiffField
}

func ascii(tag uint16, text string) tiffField {
	return tiffField{tag: tag, kind: 2, count: uint32(len(text) + 1), value: append([]byte(text), 0)}
}

// directory writes fields that begin at the offset; what follows is the offset of the next directory.
func directory(fields []tiffField, at int, next int) []byte {
	out := binary.BigEndian.AppendUint16(nil, uint16(len(fields)))
	values := at + 2 + 12*len(fields) + 4
	var behind []byte
	for _, f := range fields {
		if f.inside != nil {
			f.value = binary.BigEndian.AppendUint32(nil, uint32(values+len(behind)))
			behind = append(behind, directory(f.inside, values+len(behind), 0)...)
		}
		out = binary.BigEndian.AppendUint16(out, f.tag)
		out = binary.BigEndian.AppendUint16(out, f.kind)
		out = binary.BigEndian.AppendUint32(out, f.count)
		if len(f.value) <= 4 {
			out = append(out, append(f.value, 0, 0, 0, 0)[:4]...)
			continue
		}
		out = binary.BigEndian.AppendUint32(out, uint32(values+len(behind)))
		behind = append(behind, f.value...)
	}
	return append(binary.BigEndian.AppendUint32(out, uint32(next)), behind...)
}

func rationals(values ...uint32) []byte {
	var out []byte
	for _, v := range values {
		out = binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(out, v), 1)
	}
	return out
}

// cameraEXIF is what a camera writes: how the picture lies, who took it and where, the camera's number.
func cameraEXIF(orientation int) []byte {
	fields := []tiffField{
		ascii(0x010e, "Torget i Alingsås"),
		ascii(0x010f, "Kamera AB"),
		{tag: 0x0112, kind: 3, count: 1, value: []byte{0, byte(orientation)}},
		ascii(0x013b, "Anna Exempel"),
		ascii(0x8298, "© Anna Exempel"),
		{tag: 0x8769, kind: 4, count: 1, inside: []tiffField{
			{tag: 0x927c, kind: 7, count: uint32(len(secret)), value: []byte(secret)},
			ascii(0xa431, secret),
		}},
		{tag: 0x8825, kind: 4, count: 1, inside: []tiffField{
			ascii(1, "N"), {tag: 2, kind: 5, count: 3, value: rationals(57, 55, 47)},
			ascii(3, "E"), {tag: 4, kind: 5, count: 3, value: rationals(12, 31, 59)},
		}},
	}
	return append([]byte("MM\x00*\x00\x00\x00\x08"), directory(fields, 8, 0)...)
}

const cameraXMP = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:aux="http://ns.adobe.com/exif/1.0/aux/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 exif:GPSLatitude="57,55.78N" exif:GPSLongitude="12,31.98E" aux:SerialNumber="` + secret + `" photoshop:Credit="Alingsås kommun"/>
</rdf:RDF></x:xmpmeta><?xpacket end="w"?>`

// cameraSegments are the metadata of a photograph as it comes from a phone and an editor.
func cameraSegments(orientation int) []segment {
	return []segment{
		{marker: 0xe1, body: append([]byte("Exif\x00\x00"), cameraEXIF(orientation)...)},
		{marker: 0xe1, body: []byte("http://ns.adobe.com/xap/1.0/\x00" + cameraXMP)},
		{marker: 0xe2, body: []byte("MPF\x00" + secret)},
		{marker: 0xed, body: photoshopIPTC()},
		{marker: 0xfe, body: []byte("comment " + secret)},
	}
}

// photoshopIPTC holds a place and a caption as agencies write them.
func photoshopIPTC() []byte {
	var records []byte
	for _, r := range []struct {
		set  byte
		text string
	}{{90, secret}, {120, "Caption of IPTC"}, {110, "Credit of IPTC"}} {
		records = append(records, 0x1c, 2, r.set)
		records = append(binary.BigEndian.AppendUint16(records, uint16(len(r.text))), r.text...)
	}
	out := []byte("Photoshop 3.0\x008BIM\x04\x04\x00\x00")
	out = append(binary.BigEndian.AppendUint32(out, uint32(len(records))), records...)
	if len(records)%2 == 1 {
		out = append(out, 0)
	}
	return out
}

func cameraPhoto(t testing.TB, width, height, orientation int) []byte {
	t.Helper()
	file := withSegments(jpegOf(t, photo(width, height)), cameraSegments(orientation)...)
	return append(file, []byte("second picture of a phone "+secret)...)
}

// cameraPNG is a drawing with the metadata of a camera and of an editor.
func cameraPNG(t testing.TB, m image.Image) []byte {
	t.Helper()
	file := pngOf(t, m)
	chunks, err := pngChunks(file)
	if err != nil {
		t.Fatal(err)
	}
	out := []byte(pngSignature)
	for i, c := range chunks {
		out = appendChunk(out, c)
		if i == 0 {
			out = appendChunk(out, chunk{"eXIf", cameraEXIF(1)})
			out = appendChunk(out, chunk{"tEXt", []byte("Comment\x00" + secret)})
			out = appendChunk(out, chunk{"iTXt", []byte("XML:com.adobe.xmp\x00\x00\x00\x00\x00" + cameraXMP)})
			out = appendChunk(out, chunk{"tIME", []byte{7, 220, 3, 27, 12, 0, 0}})
		}
	}
	return out
}

// opaqueAgain makes the first pixel of a PNG file with an alpha channel opaque, which the encoder would leave out.
func opaqueAgain(t testing.TB, file []byte) []byte {
	t.Helper()
	chunks, err := pngChunks(file)
	if err != nil {
		t.Fatal(err)
	}
	m, err := png.Decode(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	var packed bytes.Buffer
	w := zlib.NewWriter(&packed)
	pix := m.(*image.NRGBA)
	pix.Pix[3] = 255
	for y := range pix.Rect.Dy() { // the filter Up, so that it has to be undone
		row := []byte{2}
		for i := range pix.Stride {
			above := byte(0)
			if y > 0 {
				above = pix.Pix[(y-1)*pix.Stride+i]
			}
			row = append(row, pix.Pix[y*pix.Stride+i]-above)
		}
		w.Write(row)
	}
	w.Close()
	out := appendChunk([]byte(pngSignature), chunks[0])
	out = appendChunk(out, chunk{"IDAT", packed.Bytes()})
	return appendChunk(out, chunk{"IEND", nil})
}

// alone leaves out what one goroutine does with many pixels: the race detector finds nothing there, and takes ten times
// as long.
func alone(t *testing.T) {
	t.Helper()
	if isRace {
		t.Skip("one goroutine: left out by the race detector")
	}
}
