package site

import "alingsas.se/dialog/generator/content"

// A Standing says what has become of a meeting, in one word.
type Standing string

const (
	Planned   Standing = "planned"
	Confirmed Standing = "confirmed"
	Moved     Standing = "moved"     // to a new time that is known
	Postponed Standing = "postponed" // to a time that is not known yet; Start, if any, is the old one
	Cancelled Standing = "cancelled"
	Over      Standing = "past"
)

// Standing says what a reader must know first of the meeting.
func (m *Meeting) Standing() Standing {
	switch {
	case m.Status == content.Cancelled:
		return Cancelled
	case m.Status == content.Postponed && !m.IsMoved():
		return Postponed
	case m.Past:
		return Over
	case m.IsMoved():
		return Moved
	case m.Status == content.Confirmed:
		return Confirmed
	}
	return Planned
}

// IsMoved tells whether the meeting has a new time and had another one before.
func (m *Meeting) IsMoved() bool { return !m.PreviousStart.IsZero() && !m.Start.IsZero() }

// IsOn tells whether one can still come.
func (m *Meeting) IsOn() bool {
	s := m.Standing()
	return s == Planned || s == Confirmed || s == Moved
}

// IsOnOrPast tells whether the meeting takes place or did.
func (m *Meeting) IsOnOrPast() bool { return m.IsOn() || m.Standing() == Over }
