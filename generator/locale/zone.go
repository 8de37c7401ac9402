//go:build !js

package locale

import (
	"time"
	_ "time/tzdata" // a bare build image has no time zones
)

// LoadZone gives a time zone by its name in the IANA database.
func LoadZone(name string) (*time.Location, error) { return time.LoadLocation(name) }
