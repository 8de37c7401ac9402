package routes

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"alingsas.se/dialog/generator/web"
	"github.com/mmcdole/gofeed"
	"github.com/mmcdole/gofeed/atom"
	"github.com/mmcdole/gofeed/json"
)

// manyReleases is a site of n releases, oldest first, half of them translated: one a day, all under one topic. The
// third was withdrawn and the fifth corrected. What is withheld lies among them.
func manyReleases(t testing.TB, n int) *sample {
	s := newSample(t)
	s.templates = os.DirFS("../../templates")
	for i := 1; i <= n; i++ {
		more := map[int]string{3: "withdrawn: {date: 2026-06-01, reason: Allt var fel.}\n", 5: "corrections: [{date: 2026-06-02, text: Fel tal.}]\n"}[i]
		s.addRelease(i, more)
		if i%2 == 0 {
			s.content[fmt.Sprintf("press/r%03d.en.md", i)] = file(fmt.Sprintf("---\ntitle: Release %03d\ntopics: [Trade]\n---\n\nText.\n", i))
		}
	}
	for id, state := range map[string]string{"utkast": "date: 2024-03-01\ndraft: true", "embargo": "date: 2027-01-01", "borttagen": "date: 2024-03-02\nexpires: 2024-03-03"} {
		s.content["press/"+id+".md"] = file("---\ntitle: Hemlig " + id + "\n" + state + "\ncontacts: [anna-ek]\ntopics: [Handel]\n---\n\nText.\n")
	}
	return s
}

func (s *sample) addRelease(i int, more string) {
	day := fmt.Sprintf("%d-%02d-%02d", 2020+(i-1)/336, 1+(i-1)/28%12, 1+(i-1)%28)
	s.content[fmt.Sprintf("press/r%03d.md", i)] = file(fmt.Sprintf("---\ntitle: Nyhet %03d\ndate: %s\ncontacts: [anna-ek]\ntopics: [Handel]\n%s---\n\nIngress %03d.\n\nMer text.\n", i, day, more, i))
}

// numberOf is the number in the id of a release of manyReleases.
func numberOf(t *testing.T, id string) int {
	t.Helper()
	var n int
	if _, err := fmt.Sscanf(id[strings.LastIndexByte(id, '/')+1:], "r%d", &n); err != nil {
		t.Fatalf("what is %s?", id)
	}
	return n
}

// walkBack reads a feed and its archives as a reader does who knows none of them: address by address, newest first.
func walkBack(t *testing.T, table web.Table, url string, read func(text string) (ids []string, older string)) (addresses []string, found [][]int) {
	t.Helper()
	for url != "" {
		if slices.Contains(addresses, url) {
			t.Fatalf("%s comes twice: %v", url, addresses)
		}
		ids, older := read(output(t, table, url))
		var numbers []int
		for _, id := range ids {
			numbers = append(numbers, numberOf(t, id))
		}
		addresses, found = append(addresses, url), append(found, numbers)
		url = strings.TrimPrefix(older, "https://dialog.example.se")
	}
	return addresses, found
}

func readAtom(t *testing.T) func(string) ([]string, string) {
	return func(text string) (ids []string, older string) {
		f := parseAtom(t, text)
		for _, e := range f.Entries {
			ids = append(ids, e.ID)
		}
		return ids, linkOf(f, "prev-archive")
	}
}

func parseAtom(t *testing.T, text string) *atom.Feed {
	t.Helper()
	f, err := (&atom.Parser{}).Parse(strings.NewReader(text))
	if err != nil {
		t.Fatalf("%v in %q", err, text)
	}
	return f
}

func linkOf(f *atom.Feed, rel string) string {
	for _, l := range f.Links {
		if l.Rel == rel {
			return l.Href
		}
	}
	return ""
}

func readJSON(t *testing.T) func(string) ([]string, string) {
	return func(text string) (ids []string, older string) {
		f, err := (&json.Parser{}).Parse(strings.NewReader(text))
		if err != nil {
			t.Fatalf("%v in %q", err, text)
		}
		for _, item := range f.Items {
			ids = append(ids, item.ID)
		}
		return ids, f.NextURL
	}
}

