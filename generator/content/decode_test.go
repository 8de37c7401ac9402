package content

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/locale"
	"go.yaml.in/yaml/v4"
)

// node gives the value of "key: TEXT" and a decoder for it.
func node(t *testing.T, key, text string) (*decoder, *yaml.Node) {
	t.Helper()
	root, diags := parseYAML(new(simpleYAML), "a.md", []byte(key+": "+text+"\n"), 1)
	if len(diags) > 0 {
		t.Fatalf("%q: %v", text, diags)
	}
	return &decoder{file: "a.md", name: "press/a.md", line: 1, settings: testSettings(), key: key}, root.Content[1]
}

// reads checks what read makes of text, and the code that it reports, "" for none.
func reads[T any](t *testing.T, key, text string, read func(*decoder, *yaml.Node) T, want T, code diag.Code) {
	t.Helper()
	d, n := node(t, key, text)
	got := read(d, n)
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s: %s gives %#v, want %#v", key, text, got, want)
	}
	if codes := codesOf(d.diags); codes != string(code) {
		t.Errorf("%s: %s reports %q, want %q", key, text, codes, code)
	}
}

func codesOf(l diag.List) string {
	codes := make([]string, len(l))
	for i, d := range l {
		codes[i] = string(d.Code)
	}
	return strings.Join(codes, " ")
}

func TestDatesAreReadAsTheyAreWritten(t *testing.T) {
	for _, c := range []struct {
		text, want string // want as RFC 3339, "" where there is none
		hasTime    bool
		code       diag.Code
	}{
		{"2012-03-27", "2012-03-27T00:00:00+02:00", false, ""},
		{"2012-01-27", "2012-01-27T00:00:00+01:00", false, ""},
		{"2012-03-27 09:00", "2012-03-27T09:00:00+02:00", true, ""},
		{"2012-03-27T09:00", "2012-03-27T09:00:00+02:00", true, ""},
		{"2012-03-27 09:00:30", "2012-03-27T09:00:30+02:00", true, ""},
		{"2012-03-27 00:00", "2012-03-27T00:00:00+02:00", true, ""},
		{"2012-03-27T09:00:00Z", "2012-03-27T11:00:00+02:00", true, ""},
		{"2012-03-27T23:30:00-05:00", "2012-03-28T06:30:00+02:00", true, ""},
		{`"2012-03-27"`, "2012-03-27T00:00:00+02:00", false, ""},
		{"2026-03-29 01:59", "2026-03-29T01:59:00+01:00", true, ""},
		{"2026-03-29 02:00", "", false, diag.NoSuchTime},
		{"2026-03-29 02:59", "", false, diag.NoSuchTime},
		{"2026-03-29 03:00", "2026-03-29T03:00:00+02:00", true, ""},
		{"2026-10-25 02:30", "2026-10-25T02:30:00+02:00", true, diag.AmbiguousTime},
		{"2026-10-25T02:30:00+01:00", "2026-10-25T02:30:00+01:00", true, ""},
		{"2026-10-25 03:00", "2026-10-25T03:00:00+01:00", true, ""},
		{"2012-02-30", "", false, diag.BadDate},
		{"0000-01-01", "", false, diag.BadDate},
		{"2012-03-27 24:00", "", false, diag.BadDate},
		{"2012-03-27 23:59:60", "", false, diag.BadDate},
		{"2012-03-27T09:00+25:00", "", false, diag.BadDate},
		{"２０１２-０３-２７", "", false, diag.BadDate},
		{"27 mars 2012 kl. 9", "2012-03-27T09:00:00+02:00", true, ""},
		{"måndag 27 mars 2012", "", false, diag.BadDate},
		{"12", "", false, diag.BadDate},
		{"[2012-03-27]", "", false, diag.BadDate},
		{"{a: 2012-03-27}", "", false, diag.BadDate},
	} {
		t.Run(c.text, func(t *testing.T) {
			d, n := node(t, "date", c.text)
			got := d.date(n)
			if got.RFC3339() != c.want || got.HasTime != c.hasTime || codesOf(d.diags) != string(c.code) {
				t.Errorf("got %s (time %v) and %q, want %s (time %v) and %q",
					got.RFC3339(), got.HasTime, codesOf(d.diags), c.want, c.hasTime, c.code)
			}
		})
	}
}

