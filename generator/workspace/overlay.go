package workspace

import (
	"bytes"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// An overlay is a folder with files in it that are not written yet. They take the place of none that is there.
type overlay struct {
	fs.FS
	files map[string][]byte
	dirs  map[string][]fs.DirEntry // the entries that the files add to each folder
}

// over puts files on a folder, by their names in it.
func over(base fs.FS, files map[string][]byte) fs.FS {
	if len(files) == 0 {
		return base
	}
	o := overlay{base, files, map[string][]fs.DirEntry{}}
	for name, data := range files {
		o.enter(name, unwritten{name: path.Base(name), size: int64(len(data))})
	}
	return o
}

// enter adds an entry to its folder, and the folder to the one above where it is new.
func (o overlay) enter(name string, info unwritten) {
	dir := path.Dir(name)
	if slices.ContainsFunc(o.dirs[dir], func(e fs.DirEntry) bool { return e.Name() == info.name }) {
		return
	}
	o.dirs[dir] = append(o.dirs[dir], fs.FileInfoToDirEntry(info))
	if dir != "." {
		o.enter(dir, unwritten{name: path.Base(dir), isDir: true})
	}
}

// Open implements [fs.FS].
func (o overlay) Open(name string) (fs.File, error) {
	if data, found := o.files[name]; found {
		return &unwrittenFile{bytes.NewReader(data), unwritten{name: path.Base(name), size: int64(len(data))}}, nil
	}
	if len(o.dirs[name]) > 0 {
		entries, err := o.ReadDir(name)
		if err != nil {
			return nil, err
		}
		info, err := o.Stat(name)
		return &unwrittenDir{unwrittenFile{bytes.NewReader(nil), info}, entries}, err
	}
	return o.FS.Open(name)
}

// ReadFile implements [fs.ReadFileFS].
func (o overlay) ReadFile(name string) ([]byte, error) {
	if data, found := o.files[name]; found {
		return bytes.Clone(data), nil
	}
	return fs.ReadFile(o.FS, name)
}

// ReadDir implements [fs.ReadDirFS].
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(o.FS, name)
	added := o.dirs[name]
	if len(added) == 0 {
		return entries, err
	}
	for _, e := range added {
		if !slices.ContainsFunc(entries, func(known fs.DirEntry) bool { return known.Name() == e.Name() }) {
			entries = append(entries, e)
		}
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return entries, nil
}

// Stat implements [fs.StatFS].
func (o overlay) Stat(name string) (fs.FileInfo, error) {
	if info, found := o.info(name); found {
		return info, nil
	}
	return fs.Stat(o.FS, name)
}

// Lstat implements [fs.ReadLinkFS].
func (o overlay) Lstat(name string) (fs.FileInfo, error) {
	if info, found := o.info(name); found {
		return info, nil
	}
	return fs.Lstat(o.FS, name)
}

// ReadLink implements [fs.ReadLinkFS].
func (o overlay) ReadLink(name string) (string, error) { return fs.ReadLink(o.FS, name) }

// info tells of a file or a folder that only the overlay has.
func (o overlay) info(name string) (fs.FileInfo, bool) {
	if data, found := o.files[name]; found {
		return unwritten{name: path.Base(name), size: int64(len(data))}, true
	}
	if _, err := fs.Stat(o.FS, name); err != nil && len(o.dirs[name]) > 0 {
		return unwritten{name: path.Base(name), isDir: true}, true
	}
	return nil, false
}

// unwritten is what is known of a file before it is written.
type unwritten struct {
	name  string
	size  int64
	isDir bool
}

func (u unwritten) Name() string       { return u.name }
func (u unwritten) Size() int64        { return u.size }
func (u unwritten) IsDir() bool        { return u.isDir }
func (u unwritten) ModTime() time.Time { return time.Time{} }
func (u unwritten) Sys() any           { return nil }
func (u unwritten) Mode() fs.FileMode {
	if u.isDir {
		return fs.ModeDir | 0o755
	}
	return 0o644
}

type unwrittenFile struct {
	*bytes.Reader
	info fs.FileInfo
}

// unwrittenDir is a folder with files that are not written yet, opened.
type unwrittenDir struct {
	unwrittenFile
	rest []fs.DirEntry
}

// Read implements [fs.File]: a folder has no bytes.
func (d *unwrittenDir) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: d.info.Name(), Err: fs.ErrInvalid}
}

// ReadDir implements [fs.ReadDirFile].
func (d *unwrittenDir) ReadDir(n int) ([]fs.DirEntry, error) {
	if n <= 0 {
		n = len(d.rest)
	} else if len(d.rest) == 0 {
		return nil, io.EOF
	}
	n = min(n, len(d.rest))
	entries := d.rest[:n]
	d.rest = d.rest[n:]
	return entries, nil
}

func (f *unwrittenFile) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *unwrittenFile) Close() error               { return nil }
