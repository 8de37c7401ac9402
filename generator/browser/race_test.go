//go:build race

package browser

// isRace tells that the race detector is on. A browser is slow enough without it, and it finds nothing
// in pages.
const isRace = true
