package routes

import (
	"slices"

	"alingsas.se/dialog/generator/formats"
	"alingsas.se/dialog/generator/site"
)

// withMeetings puts the meetings of an organisation or a series among the releases of its feed, what was new or changed
// last first: whoever follows an organisation hears of a meeting before there is anything to write of it. No release is
// left out for it, since the archives begin after them.
func (e *edition) withMeetings(releases func() ([]formats.Entry, error), meetings []*site.Meeting) func() ([]formats.Entry, error) {
	return func() ([]formats.Entry, error) {
		entries, err := releases()
		if err != nil {
			return nil, err
		}
		told, err := e.newMeetingEntries(meetings)
		entries = slices.Concat(entries, told)
		slices.SortStableFunc(entries, func(a, b formats.Entry) int { return b.Updated.Compare(a.Updated) })
		return entries, err
	}
}
