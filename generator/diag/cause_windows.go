package diag

import "syscall"

// Why a system refuses to write: the numbers of Windows' own errors (System Error Codes), since those that package
// syscall calls ENOSPC and so on are never given here.
const (
	errFull     = syscall.Errno(112)  // ERROR_DISK_FULL
	errReadOnly = syscall.Errno(19)   // ERROR_WRITE_PROTECT
	errTooMany  = syscall.Errno(4)    // ERROR_TOO_MANY_OPEN_FILES
	errDisk     = syscall.Errno(1117) // ERROR_IO_DEVICE
	errInUse    = syscall.Errno(32)   // ERROR_SHARING_VIOLATION: also while a scanner looks at a new file
)
