package routes

import (
	"regexp"
	"slices"
	"testing"
)

// Two entries with one UID are one entry: a program that subscribes would show the last of them only.
func TestMeetingsWhoseIdsAreSpelledAlikeAreDifferentEntries(t *testing.T) {
	s := newSample(t)
	for id, slug := range map[string]string{"träff": "a", "traff": "b", "Traff": "c", "tr aff": "d", "tr.aff": "e", "日本": "f", "tr\u200baff": "g"} {
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
	if len(slices.Compact(slices.Clone(uids))) != 7 || !slices.Contains(uids, "meeting--traff@dialog.example.se") {
		t.Errorf("the UIDs are %q, want seven", uids)
	}
}
