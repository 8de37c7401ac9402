package folder

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"alingsas.se/dialog/generator/diag"
)

// A WriteError says which file could not be written.
type WriteError struct {
	File string
	Err  error
}

func (e *WriteError) Error() string { return "write " + e.File + ": " + e.Err.Error() }

func (e *WriteError) Unwrap() error { return e.Err }

// Failure is the error in words.
func (e *WriteError) Failure() *diag.Failure {
	return &diag.Failure{Text: diag.Both("det går inte att skriva "+e.File+": "+diag.Cause(reasonOf(e.Err)), "cannot write "+e.File+": "+reasonOf(e.Err).Error()),
		Hint: diag.Both("åtgärda felet och försök igen; det som fanns är som det var", "mend the cause and try again; what was there is as it was")}
}

// reasonOf is an error of the system without the file's name.
func reasonOf(err error) error {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		return pathErr.Err
	}
	return err
}

// WriteNew writes a file that is not there, in a folder that may not be either. Where something has its name, or all of
// it cannot be written, nothing is left behind.
func WriteNew(file string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		return &WriteError{Label(file), err}
	}
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return &WriteError{Label(file), err}
	}
	if err := writeAll(f, data); err != nil {
		_ = os.Remove(file)
		return &WriteError{Label(file), err}
	}
	return nil
}

// Replace writes a file anew. Whatever happens, the old text stands there or the new one, whole.
func Replace(file string, data []byte) error {
	if err := replace(file, data); err != nil {
		return &WriteError{Label(file), err}
	}
	return nil
}

func replace(file string, data []byte) error {
	file, err := filepath.EvalSymlinks(file) // a link stays one
	if err != nil {
		return err
	}
	info, err := os.Stat(file)
	if err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(file), ".writing-*")
	if err != nil {
		return err
	}
	err = writeAll(f, data)
	if err == nil {
		err = os.Chmod(f.Name(), info.Mode().Perm())
	}
	if err == nil {
		err = os.Rename(f.Name(), file)
	}
	if err != nil {
		_ = os.Remove(f.Name())
	}
	return err
}

// writeAll writes a file to the disk, and closes it.
func writeAll(f *os.File, data []byte) error {
	_, err := f.Write(data)
	return errors.Join(err, f.Sync(), f.Close())
}
