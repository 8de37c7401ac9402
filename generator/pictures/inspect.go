package pictures

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"alingsas.se/dialog/generator/diag"
)

// isDrawing tells an SVG file: its first element, in the beginning of the file.
func isDrawing(data []byte) bool {
	head := bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")), " \t\r\n")
	if !bytes.HasPrefix(head, []byte("<")) {
		return false
	}
	i := bytes.Index(head, []byte("<svg"))
	return i >= 0 && i < 64<<10 || bytes.Contains(head[:min(len(head), 4096)], []byte(":svg"))
}

const pngSignature = "\x89PNG\r\n\x1a\n"

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

// MayBe tells by its name and its first bytes whether a file may be a picture: one that has to be inspected before it
// is published, whatever it is called. What is called a picture is not opened for its first bytes.
func MayBe(name string, head func() []byte) bool {
	ext := strings.ToLower(path.Ext(name))
	for _, names := range extensions {
		if slices.Contains(names, ext) {
			return true
		}
	}
	if slices.Contains(foreignNames, ext) {
		return true
	}
	first := head()
	kind := kindOf(first)
	return kind != "" && kind != SVG || slices.Contains(photographs, foreignKind(first))
}

// photographs are the foreign kinds that cameras write, with the place where they stood.
var photographs = []string{"HEIC", "HEIF", "AVIF", "TIFF", "Canon RAW", "JPEG XL"}

// Head is how many bytes of a file MayBe needs.
const Head = 64

// foreignNames are those of pictures that browsers do not show.
var foreignNames = []string{".heic", ".heif", ".tif", ".tiff", ".bmp", ".avif", ".psd"}
