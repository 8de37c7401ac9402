package workspace_test

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/routes"
	"alingsas.se/dialog/generator/site"
	"alingsas.se/dialog/generator/sitetest"
	"alingsas.se/dialog/generator/web"
	"alingsas.se/dialog/generator/workspace"
)

// A timeMachine makes one content folder's site as it is at any moment.
type timeMachine struct {
	t    *testing.T
	job  workspace.Job
	work *workspace.Workspace
}

func newTimeMachine(t *testing.T, folder string) *timeMachine {
	t.Helper()
	j := workspace.Job{Content: folder, Templates: "../../templates", Static: "../../static"}
	w, err := workspace.Open(j)
	if err != nil {
		t.Fatal(err)
	}
	if w.Read() != content.Everything {
		t.Fatal("nothing was read")
	}
	return &timeMachine{t, j, w}
}

func (m *timeMachine) at(moment time.Time) (*site.Site, web.Table) {
	m.t.Helper()
	m.job.Clock = moment
	a, err := m.work.Assemble(m.job)
	if err != nil || a.Diags.HasErrors() {
		m.t.Fatal(moment, err, a.Diags)
	}
	return a.Model, a.Table
}

// outputs gives the fingerprint of each file of the site, but of the one that says when it changes.
func (m *timeMachine) outputs(table web.Table) map[string][sha256.Size]byte {
	m.t.Helper()
	all := map[string][sha256.Size]byte{}
	for _, r := range table {
		if r.URL != routes.NextChangeURL {
			all[r.URL] = sha256.Sum256(render(m.t, r))
		}
	}
	return all
}

// differing lists the files that are not the same in both, or in one of them only.
func differing(a, b map[string][sha256.Size]byte) []string {
	var names []string
	for name, sum := range a {
		if other, isThere := b[name]; !isThere || other != sum {
			names = append(names, name)
		}
	}
	for name := range b {
		if _, isThere := a[name]; !isThere {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// What is public of the real content, as a reader would list it: the release from the first minute of its
// day, the meetings as what they are until the midnight after their last day. The clocks of Sweden went to
// summer time on 25 March 2012 at 02:00 and back on 28 October 2012 at 03:00; nothing of the content
// depends on that, and nothing may change then.
func TestRealContentFromMinuteToMinute(t *testing.T) {
	sitetest.Long(t)
	m := newTimeMachine(t, "../../content")
	zone := sitetest.Zone("Europe/Stockholm")
	at := func(text string) time.Time {
		moment, err := time.ParseInLocation("2006-01-02 15:04", text, zone)
		if err != nil {
			t.Fatal(err)
		}
		return moment
	}
	plain := func(moment time.Time) string {
		release, coming, past := "", "7", "0"
		if !moment.Before(at("2012-03-27 00:00")) {
			release = "kommunen-bjuder-in-till-dialog"
		}
		if !moment.Before(at("2012-04-04 00:00")) {
			coming, past = "0", "7"
		}
		return fmt.Sprintf("released: %s; coming: %s, undated: 1, past: %s", release, coming, past)
	}
	for _, around := range []string{"2012-03-27 00:00", "2012-04-02 00:00", "2012-04-04 00:00", "2012-03-25 02:00", "2012-10-28 03:00", "2026-11-25 00:00"} {
		minutes := 10
		if strings.Contains(around, "-25 02") || strings.Contains(around, "-28 03") {
			minutes = 90 // the hour that is skipped, and the one that comes twice
		}
		for minute := -minutes; minute <= minutes; minute++ {
			moment := at(around).Add(time.Duration(minute) * time.Minute)
			model, table := m.at(moment)
			for _, e := range model.Editions {
				var released []string
				for _, r := range e.Releases {
					released = append(released, r.ID)
				}
				got := fmt.Sprintf("released: %s; coming: %d, undated: %d, past: %d", strings.Join(released, " "), len(e.Coming), len(e.Undated), len(e.Past))
				if want := plain(moment); got != want {
					t.Errorf("%s, %s: %s, want %s", moment, e.Lang.Tag, got, want)
				}
			}
			_, isThere := table.Find("/pressmeddelanden/kommunen-bjuder-in-till-dialog/")
			if want := !moment.Before(at("2012-03-27 00:00")); isThere != want {
				t.Errorf("%s: the release has a page: %v, want %v", moment, isThere, want)
			}
		}
	}
}

// The walk goes from one moment that the site names as its next to the following. Just before it every file
// must be what it was, and at it at least one must differ: a scheduler that builds at these moments misses
// nothing and builds nothing in vain.
func TestASiteChangesWhenItSaysAndNeverElse(t *testing.T) {
	sitetest.Long(t)
	for _, walk := range []struct {
		folder, from string
		least        int // moments that the walk must find
	}{
		{"../../content", "2012-03-27T00:00:00+02:00", 0}, // earlier, its own page links to what is not public yet
		{"../testdata/looks/content", "2025-09-01T00:00:00+02:00", 15},
		{"../testdata/moments/content", "2026-03-01T00:00:00+01:00", 15},
	} {
		t.Run(walk.folder, func(t *testing.T) {
			m := newTimeMachine(t, walk.folder)
			moment, err := time.Parse(time.RFC3339, walk.from)
			if err != nil {
				t.Fatal(err)
			}
			var told []string
			for {
				model, table := m.at(moment)
				next := model.Next
				told = append(told, fmt.Sprint(next.At, next.Whys))
				if next.At.IsZero() || next.At.Year() > 2027 { // security.txt is renewed for ever
					break
				}
				now := m.outputs(table)
				_, before := m.at(next.At.Add(-time.Second))
				if names := differing(now, m.outputs(before)); len(names) > 0 {
					t.Errorf("between %s and a second before %s these change: %v", moment, next.At, names)
				}
				_, then := m.at(next.At)
				if names := differing(now, m.outputs(then)); len(names) == 0 {
					t.Errorf("at %s nothing changes, and %v was said", next.At, next.Whys)
				}
				moment = next.At
			}
			if len(told) <= walk.least {
				t.Errorf("the walk found %d moments, want more than %d:\n%s", len(told)-1, walk.least, strings.Join(told, "\n"))
			}
		})
	}
}

// What a site says of its next change must hold on a computer in any zone.
func TestTheNextMomentIsTheSameInEveryZone(t *testing.T) {
	m := newTimeMachine(t, "../testdata/moments/content")
	var first []byte
	for _, zone := range []string{"Europe/Stockholm", "Pacific/Auckland", "America/Los_Angeles", "UTC"} {
		_, table := m.at(time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC).In(sitetest.Zone(zone)))
		r, _ := table.Find(routes.NextChangeURL)
		data := render(t, r)
		if first == nil {
			first = data
		}
		if !bytes.Equal(data, first) {
			t.Errorf("in %s it is %s, in the first zone %s", zone, data, first)
		}
	}
}
