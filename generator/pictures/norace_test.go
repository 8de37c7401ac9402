//go:build !race

package pictures

// isRace tells that the race detector is on.
const isRace = false
