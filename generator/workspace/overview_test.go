package workspace

import (
	"strings"
	"testing"
	"time"
)

// An editor sees of a fact sheet that it is under embargo, and until when.
func TestTheOverviewTellsOfFactSheetsUnderEmbargo(t *testing.T) {
	const folder = "../testdata/moments/content"
	w, err := Open(Job{Content: folder, Templates: "../../templates", Static: "../../static"})
	if err != nil {
		t.Fatal(err)
	}
	w.Read()
	moment := time.Date(2026, 4, 7, 8, 0, 0, 0, w.set.Settings.Zone)
	for _, c := range []struct {
		at    time.Time
		state string
		from  time.Time
	}{
		{moment.Add(-time.Second), "embargoed", moment},
		{moment, "public", moment.AddDate(0, 0, 51).Add(10 * time.Hour)},
	} {
		a, err := w.Assemble(Job{Content: folder, Templates: "../../templates", Static: "../../static", Clock: c.at})
		if err != nil {
			t.Fatal(err)
		}
		isThere := false
		for _, item := range overview(a.Set, a.Model) {
			if strings.HasSuffix(item.File, "/moments/content/meetings/slapps.md") {
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
