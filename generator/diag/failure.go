package diag

import (
	"errors"
	"io/fs"
)

// Words are a text in both languages of messages.
type Words struct{ Swedish, English string }

// Both makes Words.
func Both(swedish, english string) Words { return Words{swedish, english} }

// In gives the text in a language: Swedish for "sv", else English.
func (w Words) In(lang string) string {
	if lang == "sv" {
		return w.Swedish
	}
	return w.English
}

// A Failure stops a command, and no author can mend it in a text: the command was called wrongly, or the system
// refused something.
type Failure struct {
	Text, Hint Words
	IsUsage    bool // the command was called wrongly
}

func (f *Failure) Error() string { return f.Text.English }

// Usage makes the error of a command that was called wrongly.
func Usage(text, hint Words) error { return &Failure{text, hint, true} }

// Failed makes the error of what no other call mends.
func Failed(text, hint Words) error { return &Failure{text, hint, false} }

// AsFailure finds the Failure that an error is, or that it can be told as: an error with a method
// Failure() *Failure. It is nil where there is none.
func AsFailure(err error) *Failure {
	var failure *Failure
	if errors.As(err, &failure) {
		return failure
	}
	var typed interface {
		error
		Failure() *Failure
	}
	if errors.As(err, &typed) {
		return typed.Failure()
	}
	return nil
}

// Cause says in Swedish why the system refused to write.
func Cause(err error) string {
	for _, known := range []struct {
		err error
		sv  string
	}{
		{errFull, "disken är full"},
		{errReadOnly, "filsystemet kan bara läsas"},
		{errTooMany, "för många filer är öppna"},
		{errDisk, "disken svarar med fel"},
		{errInUse, "ett annat program har filen öppen"},
		{fs.ErrPermission, "det är inte tillåtet"},
		{fs.ErrNotExist, "mappen är borta"},
		{fs.ErrExist, "något annat ligger där"},
	} {
		if errors.Is(err, known.err) {
			return known.sv
		}
	}
	return err.Error()
}
