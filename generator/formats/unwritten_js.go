package formats

import (
	"errors"
	"io"
	"time"
)

// A browser is shown pages. The files beside them are not asked for there, and the libraries that write them, one of
// which brings a whole network along, are left out of what is loaded.
var errUnwritten = errors.New("this file is not written in a browser")

// ICalendar writes no calendar.
func ICalendar(io.Writer, Calendar) error { return errUnwritten }

// VCard writes no card.
func VCard(io.Writer, Card) error { return errUnwritten }

// WriteMail writes no message.
func WriteMail(io.Writer, Mail) error { return errUnwritten }

// Zip writes no archive.
func Zip(io.Writer, time.Time, []ZipFile) error { return errUnwritten }
