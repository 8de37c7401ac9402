package content

import (
	"bytes"
	"strings"
	"testing"
	"testing/fstest"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/limits"
)

// draftFolder is a content folder without faults, but for those of one more file.
func draftFolder(name string, data []byte) fstest.MapFS {
	return fstest.MapFS{
		settingsFile:  {Data: []byte(plainSettings)},
		statementFile: {Data: []byte(plainStatement)},
		name:          {Data: data},
	}
}

// errorsAndOthers counts what a folder's authors are told.
func errorsAndOthers(fsys fstest.MapFS) (errs, others int, set *Set) {
	set, diags, _ := NewLoader(fsys, "content").Load()
	heard := set.Heard(diags)
	errs, _ = heard.Count()
	return errs, len(heard) - errs, set
}

func TestADraftStopsNothingWhereItSaysSurelyThatItIsOne(t *testing.T) {
	const name = "press/a.md"
	matter := func(lines ...string) string { return "---\n" + strings.Join(lines, "\n") + "\n---\nText.\n" }
	for _, c := range []struct {
		name, text string
		isSure     bool
	}{
		{"an unknown key", matter("draft: true", "titel: x"), true},
		{"an unknown key before", matter("titel: x", "draft: true"), true},
		{"nothing but that", matter("draft: true"), true},
		{"in capitals, with a remark", matter("titel: x", "draft: True # än så länge"), true},
		{"in one line", matter("{titel: x, draft: true}"), true},
		{"a key twice", matter("title: x", "title: y", "draft: true"), true},
		{"said twice", matter("titel: x", "draft: true", "draft: true"), true},
		{"a colon in the title", matter("title: Dialog: en kväll", "draft: true"), true},
		{"a colon in the title, after", matter("draft: true", "title: Dialog: en kväll"), true},
		{"a quotation mark that is never closed", matter(`title: "Dialog`, "draft: true"), true},
		{"a list that is never closed", matter("draft: true", "topics: [Näringsliv"), true},
		{"a tab", matter("draft: true", "place:", "\tname: x"), true},
		{"no space after another colon", matter("title:Dialog", "draft: true"), true},
		{"line ends of Windows", strings.ReplaceAll(matter("title: a: b", "draft: true"), "\n", "\r\n"), true},
		{"line ends of an old Mac", strings.ReplaceAll(matter("title: a", "draft: true"), "\n", "\r"), true},
		{"Latin-1", matter("title: Tr\xe4ff", "draft: true"), true},
		{"a character that nobody sees", matter("title: a\u202eb", "draft: true"), true},
		{"a byte-order mark", "\uFEFF" + matter("title: a: b", "draft: true"), true},
		{"front matter that never ends", "---\ntitle: x\ndraft: true\n\nText.\n", true},
		{"front matter that ends too early", "---\ndraft: true\n---\ntitle: x\n---\nText.\n", true},
		{"a personal number", "---\ndraft: true\ntitle: x\ndate: 2026-01-01\n---\n811228-9874\n", true},
		{"a bomb of aliases", matter("draft: true", "a: &a [x,x]", "b: &b [*a,*a]", "c: [*b,*b]"), true},
		{"too deep", matter("draft: true", "title: "+strings.Repeat("[", 200)+strings.Repeat("]", 200)), true},
		{"too large", "---\ndraft: true\ntitle: x\n---\n" + strings.Repeat("x", limits.Text), true},

		{"no value", matter("titel: x", "draft:"), false},
		{"another value", matter("titel: x", "draft: ja"), false},
		{"a value in quotes", matter("titel: x", `draft: "true"`), false},
		{"a mark of YAML", matter("titel: x", "draft: !!bool true"), false},
		{"no draft", matter("titel: x", "draft: false"), false},
		{"two answers", matter("titel: x", "draft: true", "draft: false"), false},
		{"two answers in what cannot be read", matter("title: a: b", "draft: true", "draft: false"), false},
		{"misspelled", matter("titel: x", "draf: true"), false},
		{"in a group", matter("title: a: b", "place:", "  draft: true"), false},
		{"in a text", matter("titel: x", "lead: |", "  draft: true"), false},
		{"in a quotation", matter(`lead: "Ingress`, `draft: true"`), false},
		{"after the end", matter("title: a", "...", "draft: true"), false},
		{"in the body", "---\ntitle: a: b\n---\n\ndraft: true\n", false},
		{"below front matter that never ends", "---\ntitle: x\n\ndraft: true\n", false},
		{"without front matter", "draft: true\n", false},
		{"below something else", "Text.\n---\ndraft: true\n---\n", false},
		{"UTF-16", "\xff\xfe-\x00-\x00-\x00\n\x00d\x00r\x00a\x00f\x00t\x00:\x00 \x00t\x00r\x00u\x00e\x00", false},
		{"too large", "---\ntitle: x\n---\n" + strings.Repeat("x", limits.Text), false},
		{"empty", "", false},
	} {
		errs, others, set := errorsAndOthers(draftFolder(name, []byte(c.text)))
		switch {
		case c.isSure && (errs > 0 || others == 0):
			t.Errorf("%s: %d errors and %d others are told, want a warning at least and no error", c.name, errs, others)
		case !c.isSure && errs == 0:
			t.Errorf("%s: no error is told", c.name)
		}
		for i := range set.Items() {
			if c.isSure && !i.IsDraft() {
				t.Errorf("%s: it would be published", c.name)
			}
		}
		if c.isSure != set.IsDraft("content/"+name) {
			t.Errorf("%s: taken for a draft: %v", c.name, !c.isSure)
		}
	}
}

