package publish

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// A folder is an output folder while a build holds it. What lies in it is looked at once, in the
// beginning; the names are the outputs'. Of links only the name counts: they are replaced or
// removed and never followed.
type folder struct {
	dir     string      // as it was named, cleaned
	info    fs.FileInfo // nil where there was none
	lock    *lock
	staging *staging
	files   map[string]fs.FileMode // what is no folder, with its type
	folders map[string]bool
	touched bool // something was moved in or removed
}

// A FileError is a file of the output that could not be written or removed.
type FileError struct {
	File  string
	Begun bool // other files have been replaced before; those that have not are as they were
	Err   error
}

// newFileError leaves out what the system says of the file, which may be the one beside it.
func newFileError(file string, err error) *FileError {
	var failed *fs.PathError
	var failedLink *os.LinkError
	switch {
	case errors.As(err, &failed):
		err = failed.Err
	case errors.As(err, &failedLink):
		err = failedLink.Err
	}
	return &FileError{File: file, Err: err}
}

func (e *FileError) Error() string { return fmt.Sprintf("write %s: %v", e.File, e.Err) }
func (e *FileError) Unwrap() error { return e.Err }

// openFolder locks a folder for a build and looks at what is in it.
func openFolder(dir string) (*folder, error) {
	if err := CheckFolder(dir); err != nil {
		return nil, err
	}
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, newFileError(dir, err)
	}
	f := &folder{dir: filepath.Clean(dir), files: map[string]fs.FileMode{}, folders: map[string]bool{}}
	if f.dir == "." {
		f.dir = abs // what lies in it would not begin with its name
	}
	beside := filepath.Join(filepath.Dir(abs), "."+filepath.Base(abs))
	if err := os.MkdirAll(filepath.Dir(abs), 0o755); err != nil {
		return nil, newFileError(dir, err)
	}
	if f.lock, err = takeLock(beside+".lock", dir); err != nil {
		return nil, err
	}
	if err = f.open(beside); err != nil {
		f.lock.release()
		return nil, err
	}
	return f, nil
}

// open looks at what is there and makes the staging folder. beside is how the names of what lies beside the folder
// begin.
func (f *folder) open(beside string) (err error) {
	if err = f.scan(); err != nil {
		return err
	}
	f.staging, err = newStaging(beside+".staging", f.dir, f.info == nil)
	return err
}

func (f *folder) close() {
	_ = os.RemoveAll(f.staging.dir)
	f.lock.release()
}

func (f *folder) path(name string) string { return filepath.Join(f.dir, filepath.FromSlash(name)) }