// Whoever follows the links back comes to the first release, and meets each in one place: in one archive, or, as long
// as it is in none, in the feed. What was changed last is in the feed too.
func TestArchivesLeadBackToTheFirstRelease(t *testing.T) {
	const n = 147
	table, diags := manyReleases(t, n).list(t)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	for _, list := range []string{"/", "/amnen/handel/", "/en/", "/en/topics/trade/"} {
		for _, read := range []struct {
			name string
			how  func(string) ([]string, string)
		}{{atomName, readAtom(t)}, {jsonName, readJSON(t)}} {
			addresses, found := walkBack(t, table, list+read.name, read.how)
			want := []string{list + read.name, list + "feed/121-140." + read.name, list + "feed/101-120." + read.name, list + "feed/1-100." + read.name}
			if !slices.Equal(addresses, want) {
				t.Errorf("%s is read at %v, want %v", list, addresses, want)
			}
			var archived []int
			for _, numbers := range found[1:] {
				archived = append(archived, numbers...)
			}
			inFeedAlone := slices.DeleteFunc(slices.Clone(found[0]), func(n int) bool { return slices.Contains(archived, n) })
			all := slices.Concat(inFeedAlone, archived)
			for i, number := range all {
				if number != n-i {
					t.Fatalf("%s%s: place %d has release %d: %v", list, read.name, i, number, all)
				}
			}
			if len(all) != n || !slices.Contains(found[0], 3) || !slices.Contains(found[0], 5) {
				t.Errorf("%s%s: %d releases, want %d, and what was changed last in the feed: %v", list, read.name, len(all), n, found[0])
			}
		}
	}
	for _, r := range table {
		if strings.Contains(r.URL, "/feed") && strings.Contains(output(t, table, r.URL), "Hemlig") {
			t.Errorf("%s tells of what is withheld", r.URL)
		}
	}
}

// What stands in an archive is true today.
func TestArchivesTellWhatBecameOfARelease(t *testing.T) {
	table, _ := manyReleases(t, 60).list(t)
	f := parseAtom(t, output(t, table, "/feed/1-20.feed.xml"))
	withdrawn, corrected, plain := f.Entries[17], f.Entries[15], f.Entries[19]
	for got, want := range map[string]string{
		withdrawn.Title: "ÅTERKALLAT: Nyhet 003", corrected.Title: "Rättat: Nyhet 005", corrected.Updated[:10]: "2026-06-02",
		plain.Title: "Nyhet 001", plain.Links[0].Href: "https://dialog.example.se/pressmeddelanden/r001/",
	} {
		if got != want {
			t.Errorf("an archive says %q, want %q", got, want)
		}
	}
	english := parseAtom(t, output(t, table, "/en/feed/1-20.feed.xml"))
	if first, second := english.Entries[19], english.Entries[18]; first.Title != "Nyhet 001 (in Swedish)" || second.Title != "Release 002" || second.Links[0].Href != "https://dialog.example.se/en/press/r002/" {
		t.Errorf("the English archive begins with %+v, %+v", first, second)
	}
	feed := parseAtom(t, output(t, table, "/feed.xml"))
	for name, pair := range map[string][2]string{
		"the archive's feed": {linkOf(f, "current"), "https://dialog.example.se/feed.xml"}, "its successor": {linkOf(f, "next-archive"), "https://dialog.example.se/feed/21-40.feed.xml"},
		"its own address": {linkOf(f, "self"), "https://dialog.example.se/feed/1-20.feed.xml"}, "its id": {f.ID, feed.ID}, "the feed's archive": {linkOf(feed, "prev-archive"), "https://dialog.example.se/feed/41-60.feed.xml"},
		"the feed's feed": {linkOf(feed, "current"), ""},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%s is %q, want %q", name, pair[0], pair[1])
		}
	}
	if _, isArchive := f.Extensions["fh"]; !isArchive && !strings.Contains(output(t, table, "/feed/1-20.feed.xml"), `<archive xmlns="http://purl.org/syndication/history/1.0">`) {
		t.Error("an archive does not say that it is one")
	}
	if strings.Contains(output(t, table, "/feed.xml"), "syndication/history") {
		t.Error("the feed says that it is an archive")
	}
}