func TestATranslationOfADraftIsOne(t *testing.T) {
	for name, text := range map[string]string{
		"a key that is unknown":        "---\ntitel: x\n---\nText.\n",
		"YAML that cannot be read":     "---\ntitle: a: b\n---\nText.\n",
		"nothing that can be read":     "\xff\xfe",
		"more than is read":            strings.Repeat("x", limits.Text+1),
		"that it is none, with a typo": "---\ndraft: false\ntitel: x\n---\nText.\n",
	} {
		fsys := draftFolder("press/a.md", []byte("---\ntitle: x\ndate: 2026-01-01\ncontacts: [b]\ndraft: true\n---\nText.\n"))
		fsys["press/a.en.md"] = &fstest.MapFile{Data: []byte(text)}
		if errs, others, _ := errorsAndOthers(fsys); errs > 0 || others == 0 {
			t.Errorf("a translation with %s: %d errors and %d others are told", name, errs, others)
		}
		fsys["press/a.md"].Data = bytes.Replace(fsys["press/a.md"].Data, []byte("draft: true\n"), nil, 1)
		if errs, _, _ := errorsAndOthers(fsys); errs == 0 {
			t.Errorf("a public translation with %s: no error is told", name)
		}
	}
}

func TestADraftTakesNoIDFromOthers(t *testing.T) {
	const text = "---\ntitle: x\ndate: 2026-01-01\ncontacts: [b]\n---\nText.\n"
	draft := strings.Replace(text, "---\n", "---\ndraft: true\n", 1)
	for _, names := range [][2]string{{"press/2026-01-01-a.md", "press/a.md"}, {"press/a.md", "press/2026-01-01-a.md"}} {
		fsys := draftFolder(names[0], []byte(text))
		fsys[names[1]] = &fstest.MapFile{Data: []byte(draft)}
		// Each translation is of the file whose name it has.
		for _, name := range names {
			fsys[strings.Replace(name, ".md", ".en.md", 1)] = &fstest.MapFile{Data: []byte("---\ntitle: y\n---\nText.\n")}
		}
		errs, _, set := errorsAndOthers(fsys)
		if errs > 0 {
			t.Errorf("%d errors where %s is a draft", errs, names[1])
		}
		var got []string
		for _, r := range set.Releases {
			if !r.IsDraft() {
				got = append(got, r.Name)
			}
		}
		if want := names[0] + " " + strings.Replace(names[0], ".md", ".en.md", 1); strings.Join(got, " ") != want {
			t.Errorf("public are %v, want %s", got, want)
		}
		if set.Releases[0].Name != names[0] || !set.Releases[1].IsDraft() || set.Releases[2].IsDraft() {
			t.Errorf("the draft %s comes first", names[1])
		}
	}
}

func TestATextInTheWrongPlaceMayBeADraft(t *testing.T) {
	for _, name := range []string{"ide.md", "press/a/anteckningar.md", "press/a.markdown"} {
		if errs, others, _ := errorsAndOthers(draftFolder(name, []byte("---\ntitle: a: b\ndraft: true\n---\n"))); errs > 0 || others != 1 {
			t.Errorf("%s: %d errors and %d others are told, want one warning", name, errs, others)
		}
		if errs, _, _ := errorsAndOthers(draftFolder(name, []byte("---\ntitle: x\n---\n"))); errs == 0 {
			t.Errorf("%s: nothing is told of a text that is no draft", name)
		}
	}
}

// A preview reads the same folder again and again: what a file too large to be remembered says may change.
func TestAChangeOfADraftThatIsTooLargeIsSeen(t *testing.T) {
	large := []byte("---\ndraft: true\ntitle: x\n---\n" + strings.Repeat("x", limits.Text))
	fsys := draftFolder("press/a.md", large)
	loader := NewLoader(fsys, "content")
	loader.Load()
	if _, _, change := loader.Load(); change != Unchanged {
		t.Error("the same file is taken for another")
	}
	fsys["press/a.md"].Data = bytes.Replace(large, []byte("true"), []byte("false"), 1)
	set, diags, change := loader.Load()
	if change != Everything || !set.Heard(diags).HasErrors() {
		t.Errorf("change %v, told %v", change, set.Heard(diags))
	}
}

func TestWhatADraftSilencesIsNotHeard(t *testing.T) {
	text := "---\ntitle: x\ndate: 2026-01-01\ndraft: true\nignore: [no-press-contact, unknown-key]\ntitel: y\n---\nText.\n"
	set, diags, _ := NewLoader(draftFolder("press/a.md", []byte(text)), "content").Load()
	var got []diag.Code
	for _, d := range set.Heard(diags).Sorted() {
		got = append(got, d.Code)
	}
	if len(got) != 2 || got[0] != diag.SilencedError || got[1] != diag.UnknownKey {
		t.Errorf("heard: %v, want the key, and that an error is none to be silenced", got)
	}
}

func TestAMisspelledKeyIsToldOnce(t *testing.T) {
	for text, want := range map[string]int{
		"---\ndraft: true\ntitel: x\ndate: 2026-01-01\ncontacts: [b]\n---\nText.\n":           1,
		"---\ndraft: true\ntitel: x\ndatum: 2026-01-01\ncontacts: [b]\n---\nText.\n":          2,
		"---\ndraft: true\ntitel: x\ntitle: y\ndate: 2026-01-01\ncontacts: [b]\n---\nText.\n": 1,
		"---\ndraft: true\nxyzzy: x\ndate: 2026-01-01\ncontacts: [b]\n---\nText.\n":           2,
	} {
		if errs, others, _ := errorsAndOthers(draftFolder("press/a.md", []byte(text))); errs != 0 || others != want {
			t.Errorf("%d errors and %d others are told, want %d others of\n%s", errs, others, want, text)
		}
	}
}
