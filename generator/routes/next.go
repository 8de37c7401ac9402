package routes

import (
	"encoding/json"
	"errors"
	"time"
)

// NextChangeURL is where a site says when it has to be built again.
const NextChangeURL = "/next-change.json"

// nextChangeFile is the shape of the file. It holds the moment alone: why the site changes then may be
// withheld until it does.
type nextChangeFile struct {
	Next *time.Time `json:"next"` // RFC 3339; null = never, as long as nobody writes
}

// nextChange writes the file for a moment, zero for none.
func nextChange(at time.Time) (string, error) {
	var file nextChangeFile
	if !at.IsZero() {
		file.Next = &at
	}
	data, err := json.Marshal(file)
	return string(data) + "\n", err
}

// ParseNextChange reads such a file. It gives zero where the site never changes by itself, and an error
// for what is no such file.
func ParseNextChange(data []byte) (time.Time, error) {
	var keys map[string]json.RawMessage // a later version may have more
	var next *time.Time
	if err := json.Unmarshal(data, &keys); err != nil {
		return time.Time{}, err
	}
	value, isThere := keys["next"]
	if !isThere {
		return time.Time{}, errors.New(`it has no "next"`)
	}
	if err := json.Unmarshal(value, &next); err != nil || next == nil {
		return time.Time{}, err
	}
	return *next, nil
}
