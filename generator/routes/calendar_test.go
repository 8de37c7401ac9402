package routes

import (
	"os"
	"regexp"
	"slices"
	"testing"

	"alingsas.se/dialog/generator/diag"
)

// Two entries with one UID are one entry: a program that subscribes would show the last of them only.
func TestMeetingsWhoseIdsAreSpelledAlikeAreDifferentEntries(t *testing.T) {
	s := newSample(t)
	for id, slug := range map[string]string{"träff": "a", "traff": "b", "Traff": "c", "tr aff": "d", "日本": "f", "tr\u200baff": "g"} {
		s.content["meetings/"+id+".md"] = file("---\ntitle: T\nslug: " + slug + "\nstart: 2026-07-01\n---\n")
	}
	table, diags := s.list(t)
	if len(diags) > 0 {
		t.Fatalf("reported %v", diags)
	}
	var uids []string
	for _, m := range regexp.MustCompile(`\r\nUID:(.*)\r\n`).FindAllStringSubmatch(output(t, table, "/traffar/kalender.ics"), -1) {
		uids = append(uids, m[1])
		if !regexp.MustCompile(`^meeting-[A-Za-z0-9.%-]+@dialog\.example\.se$`).MatchString(m[1]) {
			t.Errorf("the UID %q may be changed on its way", m[1])
		}
	}
	slices.Sort(uids)
	if len(slices.Compact(slices.Clone(uids))) != 6 || !slices.Contains(uids, "meeting--traff@dialog.example.se") {
		t.Errorf("the UIDs are %q, want six", uids)
	}
}

// Every date that can be written in a text can be written in a page, a feed and a calendar.
func TestMeetingsAtTheEndsOfTimeAreShown(t *testing.T) {
	for _, keys := range []string{
		"start: 0002-01-02", "start: 0002-01-03 10:00", "start: 9999-12-31", "start: 9999-12-30\nend: 9999-12-31", "start: 9999-12-31 23:00\nend: 9999-12-31 23:59",
		"start: 2026-07-01 10:00\nend: 9999-12-31", "previous_start: 0002-01-03\nstart: 9999-12-31", "start: 2026-07-01\nchanges: [{date: 9999-12-31, text: x}, {date: 0002-01-02, text: y}]",
	} {
		s := newSample(t)
		s.templates = os.DirFS("../../templates")
		s.content["meetings/a.md"] = file("---\ntitle: A\n" + keys + "\n---\nText.\n")
		table, diags := s.list(t)
		for _, d := range diags {
			if d.Code != diag.UnlikelyYear {
				t.Errorf("%s: reported %v", keys, d)
			}
		}
		for _, r := range table {
			text := output(t, table, r.URL)
			if dates := regexp.MustCompile(`\bDT(START|END|STAMP)[^:]*:([0-9]{9,}|[0-9]{0,7})(T|\r)`).FindString(text); dates != "" {
				t.Errorf("%s: %s has %q", keys, r.URL, dates)
			}
		}
	}
}
