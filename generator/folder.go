package main

import (
	"errors"
	"io"
	"io/fs"
	"math"
	"os"
	"path"
	"slices"
	"strings"
	"syscall"
	"time"

	"alingsas.se/dialog/generator/content"
)

// A folder gives the files of a directory, and only what is a file: whoever opens a pipe waits for
// somebody to write into it, and a device may never end. A symbolic link that leads out of the directory
// is refused by the operating system.
type folder struct {
	root  *os.Root
	quick quickReader
}

// openFolder opens a directory that a command was given.
func openFolder(dir string) (fs.FS, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, &usageError{words{"mappen " + dir + " finns inte", "there is no folder " + dir},
			words{"kör kommandot i projektets mapp, eller ange den med --root", "run the command in the project's folder, or name it with --root"}}
	}
	return folder{root, newQuickReader(root)}, nil
}

var errNoFile = errors.New("it is neither a file nor a folder")

// Open is that of [fs.FS]. What a name stands for is looked at when it is open, since it may have
// become something else a moment ago; O_NONBLOCK lets a pipe open at once, and changes nothing for files.
func (f folder) Open(name string) (fs.File, error) {
	file, _, err := f.open(name)
	if err != nil {
		return nil, err // no *os.File in it
	}
	return file, nil
}

func (f folder) open(name string) (*os.File, fs.FileInfo, error) {
	if !fs.ValidPath(name) {
		return nil, nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	file, err := f.root.OpenFile(name, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, nil, err
	}
	info, err := file.Stat()
	if err == nil && !info.Mode().IsRegular() && !info.IsDir() {
		err = &fs.PathError{Op: "open", Path: name, Err: errNoFile}
	}
	if err != nil {
		file.Close()
		return nil, nil, err
	}
	return file, info, nil
}

// ReadFile is that of [fs.ReadFileFS].
func (f folder) ReadFile(name string) ([]byte, error) {
	if data, _, ok := f.ReadQuickly(name, math.MaxInt64); ok {
		return data, nil
	}
	file, info, err := f.open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	data := make([]byte, 0, info.Size()+1)
	for {
		n, err := file.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		switch {
		case err == io.EOF || err == nil && int64(len(data)) == info.Size():
			return data, nil
		case err != nil:
			return nil, err
		case len(data) == cap(data): // it has grown since it was opened
			data = append(data, 0)[:len(data)]
		}
	}
}

var _ content.QuickFS = folder{} // without it every file is read in three steps

// ReadQuickly is that of [content.QuickFS].
func (f folder) ReadQuickly(name string, limit int64) (data []byte, modified time.Time, ok bool) {
	if !fs.ValidPath(name) {
		return nil, time.Time{}, false
	}
	return f.quick.read(name, limit)
}

// ReadDir is that of [fs.ReadDirFS]. A file is looked at when somebody asks for it. [os.Root] looks at each that it
// lists, one after the other.
func (f folder) ReadDir(name string) ([]fs.DirEntry, error) {
	dir, _, err := f.open(name)
	if err != nil {
		return nil, err
	}
	defer dir.Close()
	// The name is not cleaned: link/../content is another folder than content.
	listed, err := readDir(dir, f.root.Name()+"/"+name)
	entries := make([]fs.DirEntry, len(listed))
	for i, entry := range listed {
		entries[i] = folderEntry{entry, f.root, name}
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	if err == nil && len(entries) > 0 {
		// A folder that may be listed and not entered has files that nobody can read.
		if _, fault := entries[0].Info(); fault != nil && !errors.Is(fault, fs.ErrNotExist) {
			return nil, fault
		}
	}
	return entries, err
}

// A folderEntry is looked at inside the folder, wherever that lies by then.
type folderEntry struct {
	fs.DirEntry
	root *os.Root
	dir  string
}

// Info is that of [fs.DirEntry].
func (e folderEntry) Info() (fs.FileInfo, error) { return e.root.Lstat(path.Join(e.dir, e.Name())) }

// Stat, Lstat and ReadLink are those of [fs.StatFS] and [fs.ReadLinkFS]: they open nothing.
func (f folder) Stat(name string) (fs.FileInfo, error)  { return fs.Stat(f.root.FS(), name) }
func (f folder) Lstat(name string) (fs.FileInfo, error) { return fs.Lstat(f.root.FS(), name) }
func (f folder) ReadLink(name string) (string, error)   { return fs.ReadLink(f.root.FS(), name) }
