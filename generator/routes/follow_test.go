package routes

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func changingMeetings(t *testing.T) *sample {
	s := newSample(t)
	s.templates = os.DirFS("../../templates")
	s.static["assets/feed.css"] = file("feed{display:block}")
	for id, keys := range map[string]string{
		"oandrad":    "start: 2026-07-01",
		"installd":   "start: 2026-07-02\nstatus: cancelled\nseries: Frukostar\nchanges:\n  - {date: 2026-06-02, text: Ny lokal.}\n  - {date: 2026-06-04 10:00, text: Ingen kommer.}\n  - {date: 2026-06-02, text: Nytt kaffe.}\n  - {date: 2026-08-01, text: Hemligt än.}",
		"flyttad":    "start: 2026-07-03\nprevious_start: 2026-06-30\nupdated: 2026-06-03\nseries: Frukostar",
		"uppskjuten": "previous_start: 2026-07-04\nstatus: postponed\nupdated: 2026-06-01",
		"uppdaterad": "start: 2026-07-05\nupdated: 2026-05-30\nseries: Bara en",
		"utkast":     "start: 2026-07-06\ndraft: true\nseries: Hemlig\nchanges: [{date: 2026-06-05, text: Hemlig.}]",
		"odaterad":   "series: Senare",
	} {
		s.content["meetings/"+id+".md"] = file("---\ntitle: T " + id + "\n" + keys + "\n---\n\nBrödtext.\n")
	}
	s.content["meetings/installd.en.md"] = file("---\ntitle: Called off\nseries: Breakfasts\nchanges:\n  - {date: 2026-06-04 10:00, text: Nobody comes.}\n---\n\nText.\n")
	return s
}

