package check

import (
	"strconv"
	"strings"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/prose"
)

// meetingCounts: a press release tells as many meetings as it links fact sheets, or as it links fact sheets of one
// kind (meeting-count): seven individual meetings and an open evening are eight.
func meetingCounts(t *text) {
	if t.release == nil || len(t.release.Meetings) == 0 {
		return
	}
	numbers := t.linkedMeetings()
	for _, p := range t.paragraphs {
		for _, c := range prose.Counts(p.text, t.item.Lang) {
			if !numbers[c.N] {
				t.tell(p, c.Span, diag.MeetingCount, "claim", c.Span.In(p.text), "count", strconv.Itoa(len(t.release.Meetings)))
			}
		}
	}
}

// linkedMeetings gives how many meetings are linked: all, of each series, and of none.
func (t *text) linkedMeetings() map[int]bool {
	bySeries := map[string]int{}
	for _, ref := range t.release.Meetings {
		series := ""
		if m := t.meetings[ref.ID]; m != nil {
			series = strings.ToLower(m.Series)
		}
		bySeries[series]++
	}
	numbers := map[int]bool{len(t.release.Meetings): true}
	for _, n := range bySeries {
		numbers[n] = true
	}
	return numbers
}

// access: whoever cannot take steps, or does not hear well, wants to know before a meeting whether they can come
// (no-access).
func access(t *text) {
	if m := t.meeting; m != nil && t.item.Original() == t.item && (m.Place.Name != "" || m.Place.Address != "") && m.Place.Access == "" {
		t.found.Add(t.item.At("place"), diag.NoAccess)
	}
}
