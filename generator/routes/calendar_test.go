package routes

import (
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
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

// Who has a meeting in a calendar learns there what was changed, and reads all that its text says, plain.
func TestACalendarTellsWhatWasChanged(t *testing.T) {
	s := newSample(t)
	s.content["meetings/a.md"] = file("---\ntitle: A\nstart: 2026-06-26 18:00\nprevious_start: 2026-06-25 18:00\nchanges:\n" +
		"  - {date: 2026-06-01, text: Ny dag.}\n  - {date: 2026-06-02, text: \"Ny *lokal*, se [kartan](https://www.example.se).\"}\n---\n" +
		"Första *stycket*.\n\n## Rubrik\n\nAndra stycket.\n\n* en punkt\n")
	table, _ := s.list(t)
	text := strings.NewReplacer("\r\n ", "", `\,`, ",", `\n`, "\n").Replace(output(t, table, "/traffar/a/a.ics"))
	const want = "Tidigare tid: torsdag 25 juni 2026 kl. 18.00.\n\nÄndrat 2 juni 2026: Ny lokal, se kartan.\n\nÄndrat 1 juni 2026: Ny dag.\n\nFörsta stycket.\n\nRubrik\n\nAndra stycket.\n\n"
	if !strings.Contains(strings.ReplaceAll(text, "\u00A0", " "), want) {
		t.Errorf("the calendar is %s", text)
	}
	for _, line := range []string{"SEQUENCE:3", "DTSTAMP:20260602T215901Z"} {
		if !strings.Contains(text, line) {
			t.Errorf("the calendar lacks %s: %s", line, text)
		}
	}
}

// Each thing that an author adds to tell of a change is a revision of the entry, and moves its stamp.
func TestEachChangeIsARevisionOfTheEntry(t *testing.T) {
	stamps, last := map[string]bool{}, -1
	for _, keys := range []string{
		"date: 2026-05-01 08:00\n", "date: 2026-05-01 08:00\nchanges: [{date: 2026-05-01, text: x}]\n",
		"date: 2026-05-01 08:00\nchanges: [{date: 2026-05-01, text: x}, {date: 2026-05-01, text: y}]\n",
		"date: 2026-05-01 08:00\nchanges: [{date: 2026-05-01, text: x}, {date: 2026-05-01, text: y}]\nupdated: 2026-05-01\nstatus: cancelled\n",
	} {
		s := newSample(t)
		s.content["meetings/a.md"] = file("---\ntitle: A\nstart: 2026-06-26\n" + keys + "---\n")
		table, _ := s.list(t)
		text := output(t, table, "/traffar/a/a.ics")
		n, err := strconv.Atoi(regexp.MustCompile(`SEQUENCE:(\d+)`).FindStringSubmatch(text)[1])
		if err != nil || n <= last {
			t.Errorf("with %q it is revision %d, after %d", keys, n, last)
		}
		last = n
		stamps[regexp.MustCompile(`DTSTAMP:\S+`).FindString(text)] = true
	}
	if len(stamps) != 4 {
		t.Errorf("the stamps are %v", stamps)
	}
}

// What nothing tells is not made up; the same text says the same on every machine and in every year.
func TestAMeetingIsAnnouncedByWhatTellsOfIt(t *testing.T) {
	const release = "---\ntitle: R\ndate: 2026-03-01 09:00\ncontacts: [anna-ek]\nmeetings: [a]\n---\nText.\n"
	for _, c := range []struct{ name, keys, release, want string }{
		{"nothing", "", "", ""},
		{"an update alone", "updated: 2026-04-01\n", "", ""},
		{"its first change", "changes: [{date: 2026-04-02, text: x}, {date: 2026-04-01, text: x}]\n", "", `"date_published":"2026-04-01T00:00:00+02:00"`},
		{"a release", "changes: [{date: 2026-02-01, text: x}]\n", release, `"date_published":"2026-03-01T09:00:00+01:00"`},
		{"its date", "date: 2026-02-01 10:00\n", release, `"date_published":"2026-02-01T10:00:00+01:00"`},
	} {
		s := newSample(t)
		s.templates = os.DirFS("../../templates")
		s.content["meetings/a.md"] = file("---\ntitle: A\nstart: 2026-06-26\n" + c.keys + "---\n")
		if c.release != "" {
			s.content["press/r.md"] = file(c.release)
		}
		table, _ := s.list(t)
		feed := output(t, table, "/traffar/feed.json")
		if got := regexp.MustCompile(`"date_published":"[^"]*"`).FindString(feed); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
