//go:build !race

package main

// isRace tells that the race detector is on.
const isRace = false
