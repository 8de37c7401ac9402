// Package pictures makes of one picture its sizes, without what must not be public, remembered by hash: Inspect,
// Info, Fault, Render, Original, Cache.
//
// In come the bytes of a file. Out come what its header says, the sizes that pages show, and a copy to download.
// What is known of a picture before it is decoded (Info) is all that a page needs to name its files. Neither the
// sizes nor the copy hold a position, a serial number or a thumbnail.
package pictures

import (
	"math"
	"strings"

	"alingsas.se/dialog/generator/diag"
)

// A Kind is what a file is, whatever it is called.
type Kind string

// The kinds that browsers show and that may be published.
const (
	JPEG Kind = "JPEG"
	PNG  Kind = "PNG"
	GIF  Kind = "GIF"
	WebP Kind = "WebP"
	SVG  Kind = "SVG"
)

// Ext is the end of a name for a file of the kind, with its dot.
func (k Kind) Ext() string { return extensions[k][0] }

// MIME is the media type of the kind.
func (k Kind) MIME() string {
	if k == SVG {
		return "image/svg+xml"
	}
	return "image/" + strings.ToLower(string(k))
}

// extensions are the names that a file of a kind may have; the first is the one that is given.
var extensions = map[Kind][]string{
	JPEG: {".jpg", ".jpeg", ".jpe", ".jfif"},
	PNG:  {".png", ".apng"},
	GIF:  {".gif"},
	WebP: {".webp"},
	SVG:  {".svg"},
}

// An Info is what a picture's header says. It is small, and can be kept without the picture.
type Info struct {
	Kind          Kind
	Width, Height int   // as shown, turned upright; 0 where a drawing says no size
	Bytes         int64 // of the file
	Orientation   int   // how it lies in the file, by EXIF: 1 is upright
	Animated      bool
	Scaled        bool // it is shown as JPEG files of several widths; else as it is, without its metadata

	Memory int64 // about what decoding it takes, in bytes
}

// A Size is one file that pages show.
type Size struct {
	Width, Height int
	Kind          Kind
}

// Widths are the steps in which pictures are offered, in pixels: a phone at the side of a text, a phone or a
// column, a large window or a sharp screen.
var Widths = []int{480, 960, 1600}

// spare is how much wider than a step a picture has to be, for the step to be worth a file of its own.
const spare = 1.2

// Sizes gives the files that pages show, from narrow to wide. There is at least one. What is not scaled has one,
// of the size and kind of the picture.
func (i Info) Sizes() []Size {
	if !i.Scaled {
		return []Size{{i.Width, i.Height, i.Kind}}
	}
	widest := min(i.Width, Widths[len(Widths)-1])
	var sizes []Size
	for _, w := range Widths {
		if w < widest && float64(w)*spare <= float64(i.Width) {
			sizes = append(sizes, i.size(w))
		}
	}
	return append(sizes, i.size(widest))
}

func (i Info) size(width int) Size {
	height := math.Round(float64(i.Height) * float64(width) / float64(i.Width))
	return Size{width, max(1, int(height)), JPEG}
}

// A Fault is what is wrong with a file, as the author of a text has to be told.
type Fault struct {
	Code diag.Code
	Args []string // names and values in turn
}

// At makes a diagnostic of the fault.
func (f *Fault) At(at diag.Position) diag.Diagnostic { return diag.New(at, f.Code, f.Args...) }

// Error says the fault in English, for those who have no position to tell.
func (f *Fault) Error() string { return f.At(diag.Position{}).Message("en") }

// nameFile says which file it is, where that was not known.
func (f *Fault) nameFile(name string) {
	for i := 0; i+1 < len(f.Args); i += 2 {
		if f.Args[i] == "file" && f.Args[i+1] == "" {
			f.Args[i+1] = name
		}
	}
}

func fault(code diag.Code, args ...string) *Fault { return &Fault{code, args} }
