package pictures

import (
	"bytes"
	"errors"
	"image/jpeg"
	"path"
	"slices"
	"strconv"
	"strings"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/limits"
)

// Inspect reads the header of a picture and looks whether the file is whole; nothing is decoded, but the
// transparency of some PNG files. The fault is nil where the picture can be shown. A file that has another kind
// than its name says is a fault, but the Info is good.
func Inspect(name string, data []byte) (Info, *Fault) {
	info, f := inspect(name, data)
	if f != nil {
		return Info{}, f
	}
	if ext := strings.ToLower(path.Ext(name)); !slices.Contains(extensions[info.Kind], ext) {
		right := strings.TrimSuffix(path.Base(name), path.Ext(name)) + info.Kind.Ext()
		return info, fault(diag.PictureName, "file", path.Base(name), "kind", string(info.Kind), "name", right)
	}
	return info, nil
}

func inspect(name string, data []byte) (Info, *Fault) {
	base := path.Base(name)
	if len(data) == 0 {
		return Info{}, broken(base, "filen är tom", "the file is empty")
	}
	if len(data) > limits.File {
		size, limit := strconv.Itoa(len(data)>>20)+" MB", strconv.Itoa(limits.File>>20)+" MB"
		return Info{}, fault(diag.PictureTooLarge, "file", base, "size", size, "size-en", size, "limit", limit, "limit-en", limit)
	}
	if kind := foreignKind(data); kind != "" {
		return Info{}, foreign(base, kind, kind)
	}
	kind := kindOf(data)
	if kind == "" {
		return Info{}, broken(base, "innehållet är ingen bild", "its content is no picture")
	}
	if kind == SVG {
		return inspectDrawing(base, data)
	}
	return inspectRaster(base, kind, data)
}

// smallFile is up to which size, in bytes, a picture other than a JPEG is shown as it is.
const smallFile = 16 << 10

// heads read the header of a kind, and find the end of the picture.
var heads = map[Kind]func(data []byte) (Info, error){JPEG: jpegHead, PNG: pngHead, GIF: gifHead, WebP: webpHead}

func inspectRaster(base string, kind Kind, data []byte) (Info, *Fault) {
	info, err := heads[kind](data)
	if f := tooLarge(base, info); f != nil { // also where the rest of the file is missing
		return Info{}, f
	}
	if err != nil {
		return Info{}, unreadable(base, err)
	}
	info.Kind, info.Bytes = kind, int64(len(data))
	// A small picture has nothing to win. A JPEG may lie on its side, or be in colours that not all show.
	info.Scaled = info.Scaled && (kind == JPEG || len(data) > smallFile)
	info.Orientation = orientation(kind, data)
	if info.Orientation > 4 { // lies on its side
		info.Width, info.Height = info.Height, info.Width
	}
	return info, nil
}

// tooLarge reports what would take more memory than a machine has. A small file can say that it is that large.
func tooLarge(base string, i Info) *Fault {
	if i.Width <= limits.PictureSide && i.Height <= limits.PictureSide && i.Width*i.Height <= limits.Pixels {
		return nil
	}
	size, limit := strconv.Itoa(i.Width)+" × "+strconv.Itoa(i.Height), strconv.Itoa(limits.Pixels/1_000_000)
	sv, en := limit+" miljoner", limit+" million"
	if side := strconv.Itoa(limits.PictureSide); max(i.Width, i.Height) > limits.PictureSide {
		sv, en = side+" på bredden och höjden", side+" in width and height"
	}
	return fault(diag.PictureTooLarge, "file", base, "size", size+" bildpunkter", "size-en", size+" pixels", "limit", sv, "limit-en", en)
}

// kindOf tells the kind by the first bytes, as browsers do; "" is none that they show.
func kindOf(data []byte) Kind {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xd8\xff")):
		return JPEG
	case bytes.HasPrefix(data, []byte(pngSignature)):
		return PNG
	case bytes.HasPrefix(data, []byte("GIF87a")), bytes.HasPrefix(data, []byte("GIF89a")):
		return GIF
	case len(data) >= 12 && string(data[:4]) == "RIFF" && string(data[8:12]) == "WEBP":
		return WebP
	case isDrawing(data):
		return SVG
	}
	return ""
}

// foreignKind names the kinds that cameras and programs save and that browsers, or some of them, do not show.
func foreignKind(data []byte) string {
	for _, k := range foreignKinds {
		if len(data) >= k.at+len(k.magic) && string(data[k.at:k.at+len(k.magic)]) == k.magic {
			return k.name
		}
	}
	return ""
}

var foreignKinds = []struct {
	at    int
	magic string
	name  string
}{
	{4, "ftypheic", "HEIC"}, {4, "ftypheix", "HEIC"}, {4, "ftyphevc", "HEIC"}, {4, "ftyphevx", "HEIC"}, {4, "ftypheim", "HEIC"},
	{4, "ftypheis", "HEIC"}, {4, "ftypmif1", "HEIF"}, {4, "ftypmsf1", "HEIF"}, {4, "ftypavif", "AVIF"}, {4, "ftypavis", "AVIF"},
	{4, "ftypcrx ", "Canon RAW"}, {0, "II*\x00", "TIFF"}, {0, "MM\x00*", "TIFF"}, {0, "II+\x00", "TIFF"}, {0, "MM\x00+", "TIFF"},
	{0, "BM", "BMP"}, {0, "8BPS", "Photoshop (PSD)"}, {0, "\xff\x0a", "JPEG XL"}, {0, "\x00\x00\x00\x0cJXL ", "JPEG XL"},
	{0, "\x00\x00\x00\x0cjP  ", "JPEG 2000"}, {0, "%PDF-", "PDF"}, {0, "%!PS", "EPS"}, {0, "\x00\x00\x01\x00", "ICO"},
}

func broken(base, why, whyEnglish string) *Fault {
	return fault(diag.BrokenPicture, "file", base, "why", why, "why-en", whyEnglish)
}

func foreign(base, kind, kindEnglish string) *Fault {
	return fault(diag.PictureFormat, "file", base, "kind", kind, "kind-en", kindEnglish)
}

// unreadable makes a fault of what a decoder says.
func unreadable(base string, err error) *Fault {
	if isTruncated(err) {
		return broken(base, "slutet saknas", "its end is missing")
	}
	var unusual jpeg.UnsupportedError
	if errors.As(err, &unusual) { // 12 bits a channel, lossless, arithmetic coding
		return foreign(base, "en ovanlig sorts JPEG", "an unusual kind of JPEG")
	}
	return broken(base, "innehållet är skadat ("+err.Error()+")", "its content is damaged ("+err.Error()+")")
}

// MayBe tells by its name and its first bytes whether a file may be a picture: one that has to be inspected before it
// is published, whatever it is called.
func MayBe(name string, head []byte) bool {
	if kind := kindOf(head); kind != "" && kind != SVG || slices.Contains(photographs, foreignKind(head)) {
		return true
	}
	ext := strings.ToLower(path.Ext(name))
	for _, names := range extensions {
		if slices.Contains(names, ext) {
			return true
		}
	}
	return slices.Contains(foreignNames, ext)
}

// photographs are the foreign kinds that cameras write, with the place where they stood.
var photographs = []string{"HEIC", "HEIF", "AVIF", "TIFF", "Canon RAW", "JPEG XL"}

// Head is how many bytes of a file MayBe needs.
const Head = 64

// foreignNames are those of pictures that browsers do not show.
var foreignNames = []string{".heic", ".heif", ".tif", ".tiff", ".bmp", ".avif", ".psd"}
