package site

import (
	"encoding/xml"
	"io"
	"math"
	"strconv"
	"strings"
)

// drawingSize reads the size of an SVG file in pixels, 0 where it says none: its width and height, else its
// view box (SVG 2, section 8.2). A size in other units than pixels is none.
func drawingSize(r io.Reader) (width, height int) {
	decoder := xml.NewDecoder(io.LimitReader(r, drawingHead))
	decoder.Strict = false // what a drawing is made of is no matter here
	for {
		token, err := decoder.Token()
		if err != nil {
			return 0, 0
		}
		if root, ok := token.(xml.StartElement); ok {
			return sizeOf(root)
		}
	}
}

// drawingHead is how much of a drawing may stand before its first element ends, in bytes.
const drawingHead = 64 << 10

func sizeOf(root xml.StartElement) (width, height int) {
	values := map[string]string{}
	for _, a := range root.Attr {
		values[a.Name.Local] = a.Value
	}
	width, height = pixels(values["width"]), pixels(values["height"])
	if width > 0 && height > 0 {
		return width, height
	}
	box := strings.FieldsFunc(values["viewBox"], func(r rune) bool { return r == ' ' || r == ',' })
	if len(box) != 4 {
		return 0, 0
	}
	width, height = pixels(box[2]), pixels(box[3])
	if width == 0 || height == 0 {
		return 0, 0
	}
	return width, height
}

func pixels(length string) int {
	v, err := strconv.ParseFloat(strings.TrimSuffix(length, "px"), 64)
	if err != nil || !(v >= 1 && v < 1<<16) {
		return 0
	}
	return int(math.Round(v))
}
