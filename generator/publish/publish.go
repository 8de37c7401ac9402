// Package publish writes routes to a folder: what changed is written, what is gone is removed: Write,
// Result, Committer.
//
// Every route is rendered before the first file of the folder is touched. What differs from the
// folder is written beside it and moved in file by file at the end, so that a build that fails leaves
// everything as it was, and no reader ever sees half a file.
package publish

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/routes"
)

// A Result counts what Write did.
type Result struct {
	Files, Written, Removed int
}

// An output is one route on its way into the folder.
type output struct {
	diags  diag.List
	err    error
	staged string // the file that holds what is new, "" where nothing changed
}

// A Committer is an inspector that is told when all has been found good and the first file is about to be
// published. Its error keeps everything back.
type Committer interface{ Commit() error }

// Write renders every route and brings the folder dir to that state. Where a text or a template has
// an error it renders the rest all the same, to find what else is wrong, and leaves the folder as it is;
// with dry it does so in any case. The inspectors see every output before the first is published, and what
// they find is wrong keeps all of them back. The error is for what no author can mend.
func Write(table routes.Table, dir string, dry bool, inspectors ...routes.Inspector) (Result, diag.List, error) {
	if !dry {
		if err := checkFolder(dir); err != nil {
			return Result{}, nil, err
		}
	}
	staging, err := newStaging(dir, dry)
	if err != nil {
		return Result{}, nil, err
	}
	defer os.RemoveAll(staging)
	outputs := renderAll(table, dir, staging, inspectors)
	var diags diag.List
	for _, o := range outputs {
		diags = append(diags, o.diags...)
		err = errors.Join(err, o.err)
	}
	for _, i := range inspectors {
		diags = append(diags, i.Found()...)
	}
	if err != nil || dry || diags.HasErrors() {
		return Result{}, diags, err
	}
	for _, i := range inspectors {
		if c, isOne := i.(Committer); isOne {
			if err := c.Commit(); err != nil {
				return Result{}, diags, err
			}
		}
	}
	result := Result{Files: len(table)}
	if result.Written, err = move(table, outputs, dir); err != nil {
		return result, diags, err
	}
	result.Removed, err = prune(table, dir)
	return result, diags, err
}

// marker is a file that every site has. A folder with other files and without it is not ours.
const marker = "_headers"

// checkFolder refuses a folder that holds something else than a site: Write would empty it.
func checkFolder(dir string) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("read output folder: %w", err)
	}
	if _, err := os.Stat(filepath.Join(dir, marker)); err != nil && len(entries) > 0 {
		return &ForeignFolderError{dir}
	}
	return nil
}

// A ForeignFolderError is an output folder that holds something else than a site.
type ForeignFolderError struct{ Dir string }

func (e *ForeignFolderError) Error() string {
	return fmt.Sprintf("%s holds files that no build has written", e.Dir)
}

// newStaging makes a folder beside dir, on the same disk, so that files can be moved from it.
func newStaging(dir string, dry bool) (string, error) {
	if dry {
		return "", nil
	}
	parent := filepath.Dir(filepath.Clean(dir))
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return "", fmt.Errorf("make output folder: %w", err)
	}
	staging, err := os.MkdirTemp(parent, ".public-*")
	if err != nil {
		return "", fmt.Errorf("make output folder: %w", err)
	}
	return staging, nil
}

// renderAll renders every route, lets the inspectors look at it, and stages what is new.
func renderAll(table routes.Table, dir, staging string, inspectors []routes.Inspector) []output {
	outputs := make([]output, len(table))
	table.RenderAll(func(i int, rendered routes.Output) {
		o := &outputs[i]
		o.diags, o.err = rendered.Diags, rendered.Err
		if rendered.Data == nil {
			return
		}
		for _, inspector := range inspectors {
			inspector.Inspect(table[i], rendered.Data)
		}
		if staging != "" {
			o.stage(filepath.Join(dir, filepath.FromSlash(table[i].File())), filepath.Join(staging, strconv.Itoa(i)), rendered.Data)
		}
	})
	return outputs
}

// stage keeps what differs from the file that is there.
func (o *output) stage(file, staged string, data []byte) {
	if old, err := os.ReadFile(file); err == nil && bytes.Equal(old, data) {
		return
	}
	if err := os.WriteFile(staged, data, 0o644); err != nil {
		o.err = fmt.Errorf("write %s: %w", file, err)
		return
	}
	o.staged = staged
}

// move puts what is new into its place, each file as a whole.
func move(table routes.Table, outputs []output, dir string) (written int, err error) {
	made := map[string]bool{}
	for i, o := range outputs {
		if o.staged == "" {
			continue
		}
		file := filepath.Join(dir, filepath.FromSlash(table[i].File()))
		if folder := filepath.Dir(file); !made[folder] {
			if err := makeFolder(dir, folder); err != nil {
				return written, err
			}
			made[folder] = true
		}
		if info, err := os.Lstat(file); err == nil && info.IsDir() {
			if err := os.RemoveAll(file); err != nil {
				return written, fmt.Errorf("replace folder by file: %w", err)
			}
		}
		if err := os.Rename(o.staged, file); err != nil {
			return written, fmt.Errorf("write %s: %w", file, err)
		}
		written++
	}
	return written, nil
}

// makeFolder makes a folder, where an earlier build may have left a file of that name.
func makeFolder(dir, folder string) error {
	err := os.MkdirAll(folder, 0o755)
	if err == nil {
		return nil
	}
	for at := folder; len(at) > len(dir); at = filepath.Dir(at) {
		if info, statErr := os.Lstat(at); statErr == nil && !info.IsDir() {
			if err := os.Remove(at); err != nil {
				return fmt.Errorf("replace file by folder: %w", err)
			}
			return os.MkdirAll(folder, 0o755)
		}
	}
	return fmt.Errorf("make folder: %w", err)
}

// prune removes files that are no longer part of the site, and folders that are empty then.
func prune(table routes.Table, dir string) (removed int, err error) {
	wanted := make(map[string]bool, len(table))
	for _, r := range table {
		wanted[filepath.Join(dir, filepath.FromSlash(r.File()))] = true
	}
	var folders []string
	err = filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir():
			folders = append(folders, name)
		case !wanted[name]:
			removed++
			return os.Remove(name)
		}
		return nil
	})
	if err != nil {
		return removed, fmt.Errorf("remove what is gone: %w", err)
	}
	slices.Reverse(folders)
	for _, folder := range folders {
		// A folder that still holds something stays.
		_ = os.Remove(folder)
	}
	return removed, nil
}
