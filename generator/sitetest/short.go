package sitetest

import "testing"

// Long skips a test that takes its time, where -short asks for the quick ones.
func Long(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("long: left out by -short")
	}
}

// Times gives how often something random is done: count, and a fourth of it where -short asks for the quick tests.
func Times(count int) int {
	if testing.Short() {
		return (count + 3) / 4
	}
	return count
}
