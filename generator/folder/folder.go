// Package folder reads a directory safely, as an fs.FS, and writes files whole: Open, WriteNew, Replace, Label.
//
// In comes the path of a directory. Out come the files in it, and nothing but files: no pipe, no device, and
// nothing that lies outside.
package folder

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"alingsas.se/dialog/generator/diag"
)

// A folder gives the files of a directory, and only what is a file: whoever opens a pipe waits for
// somebody to write into it, and a device may never end. [os.Root] refuses a symbolic link that leads out.
type folder struct{ root *os.Root }

// Open opens a directory that a command was given. Its error is a [diag.Failure]: the directory is not there.
func Open(dir string) (fs.FS, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, diag.Usage(diag.Both("mappen "+dir+" finns inte", "there is no folder "+dir),
			diag.Both("kör kommandot i projektets mapp, eller ange den med --root", "run the command in the project's folder, or name it with --root"))
	}
	return folder{root}, nil
}

var errNoFile = errors.New("it is neither a file nor a folder")

// Open implements [fs.FS]. What a name stands for is looked at when it is open, since it may have
// become something else a moment ago; [AtOnce] lets a pipe open, too.
func (f folder) Open(name string) (fs.File, error) {
	file, err := f.open(name)
	if err != nil {
		return nil, err // no *os.File in it
	}
	return file, nil
}

func (f folder) open(name string) (*os.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	file, err := f.root.OpenFile(name, os.O_RDONLY|AtOnce, 0)
	if err != nil {
		return nil, err
	}
	info, err := file.Stat()
	if err == nil && !info.Mode().IsRegular() && !info.IsDir() {
		err = &fs.PathError{Op: "open", Path: name, Err: errNoFile}
	}
	if err != nil {
		file.Close()
		return nil, err
	}
	return file, nil
}

// ReadDir implements [fs.ReadDirFS].
func (f folder) ReadDir(name string) ([]fs.DirEntry, error) {
	dir, err := f.open(name)
	if err != nil {
		return nil, err
	}
	defer dir.Close()
	entries, err := dir.ReadDir(-1)
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return entries, err
}

// Stat, Lstat and ReadLink implement [fs.StatFS] and [fs.ReadLinkFS]: they open nothing.
func (f folder) Stat(name string) (fs.FileInfo, error)  { return fs.Stat(f.root.FS(), name) }
func (f folder) Lstat(name string) (fs.FileInfo, error) { return fs.Lstat(f.root.FS(), name) }
func (f folder) ReadLink(name string) (string, error)   { return fs.ReadLink(f.root.FS(), name) }

// Label is how messages name a folder, or a file: as seen from where the command was called, so that an editor
// can jump there.
func Label(path string) string {
	wd, err := os.Getwd()
	if err != nil {
		return filepath.ToSlash(path)
	}
	abs, err := filepath.Abs(path)
	if err != nil {
		return filepath.ToSlash(path)
	}
	if rel, err := filepath.Rel(wd, abs); err == nil && filepath.IsLocal(rel) {
		return filepath.ToSlash(rel)
	}
	return filepath.ToSlash(abs)
}
