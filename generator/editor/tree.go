package editor

import (
	"bytes"
	"io"
	"io/fs"
	"path"
	"slices"
	"time"

	"alingsas.se/dialog/generator/pictures"
)

// A tree is a folder in memory: a read-only fs.FS.
type tree struct {
	files   map[string]*treeFile
	folders map[string][]string // the names in each, sorted; nil after a change
}

// A treeFile may be known by its size and its first bytes only.
type treeFile struct {
	name  string
	data  []byte
	size  int64
	at    time.Time
	pages int
}

func newTree() *tree { return &tree{files: map[string]*treeFile{}} }

func (t *tree) put(name string, data []byte, at time.Time) {
	if t.files[name] == nil {
		t.folders = nil
	}
	t.files[name] = &treeFile{name: name, data: data, size: int64(len(data)), at: at}
}

func (t *tree) remove(name string) {
	delete(t.files, name)
	t.folders = nil
}

// Pages tells how many pages a document has whose file is not here.
func (t *tree) Pages(name string) int {
	if f := t.files[name]; f != nil {
		return f.pages
	}
	return 0
}

// list gives what lies in each folder.
func (t *tree) list() map[string][]string {
	if t.folders != nil {
		return t.folders
	}
	t.folders = map[string][]string{".": nil}
	for name := range t.files {
		for child := name; child != "."; child = path.Dir(child) {
			t.folders[path.Dir(child)] = append(t.folders[path.Dir(child)], path.Base(child))
		}
	}
	for dir, names := range t.folders {
		slices.Sort(names)
		t.folders[dir] = slices.Compact(names)
	}
	return t.folders
}

// Open implements [fs.FS].
func (t *tree) Open(name string) (fs.File, error) {
	info, err := t.Stat(name)
	if err != nil {
		return nil, err
	}
	var data []byte
	if f := t.files[name]; f != nil {
		data = f.data
	}
	return &openFile{Reader: bytes.NewReader(data), info: info, tree: t, name: name}, nil
}

// Stat implements [fs.StatFS].
func (t *tree) Stat(name string) (fs.FileInfo, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "stat", Path: name, Err: fs.ErrInvalid}
	}
	if f := t.files[name]; f != nil {
		return f, nil
	}
	if _, found := t.list()[name]; found {
		return folderInfo(name), nil
	}
	return nil, &fs.PathError{Op: "stat", Path: name, Err: fs.ErrNotExist}
}

// ReadFile implements [fs.ReadFileFS].
func (t *tree) ReadFile(name string) ([]byte, error) {
	f := t.files[name]
	if f == nil {
		return nil, &fs.PathError{Op: "read", Path: name, Err: fs.ErrNotExist}
	}
	return slices.Clone(f.data), nil
}

// ReadDir implements [fs.ReadDirFS].
func (t *tree) ReadDir(name string) ([]fs.DirEntry, error) {
	names, found := t.list()[name]
	if !found {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: fs.ErrNotExist}
	}
	entries := make([]fs.DirEntry, 0, len(names))
	for _, base := range names {
		info, err := t.Stat(path.Join(name, base))
		if err != nil {
			return nil, err
		}
		entries = append(entries, fs.FileInfoToDirEntry(info))
	}
	return entries, nil
}

func (f *treeFile) Name() string       { return path.Base(f.name) }
func (f *treeFile) Size() int64        { return f.size }
func (f *treeFile) Mode() fs.FileMode  { return 0o444 }
func (f *treeFile) ModTime() time.Time { return f.at }
func (f *treeFile) IsDir() bool        { return false }
func (f *treeFile) Sys() any           { return nil }

// A folderInfo is the name of a folder.
type folderInfo string

func (f folderInfo) Name() string       { return path.Base(string(f)) }
func (f folderInfo) Size() int64        { return 0 }
func (f folderInfo) Mode() fs.FileMode  { return fs.ModeDir | 0o555 }
func (f folderInfo) ModTime() time.Time { return pictures.KnownAt }
func (f folderInfo) IsDir() bool        { return true }
func (f folderInfo) Sys() any           { return nil }

// An openFile reads a file, or lists a folder.
type openFile struct {
	*bytes.Reader
	info fs.FileInfo
	tree *tree
	name string
	read int // of a folder: how many names were given
}

func (f *openFile) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *openFile) Close() error               { return nil }

// ReadDir implements [fs.ReadDirFile].
func (f *openFile) ReadDir(n int) ([]fs.DirEntry, error) {
	all, err := f.tree.ReadDir(f.name)
	if err != nil {
		return nil, err
	}
	rest := all[f.read:]
	if n > 0 && len(rest) == 0 {
		return nil, io.EOF
	}
	if n > 0 {
		rest = rest[:min(n, len(rest))]
	}
	f.read += len(rest)
	return rest, nil
}
