//go:build unix

package folder

import "syscall"

// AtOnce is a flag of [os.OpenFile]: a pipe opens without a writer at its other end. It changes nothing for files.
const AtOnce = syscall.O_NONBLOCK
