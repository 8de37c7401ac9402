package workspace_test

import (
	"bytes"
	"encoding/json"
	"net/url"
	"strings"
	"testing"

	"alingsas.se/dialog/generator/web"
	"github.com/emersion/go-ical"
	"github.com/mmcdole/gofeed"
	"golang.org/x/net/html"
)

// The real site's output is read here by programs that did not write it.

// outputs renders every route of the real site, by URL.
func outputs(t *testing.T) (web.Table, map[string][]byte) {
	t.Helper()
	table := realSite(t, goldenNow)
	all := make(map[string][]byte, len(table))
	for _, r := range table {
		all[r.URL] = render(t, r)
	}
	return table, all
}

const base = "https://dialog.example.se"

func TestEveryCalendarCanBeRead(t *testing.T) {
	_, all := outputs(t)
	uids := map[string]string{} // by address of the event
	calendars := 0
	for address, data := range all {
		if !strings.HasSuffix(address, ".ics") {
			continue
		}
		calendars++
		calendar, err := ical.NewDecoder(bytes.NewReader(data)).Decode()
		if err != nil {
			t.Errorf("%s: %v", address, err)
			continue
		}
		for _, event := range calendar.Events() {
			uid, page := event.Props.Get(ical.PropUID).Value, event.Props.Get(ical.PropURL).Value
			if known, ok := uids[page]; ok && known != uid {
				t.Errorf("%s: %s has the UID %s here and %s elsewhere", address, page, uid, known)
			}
			uids[page] = uid
			start, end := event.Props.Get(ical.PropDateTimeStart).Value, event.Props.Get(ical.PropDateTimeEnd).Value
			if start != "20120402" || end != "20120404" {
				t.Errorf("%s: 2–3 April is %s to %s, want 20120402 to 20120404: the end is exclusive", address, start, end)
			}
			if _, ok := all[strings.TrimPrefix(page, base)]; !ok {
				t.Errorf("%s: there is no page %s", address, page)
			}
		}
	}
	// Seven dated meetings, the series and all of them together, in two languages; the open evening has no date.
	if calendars != 18 {
		t.Errorf("%d calendars, want 18", calendars)
	}
}

func TestEveryFeedCanBeRead(t *testing.T) {
	_, all := outputs(t)
	feeds := 0
	for address, data := range all {
		if !strings.HasSuffix(address, "feed.xml") && !strings.HasSuffix(address, "feed.json") {
			continue
		}
		feeds++
		feed, err := gofeed.NewParser().ParseString(string(data))
		if err != nil {
			t.Errorf("%s: %v", address, err)
			continue
		}
		if feed.FeedLink != base+address {
			t.Errorf("%s says that it is at %s", address, feed.FeedLink)
		}
		want := 1 // the release, in every list
		if strings.Contains(address, "traffar") || strings.Contains(address, "meetings") {
			want = 8
		}
		if strings.Contains(address, "organisat") {
			want = 2 // and the meeting with them
		}
		if strings.Contains(address, "andringar") || strings.Contains(address, "changes") {
			want = 0 // as long as no meeting was changed
		}
		if len(feed.Items) != want {
			t.Errorf("%s has %d entries, want %d", address, len(feed.Items), want)
			continue
		}
		if want == 0 {
			continue
		}
		entry := feed.Items[0]
		if _, ok := all[strings.TrimPrefix(entry.Link, base)]; !ok {
			t.Errorf("%s: there is no page %s", address, entry.Link)
		}
		if !strings.HasPrefix(entry.GUID, "tag:dialog.example.se,2026:") {
			t.Errorf("%s: the id %s is no tag that stays", address, entry.GUID)
		}
		if entry.PublishedParsed == nil || entry.PublishedParsed.UTC().Format("2006-01-02 15:04") != "2012-03-26 22:00" {
			t.Errorf("%s: published %v, want midnight of 27 March in Stockholm", address, entry.PublishedParsed)
		}
	}
	// Releases, meetings, changes, a topic, a region, seven organisations and a series, in two forms and two languages.
	if feeds != 52 {
		t.Errorf("%d feeds, want 52", feeds)
	}
}

func TestEveryLinkOfThePagesLeadsSomewhere(t *testing.T) {
	table, all := outputs(t)
	ids := map[string]map[string]bool{}
	docs := map[string]*html.Node{}
	for _, r := range table {
		if !r.IsPage() {
			continue
		}
		doc, err := html.Parse(bytes.NewReader(all[r.URL]))
		if err != nil {
			t.Errorf("%s: %v", r.URL, err)
			continue
		}
		docs[r.URL], ids[r.URL] = doc, map[string]bool{}
		for n := range doc.Descendants() {
			if id := attr(n, "id"); id != "" {
				if ids[r.URL][id] {
					t.Errorf("%s: the id %q stands twice", r.URL, id)
				}
				ids[r.URL][id] = true
			}
		}
	}
	for page, doc := range docs {
		for n := range doc.Descendants() {
			for _, key := range []string{"href", "src"} {
				if target := attr(n, key); target != "" {
					checkTarget(t, all, ids, page, target)
				}
			}
		}
	}
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func checkTarget(t *testing.T, all map[string][]byte, ids map[string]map[string]bool, page, target string) {
	t.Helper()
	u, err := url.Parse(strings.TrimPrefix(target, base))
	switch {
	case err != nil:
		t.Errorf("%s: %q is no address: %v", page, target, err)
		return
	case u.Scheme != "":
		return
	case u.Path == "":
		u.Path = page
	}
	if _, ok := all[u.Path]; !ok {
		t.Errorf("%s: %s does not exist", page, target)
	}
	if u.Fragment != "" && !ids[u.Path][u.Fragment] {
		t.Errorf("%s: %s has no such place", page, target)
	}
}

func TestStructuredDataOfEveryPageIsJSON(t *testing.T) {
	table, all := outputs(t)
	types := map[string]int{}
	for _, r := range table {
		if !r.IsPage() {
			continue
		}
		doc, err := html.Parse(bytes.NewReader(all[r.URL]))
		if err != nil {
			t.Fatal(err)
		}
		for n := range doc.Descendants() {
			if n.Data != "script" || attr(n, "type") != "application/ld+json" {
				continue
			}
			var data struct {
				Context string           `json:"@context"`
				Graph   []map[string]any `json:"@graph"`
			}
			if err := json.Unmarshal([]byte(n.FirstChild.Data), &data); err != nil {
				t.Errorf("%s: %v", r.URL, err)
			}
			if data.Context != "https://schema.org" {
				t.Errorf("%s: @context is %q", r.URL, data.Context)
			}
			for _, node := range data.Graph {
				types[node["@type"].(string)]++
			}
		}
	}
	want := map[string]int{"NewsArticle": 2, "Event": 14, "Person": 6, "GovernmentOrganization": 4}
	for name, n := range want {
		if types[name] != n {
			t.Errorf("%d nodes of type %s, want %d", types[name], name, n)
		}
	}
}
