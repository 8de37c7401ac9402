//go:build !js

package content

import (
	"bufio"
	"bytes"
	"errors"
	"sync"

	"github.com/adrg/frontmatter"
)

// yamlMatter hands over the bytes between two lines "---". Only this one of the library's formats
// is allowed, and an unclosed block is an error (see MustParse).
var yamlMatter = frontmatter.NewFormat("---", "---", func(data []byte, v any) error {
	*v.(*int) = len(data)
	return errFound
})

// errFound ends the library's work where the front matter does: it would go on to copy what follows.
var errFound = errors.New("front matter found")

// matterLength gives how long the front matter is that a text begins with, without its delimiters.
func matterLength(head []byte) (length int, err error) {
	reader := readers.Get().(*headReader)
	defer readers.Put(reader)
	switch _, err := frontmatter.MustParse(reader.of(head), &length, yamlMatter); {
	case errors.Is(err, errFound):
		return length, nil
	case errors.Is(err, frontmatter.ErrNotFound):
		return 0, errNoMatter
	default:
		return 0, err
	}
}

// A headReader reads a text for the library, which would make a new one of 4 kB for each file.
type headReader struct {
	text     bytes.Reader
	buffered *bufio.Reader
}

var readers = sync.Pool{New: func() any { return &headReader{buffered: bufio.NewReaderSize(nil, 4096)} }}

func (r *headReader) of(text []byte) *bufio.Reader {
	r.text.Reset(text)
	r.buffered.Reset(&r.text)
	return r.buffered
}
