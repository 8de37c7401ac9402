//go:build !js

package pictures

import (
	"bytes"
	"strings"

	"github.com/bep/imagemeta"
)

// metadataFormats are the kinds whose metadata are read.
var metadataFormats = map[Kind]imagemeta.ImageFormat{JPEG: imagemeta.JPEG, PNG: imagemeta.PNG, WebP: imagemeta.WebP}

// orientation reads how the picture lies, by EXIF: 1 is upright, above 4 it lies on its side.
func orientation(kind Kind, data []byte) int {
	found := 1
	readMetadata(kind, data, imagemeta.EXIF, func(tag imagemeta.TagInfo) {
		if n, ok := tag.Value.(uint16); ok && tag.Tag == "Orientation" && n >= 1 && n <= 8 {
			found = int(n)
		}
	})
	return found
}

// ReadWords reads the words in a file's metadata: those of XMP first, then of IPTC, then of EXIF.
func ReadWords(kind Kind, data []byte) Words {
	found := map[imagemeta.Source]*Words{imagemeta.XMP: {}, imagemeta.IPTC: {}, imagemeta.EXIF: {}}
	take := func(tag imagemeta.TagInfo) {
		words, known := found[tag.Source]
		if place := wordTags[tag.Tag]; known && place != nil && (tag.Source != imagemeta.XMP || wordSpaces[tag.Namespace]) {
			*place(words) = textOf(tag.Value)
		}
	}
	readMetadata(kind, data, imagemeta.XMP|imagemeta.IPTC|imagemeta.EXIF, take)
	if kind == PNG {
		readMetadata(JPEG, packetOfPNG(data), imagemeta.XMP, take)
	}
	return found[imagemeta.XMP].Or(*found[imagemeta.IPTC]).Or(*found[imagemeta.EXIF])
}

// packetOfPNG gives the XMP of a PNG file as a JPEG file without a picture: the library looks for it there only.
func packetOfPNG(data []byte) []byte {
	chunks, _ := pngChunks(data)
	out := []byte{0xff, markSOI}
	for _, c := range chunks {
		xmp, found := bytes.CutPrefix(c.body, []byte(pngXMP))
		if c.name == "iTXt" && found && len(xmp) < 0xff00 {
			out = appendSegment(out, markAPP1, []byte(jpegXMP), xmp)
		}
	}
	return append(out, 0xff, markEOI)
}

// What XMP begins with in files of a kind. In a PNG file it is not compressed, and in no language.
const (
	jpegXMP = "http://ns.adobe.com/xap/1.0/\x00"
	pngXMP  = "XML:com.adobe.xmp\x00\x00\x00\x00\x00"
)

// wordTags says which word a tag holds. XMP, IPTC and EXIF have different names for the same.
var wordTags = map[string]func(*Words) *string{
	"description": caption, "Caption-Abstract": caption, "Caption": caption, "ImageDescription": caption,
	"creator": creator, "By-line": creator, "Byline": creator, "Artist": creator,
	"rights": copyright, "CopyrightNotice": copyright, "Copyright": copyright,
	"Credit": credit, "UsageTerms": licence,
}

// wordSpaces are the namespaces of XMP that hold words; in others the same names mean other things.
var wordSpaces = map[string]bool{
	"http://purl.org/dc/elements/1.1/": true, "http://ns.adobe.com/photoshop/1.0/": true,
	"http://ns.adobe.com/xap/1.0/rights/": true, "http://ns.adobe.com/tiff/1.0/": true,
}

func caption(w *Words) *string   { return &w.Caption }
func creator(w *Words) *string   { return &w.Creator }
func credit(w *Words) *string    { return &w.Credit }
func copyright(w *Words) *string { return &w.Copyright }
func licence(w *Words) *string   { return &w.Licence }

// readMetadata hands over the tags. What cannot be read of them says nothing: the picture may be whole.
func readMetadata(kind Kind, data []byte, sources imagemeta.Source, handle func(imagemeta.TagInfo)) {
	format, known := metadataFormats[kind]
	if !known {
		return
	}
	_, _ = imagemeta.Decode(imagemeta.Options{
		R: bytes.NewReader(data), ImageFormat: format, Sources: sources,
		HandleTag: func(tag imagemeta.TagInfo) error {
			handle(tag)
			return nil
		},
	})
}

func textOf(value any) string {
	switch v := value.(type) {
	case string:
		return strings.TrimSpace(strings.Trim(v, "\x00"))
	case []string:
		return strings.Join(v, ", ")
	}
	return ""
}
