//go:build !windows

package diag

import "syscall"

// Why a system refuses to write.
const (
	errFull     = syscall.ENOSPC
	errReadOnly = syscall.EROFS
	errTooMany  = syscall.EMFILE
	errDisk     = syscall.EIO
	errInUse    = syscall.EBUSY
)
