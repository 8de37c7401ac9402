package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// marker is a file that every site has. A folder with other files and without it is not ours. It is the
// first that comes into a folder, so that a build that was killed has marked it.
const marker = "_headers"

// A ForeignFolderError is an output folder that a build must not touch.
type ForeignFolderError struct {
	Dir    string
	Why    Why
	Source string // the folder that Dir is, holds or lies in, where Why is HasSources
}

// Why says what is wrong with an output folder.
type Why int

const (
	_          Why = iota
	HoldsOther     // it holds something else than a site
	NoFolder       // it is a file, or something else that holds none
	Link           // it is a symbolic link: what it leads to was not named
	Root           // it is a whole disk
	HasSources     // it is, holds or lies in a folder that the site is made of
)

func (e *ForeignFolderError) Error() string {
	switch e.Why {
	case NoFolder:
		return e.Dir + " is no folder"
	case Link:
		return e.Dir + " is a symbolic link"
	case Root:
		return e.Dir + " is a whole disk"
	case HasSources:
		return fmt.Sprintf("%s and %s overlap", e.Dir, e.Source)
	}
	return e.Dir + " holds files that no build has written"
}

// CheckFolder refuses an output folder that holds something else than a site: Write would empty it. The
// sources are the folders that the site is made of: none of them may be dir, lie in it or hold it.
func CheckFolder(dir string, sources ...string) error {
	if source, err := overlap(dir, sources); err != nil {
		return fmt.Errorf("read output folder: %w", err)
	} else if source != "" {
		return &ForeignFolderError{Dir: dir, Why: HasSources, Source: source}
	}
	if abs, err := filepath.Abs(dir); err == nil && filepath.Dir(abs) == abs {
		return &ForeignFolderError{Dir: dir, Why: Root}
	}
	info, err := os.Lstat(filepath.Clean(dir)) // a name with a slash at its end would be followed
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("read output folder: %w", err)
	case info.Mode()&fs.ModeSymlink != 0:
		return &ForeignFolderError{Dir: dir, Why: Link}
	case !info.IsDir():
		return &ForeignFolderError{Dir: dir, Why: NoFolder}
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return fmt.Errorf("read output folder: %w", err)
	}
	isOurs := len(entries) == 0
	for _, entry := range entries {
		switch entry.Name() {
		case marker:
			isOurs = true
		case ".git": // somebody keeps the site's history there
			return &ForeignFolderError{Dir: dir, Why: HoldsOther}
		}
	}
	if !isOurs {
		return &ForeignFolderError{Dir: dir, Why: HoldsOther}
	}
	return nil
}

// overlap finds a source that is dir, holds it or lies in it. Folders are compared as the system knows
// them, not by name: a link, or another case of its letters, leads to the same folder.
func overlap(dir string, sources []string) (string, error) {
	above, err := ancestors(dir)
	if err != nil {
		return "", err
	}
	out, _ := os.Stat(dir) // nil where it is not there yet: then it holds nothing
	for _, source := range sources {
		info, err := os.Stat(source)
		if err != nil {
			continue // what is not there is not overwritten
		}
		for _, one := range above {
			if os.SameFile(one, info) {
				return source, nil
			}
		}
		if out == nil {
			continue
		}
		around, err := ancestors(source)
		if err != nil {
			return "", err
		}
		for _, one := range around {
			if os.SameFile(one, out) {
				return source, nil
			}
		}
	}
	return "", nil
}

// ancestors gives a folder and all that it lies in, as far as they exist.
func ancestors(dir string) ([]fs.FileInfo, error) {
	at, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	var found []fs.FileInfo
	for {
		// Links are followed once something is there: what stands above a link is not what it lies in.
		if real, err := filepath.EvalSymlinks(at); err == nil {
			at = real
		}
		if info, err := os.Stat(at); err == nil {
			found = append(found, info)
		}
		above := filepath.Dir(at)
		if above == at {
			return found, nil
		}
		at = above
	}
}
