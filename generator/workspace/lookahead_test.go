package workspace

import (
	"slices"
	"testing"
	"time"
)

func TestEveryMomentIsLookedAtOrFollowedByOneThatIs(t *testing.T) {
	day := time.Date(2026, 6, 15, 8, 0, 0, 0, time.UTC)
	for _, n := range []int{0, 1, 3, 12, 19, 20, 21, 27, 28, 1000} {
		var moments []time.Time
		for i := range n {
			moments = append(moments, day.AddDate(0, 0, i))
		}
		got := looks(moments)
		if want := min(n, exactLooks+otherLooks); len(got) != want {
			t.Errorf("of %d moments %d are looked at, want %d", n, len(got), want)
		}
		if n > 0 && (!slices.Equal(got[:min(n, exactLooks)], moments[:min(n, exactLooks)]) || !got[len(got)-1].Equal(moments[n-1])) {
			t.Errorf("of %d moments these are looked at: %v", n, got)
		}
		for i := 1; i < len(got); i++ {
			if !got[i].After(got[i-1]) {
				t.Errorf("of %d moments %v is looked at after %v", n, got[i], got[i-1])
			}
		}
	}
}
