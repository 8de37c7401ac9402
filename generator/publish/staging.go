package publish

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"sync"
	"sync/atomic"
)

// A staging folder lies beside the output folder, on the same disk, so that files can be moved from it.
// It has one name, not one for each build: whoever holds the lock knows that what stands there was left
// behind by a build that was killed.
type staging struct {
	dir    string
	into   string       // the output folder
	isSite bool         // it becomes the output folder, there being none: files lie where they will be
	isFull atomic.Bool  // a file could not be written: what follows would not be, either
	failed error        // why, of the first that could not
	made   atomic.Value // the name of the folder that was there last: neighbours often lie in one
}

func newStaging(dir, into string, isSite bool) (*staging, error) {
	if err := os.RemoveAll(dir); err != nil {
		return nil, newFileError(dir, err)
	}
	if err := os.Mkdir(dir, 0o755); err != nil {
		return nil, newFileError(dir, err)
	}
	return &staging{dir: dir, into: into, isSite: isSite}, nil
}

// write keeps the output i of that name, and says in which file of the folder. save writes the file.
func (s *staging) write(i int, name string, save func(file string) error) string {
	if s.isFull.Load() {
		return ""
	}
	var err error
	inside := s.inside(i, name)
	if s.isSite {
		err = s.makeFolder(path.Dir(name))
	}
	if err == nil {
		err = save(s.path(inside))
	}
	if err != nil {
		if s.isFull.CompareAndSwap(false, true) {
			s.failed = newFileError(filepath.Join(s.into, filepath.FromSlash(name)), err)
		}
		return ""
	}
	return inside
}

// link keeps a file as the output i of that name by a second name, and says in which file of the folder; "" where that
// cannot be done. The folder is mostly there, since a page lies in it.
func (s *staging) link(i int, name, file string) string {
	inside := s.inside(i, name)
	err := os.Link(file, s.path(inside))
	if s.isSite && errors.Is(err, fs.ErrNotExist) && s.makeFolder(path.Dir(name)) == nil {
		err = os.Link(file, s.path(inside))
	}
	if err != nil {
		return ""
	}
	return inside
}

// inside is in which file of the folder the output i of that name is kept.
func (s *staging) inside(i int, name string) string {
	if s.isSite {
		return name
	}
	return strconv.Itoa(i)
}

// path is where a file lies that write has told of.
func (s *staging) path(inside string) string { return filepath.Join(s.dir, filepath.FromSlash(inside)) }

// makeFolder makes a folder, and those above it where they are not there. Nearly each page has a folder of its own
// in one that is there, so that it is made with one call of the system. That it is there already is no error, either
// because another worker made it or because the disk does not tell Kontakt from kontakt. The staging folder itself
// is not made again: if it is gone, so is what was in it.
func (s *staging) makeFolder(name string) error {
	if name == "." || s.made.Load() == name {
		return nil
	}
	err := os.Mkdir(s.path(name), 0o755)
	if errors.Is(err, fs.ErrNotExist) {
		if err = s.makeFolder(path.Dir(name)); err == nil {
			err = os.Mkdir(s.path(name), 0o755)
		}
	}
	if err == nil || errors.Is(err, fs.ErrExist) {
		s.made.Store(name)
		return nil
	}
	return err
}

// stage keeps what differs from the file that is there.
func (f *folder) stage(o *output, i int, data []byte) {
	// What is no file gives way to one; a link would be read for what it leads to.
	kind, isThere := f.files[o.name]
	if isThere && kind.IsRegular() && holds(f.path(o.name), data) {
		return
	}
	o.isNew = !f.isTaken(o.name)
	o.staged = f.staging.write(i, o.name, func(file string) error { return os.WriteFile(file, data, 0o644) })
}

var buffers = sync.Pool{New: func() any { return new([64 << 10]byte) }}

// holds tells whether a file has these bytes.
func holds(name string, data []byte) bool {
	file, err := os.Open(name)
	if err != nil {
		return false
	}
	defer file.Close()
	if info, err := file.Stat(); err != nil || info.Size() != int64(len(data)) {
		return false
	}
	buffer := buffers.Get().(*[64 << 10]byte)
	defer buffers.Put(buffer)
	for len(data) > 0 {
		n, err := io.ReadFull(file, buffer[:min(len(buffer), len(data))])
		if err != nil || !bytes.Equal(buffer[:n], data[:n]) {
			return false
		}
		data = data[n:]
	}
	return true
}
