package intake

import (
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/locale"
	"alingsas.se/dialog/generator/sitetest"
)

// The project's content was made by hand from the text of a newsroom. What it holds, but for its names and the notes of
// its editors, an import of that text gives, too.
func TestTheProjectsContentIsWhatAnImportOfItsSourceGives(t *testing.T) {
	own, _ := load(os.DirFS(sitetest.Project + "/content"))
	release := own.Releases[0]
	text := sourceOf(own)
	about := own.Settings.Organisation.About.In("sv", "sv")
	set, _ := load(fstest.MapFS{"site.yaml": {Data: []byte("title: Dialog\nbase_url: https://dialog.example.se\norganisation:\n  name: Alingsås kommun\n  about: |\n    " + strings.TrimSpace(about) + "\n")}})
	made := Import(set, []Source{{File: "källa.txt", Data: []byte(text)}}, Options{Now: sitetest.Now, Date: locale.Date{Time: time.Date(2012, 3, 27, 0, 0, 0, 0, set.Settings.Zone)}})
	site := fstest.MapFS{}
	for _, f := range made.Files {
		site[f.Name] = &fstest.MapFile{Data: f.Data()}
	}
	got, _ := load(site)

	if len(got.Releases) != 1 {
		t.Fatalf("%d releases are made", len(got.Releases))
	}
	r := got.Releases[0]
	if r.Title != release.Title || r.Lead != release.Lead || !slices.Equal(r.Topics, release.Topics) || !slices.Equal(r.Regions, release.Regions) {
		t.Errorf("the release has\n%q %q %q %q\nwant\n%q %q %q %q", r.Title, r.Lead, r.Topics, r.Regions, release.Title, release.Lead, release.Topics, release.Regions)
	}
	if a, b := bodyOf(&r.Item), bodyOf(&release.Item); a != b {
		t.Errorf("its text is\n%s\nwant\n%s", a, b)
	}
	if a, b := contactsOf(got), contactsOf(own); !slices.Equal(a, b) {
		t.Errorf("contacts: %q, want %q", a, b)
	}
	if a, b := meetingsOf(got), meetingsOf(own); !slices.Equal(a, b) {
		t.Errorf("fact sheets:\n%s\nwant\n%s", strings.Join(a, "\n"), strings.Join(b, "\n"))
	}
}

// sourceOf writes the project's release as the newsroom had it: with its hyphens, and all in one text.
func sourceOf(own *content.Set) string {
	r := own.Releases[0]
	body := strings.NewReplacer("\n– ", "\n   - ", "## ", "", "2–3", "2-3").Replace(bodyOf(&r.Item))
	c := own.Contacts[0]
	return "Pressmeddelande -\n\n" + r.Title + "\n\n" + r.Lead + "\n\n" + body + "\n\n \n\nKontakt\n\n" + c.Name + ", " + c.Role +
		"\n\ntfn: " + c.Phone.Text + "\n\nmail: " + c.Email + "\n\nÄmnen\n\n  • " + r.Topics[0] + "\n\nRegioner\n\n  • " + r.Regions[0] +
		"\n\n\n" + own.Settings.Organisation.About.In("sv", "sv")
}

func bodyOf(i *content.Item) string {
	s := i.Body.Text().Source()
	return strings.TrimSpace(string(s.Data[s.Offset:]))
}

func contactsOf(set *content.Set) (all []string) {
	for _, c := range set.Contacts {
		if c.Original() == &c.Item {
			all = append(all, strings.Join([]string{c.ID, c.Name, c.Role, c.Phone.Text, c.Email}, "|"))
		}
	}
	return all
}

// meetingsOf tells what fact sheets say, but for what an editor wrote: for whom the open evening is, and its name.
func meetingsOf(set *content.Set) (all []string) {
	for _, m := range set.Meetings {
		if m.Original() != &m.Item {
			continue
		}
		var who []string
		for _, p := range append(m.Participants, m.Contacts...) {
			who = append(who, p.ID)
		}
		all = append(all, strings.Join([]string{m.Title, m.Start.Machine(), m.End.Machine(), m.TimeNote, m.Series, strings.Join(m.Organisations, "+"), strings.Join(who, "+"),
			strings.Join(m.Topics, "+"), strings.Join(m.Regions, "+")}, "|"))
	}
	slices.Sort(all)
	return all
}
