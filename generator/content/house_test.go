package content

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/markdown"
	"github.com/rogpeppe/go-internal/txtar"
)

func testHouse() *House {
	return NewHouse(fstest.MapFS{settingsFile: {Data: []byte(plainSettings)}}, "content")
}

func TestTextsGetTheHouseForm(t *testing.T) {
	for _, test := range []struct{ name, file, text, want string }{
		{"nothing to do", "press/a.md", "---\ntitle: A\ndate: 2026-03-27\n---\n\nText.\n", "---\ntitle: A\ndate: 2026-03-27\n---\n\nText.\n"},
		{"the order of keys", "press/a.md", "---\ndraft: true\ndate: 2026-03-27\ntitle: A\n---\nText.", "---\ntitle: A\ndate: 2026-03-27\ndraft: true\n---\n\nText.\n"},
		{"Swedish keys", "press/a.md", "---\nRubrik: A\ndatum: 2026-03-27\n\"ingress\": B\n---\n", "---\ntitle: A\ndate: 2026-03-27\nlead: B\n---\n"},
		{"keys of groups", "press/a.md", "---\ntitle: A\ndate: 2026-03-27\nbilder:\n  - fil: a.jpg\n    alttext: B\nrättelser: [{datum: 2026-03-28T09.00, beskrivning: C}]\n---\n",
			"---\ntitle: A\ndate: 2026-03-27\nimages:\n  - file: a.jpg\n    alt: B\ncorrections: [{date: 2026-03-28 09:00, text: C}]\n---\n"},
		{"dates", "meetings/a.md", "---\ntitle: A\nstart: \"2026-03-31T07:30\"\nend: 2026-03-31 09.00 # kanske\n---\n", "---\ntitle: A\nstart: 2026-03-31 07:30\nend: 2026-03-31 09:00 # kanske\n---\n"},
		{"dates as people spell them", "meetings/a.md", "---\ntitle: A\nstart: 2026-03-31 kl. 9\nend: tisdag 31 mars 2026 kl 11.30\n---\n", "---\ntitle: A\nstart: 2026-03-31 09:00\nend: 2026-03-31 11:30\n---\n"},
		{"a start with an end in it", "meetings/a.md", "---\ntitle: A\nplace: B\n# när\nstart: 2026-03-31 kl 9–11 # kanske\n---\n", "---\ntitle: A\n# när\nstart: 2026-03-31 09:00\nend: 2026-03-31 11:00 # kanske\nplace: B\n---\n"},
		{"a start with an end in it in braces", "meetings/a.md", "---\n{title: A, start: 2026-03-31 kl 9–11}\n---\n", "---\n{title: A, start: 2026-03-31 kl 9–11}\n---\n"},
		{"an offset", "press/a.md", "---\ntitle: A\ndate: 2026-03-27T08:00:00Z\n---\n", "---\ntitle: A\ndate: 2026-03-27 09:00\n---\n"},
		{"seconds stay", "press/a.md", "---\ntitle: A\ndate: 2026-03-27 08:00:30\n---\n", "---\ntitle: A\ndate: 2026-03-27 08:00:30\n---\n"},
		{"the time that comes twice", "press/a.md", "---\ntitle: A\ndate: 2026-10-25T02:30:00+01:00\n---\n", "---\ntitle: A\ndate: 2026-10-25T02:30:00+01:00\n---\n"},
		{"comments go with their keys", "press/a.md", "---\n# Om filen\n\n# dagen\n# alltså\ndate: 2026-03-27 # klart\n# rubriken\ntitle: A\n# sist\n---\n",
			"---\n# Om filen\n\n# rubriken\ntitle: A\n# dagen\n# alltså\ndate: 2026-03-27 # klart\n# sist\n---\n"},
		{"a text of several lines", "press/a.md", "---\ndate: 2026-03-27\nlead: >\n  Ett.\n\n\n  Två.\ntitle: A\n---\n", "---\ntitle: A\ndate: 2026-03-27\nlead: >\n  Ett.\n\n\n  Två.\n---\n"},
		{"empty lines between keys", "press/a.md", "---\n\ntitle: A\n\n\ndate: 2026-03-27\n\n---\n", "---\ntitle: A\n\ndate: 2026-03-27\n---\n"},
		{"what is written in braces stays", "press/a.md", "---\n{date: 2026-03-27, title: A}\n---\n", "---\n{date: 2026-03-27, title: A}\n---\n"},
		{"a byte-order mark", "press/a.md", "\uFEFF---\ntitle: A\ndate: 2026-03-27\n---\n\nText.\n", "---\ntitle: A\ndate: 2026-03-27\n---\n\nText.\n"},
		{"line ends of Windows", "press/a.md", "---\r\ndate: 2026-03-27\r\ntitle: A\r\n---\r\nText.\r\n", "---\r\ntitle: A\r\ndate: 2026-03-27\r\n---\r\n\r\nText.\r\n"},
		{"line ends of both kinds", "press/a.md", "---\r\ndate: 2026-03-27\ntitle: A\r\n---\nText.\n", "---\ntitle: A\ndate: 2026-03-27\n---\n\nText.\n"},
		{"the body", "press/a.md", "---\ntitle: A\ndate: 2026-03-27\n---\n\n\n- Hej, säger Anna Ek.\n\nTill slut\n\n\n- a\n- b\n\n\n", "---\ntitle: A\ndate: 2026-03-27\n---\n\n– Hej, säger Anna Ek.\n\nTill slut\n\n* a\n* b\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, faults := testHouse().Form(test.file, []byte(test.text))
			if string(got) != test.want || len(faults) > 0 {
				t.Errorf("got %v\n%s\nwant\n%s", faults, got, test.want)
			}
		})
	}
}

