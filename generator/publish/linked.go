package publish

import (
	"bytes"
	"errors"
	"io"
	"os"

	"alingsas.se/dialog/generator/web"
)

// takeFile lets the inspectors look at an output that lies on the disk, and stages it; false where the file is not there.
// Without a folder it is only looked at.
//
// A file that is published already, or that can be given a second name at once, is not opened: that is two of three
// calls of the system less for each of the files that photographs become.
func (f *folder) takeFile(o *output, i int, r web.Route, file web.File, inspectors []web.Inspector) bool {
	var opened *os.File
	if !f.has(o.name, file.Name) && !f.linkFile(o, i, file.Name) {
		var err error
		if opened, err = os.Open(file.Name); err != nil {
			return false
		}
		defer opened.Close() // until then it can be copied, whoever removes it
	}
	for _, inspector := range inspectors {
		o.err = errors.Join(o.err, inspector.InspectFile(r, file))
	}
	if f != nil && opened != nil && o.err == nil {
		f.stageFile(o, i, opened)
	}
	return true
}

// has tells whether an output is published already as a second name of the file.
func (f *folder) has(name, file string) bool {
	if f == nil {
		return false
	}
	if kind, isThere := f.files[name]; !isThere || !kind.IsRegular() {
		return false
	}
	published, err := os.Lstat(f.path(name))
	if err != nil {
		return false
	}
	stored, err := os.Lstat(file)
	return err == nil && os.SameFile(published, stored)
}

// linkFile gives the file of a new output a second name in the staging folder; false where that cannot be done.
func (f *folder) linkFile(o *output, i int, file string) bool {
	if f == nil {
		return false
	}
	if _, isThere := f.files[o.name]; isThere {
		return false
	}
	o.isNew = !f.isTaken(o.name)
	o.staged = f.staging.link(i, o.name, file)
	return o.staged != ""
}

// stageFile gives the file a second name in the staging folder, where it differs from the one that is there. Where a
// disk has no second names, or the file lies on another one, it is copied, by the system: photographs of 1 GB and the
// archives with them take a tenth of a second with second names and seconds as copies, since ext4 shares no blocks
// between files.
//
// Whoever writes into the published file writes into the one behind it. So it is write-protected, a build
// replaces files and never writes into them, and whoever hands out such a file has to notice (the cache of pictures
// seals them).
func (f *folder) stageFile(o *output, i int, file *os.File) {
	kind, isThere := f.files[o.name]
	if isThere && kind.IsRegular() && isAlike(f.path(o.name), file) {
		return
	}
	o.isNew = !f.isTaken(o.name)
	o.staged = f.staging.write(i, o.name, func(name string) error {
		if os.Link(file.Name(), name) == nil {
			return nil
		}
		return copyFile(name, file)
	})
}

func copyFile(name string, from *os.File) error {
	to, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = from.Seek(0, io.SeekStart)
	if err == nil {
		_, err = io.Copy(to, from) // from file to file the system copies by itself
	}
	return errors.Join(err, to.Close())
}

// isAlike tells whether a file is another, or has the same bytes.
func isAlike(name string, other *os.File) bool {
	one, err := os.Open(name)
	if err != nil {
		return false
	}
	defer one.Close()
	a, err := one.Stat()
	if err != nil {
		return false
	}
	b, err := other.Stat()
	if err != nil || a.Size() != b.Size() {
		return false
	}
	return os.SameFile(a, b) || haveSameBytes(one, io.NewSectionReader(other, 0, a.Size()))
}

func haveSameBytes(a, b io.Reader) bool {
	one, other := buffers.Get().(*[64 << 10]byte), buffers.Get().(*[64 << 10]byte)
	defer buffers.Put(one)
	defer buffers.Put(other)
	for {
		n, err := io.ReadFull(a, one[:])
		m, _ := io.ReadFull(b, other[:])
		if !bytes.Equal(one[:n], other[:m]) {
			return false
		}
		if err != nil {
			return err == io.EOF || err == io.ErrUnexpectedEOF
		}
	}
}
