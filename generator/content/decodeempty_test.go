package content

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"alingsas.se/dialog/generator/diag"
)

// emptyValues are the ways in which editors write that there is nothing.
var emptyValues = []string{"", "~", "null", `""`, "''", `"  "`, "[]", "{}", "[~]", `["", ""]`, "[{}]", "{sv: '', en: ''}", "\n  - \n  -", "|\n", "<br>", "<b> </b><br/>"}

// kindsOfFiles have for each kind of file what it must hold, and all that it may.
var kindsOfFiles = []struct {
	name, least string
	needed      []string
	keys        []string
}{
	{"press/2012-03-27-a.md", "title: A\ndate: 2012-03-27\n", []string{"title", "date"}, releaseKeys},
	{"meetings/a.md", "title: A\n", []string{"title"}, meetingKeys},
	{"contacts/a.md", "name: A\nrole: B\n", []string{"name", "role"}, contactKeys},
	{"pages/a.md", "title: A\n", []string{"title"}, pageKeys},
}

func TestAnOptionalKeyWithoutAValueIsAsIfItWereNotThere(t *testing.T) {
	for _, kind := range kindsOfFiles {
		want, wantCodes := loadOne(t, kind.name, kind.least)
		for _, key := range kind.keys {
			if slices.Contains(kind.needed, key) || key == "draft" {
				continue
			}
			for _, empty := range emptyValues {
				got, codes := loadOne(t, kind.name, kind.least+key+": "+empty+"\n")
				if !reflect.DeepEqual(got, want) || codes != wantCodes {
					t.Errorf("%s: %s: %q gives %+v and %q, want %+v and %q", kind.name, key, empty, got, codes, want, wantCodes)
				}
			}
		}
	}
}

func TestARequiredKeyWithoutAValueIsAnError(t *testing.T) {
	for _, kind := range kindsOfFiles {
		for _, key := range append(kind.needed, "draft") {
			for _, empty := range emptyValues {
				var rest []string
				for line := range strings.Lines(kind.least) {
					if !strings.HasPrefix(line, key+":") {
						rest = append(rest, line)
					}
				}
				_, codes := loadOne(t, kind.name, key+": "+empty+"\n"+strings.Join(rest, ""))
				if strings.Count(codes, "empty-value") != 1 || strings.Contains(codes, "missing-key") || strings.Contains(codes, "wrong-type") {
					t.Errorf("%s: %s: %q reports %q, want one empty-value", kind.name, key, empty, codes)
				}
			}
		}
	}
}

// loadOne gives the one item of a folder, without what tells where its values stand, and the codes of what is reported.
func loadOne(t *testing.T, name, matter string) (item any, codes string) {
	t.Helper()
	fsys := fstest.MapFS{
		settingsFile: {Data: []byte(plainSettings)}, statementFile: {Data: []byte(plainStatement)},
		name: {Data: []byte("---\n" + matter + "---\nText.\n")},
	}
	set, diags, _ := NewLoader(fsys, "content").Load()
	for i := range set.Items() {
		i.keys, i.Body = nil, nil
	}
	for _, d := range diags {
		for _, lang := range []string{"sv", "en"} {
			if strings.Contains(d.Message(lang)+d.Hint(lang), "``") {
				t.Errorf("%s: %q shows an empty example: %s", name, matter, d.Hint(lang))
			}
		}
	}
	return []any{set.Releases, set.Meetings, set.Contacts, set.Pages}, codesOf(diags)
}

func TestEmptyPartsOfGroupsAreAsIfTheyWereNotThere(t *testing.T) {
	for _, c := range []struct{ kind, matter, want string }{
		{"meetings/a.md", "place: {name: ''}", ""},
		{"meetings/a.md", "place: {name: '', address: ~, access: '', url: '', latitude: '', longitude: ~, online: ''}", ""},
		{"meetings/a.md", "place: {name: Rådhuset, url: '', latitude: '', longitude: ''}", ""},
		{"meetings/a.md", "registration: {url: '', email: '', phone: '', deadline: '', note: ''}", ""},
		{"meetings/a.md", "registration: {email: anna@example.se, phone: '', deadline: ~}", ""},
		{"meetings/a.md", "organisations: ['', Exempel, ~]", ""},
		{"meetings/a.md", "changes: [{date: '', text: ''}, {}]", ""},
		{"meetings/a.md", "changes: [{date: 2026-01-01, text: ''}]", "empty-value"},
		{"meetings/a.md", "changes: [{date: '', text: Ny sal}]", "empty-value"},
		{"meetings/a.md", "place: {name: Rådhuset, latitude: 57.9, longitude: ''}", "missing-key"},
		{"pages/a.md", "aliases: ['', '/gammal/']", ""},
		{"contacts/a.md", "photo: {file: '', alt: '', credit: ''}", ""},
		{"contacts/a.md", "photo: {file: a.jpg, alt: '', credit: ''}", ""},
		{"contacts/a.md", "photo: {file: a.jpg, alt: , credit: ''}", "missing-alt"},
		{"contacts/a.md", "photo: {file: a.jpg, alt: ~}", "missing-alt"},
		{"contacts/a.md", "photo: {file: '', alt: Anna}", "empty-value"},
		{"press/a.md", "withdrawn: {date: '', reason: ''}", "no-press-contact"},
		{"press/a.md", "withdrawn: {date: 2026-01-01, reason: ''}", "empty-value no-press-contact"},
		{"press/a.md", "attachments: [{file: '', title: ''}, {file: a.pdf, title: ''}]", "no-press-contact"},
		{"press/a.md", "attachments: [{file: '', title: Program}]", "empty-value no-press-contact"},
	} {
		least := "title: A\n"
		switch {
		case strings.HasPrefix(c.kind, "press"):
			least += "date: 2012-03-27\n"
		case strings.HasPrefix(c.kind, "contacts"):
			least = "name: A\nrole: B\n"
		}
		if _, codes := loadOne(t, c.kind, least+c.matter+"\n"); codes != c.want {
			t.Errorf("%s reports %q, want %q", c.matter, codes, c.want)
		}
	}
}

