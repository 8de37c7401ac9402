//go:build !linux

package main

// wantLargePages asks the system for large pages where that is known to help; here it is not.
func wantLargePages() {}
