package formats

import "time"

// A CardPhone is one number: E.164, or a short number such as 112. Kind is "work" or "cell";
// anything else counts as "work".
type CardPhone struct{ Number, Kind string }

// A Card is how to reach one person or, where Name is empty, one organisation. What is empty is
// not written.
type Card struct {
	UID                string
	Name               string // full name
	Given, Family      string // its parts, in whatever order
	SortBy             string // where that is not Family
	Organisation, Role string
	Phones             []CardPhone
	Email, URL, Note   string
	Street, Postcode   string
	City, Country      string
	Revised            time.Time // written in UTC; zero = left out
	Lang               string    // BCP 47, of Organisation, Role and Note
}
