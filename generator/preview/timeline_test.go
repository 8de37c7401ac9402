package preview

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

func TestATimelineSaysItsYears(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{"2026-03-01", "2026-09-01", "2026@0.0%"},
		{"2024-07-01", "2026-06-01", "2024@0.0% 2025@26.8% 2026@77.9%"},
		{"2025-12-20", "2026-06-01", "@0.0% 2026@10.7%"},
		{"2006-07-01", "2026-07-01", "@0.0% 2007@2.6% @7.6% @12.6% 2010@17.6% @22.6% @27.6% 2013@32.6% @37.5% @42.5% 2016@47.5% @52.5% @57.5% 2019@62.5% @67.5% @72.5% 2022@77.5% @82.5% @87.4% 2025@92.4% @97.4%"},
	} {
		day := func(s string) time.Time {
			d, err := time.Parse(time.DateOnly, s)
			if err != nil {
				t.Fatal(err)
			}
			return d
		}
		line := newTimeline(Result{Moment: day(c.to), Items: []Item{{Kind: "press", From: day(c.from)}, {Kind: "meetings", From: day("1999-01-01")}}})
		var got []string
		for _, m := range line.Years {
			got = append(got, fmt.Sprintf("%s@%v", m.Label, m.X))
		}
		if joined := strings.Join(got, " "); joined != c.want {
			t.Errorf("%s to %s: %s", c.from, c.to, joined)
		}
		if len(line.Bars) != 1 || line.Bars[0].Y < yearHeight {
			t.Errorf("%s to %s: the bars %v cover the years", c.from, c.to, line.Bars)
		}
	}
}