// A reader that has kept an archive has kept what is there today, however many releases came since.
func TestWhatIsInAnArchiveStaysThere(t *testing.T) {
	s := manyReleases(t, 19)
	before := map[string]string{}
	for n := 20; n <= 225; n++ {
		s.addRelease(n, "")
		if n%smallArchive > 1 { // between, nothing is archived: the test after this one looks there
			continue
		}
		table, _ := s.list(t)
		now, last := map[string]string{}, 0
		for _, r := range table {
			if from, to, ok := archiveSpan(r.URL); ok && strings.HasSuffix(r.URL, atomName) {
				now[r.URL], last = output(t, table, r.URL), max(last, to)
				if ids, _ := readAtom(t)(now[r.URL]); len(ids) != to-from+1 || numberOf(t, ids[0]) != to {
					t.Errorf("with %d releases %s holds %v", n, r.URL, ids)
				}
			}
		}
		if n > feedEntries && last != n-n%smallArchive {
			t.Errorf("of %d releases %d are archived", n, last)
		}
		for url, text := range now {
			if old, isThere := before[url]; isThere && old != text && withoutNewer(old) != withoutNewer(text) {
				t.Errorf("with release %d %s changed:\n%s\n%s", n, url, old, text)
			}
		}
		before = now
	}
	if _, isThere := before["/feed/101-200.feed.xml"]; !isThere || len(before) != 4*3 { // of two lists in two languages
		t.Errorf("in the end there are %d archives", len(before))
	}
}

// archiveSpan reads the address of an archive.
func archiveSpan(url string) (from, to int, ok bool) {
	i := strings.Index(url, "/"+archiveFolder)
	if i < 0 {
		return 0, 0, false
	}
	_, err := fmt.Sscanf(url[i+len(archiveFolder)+1:], "%d-%d.", &from, &to)
	return from, to, err == nil
}

// withoutNewer takes out the link to the next archive, which the last one gets when there is one.
func withoutNewer(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		if !strings.Contains(line, "next-archive") {
			b.WriteString(line)
		}
	}
	return b.String()
}

// A release that comes changes the feed, and, of the archives, none that has a successor.
func TestArchivesBehindTheLastKeepTheirBytes(t *testing.T) {
	for _, n := range []int{41, 59, 60, 99, 119, 139} {
		s := manyReleases(t, n)
		table, _ := s.list(t)
		s.addRelease(n+1, "")
		then, _ := s.list(t)
		same := 0
		for _, r := range table {
			_, to, ok := archiveSpan(r.URL)
			if _, isThere := then.Find(r.URL); !ok || !isThere || to == n-n%smallArchive || to == middleArchive && n < 2*middleArchive {
				continue
			}
			same++
			if a, b := output(t, table, r.URL), output(t, then, r.URL); a != b {
				t.Errorf("release %d changes %s", n+1, r.URL)
			}
		}
		if same == 0 && n < 99 {
			t.Errorf("with %d releases nothing was compared", n)
		}
	}
}

// General readers take an archive for a feed.
func TestArchivesAreFeeds(t *testing.T) {
	table, _ := manyReleases(t, 45).list(t)
	for _, url := range []string{"/feed/1-20.feed.xml", "/feed/21-40.feed.json"} {
		f, err := gofeed.NewParser().Parse(bytes.NewReader([]byte(output(t, table, url))))
		if err != nil || len(f.Items) != smallArchive || f.UpdatedParsed == nil && strings.HasSuffix(url, "xml") {
			t.Errorf("%s: %v, %v", url, f, err)
		}
	}
}
