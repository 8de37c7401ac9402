package routes

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
)

// busy is a site with many releases of one contact about many meetings with one organisation, in one series.
func busy(t *testing.T, n int) *sample {
	t.Helper()
	s := newSample(t)
	s.templates = os.DirFS("../../templates")
	for i := range n {
		day := time.Date(2025, 1, 1+2*i, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
		s.content[fmt.Sprintf("meetings/m%03d.md", i)] = file(fmt.Sprintf("---\ntitle: Frukost %03d\nstart: %s\norganisations: [Handlarna]\nseries: Frukostar\nparticipants: [anna-ek]\n---\nText.\n", i, day))
		s.content[fmt.Sprintf("press/r%03d.md", i)] = file(fmt.Sprintf("---\ntitle: Nyhet %03d\ndate: %s\ncontacts: [anna-ek]\nmeetings: [m%03d]\n---\nText.\n", i, day, i))
	}
	return s
}

// Whatever there is of a contact, an organisation or a series is found from its page: the latest there, all of it behind
// one link, and none of it twice.
func TestEverythingOfSomeoneIsFoundFromTheirPage(t *testing.T) {
	const n = 120
	table, diags := busy(t, n).list(t)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	for _, page := range []string{"/kontakt/anna-ek/", "/organisationer/handlarna/", "/serier/frukostar/"} {
		first := output(t, table, page)
		if got := strings.Count(first, `<li class="item">`); got != contactItems {
			t.Errorf("%s shows %d releases, want %d", page, got, contactItems)
		}
		for _, list := range []string{"pressmeddelanden", "traffar"} {
			next, links := page+list+"/", 0
			if !strings.Contains(first, `<a href="`+next+`"`) {
				t.Errorf("%s does not link to %s", page, next)
			}
			seen := map[string]bool{}
			for next != "" {
				text := output(t, table, next)
				for _, rest := range strings.Split(text, `</span><a href="/`+list+`/`)[1:] {
					id, _, _ := strings.Cut(rest, "/")
					seen[id], links = true, links+1
				}
				_, rest, _ := strings.Cut(text, `" rel="next">`)
				if rest == "" {
					break
				}
				before, _, _ := strings.Cut(text, `" rel="next">`)
				next = before[strings.LastIndex(before, `"`)+1:]
			}
			if len(seen) != n || links != n {
				t.Errorf("%s leads to %d of %d in %s, in %d links", page, len(seen), n, list, links)
			}
		}
	}
	if _, isThere := table.Find("/amnen/"); isThere {
		t.Error("there is a list of topics, and no topics")
	}
}

// What is few stands on the page itself, and no list is made of it.
func TestAListOfEverythingIsMadeOnlyWhereThePageIsTooSmall(t *testing.T) {
	table, _ := busy(t, contactItems).list(t)
	for _, url := range []string{"/kontakt/anna-ek/pressmeddelanden/", "/organisationer/handlarna/traffar/"} {
		if _, isThere := table.Find(url); isThere {
			t.Errorf("%s is there", url)
		}
	}
}

// Who follows an organisation hears of its meetings and of what is written about them, and can put a series into the
// calendar.
func TestOrganisationsHaveFeedsAndSeriesCalendars(t *testing.T) {
	s := busy(t, 3)
	s.content["meetings/kommer.md"] = file("---\ntitle: Kommande\nstart: 2026-08-01 18:00\ndate: 2026-06-10\norganisations: [Bara träffar]\nseries: Frukostar\n---\nText.\n")
	table, diags := s.list(t)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	for url, wants := range map[string][]string{
		"/organisationer/":                       {`<a href="/organisationer/handlarna/">Handlarna</a>`, "3 pressmeddelanden, 3 träffar", `<a href="/organisationer/bara-traffar/">`},
		"/organisationer/handlarna/feed.xml":     {"Nyhet 000", "Frukost 002"},
		"/organisationer/handlarna/feed.json":    {"Nyhet 000", "Frukost 002"},
		"/organisationer/handlarna/":             {`href="/organisationer/handlarna/feed.xml"`, `href="/organisationer/handlarna/feed.json"`, "<h1>Träffar med Handlarna</h1>"},
		"/organisationer/bara-traffar/feed.json": {"Kommande"},
		"/en/organisations/handlarna/feed.xml":   {"Nyhet 000", "Frukost 002"},
		"/en/organisations/handlarna/":           {"<h1>Meetings with Handlarna</h1>"},
		"/serier/frukostar/kalender.ics":         {"sv:Frukost 000", "sv:Kommande"},
		"/serier/frukostar/":                     {`webcal://dialog.example.se/serier/frukostar/kalender.ics`},
		"/traffar/m000/":                         {`<a href="/organisationer/handlarna/">Handlarna</a>`, `<a href="/serier/frukostar/">Frukostar</a>`},
	} {
		page := output(t, table, url)
		for _, want := range wants {
			if !strings.Contains(page, want) {
				t.Errorf("%s lacks %s: %s", url, want, page)
			}
		}
	}
	if feed := output(t, table, "/organisationer/bara-traffar/feed.json"); strings.Contains(feed, "Nyhet") || strings.Contains(feed, "Frukost 0") {
		t.Errorf("the feed of one organisation tells of another: %s", feed)
	}
}
