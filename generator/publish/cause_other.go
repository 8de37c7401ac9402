//go:build !windows

package publish

import "syscall"

// Why a system refuses to write.
const (
	errFull     = syscall.ENOSPC
	errReadOnly = syscall.EROFS
	errTooMany  = syscall.EMFILE
	errDisk     = syscall.EIO
	errInUse    = syscall.ETXTBSY // of a program only: others may replace what is open
)
