//go:build !linux

package publish

import (
	"os"
	"path/filepath"
)

// An openedFolder makes folders and files inside it, by their names there.
type openedFolder struct{ dir string }

func openFolderAt(dir string) (openedFolder, error) { return openedFolder{dir}, nil }

func (f openedFolder) close() {}

// mkdir makes a folder in one that is there.
func (f openedFolder) mkdir(name string) error { return os.Mkdir(f.path(name), 0o755) }

// write makes a file, or empties the one that is there, and writes data into it.
func (f openedFolder) write(name string, data []byte) error {
	return os.WriteFile(f.path(name), data, 0o644)
}

func (f openedFolder) path(name string) string {
	return filepath.Join(f.dir, filepath.FromSlash(name))
}
