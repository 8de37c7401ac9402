package content

import (
	"strings"
	"testing"
)

// People write when a meeting is on one line; it has a start and an end all the same, and messages show that line.
func TestAStartMaySayWhenTheMeetingEnds(t *testing.T) {
	for _, c := range []struct{ matter, start, end, code string }{
		{"title: A\nstart: 2026-03-31 kl. 9–11.30", "2026-03-31T09:00+02:00", "2026-03-31T11:30+02:00", ""},
		{"title: A\nstart: 2026-03-31 kl. 9–11.30\nend:", "2026-03-31T09:00+02:00", "2026-03-31T11:30+02:00", ""},
		{"{title: A, start: 2026-03-31 09:00-11:30}", "2026-03-31T09:00+02:00", "2026-03-31T11:30+02:00", ""},
		{"title: A\nstart: 2026-03-31 kl. 9–11\nend: 2026-03-31 12:00", "", "2026-03-31T12:00+02:00", "bad-date"},
	} {
		item, codes := loadOne(t, "meetings/a.md", c.matter+"\n")
		m := item.([]any)[1].([]*Meeting)[0]
		if m.Start.Machine() != c.start || m.End.Machine() != c.end || strings.TrimSpace(codes) != c.code {
			t.Errorf("%s: %s to %s, %q", c.matter, m.Start.Machine(), m.End.Machine(), codes)
		}
	}
	if _, codes := loadOne(t, "press/a.md", "title: A\ndate: 2026-03-31 kl. 9–11\n"); !strings.Contains(codes, "bad-date") {
		t.Errorf("a release: %q", codes)
	}
}