// scan looks at what is there: names and what they are, no file is opened.
func (f *folder) scan() error {
	info, err := os.Lstat(f.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	f.info = info
	return filepath.WalkDir(f.dir, func(file string, entry fs.DirEntry, err error) error {
		if err != nil {
			return fmt.Errorf("read output folder: %w", newFileError(file, err))
		}
		name, err := filepath.Rel(f.dir, file)
		if err != nil {
			return err
		}
		if name = filepath.ToSlash(name); entry.IsDir() {
			f.folders[name] = true
		} else {
			f.files[name] = entry.Type()
		}
		return nil
	})
}

// isTaken tells whether something stands where a file is to come, or where a folder above it must be.
func (f *folder) isTaken(name string) bool {
	isTaken := f.folders[name]
	for ; !isTaken && name != "."; name = path.Dir(name) {
		_, isTaken = f.files[name]
	}
	return isTaken
}

// fail tells that a file could not be written or removed.
func (f *folder) fail(file string, err error) error {
	failed := newFileError(file, err)
	failed.Begun = f.touched
	return failed
}

// update moves in what was staged and removes what is no longer part of the site.
func (f *folder) update(outputs []output) (Result, error) {
	result := Result{Files: len(outputs), Unlocked: f.lock.held == nil}
	var moves []*output
	for i := range outputs {
		o := &outputs[i]
		if o.staged != "" {
			moves = append(moves, o)
		}
	}
	if err := f.isStillThere(); err != nil {
		return result, err
	}
	if f.info == nil {
		// There is no earlier site to keep, and no reader yet.
		if err := os.Rename(f.staging.dir, f.dir); err != nil {
			return result, f.fail(f.dir, err)
		}
		result.Written = len(moves)
		return result, nil
	}
	if len(moves) > 0 {
		flush(f.staging.dir)
	}
	gone := f.gone(outputs)
	slices.SortFunc(moves, func(a, b *output) int {
		return cmp.Or(cmp.Compare(a.step(), b.step()), inOrder(a.name, b.name))
	})
	for _, o := range moves {
		if err := f.move(o, gone); err != nil {
			return result, err
		}
		result.Written++
	}
	var err error
	result.Removed, err = f.prune(gone, outputs)
	return result, err
}

// isStillThere finds out whether the folder was taken away while the site was rendered, or has come: what did
// not change would be missing in a new one, and what another has made is not ours to replace.
func (f *folder) isStillThere() error {
	info, err := os.Lstat(f.dir)
	switch {
	case f.info == nil && errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return f.fail(f.dir, err)
	case f.info == nil:
		return f.fail(f.dir, fs.ErrExist)
	case !os.SameFile(info, f.info):
		return f.fail(f.dir, fs.ErrNotExist)
	}
	return nil
}

// The steps in which files are moved in. Between any two of them, and any two files, nothing that a reader
// can reach names a file that is not there:
//
// The marker goes first; it is also what a host obeys, and a file should not be there before its headers.
// Then comes what is new: no one knows of it until something names it. Then what changes, all that it
// names being there, old or new. What is gone is removed last, when nothing names it any more. Within a step
// what pages show and hand out goes before pages, what lies deep before the lists that it is in, and what
// tells machines of pages last (inOrder); it is all the order there is when the whole site is new.
func (o *output) step() int {
	switch {
	case o.name == marker:
		return 0
	case o.isNew:
		return 1
	}
	return 2
}

func inOrder(a, b string) int {
	return cmp.Or(cmp.Compare(kind(a), kind(b)), cmp.Compare(strings.Count(b, "/"), strings.Count(a, "/")), cmp.Compare(a, b))
}

func kind(name string) int {
	switch path.Base(name) {
	case "feed.xml", "feed.json", "sitemap.xml", "_redirects":
		return 2
	}
	if strings.HasSuffix(name, ".html") {
		return 1
	}
	return 0
}

// move puts a file that is new into its place.
func (f *folder) move(o *output, gone map[string]bool) error {
	file := f.path(o.name)
	if err := f.makeFolder(path.Dir(o.name), gone); err != nil {
		return err
	}
	if f.folders[o.name] {
		if err := os.RemoveAll(file); err != nil {
			return f.fail(file, err)
		}
		isBelow := func(name string) bool { return strings.HasPrefix(name+"/", o.name+"/") }
		maps.DeleteFunc(gone, func(name string, _ bool) bool { return isBelow(name) })
		maps.DeleteFunc(f.folders, func(name string, _ bool) bool { return isBelow(name) })
		f.touched = true
	}
	if o.isNew && len(gone) > 0 {
		if err := f.removeAlike(o.name, gone); err != nil {
			return err
		}
	}
	if err := os.Rename(f.staging.path(o.staged), file); err != nil {
		return f.fail(file, err)
	}
	f.touched = true
	return nil
}

// removeAlike removes what is gone where a disk takes its name for a new file's, since it does not
// tell bild.png from Bild.png or composes letters otherwise: the new one would keep the old name, and then be
// removed by it.
func (f *folder) removeAlike(name string, gone map[string]bool) error {
	file := f.path(name)
	if _, err := os.Lstat(file); err != nil {
		return nil
	}
	folded := fold(name)
	for other := range gone {
		if fold(other) == folded {
			if err := os.Remove(file); err != nil {
				return f.fail(file, err)
			}
			delete(gone, other)
		}
	}
	return nil
}

func fold(name string) string { return strings.ToLower(norm.NFC.String(name)) }

// makeFolder makes a folder, where an earlier build may have left a file of that name.
func (f *folder) makeFolder(name string, gone map[string]bool) error {
	if f.folders[name] {
		return nil
	}
	if err := f.makeFolder(path.Dir(name), gone); err != nil {
		return err
	}
	dir := f.path(name)
	if _, isFile := f.files[name]; isFile {
		if err := os.Remove(dir); err != nil {
			return f.fail(dir, err)
		}
		delete(gone, name)
		f.touched = true
	}
	if err := os.Mkdir(dir, 0o755); err != nil {
		// A disk that does not tell Kontakt from kontakt has it under the other name.
		if info, failed := os.Lstat(dir); failed != nil || !info.IsDir() {
			return f.fail(dir, err)
		}
	}
	f.folders[name] = true
	return nil
}

// gone are the files that are no longer part of the site.
func (f *folder) gone(outputs []output) map[string]bool {
	kept := make(map[string]bool, len(outputs))
	for i := range outputs {
		kept[outputs[i].name] = true
	}
	gone := map[string]bool{}
	for name := range f.files {
		if !kept[name] {
			gone[name] = true
		}
	}
	return gone
}

// prune removes what is gone, in the opposite order of moves, and folders that are empty then.
func (f *folder) prune(gone map[string]bool, outputs []output) (removed int, err error) {
	names := make([]string, 0, len(gone))
	for name := range gone {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int { return inOrder(b, a) })
	for _, name := range names {
		if err := os.Remove(f.path(name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return removed, f.fail(f.path(name), err)
		}
		f.touched = true
		removed++
	}
	for i := range outputs {
		for at := path.Dir(outputs[i].name); f.folders[at]; at = path.Dir(at) {
			delete(f.folders, at) // and it stays
		}
	}
	empty := make([]string, 0, len(f.folders))
	for name := range f.folders {
		if name != "." {
			empty = append(empty, name)
		}
	}
	slices.SortFunc(empty, func(a, b string) int { return cmp.Compare(b, a) }) // what lies in a folder first
	for _, name := range empty {
		// A folder that holds something after all stays.
		_ = os.Remove(f.path(name))
	}
	return removed, nil
}
