//go:build !windows

package command

import "syscall"

const addressInUse = syscall.EADDRINUSE
