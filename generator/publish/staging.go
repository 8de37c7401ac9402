package publish

import (
	"bytes"
	"io"
	"os"
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
	isFull atomic.Bool // a file could not be written: what follows would not be, either
	failed error       // why, of the first that could not
}

func newStaging(dir string) (*staging, error) {
	if err := os.RemoveAll(dir); err != nil {
		return nil, newFileError(dir, err)
	}
	if err := os.Mkdir(dir, 0o755); err != nil {
		return nil, newFileError(dir, err)
	}
	return &staging{dir: dir}, nil
}

// write keeps the bytes of the output i, and says in which file.
func (s *staging) write(i int, data []byte, wanted string) string {
	if s.isFull.Load() {
		return ""
	}
	file := filepath.Join(s.dir, strconv.Itoa(i))
	if err := os.WriteFile(file, data, 0o644); err != nil {
		if s.isFull.CompareAndSwap(false, true) {
			s.failed = newFileError(wanted, err)
		}
		return ""
	}
	return file
}

// stage keeps what differs from the file that is there.
func (f *folder) stage(o *output, i int, data []byte) {
	file := f.path(o.name)
	// What is no file gives way to one; a link would be read for what it leads to.
	kind, isThere := f.files[o.name]
	if isThere && kind.IsRegular() && holds(file, data) {
		return
	}
	o.isNew = !f.isTaken(o.name)
	o.staged = f.staging.write(i, data, file)
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
