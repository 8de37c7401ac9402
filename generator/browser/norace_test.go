//go:build !race

package browser

// isRace tells that the race detector is on.
const isRace = false
