package formats

import "time"

// A Mail is a message that somebody has yet to send: it has no receivers.
type Mail struct {
	Subject               string
	FromName, FromAddress string
	Date                  time.Time
	ID                    string // a name for ever, with a host after its @
	Lang                  string
	Text                  string // its lines wrapped
	HTML                  string // of the same; a whole document that loads nothing
}