func TestATranslationTakesOverWhatItLeavesEmpty(t *testing.T) {
	fsys := fstest.MapFS{
		settingsFile: {Data: []byte(plainSettings)}, statementFile: {Data: []byte(plainStatement)},
		"pages/a.md":    {Data: []byte("---\ntitle: Om\nmenu: main\norder: 2\nupdated: 2026-01-01\n---\nText.\n")},
		"pages/a.en.md": {Data: []byte("---\ntitle: ''\nmenu: ''\norder: ~\nupdated: []\n---\nText.\n")},
	}
	set, diags, _ := NewLoader(fsys, "content").Load()
	p := set.Pages[1]
	if got := fmt.Sprint(p.Title, p.Menu, p.Order, p.Updated.Machine(), codesOf(diags)); got != "Ommain22026-01-01untranslated" {
		t.Errorf("got %s", got)
	}
}

func TestSettingsMayHaveKeysWithoutAValue(t *testing.T) {
	for _, key := range keysOf(settingsFields) {
		for _, empty := range emptyValues {
			settings := plainSettings
			if strings.Contains(settings, key+":") {
				continue
			}
			fsys := fstest.MapFS{settingsFile: {Data: []byte(settings + key + ": " + empty + "\n")}}
			if s, diags := LoadSettings(fsys, "content", 2026); len(diags) > 0 || s.PageSize != defaultPageSize || s.Zone.String() != defaultZone {
				t.Errorf("%s: %s gives %v", key, empty, diags)
			}
		}
	}
	for _, c := range []struct{ matter, want string }{
		{"title: ''\norganisation: {name: A}\n", "empty-value"},
		{"title: A\norganisation: {name: '', url: ''}\n", "missing-key"},
		{"title: A\norganisation: {name: '', url: 'https://a.se'}\n", "missing-key"},
		{"languages: [sv, en]\n" + `title: {sv: A, en: ""}` + "\norganisation: {name: {sv: A, en: ~}, address: {street: '', country: ''}, about: {sv: '', en: ''}}\n", ""},
		{"title: A\nlanguages: []\ntimezone: ''\norganisation: {name: A}\n", ""},
	} {
		_, diags := LoadSettings(fstest.MapFS{settingsFile: {Data: []byte(c.matter)}}, "content", 2026)
		if codes := codesOf(diags); codes != c.want {
			t.Errorf("%q reports %q, want %q", c.matter, codes, c.want)
		}
	}
}

func TestNoExampleIsEmpty(t *testing.T) {
	for _, c := range []struct {
		key, text string
		code      diag.Code
	}{{"slug", `"!!!"`, diag.BadSlug}, {"topics", "{a: b}", diag.WrongType}, {"contacts", "{a: b}", diag.WrongType}} {
		_, diags := loadOne(t, "press/a.md", "title: A\ndate: 2012-03-27\n"+c.key+": "+c.text+"\n")
		if !strings.Contains(diags, string(c.code)) {
			t.Errorf("%s: %s reports %q", c.key, c.text, diags)
		}
	}
}

func TestHarmlessHTMLInAValueLeavesNoTrace(t *testing.T) {
	set, codes := loadOne(t, "press/a.md", "title: Dialog<br>om <b>CO<sub>2</sub></b>\ndate: 2012-03-27\nlead: 'Ett <strong>nytt</strong> <I>möte</i><br/>'\ncontacts: [x]\n")
	if r := set.([]any)[0].([]*Release)[0]; r.Title != "Dialog om CO2" || r.Lead != "Ett nytt möte" || codes != "" {
		t.Errorf("got %q, %q and %q", r.Title, r.Lead, codes)
	}
	set, codes = loadOne(t, "press/a.md", "title: A\ndate: 2012-03-27\nlead: <p>Ett <b>nytt möte</p>\ncontacts: [x]\n")
	if r := set.([]any)[0].([]*Release)[0]; r.Lead != "<p>Ett <b>nytt möte</p>" || codes != "raw-html" {
		t.Errorf("got %q and %q", r.Lead, codes)
	}
}