func TestATruthIsTrueOrFalse(t *testing.T) {
	for _, c := range []struct {
		text  string
		want  bool // of another key than draft
		draft bool // of draft: a doubtful text is not published
		code  diag.Code
	}{
		{"true", true, true, ""}, {"True", true, true, ""}, {"TRUE", true, true, ""},
		{"false", false, false, ""}, {"False", false, false, ""},
		{"ja", false, true, diag.WrongType}, {"yes", false, true, diag.WrongType}, {"no", false, true, diag.WrongType},
		{"1", false, true, diag.WrongType}, {`"true"`, false, true, diag.WrongType}, {"[true]", false, true, diag.WrongType},
	} {
		reads(t, "press", c.text, (*decoder).flag, c.want, c.code)
		reads(t, "draft", c.text, (*decoder).flag, c.draft, c.code)
	}
}

func TestListsKeepTheirOrderAndLoseWhatIsWrong(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
		code string
	}{
		{"[Handel, Miljö]", []string{"Handel", "Miljö"}, ""},
		{"[]", []string{}, ""},
		{"[2012, true, 0322]", []string{"2012", "true", "0322"}, ""},
		{`["  Handel   och miljö "]`, []string{"Handel och miljö"}, ""},
		{"[b, a, b]", []string{"b", "a"}, "repeated-reference"},
		{"[a, ~, b]", []string{"a", "b"}, ""},
		{`[a, "", b, ""]`, []string{"a", "b"}, ""},
		{"[a, [b]]", []string{"a"}, "wrong-type"},
		{"a", nil, "wrong-type"},
		{"{a: b}", nil, "wrong-type"},
	} {
		reads(t, "topics", c.text, (*decoder).texts, c.want, diag.Code(c.code))
	}
}