// Each change of a meeting is one entry with a name of its own, newest first; nothing else is told.
func TestChangesOfMeetingsHaveAFeed(t *testing.T) {
	table, diags := changingMeetings(t).list(t)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	f := parseAtom(t, output(t, table, "/traffar/andringar/feed.xml"))
	var got []string
	for _, e := range f.Entries {
		got = append(got, strings.TrimPrefix(e.ID, "tag:dialog.example.se,2026:changes/")+" "+e.Published[:10]+" "+e.Title)
	}
	want := []string{
		"installd/2026-06-04T10.00 2026-06-04 INSTÄLLT: T installd", "flyttad/moved-2026-07-03 2026-06-03 Ändrat: T flyttad",
		"installd/2026-06-02 2026-06-02 INSTÄLLT: T installd", "installd/2026-06-02-2 2026-06-02 INSTÄLLT: T installd",
		"uppskjuten/postponed 2026-06-01 UPPSKJUTET: T uppskjuten", "uppdaterad/updated-2026-05-30 2026-05-30 Ändrat: T uppdaterad",
	}
	if !slices.Equal(got, want) {
		t.Errorf("the changes are\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if e := f.Entries[0]; e.Summary != "Ingen kommer." || !strings.Contains(e.Content.Value, "Ingen kommer.") || strings.Contains(e.Content.Value, "Ny lokal.") {
		t.Errorf("the newest change is told so: %+v", e)
	}
	english := parseAtom(t, output(t, table, "/en/meetings/changes/feed.xml"))
	if e := english.Entries[0]; e.Title != "CANCELLED: Called off" || e.Summary != "Nobody comes." {
		t.Errorf("in English: %+v", e)
	}
}

// A series has a calendar with its meetings and no others.
func TestASeriesHasACalendar(t *testing.T) {
	table, _ := changingMeetings(t).list(t)
	if c := output(t, table, "/serier/frukostar/kalender.ics"); strings.Count(c, "BEGIN:VEVENT") != 2 || !strings.Contains(c, "T flyttad") || !strings.Contains(c, "T installd") {
		t.Errorf("the calendar of a series is %s", c)
	}
	if c := output(t, table, "/en/series/breakfasts/calendar.ics"); strings.Count(c, "BEGIN:VEVENT") != 2 { // one is in Swedish
		t.Errorf("the English calendar is %s", c)
	}
	for _, url := range []string{"/serier/hemlig/kalender.ics", "/serier/senare/kalender.ics"} {
		if c := output(t, table, url); c != "" {
			t.Errorf("there is a calendar %s: %s", url, c)
		}
	}
}

// The page names every feed and every calendar that lists have, in both languages, and is found from everywhere.
func TestOnePageSaysHowOneFollows(t *testing.T) {
	s := changingMeetings(t)
	s.content["site.yaml"].Data = append(s.content["site.yaml"].Data, "newsletter: https://brev.example.se/\n"...)
	s.content["press/a.md"] = file("---\ntitle: A\ndate: 2026-06-01\ncontacts: [anna-ek]\ntopics: [Handel]\nregions: [Centrum]\n---\n\nText.\n")
	s.content["press/a.en.md"] = file("---\ntitle: B\ntopics: [Trade]\nregions: [Centre]\n---\n\nText.\n")
	table, diags := s.list(t)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	for url, page := range map[string]string{"/": output(t, table, "/folj/"), "/en/": output(t, table, "/en/follow/")} {
		for _, r := range table {
			isEnglish := strings.HasPrefix(r.URL, "/en/")
			isCalendar := strings.Contains(r.URL, "/kalender") || strings.Contains(r.URL, "/meetings/calendar")
			if isEnglish == (url == "/en/") && (strings.HasSuffix(r.URL, atomName) || isCalendar) && !strings.Contains(page, `href="`+r.URL+`"`) {
				t.Errorf("the page of %s does not lead to %s", url, r.URL)
			}
		}
		for _, want := range []string{
			"webcal://dialog.example.se/", "https://calendar.google.com/calendar/r?cid=webcal", "https://outlook.live.com/calendar/0/addfromweb?url=https", "https://outlook.office.com/calendar/0/addfromweb?", "https://brev.example.se/",
		} {
			if !strings.Contains(page, want) {
				t.Errorf("the page of %s lacks %s: %s", url, want, page)
			}
		}
		if strings.Contains(page, "Hemlig") {
			t.Errorf("the page of %s tells of what is withheld", url)
		}
	}
	for _, url := range []string{"/", "/kontakt/", "/traffar/", "/amnen/handel/", "/404.html"} {
		if !strings.Contains(output(t, table, url), `href="/folj/"`) {
			t.Errorf("%s does not lead to the page", url)
		}
	}
	if feed := output(t, table, "/amnen/handel/feed.xml"); !strings.Contains(feed, `<?xml-stylesheet type="text/css" href="/assets/feed.`) || !strings.Contains(feed, `<a href="https://dialog.example.se/folj/">`) {
		t.Errorf("a feed does not explain itself: %s", feed)
	}
}

// Where nothing can be followed, no page says how, and none leads there.
func TestNothingToFollowHasNoPage(t *testing.T) {
	s := newSample(t)
	s.templates = os.DirFS("../../templates")
	table, _ := s.list(t)
	for _, r := range table {
		if strings.Contains(r.URL, "folj") || strings.Contains(output(t, table, r.URL), "/folj/") || strings.Contains(r.URL, "feed") {
			t.Errorf("%s is there, or leads there", r.URL)
		}
	}
}

// Whoever changes the design tokens changes feeds in a browser, too: their style sheet has none of its own.
func TestFeedsAreShownInTheTokensOfTheSite(t *testing.T) {
	s := changingMeetings(t)
	s.static["assets/site.css"] = file(":root{--accent:#123456}")
	table, _ := s.list(t)
	feed := output(t, table, "/traffar/feed.xml")
	site, own := strings.Index(feed, "/assets/site."), strings.Index(feed, "/assets/feed.")
	if site < 0 || own < site {
		t.Errorf("the site's style sheet does not stand before the feed's: %.300s", feed)
	}
	sheet, err := os.ReadFile("../../static/assets/feed.css")
	if err != nil || regexp.MustCompile(`--[a-z-]+:`).Match(sheet) {
		t.Errorf("feed.css has tokens of its own (%v)", err)
	}
}
