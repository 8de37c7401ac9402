//go:build !js

package pictures

import (
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