// What is wrong, or may mean several things, stays as it is and is told.
func TestTextsWithErrorsStay(t *testing.T) {
	for _, test := range []struct {
		name, file, text string
		isDraft          bool
	}{
		{"a key of two meanings", "meetings/a.md", "---\ntitle: A\ndatum: 2026-03-31\n---\n\n- a\n", false},
		{"a key that is there already", "press/a.md", "---\ntitle: A\nrubrik: B\ndate: 2026-03-27\n---\n\n- a\n", false},
		{"another error", "press/a.md", "---\nrubrik: A\ndate: 27 mars\n---\n\n- a\n", false},
		{"no front matter", "press/a.md", "- a\n", false},
		{"an error in a draft", "press/a.md", "---\nrubrik: A\ndate: 27 mars\ndraft: true\n---\n\n- a\n", true},
		{"a file of another encoding", "press/a.md", "\xff\xfe-\x00-\x00", false},
		{"line ends of long ago", "press/a.md", "---\rtitle: A\rdate: 2026-03-27\r---\r", false},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, faults := testHouse().Form(test.file, []byte(test.text))
			if string(got) != test.text || len(faults) == 0 || faults.HasErrors() == test.isDraft {
				t.Errorf("got %v\n%s", faults, got)
			}
		})
	}
}

// checkForm tells whether a text means the same in house form, has its comments, and stays as it is then.
func checkForm(t *testing.T, h *House, name string, data []byte) (isFormed bool) {
	t.Helper()
	formed, faults := h.Form(name, data)
	if len(faults) > 0 {
		if !bytes.Equal(formed, data) {
			t.Fatalf("%s has errors and was changed:\n%q\n%q", name, data, formed)
		}
		return false
	}
	if again, _ := h.Form(name, formed); !bytes.Equal(again, formed) {
		t.Fatalf("%s changes again:\n%q\n%q\n%q", name, data, formed, again)
	}
	at, _ := placeOf(name, h.settings.Languages)
	before, after := parse(h.settings, at, name, data), parse(h.settings, at, name, formed)
	if before.diags.HasErrors() { // a key by another name
		return true
	}
	if a, b := saidBy(before), saidBy(after); a != b {
		t.Fatalf("%s means something else:\n%q\n%q\n%s\n%s", name, data, formed, a, b)
	}
	if a, b := comments(data), comments(formed); !slices.Equal(a, b) {
		t.Fatalf("%s has other comments:\n%q\n%q\n%q\n%q", name, data, formed, a, b)
	}
	return true
}

