package pictures

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"

	"alingsas.se/dialog/generator/limits"
)

// A Source is where a picture's file is read.
type Source struct {
	Name string      // as the author called it
	Path string      // on the disk, absolute: what is remembered of a file goes by it; "" remembers nothing
	Info fs.FileInfo // of the file as it was before it is read; nil where that is not known
	Read func() ([]byte, error)
	Open func() (fs.File, error) // the same as Read; nil where it was read already
}

// FromFS is the source of a file in fsys, whose root is the folder root on the disk. Whoever has looked at the file says
// so with info: to look again would mean to go through all folders above it again.
func FromFS(fsys fs.FS, name, root string, info fs.FileInfo) Source {
	return Source{
		Name: path.Base(name),
		Path: filepath.Join(root, filepath.FromSlash(name)),
		Info: info,
		Read: func() ([]byte, error) { return fs.ReadFile(fsys, name) },
		Open: func() (fs.File, error) { return fsys.Open(name) },
	}
}

// FromBytes is the source of a file that was read.
func FromBytes(name string, data []byte) Source {
	return Source{Name: path.Base(name), Read: func() ([]byte, error) { return data, nil }}
}

// readInto reads the file into memory that is used again. A site is read while no memory is collected, and photographs
// are large.
func (s Source) readInto(b *bytes.Buffer) ([]byte, error) {
	if s.Open == nil {
		return s.Read()
	}
	f, err := s.Open()
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b.Reset()
	if info, err := f.Stat(); err == nil && info.Size() < limits.File {
		b.Grow(int(info.Size()) + bytes.MinRead)
	}
	_, err = b.ReadFrom(f)
	return b.Bytes(), err
}

// A Picture is one that was inspected. It holds no pixels.
type Picture struct {
	Info
	Hash   string // of the file's content: SHA-256
	source Source
}

var errChanged = errors.New("the file was changed while it was read")

// read gives the file's content, which has to be what was inspected.
func (p *Picture) read() ([]byte, error) {
	data, err := p.source.Read()
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", p.source.Name, err)
	}
	if hashOf(data) != p.Hash {
		return nil, fmt.Errorf("read %s: %w", p.source.Name, errChanged)
	}
	return data, nil
}

func hashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
