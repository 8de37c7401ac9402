//go:build !linux

package publish

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
)

// An openedFolder makes folders and files inside it, and reads files, by their names there.
type openedFolder struct{ dir string }

func openFolderAt(dir string) (openedFolder, error) { return openedFolder{dir}, nil }

func (f openedFolder) close() {}

// mkdir makes a folder in one that is there.
func (f openedFolder) mkdir(name string) error { return os.Mkdir(f.path(name), 0o755) }

// write makes a file, or empties the one that is there, and writes data into it.
func (f openedFolder) write(name string, data []byte) error {
	return os.WriteFile(f.path(name), data, 0o644)
}

// read appends to w what a file of this size holds, and tells whether there is one.
func (f openedFolder) read(w *bytes.Buffer, name string, size int64) bool {
	file, err := os.Open(f.path(name))
	if err != nil {
		return false
	}
	defer file.Close()
	if info, err := file.Stat(); err != nil || info.Size() != size {
		return false
	}
	w.Grow(int(size) + bytes.MinRead) // so that the end is found without another buffer
	n, err := w.ReadFrom(io.LimitReader(file, size+1))
	return err == nil && n == size
}

func (f openedFolder) path(name string) string {
	return filepath.Join(f.dir, filepath.FromSlash(name))
}