// comments are the lines of a file that hold one, without what stands around it.
func comments(data []byte) (found []string) {
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "#") || strings.Contains(line, " #") || strings.Contains(line, "<!--") {
			found = append(found, line[strings.IndexAny(line, "#<"):])
		}
	}
	for i := range found {
		found[i] = strings.TrimSpace(found[i])
	}
	slices.Sort(found)
	return found
}

// saidBy writes down all that an item says, and its body as a page, but not where it says so.
func saidBy(p parsed) string {
	var b strings.Builder
	for _, item := range []any{p.release, p.meeting, p.contact, p.page} {
		writeMeaning(&b, reflect.ValueOf(item))
	}
	html, _ := markdown.Parse(p.item().Body.Text().Source())
	return b.String() + html.HTML(markdown.Resolver{})
}

func writeMeaning(b *strings.Builder, v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			writeMeaning(b, v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			writeMeaning(b, v.Index(i))
			b.WriteString(", ")
		}
	case reflect.Struct:
		if moment, isTime := v.Interface().(time.Time); isTime {
			b.WriteString(moment.Format(time.RFC3339Nano))
			return
		}
		for i := range v.NumField() {
			f := v.Type().Field(i)
			if !f.IsExported() || f.Type == reflect.TypeFor[diag.Position]() || f.Type == reflect.TypeFor[*Body]() {
				continue
			}
			fmt.Fprintf(b, "%s=(", f.Name)
			writeMeaning(b, v.Field(i))
			b.WriteString(") ")
		}
	default:
		fmt.Fprintf(b, "%v", v)
	}
}

func TestTheHouseFormMeansTheSame(t *testing.T) {
	formed := 0
	for _, dir := range []string{"../../content", "../testdata/looks/content", "../testdata/moments/content"} {
		formed += checkFolder(t, os.DirFS(dir))
	}
	cases, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range cases {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		fsys, _ := folder(archive)
		formed += checkFolder(t, fsys)
	}
	if formed < 100 {
		t.Errorf("only %d texts were formed", formed)
	}
}

func checkFolder(t *testing.T, fsys fs.FS) (formed int) {
	t.Helper()
	h := NewHouse(fsys, "content")
	for _, name := range h.Texts() {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			t.Fatal(err)
		}
		if checkForm(t, h, name, data) {
			formed++
		}
	}
	return formed
}

func FuzzHouse(f *testing.F) {
	seeds, err := filepath.Glob("../../content/*/*.md")
	if err != nil || len(seeds) == 0 {
		f.Fatalf("no seeds: %v", err)
	}
	for _, name := range seeds {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	for _, text := range []string{
		"---\n# a\n\ndate: 2026-03-27\n# b\ntitle: \"a\n  b\" # c\n\n---\n", "---\nlead: |+\n  a\n\n\n# b\ntitle: A\ndate: 2026-03-27\n---\n- a\n",
		"---\ntitle: A\ndate: '2026-03-27 09.00'\ncorrections:\n- date: 2026-03-28\n  # b\n  text: c\n---\n", "---\r\nrubrik: A\r\ndatum: 2026-03-27\r\n---\r\n",
		"---\ndate: 2026-03-27\n\"title\": A\n  # b\nlead:\n---\n", "---\n? title\n: A\n? date\n: 2026-03-27\n---\n", "---\ndate: 2026-03-27\ntitle: 'a\n\n# b'\n---\n",
	} {
		f.Add([]byte(text))
	}
	h := testHouse()
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) < 4000 {
			checkForm(t, h, "press/a.md", data)
			checkForm(t, h, "meetings/a.md", data)
		}
	})
}
