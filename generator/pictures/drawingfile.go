//go:build !js

package pictures

import (
	"bytes"
	"encoding/base64"
	"errors"
	"strings"
)

// checkInside looks at a picture that stands in the drawing itself, and takes its metadata away.
func (r *drawingReader) checkInside(value string) *Fault {
	head, packed, found := strings.Cut(value, ";base64,")
	if !found {
		return r.outside(shortened(value))
	}
	data, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(packed), ""))
	kind := kindOf(data)
	if err != nil || kind == "" || kind == SVG {
		return r.unsafe("en inbäddad fil: "+shortened(head), "an embedded file: "+shortened(head))
	}
	clean, err := rewriters[kind](data, marks{orientation: orientation(kind, data)})
	if err != nil {
		return unreadable(r.base, err)
	}
	if !bytes.Equal(clean, data) {
		r.swap = append(r.swap, packed, base64.StdEncoding.EncodeToString(clean))
	}
	return nil
}

// rewriteDrawing gives the drawing without notes, metadata and names of folders. There is no place for words.
func rewriteDrawing(data []byte, _ marks) ([]byte, error) {
	d, f := readDrawing("", data)
	if f != nil {
		return nil, f
	}
	return d.rewrite(data)
}

var errKept = errors.New("the drawing holds metadata that cannot be removed")

func (d *drawing) rewrite(data []byte) ([]byte, error) {
	for i := 0; i < len(d.swap); i += 2 {
		if !bytes.Contains(data, []byte(d.swap[i])) { // written with signs that stand for others
			return nil, errKept
		}
	}
	out := make([]byte, 0, len(data))
	at := 0
	for _, c := range d.cuts {
		out = append(out, data[at:c[0]]...)
		at = c[1]
	}
	out = append(out, data[at:]...)
	return []byte(strings.NewReplacer(d.swap...).Replace(string(out))), nil
}
