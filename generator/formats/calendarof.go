package formats

import "time"

// A Calendar is a list of events, for download or subscription.
type Calendar struct {
	Name, Description string
	Lang              string         // BCP 47
	URL               string         // the page where the events are shown to people
	Product           string         // organisation and product, for example "Alingsås kommun//Dialog"
	Zone              *time.Location // an IANA zone; nil is UTC
	Events            []Event        // written in the order given
}
