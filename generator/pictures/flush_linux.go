package pictures

import (
	"os"

	"golang.org/x/sys/unix"
)

// flush writes to the disk what the system holds of a file system (syncfs(2)): one call for any number of files.
func flush(dir string) bool {
	folder, err := os.Open(dir)
	if err != nil {
		return false
	}
	defer folder.Close()
	return unix.Syncfs(int(folder.Fd())) == nil
}
