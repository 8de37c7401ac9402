package locale

import "time"

// A Date is a moment or a day as an author wrote it. The zero Date is one that was not given.
type Date struct {
	// Time is in the site's zone. Where HasTime is false it is the first moment of the day there,
	// which is midnight unless clocks go forward at midnight.
	Time    time.Time
	HasTime bool
}

// IsZero reports whether d was not given.
func (d Date) IsZero() bool { return d.Time.IsZero() }

// Machine writes d for <time datetime>, as HTML has dates and global dates and times: "2012-04-02",
// "2012-04-02T18:00+02:00", with seconds only where there are any. [ParseDate] reads all of these.
// The zero Date gives "".
func (d Date) Machine() string {
	switch {
	case d.IsZero():
		return ""
	case !d.HasTime:
		return d.Time.Format(time.DateOnly)
	}
	t := wholeOffset(d.Time)
	if t.Second() == 0 {
		return t.Format("2006-01-02T15:04Z07:00")
	}
	return t.Format(time.RFC3339)
}

// RFC3339 writes d as RFC 3339, section 5.6, always with a time and an offset; a day is its first
// moment. The zero Date gives "".
func (d Date) RFC3339() string {
	if d.IsZero() {
		return ""
	}
	return wholeOffset(d.Time).Format(time.RFC3339)
}

// wholeOffset moves a time to UTC where its zone is not whole minutes away, as all were before
// standard time. RFC 3339 can't write such an offset, and Format would cut it off in silence.
func wholeOffset(t time.Time) time.Time {
	if _, offset := t.Zone(); offset%60 != 0 {
		return t.UTC()
	}
	return t
}
