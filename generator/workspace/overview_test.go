package workspace

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"alingsas.se/dialog/generator/preview"
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
	}{
		{moment.Add(-time.Second), "embargoed"},
		{moment, "public"},
	} {
		a, err := w.Assemble(Job{Content: folder, Templates: "../../templates", Static: "../../static", Clock: c.at})
		if err != nil {
			t.Fatal(err)
		}
		isThere := false
		for _, item := range overview(a.Set, a.Model) {
			if strings.HasSuffix(item.File, "/moments/content/meetings/slapps.md") {
				isThere = true
				if item.State != c.state || !item.From.Equal(moment) || strings.Contains(item.URL, "_future") == (c.state == "public") {
					t.Errorf("at %v it is %v", c.at, item)
				}
			}
		}
		if !isThere {
			t.Error("the fact sheet is not listed")
		}
	}
}

func TestEveryRowOfAllTextsLeadsToItsPageAndSaysWhatIs(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"site.yaml":             "title: Dialog\nbase_url: https://dialog.example.se\nlanguages: [sv, en]\norganisation: {name: Kommunen}\n",
		"press/oppen.md":        "---\ntitle: Öppen\ndate: 2026-06-01\n---\nText.\n",
		"press/oppen.en.md":     "---\ntitle: Open\n---\nText.\n",
		"press/utkast.md":       "---\ntitle: Utkast\ndate: 2026-06-01\ndraft: true\n---\nText.\n",
		"press/embargo.md":      "---\ntitle: Embargo\ndate: 2026-07-01 08:00\n---\nText.\n",
		"press/utgangen.md":     "---\ntitle: Utgången\ndate: 2026-05-01 08:00\nexpires: 2026-06-01\n---\nText.\n",
		"meetings/installd.md":  "---\ntitle: Inställd\nstart: 2026-08-01 18:00\nstatus: cancelled\n---\nText.\n",
		"meetings/planerad.md":  "---\ntitle: Planerad\nstart: 2026-08-01 18:00\n---\nText.\n",
		"contacts/anna-pahi.md": "---\nname: Anna Påhi\nrole: ordförande\n---\n",
	} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	j := Job{Content: dir, Templates: "../../templates", Static: "../../static", Clock: time.Date(2026, 6, 15, 10, 0, 0, 0, time.UTC)}
	a, err := Assemble(j)
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string]preview.Item{}
	for _, i := range overview(a.Set, a.Model) {
		rows[i.Title] = i
	}
	for title, want := range map[string]string{
		"Öppen": "/pressmeddelanden/oppen/", "Open": "/en/press/oppen/",
		"Utkast": "/pressmeddelanden/utkast/?_drafts=1&_future=1", "Embargo": "/pressmeddelanden/embargo/?_future=1",
		"Utgången": "/pressmeddelanden/utgangen/?_now=2026-05-01+08%3A00",
	} {
		if got := rows[title].URL; got != want {
			t.Errorf("%s leads to %q, want %q", title, got, want)
		}
	}
	meeting, planned := rows["Inställd"], rows["Planerad"]
	if meeting.Standing != "cancelled" || planned.Standing != "" {
		t.Errorf("the meetings stand as %q and %q", meeting.Standing, planned.Standing)
	}
	if !meeting.From.IsZero() || meeting.Day.Format(time.DateOnly) != "2026-08-01" {
		t.Errorf("the meeting is public from %v, and on %v", meeting.From, meeting.Day)
	}
	if rows["Open"].Original != rows["Öppen"].File {
		t.Errorf("the translation's original is %q", rows["Open"].Original)
	}
}