func TestReferencesKnowWhereTheyStand(t *testing.T) {
	d, n := node(t, "contacts", "[anna-ek, bo-al]")
	var got []string
	for _, r := range d.refs(n) {
		got = append(got, fmt.Sprintf("%s %s", r.ID, r.At))
	}
	if want := []string{"anna-ek a.md:2:12", "bo-al a.md:2:21"}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestNumbersAreReadAsTheyAreWritten(t *testing.T) {
	reads(t, "order", "10", asNumber.decode, 10, "")
	reads(t, "order", "-1", asNumber.decode, -1, "")
	reads(t, "order", "010", asNumber.decode, 10, "") // no octal number
	reads(t, "order", "1e3", asNumber.decode, 0, diag.WrongType)
	for _, text := range []string{"NaN", "nan", "Inf", "-Inf", "1e999", "57,93", "180.1"} {
		reads(t, "longitude", text, asLongitude.decode, nil, diag.WrongType)
	}
	reads(t, "latitude", "90.1", asLatitude.decode, nil, diag.WrongType)
	reads(t, "phone", "0322-61 61 22", (*decoder).phone, locale.Phone{Text: "0322-61 61 22", Number: "+46322616122"}, "")
	reads(t, "phone", "112", (*decoder).phone, locale.Phone{Text: "112", Number: "112"}, "")
	reads(t, "phone", "0322", (*decoder).phone, locale.Phone{}, diag.BadPhone)
}

func TestTheSiteAddressIsASchemeAndAHost(t *testing.T) {
	for _, url := range []string{"https://a.se", "http://localhost:8080", "https://å.se"} {
		if err := CheckBaseURL(url); err != nil {
			t.Errorf("%s: %v", url, err)
		}
	}
	for _, url := range []string{"", "a.se", "https://a.se/", "https://a.se/b", "https://a.se?", "https://a.se?b", "https://a.se#", "https://u@a.se", "ftp://a.se", "https://a.se:x"} {
		if CheckBaseURL(url) == nil {
			t.Errorf("%q is taken", url)
		}
	}
}

func TestATextByLanguageFallsBackToTheFirstOne(t *testing.T) {
	both := Localized{"sv": "Dialog", "en": "Dialogue"}
	for _, c := range []struct {
		text       Localized
		lang, want string
	}{
		{both, "en", "Dialogue"}, {both, "sv", "Dialog"}, {both, "de", "Dialog"}, {Localized{"": "Dialog"}, "en", "Dialog"}, {nil, "en", ""},
	} {
		if got := c.text.In(c.lang, "sv"); got != c.want {
			t.Errorf("%v in %s is %q, want %q", c.text, c.lang, got, c.want)
		}
	}
}

func TestTranslationsTakeOverWhatTheyLeaveOut(t *testing.T) {
	original := parseText("---\ntitle: Dialog\ndate: 2012-03-27\ntopics: [Handel]\nlead: Ingress\naliases: [/a/]\ncontacts: [anna-ek]\n---\nText").release
	translation := parse(testSettings(), place{kind: pressKind, name: "press/a.en.md", id: "a", lang: "en"}, "content/press/a.en.md",
		[]byte("---\ntitle: Dialogue\ntopics: [Trade]\n---\nBody")).release
	items := []*Release{translation, original}
	if diags := settle(testSettings(), items, releaseFields); len(diags) > 0 {
		t.Fatalf("reported %v", diags)
	}
	if !translation.Date.IsZero() {
		t.Error("the parsed file was changed: a loader that remembers it would give it again as its own")
	}
	translation = items[1]
	if translation.Title != "Dialogue" || translation.Topics[0] != "Trade" || string(translation.Body.Text().Markdown()) != "Body" {
		t.Errorf("its own texts are lost: %+v", translation)
	}
	if translation.Lead != "" {
		t.Errorf("the lead is %q: a translation without one begins with its own first paragraph", translation.Lead)
	}
	if translation.Date != original.Date || translation.Contacts[0].ID != "anna-ek" {
		t.Errorf("something is not taken over: %+v", translation)
	}
	if len(translation.Aliases) != 0 {
		t.Error("an old address of the original would lead to its translation as well")
	}
	if at := translation.At("date"); at.File != "content/press/a.md" || at.Line != 3 {
		t.Errorf("what is taken over stands at %v, want the original's line", at)
	}
}

func TestPathsTellWhatAFileIs(t *testing.T) {
	for name, want := range map[string]place{
		"press/2012-03-27-dialog.md":          {kind: pressKind, id: "dialog", lang: "sv"},
		"press/2012-03-27-dialog.en.md":       {kind: pressKind, id: "dialog", lang: "en"},
		"press/2012-03-27-dialog/index.md":    {kind: pressKind, id: "dialog", lang: "sv"},
		"press/2012-03-27-dialog/index.en.md": {kind: pressKind, id: "dialog", lang: "en"},
		"meetings/dialog.sv.md":               {kind: meetingKind, id: "dialog", lang: "sv"},
		"pages/dialog.de.md":                  {},
		"contacts/2012-dialog.md":             {kind: contactKind, id: "2012-dialog", lang: "sv"},
		"press/dialog/utkast.md":              {},
		"press/a/b/index.md":                  {},
		"press/2012-03-27-.md":                {},
		"dialog.md":                           {},
		"nyheter/dialog.md":                   {},
		"press/dialog.txt":                    {},
	} {
		got, ok := placeOf(name, []string{"sv", "en"})
		if got.name, got.composed = "", ""; !ok {
			got = place{}
		}
		if got != want || ok != (want.id != "") {
			t.Errorf("%s is %+v, want %+v", name, got, want)
		}
	}
}
