package publish

import (
	"io"
	"os"

	"golang.org/x/sys/unix"
)

// An openedFolder makes folders and files inside it, by their names there. Package os takes whole
// paths, which the kernel walks anew for each file, and notes for each that its handle has to be closed one day;
// together that is 4 % of a build of ten thousand files.
type openedFolder struct{ dir *os.File }

// openFolderAt opens a folder as a place only (O_PATH), for which it need not be readable.
func openFolderAt(dir string) (openedFolder, error) {
	var folder int
	err := again(func() (err error) {
		folder, err = unix.Open(dir, unix.O_PATH|unix.O_DIRECTORY|unix.O_CLOEXEC, 0)
		return err
	})
	if err != nil {
		return openedFolder{}, err
	}
	return openedFolder{os.NewFile(uintptr(folder), dir)}, nil
}

// close lets go of a folder, if one was opened.
func (f openedFolder) close() { _ = f.dir.Close() }

// mkdir makes a folder in one that is there.
func (f openedFolder) mkdir(name string) error {
	return again(func() error { return unix.Mkdirat(int(f.dir.Fd()), name, 0o755) })
}

// write makes a file, or empties the one that is there, and writes data into it.
func (f openedFolder) write(name string, data []byte) (err error) {
	var file int
	err = again(func() (err error) {
		file, err = unix.Openat(int(f.dir.Fd()), name, unix.O_WRONLY|unix.O_CREAT|unix.O_TRUNC|unix.O_CLOEXEC, 0o644)
		return err
	})
	if err != nil {
		return err
	}
	for err == nil && len(data) > 0 {
		var n int
		err = again(func() (err error) {
			n, err = unix.Write(file, data)
			return err
		})
		if n == 0 && err == nil {
			err = io.ErrShortWrite
		}
		data = data[max(0, n):]
	}
	if closed := unix.Close(file); err == nil {
		err = closed
	}
	return err
}

// again repeats what a signal interrupted, as package os does.
func again(call func() error) error {
	for {
		if err := call(); err != unix.EINTR {
			return err
		}
	}
}
