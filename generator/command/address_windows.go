package command

import "syscall"

// addressInUse is WSAEADDRINUSE (Windows Sockets Error Codes); syscall.EADDRINUSE is never given here.
const addressInUse = syscall.Errno(10048)
