package main

import (
	"testing"
	"time"
)

// An editor sees of a fact sheet that it is under embargo, and until when.
func TestTheOverviewTellsOfFactSheetsUnderEmbargo(t *testing.T) {
	m := newTimeMachine(t, "testdata/moments/content")
	moment := time.Date(2026, 4, 7, 8, 0, 0, 0, mustZone("Europe/Stockholm"))
	for _, c := range []struct {
		at    time.Time
		state string
		from  time.Time
	}{
		{moment.Add(-time.Second), "embargoed", moment},
		{moment, "public", moment.AddDate(0, 0, 51).Add(10 * time.Hour)},
	} {
		model, _ := m.at(c.at)
		isThere := false
		for _, item := range overview(m.work.set, model) {
			if item.File == "testdata/moments/content/meetings/slapps.md" {
				isThere = true
				if item.State != c.state || !item.From.Equal(c.from) || (item.URL != "") != (c.state == "public") {
					t.Errorf("at %v it is %v", c.at, item)
				}
			}
		}
		if !isThere {
			t.Error("the fact sheet is not listed")
		}
	}
}
