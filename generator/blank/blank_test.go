package blank

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
)

var now = time.Date(2026, 11, 28, 12, 0, 0, 0, time.UTC)

const (
	settings  = "title: {sv: Dialog, en: Dialogue}\nbase_url: https://dialog.example.se\nlanguages: [sv, en]\norganisation: {name: Exempel kommun}\n"
	statement = "status: full\nassessed: 2026-01-01\nupdated: 2026-01-01\nmethod: {sv: A, en: A}\nfeedback: {url: https://www.example.se}\n"
)

// folderWith has an item of each kind, and more files.
func folderWith(files map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for name, text := range map[string]string{
		"site.yaml": settings, "accessibility.yaml": statement,
		"contacts/anna-exempel.md": "---\nname: Anna Exempel\nrole: chef, \"näringsliv\"\nemail: anna@example.com\npress: true\n---\n",
		"contacts/bo-borta.md":     "---\nname: Bo Borta\nrole: chef\nleft: 2026-01-01\n---\n",
		"contacts/ada-forst.md":    "---\nname: Ada Först\nrole: chef\n---\n",
		"meetings/kvall.md": "---\ntitle: \"Kväll: ett\"\nstart: 2026-10-01 18:00\nend: 2026-10-02 01:00\nstatus: confirmed\nplace:\n  name: Stora salen\n  # hiss finns\n  access: \"Utan trappor, med hiss: ja\"\n" +
			"registration:\n  email: anna@example.com\n  deadline: 2026-09-28\n  note: Skriv, om du vill.\ncontacts: [anna-exempel]\ntopics: [Näringsliv, \"A: B\"]\nseries: Kvällar\nchanges: [{date: 2026-09-01, text: Ny sal.}]\nimages: [{file: a.jpg, alt: Sal}]\n---\n\nText.\n",
		"meetings/a.jpg":                 "",
		"press/2026-01-02-nytt.md":       "---\ntitle: Nytt\ndate: 2026-01-02\nlead: \"Det: här\"\nkind: statement\ncontacts: [anna-exempel]\ntopics: [Näringsliv]\nwithdrawn: {date: 2026-01-03, reason: Fel.}\n---\n\nText.\n",
		"press/2026-01-04-mapp/index.md": "---\ntitle: Mapp\ndate: 2026-01-04\n---\n\nText.\n",
		"pages/om.md":                    "---\ntitle: Om\nmenu: main\n---\n\nText.\n",
	} {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

func load(fsys fstest.MapFS) (*content.Set, diag.List) {
	set, diags, _ := content.NewLoader(fsys, "content").Load()
	return set, set.Heard(diags)
}

func TestWishes(t *testing.T) {
	for _, test := range []struct {
		name  string
		wish  Wish
		files []string
		has   []string // in the first file
		lacks []string
	}{
		{"a release", Wish{Kind: "press", Title: "Kommunen bygger: Åtta  broar & en väg"}, []string{"press/2026-11-28-kommunen-bygger-atta-broar-och-en-vag.md"},
			[]string{"title: \"Kommunen bygger: Åtta broar & en väg\"\n", "\ndate: 2026-11-28\n", "\ndraft: true\n", "# Finns: anna-exempel (Anna Exempel, chef, \"näringsliv\"), ada-forst", "\n# contacts: []\n", "# Finns: Näringsliv, A: B", "# Till exempel: 2027-09-03"},
			[]string{"bo-borta", "corrections", "# Finns: kvall"}},
		{"a release of another day", Wish{Kind: "press", Title: "Nytt igen", Dates: []string{"2026-12-01 08:00"}}, []string{"press/2026-12-01-nytt-igen.md"}, []string{"\ndate: 2026-12-01 08:00\n"}, nil},
		{"a release like another", Wish{Kind: "press", Title: "Nytt 2", From: "nytt"}, []string{"press/2026-11-28-nytt-2.md"},
			[]string{"\nkind: statement\n", "\ncontacts: [anna-exempel]\n", "\ntopics: [Näringsliv]\n", "\n# lead:\n"}, []string{"withdrawn", "2026-01"}},
		{"like a file in a folder", Wish{Kind: "press", Title: "Nytt 2", From: "content/press/2026-01-04-mapp/index.md"}, []string{"press/2026-11-28-nytt-2.md"}, nil, nil},
		{"a meeting", Wish{Kind: "meeting", Title: "Öppet hus"}, []string{"meetings/oppet-hus.md"}, []string{"\n# start:\n", "\n# place:\n"}, []string{"\nstart", "previous_start"}},
		{"a meeting of a day", Wish{Kind: "meetings", Title: "Öppet hus", Dates: []string{"2026-12-01"}}, []string{"meetings/oppet-hus.md"}, []string{"\nstart: 2026-12-01\n", "deadline: 2026-11-27}\n"}, []string{"\nseries:"}},
		{"three evenings", Wish{Kind: "meeting", Title: "Kväll", Dates: []string{"2026-12-01", "2026-12-08 19:00", "2026-12-15"}, From: "kvall"},
			[]string{"meetings/kvall-2026-12-01.md", "meetings/kvall-2026-12-08.md", "meetings/kvall-2026-12-15.md"},
			[]string{"\nstart: 2026-12-01 18:00\nend: 2026-12-02 01:00\n", "\nplace: {name: Stora salen, access: \"Utan trappor, med hiss: ja\"}\n",
				"\nregistration: {email: anna@example.com, note: \"Skriv, om du vill.\"}\n", "\ntopics: [Näringsliv, \"A: B\"]\n", "\nseries: Kvällar\n"},
			[]string{"confirmed\n---", "\nstatus", "2026-09", "Ny sal", "a.jpg", "Text."}},
		{"evenings without an example", Wish{Kind: "meeting", Title: "Ny: kväll", Dates: []string{"2026-12-01", "2026-12-08"}},
			[]string{"meetings/ny-kvall-2026-12-01.md", "meetings/ny-kvall-2026-12-08.md"}, []string{"\nseries: \"Ny: kväll\"\n"}, nil},
		{"a meeting of the same name", Wish{Kind: "meeting", Title: "Kväll", Dates: []string{"2026-12-01"}, From: "kvall"}, []string{"meetings/kvall-2026-12-01.md"}, nil, nil},
		{"a contact", Wish{Kind: "contact", Title: "Åsa Öberg, vd: allt"}, []string{"contacts/asa-oberg.md"}, []string{"name: Åsa Öberg\n", "\nrole: \"vd: allt\"\n", "\n# phone:\n"}, []string{"\nphone"}},
		{"a contact without a role", Wish{Kind: "contact", Title: "Åsa Öberg"}, []string{"contacts/asa-oberg.md"}, []string{"\nrole:\n"}, nil},
		{"a page", Wish{Kind: "page", Title: "2026"}, []string{"pages/2026.md"}, []string{"title: \"2026\"\n", "\n# menu:\n"}, nil},
		{"a page like another", Wish{Kind: "page", Title: "Om oss", From: "om"}, []string{"pages/om-oss.md"}, []string{"\nmenu: main\n"}, nil},
		{"a translation", Wish{Kind: "meeting", Title: "kvall", Language: "en"}, []string{"meetings/kvall.en.md"},
			[]string{"# sv: \"Kväll: ett\"\ntitle:\n", "# sv: [Näringsliv, \"A: B\"]\ntopics:\n", "# sv: Kvällar\nseries:\n", "# sv: [{date: 2026-09-01, text: Ny sal.}]\nchanges:\n", "# sv: [{file: a.jpg, alt: Sal}]\nimages:\n", "\ndraft: true\n"},
			[]string{"\nstart", "contacts", "place"}},
		{"a translation of what is in a folder", Wish{Kind: "press", Title: "mapp", Language: "en"}, []string{"press/2026-01-04-mapp/index.en.md"}, nil, nil},
		{"a translation of a lead", Wish{Kind: "press", Title: "press/2026-01-02-nytt.md", Language: "en"}, []string{"press/2026-01-02-nytt.en.md"}, []string{"# sv: \"Det: här\"\nlead:\n"}, nil},
		{"a long title", Wish{Kind: "page", Title: strings.Repeat("abcdefghi ", 20)}, []string{"pages/abcdefghi-abcdefghi-abcdefghi-abcdefghi-abcdefghi-abcdefghi.md"}, nil, nil},
		{"odd signs", Wish{Kind: "page", Title: "- \"Ett\" # två\n\\ [tre]"}, []string{"pages/ett-tva-tre.md"}, nil, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			fsys := folderWith(nil)
			set, _ := load(fsys)
			test.wish.Now = now
			files, err := Make(set, test.wish)
			if err != nil {
				t.Fatalf("%v", diag.AsFailure(err))
			}
			var names []string
			for _, f := range files {
				names = append(names, f.Name)
			}
			if !slices.Equal(names, test.files) {
				t.Errorf("files %q, want %q", names, test.files)
			}
			for _, part := range test.has {
				if !bytes.Contains(files[0].Text, []byte(part)) {
					t.Errorf("lacks %q:\n%s", part, files[0].Text)
				}
			}
			for _, part := range test.lacks {
				if bytes.Contains(files[0].Text, []byte(part)) {
					t.Errorf("has %q:\n%s", part, files[0].Text)
				}
			}
			wantRight(t, fsys, files)
		})
	}
}

// wantRight tells whether files are in house form and load without errors: as they are, without their comments, and with
// each key that stands in a comment.
func wantRight(t *testing.T, fsys fstest.MapFS, files []File) {
	t.Helper()
	house := content.NewHouse(fsys, "content")
	for _, f := range files {
		if formed, faults := house.Form(f.Name, f.Text); !bytes.Equal(formed, f.Text) || faults.HasErrors() {
			t.Errorf("not in house form: %v\n%s", faults, formed)
		}
		fsys[f.Name] = &fstest.MapFile{Data: f.Text}
	}
	wantNoErrors(t, fsys, "as they are")
	for _, f := range files {
		for i, text := range variants(string(f.Text)) {
			fsys[f.Name] = &fstest.MapFile{Data: []byte(text)}
			if wantNoErrors(t, fsys, text); t.Failed() {
				t.Fatalf("variant %d", i)
			}
		}
		fsys[f.Name] = &fstest.MapFile{Data: f.Text}
	}
}

func wantNoErrors(t *testing.T, fsys fstest.MapFS, what string) {
	t.Helper()
	_, diags := load(fsys)
	if errors := diags.AtLeast(diag.Error); errors.HasErrors() {
		t.Errorf("%s:\n%v", what, errors)
	}
}

// variants are a text without its comments, and with one more key of them each.
func variants(text string) []string {
	var plain strings.Builder
	var all []string
	for line := range strings.Lines(text) {
		rest, isComment := strings.CutPrefix(line, "# ")
		if key, _, isKey := strings.Cut(rest, ":"); isComment && isKey && key == strings.ToLower(key) && key != "sv" && !strings.Contains(key, " ") {
			all = append(all, strings.Replace(text, line, rest, 1))
		}
		if !isComment {
			plain.WriteString(line)
		}
	}
	return append(all, plain.String())
}

func TestWrongWishesAreToldWithWhatToWish(t *testing.T) {
	for _, test := range []struct {
		name       string
		wish       Wish
		text, hint string
	}{
		{"an unknown kind", Wish{Kind: "pres", Title: "A"}, "det finns inget slag pres", "menade du press?"},
		{"a kind far from all", Wish{Kind: "nyhetsbrev", Title: "A"}, "det finns inget slag nyhetsbrev", "välj mellan press, meeting, contact, page"},
		{"no name", Wish{Kind: "press", Title: "!? –"}, "av ”!? –” blir inget filnamn", "bokstäver"},
		{"a date alone", Wish{Kind: "press", Title: ""}, "blir inget filnamn", ""},
		{"a release that is there", Wish{Kind: "press", Title: "NYTT"}, "nytt finns redan: content/press/2026-01-02-nytt.md", "öppna den filen"},
		{"a contact that is there", Wish{Kind: "contact", Title: "Anna Exempel"}, "anna-exempel finns redan", ""},
		{"a meeting that is there, on that day, too", Wish{Kind: "meeting", Title: "Kväll", Dates: []string{"2026-12-24"}}, "kvall-2026-12-24 finns redan", ""},
		{"no date", Wish{Kind: "meeting", Title: "A", Dates: []string{"2026-02-30"}}, "”2026-02-30” är inget datum", "skriv till exempel"},
		{"a date that could be another", Wish{Kind: "meeting", Title: "A", Dates: []string{"1/12 2026"}}, "är inget datum", "menade du 2026-12-01?"},
		{"a day twice", Wish{Kind: "meeting", Title: "A", Dates: []string{"2026-12-01", "2026-12-01 09:00"}}, "2026-12-01 står två gånger", ""},
		{"a release that comes out twice", Wish{Kind: "press", Title: "A", Dates: []string{"2026-12-01", "2026-12-02"}}, "publiceras en gång", ""},
		{"a page has no date", Wish{Kind: "page", Title: "A", Dates: []string{"2026-12-01"}}, "--dates gäller press och meeting", ""},
		{"like nothing", Wish{Kind: "meeting", Title: "A", From: "kval"}, "det finns ingen kval i meetings/", "menade du kvall?"},
		{"like something else", Wish{Kind: "press", Title: "A", From: "kvall"}, "det finns ingen kvall i press/", ""},
		{"another language", Wish{Kind: "press", Title: "nytt", Language: "fi"}, "webbplatsen översätts inte till fi", "sv, en"},
		{"the first language", Wish{Kind: "press", Title: "nytt", Language: "sv"}, "webbplatsen översätts inte till sv", ""},
		{"a translation of nothing", Wish{Kind: "press", Title: "Nyheter", Language: "en"}, "det finns ingen Nyheter i press/", ""},
		{"a translation that is there", Wish{Kind: "page", Title: "om", Language: "en"}, "översättningen finns redan: content/pages/om.en.md", ""},
		{"a translation like another", Wish{Kind: "press", Title: "nytt", Language: "en", From: "mapp"}, "tar över allt", "utelämna"},
	} {
		t.Run(test.name, func(t *testing.T) {
			set, _ := load(folderWith(map[string]string{
				"meetings/kvall-2026-12-24.md": "---\ntitle: Jul\n---\n", "pages/om.en.md": "---\ntitle: About\n---\n\nText.\n",
			}))
			test.wish.Now = now
			files, err := Make(set, test.wish)
			failure := diag.AsFailure(err)
			if failure == nil || !failure.IsUsage || len(files) > 0 {
				t.Fatalf("made %d files: %v", len(files), err)
			}
			if !strings.Contains(failure.Text.Swedish, test.text) || !strings.Contains(failure.Hint.Swedish, test.hint) {
				t.Errorf("%q, %q; want %q, %q", failure.Text.Swedish, failure.Hint.Swedish, test.text, test.hint)
			}
			if failure.Text.English == "" || failure.Hint.English == "" {
				t.Error("nothing in English")
			}
		})
	}
}

// The words are those of the site's first language.
func TestFilesOfAnEnglishSiteAreInEnglish(t *testing.T) {
	fsys := folderWith(map[string]string{"site.yaml": strings.Replace(settings, "[sv, en]", "[en, sv]", 1)})
	set, _ := load(fsys)
	files, err := Make(set, Wish{Kind: "press", Title: "Bridges & roads", Now: now})
	if err != nil {
		t.Fatal(err)
	}
	if files[0].Name != "press/2026-11-28-bridges-and-roads.md" || !bytes.Contains(files[0].Text, []byte("# Lead: Says what matters most")) || bytes.Contains(files[0].Text, []byte("Ingress")) {
		t.Errorf("%s\n%s", files[0].Name, files[0].Text)
	}
	wantRight(t, fsys, files)
}

// In the project's own content and in the invented municipality each kind can be made, and like each item.
func TestEveryItemCanBeFollowed(t *testing.T) {
	for _, dir := range []string{"../../content", "../testdata/looks/content", "../testdata/moments/content"} {
		set, _, _ := content.NewLoader(os.DirFS(dir), "content").Load()
		for i := range set.Items() {
			folder, _, _ := strings.Cut(i.Name, "/")
			for _, wish := range []Wish{{Title: "Något helt annat", From: i.Name}, {Title: i.Name, Language: "en"}} {
				wish.Kind, wish.Now = folder, now
				files, err := Make(set, wish)
				if err != nil {
					if failure := diag.AsFailure(err); wish.Language == "" || !strings.Contains(failure.Text.Swedish, "finns redan") && !strings.Contains(failure.Text.Swedish, "översätts inte") {
						t.Errorf("%s %s: %v", dir, i.Name, failure)
					}
					continue
				}
				house := content.NewHouse(os.DirFS(dir), "content")
				if _, faults := house.Form(files[0].Name, files[0].Text); faults.HasErrors() {
					t.Errorf("%s: like %s: %v\n%s", dir, i.Name, faults, files[0].Text)
				}
			}
		}
	}
}
