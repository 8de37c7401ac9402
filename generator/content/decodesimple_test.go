package content

import (
	"os"
	"path/filepath"
	"testing"

	"go.yaml.in/yaml/v4"
)

// The front matter of the project's own releases, meetings and contacts.
func TestMostFrontMatterIsSimple(t *testing.T) {
	simple := 0
	files, _ := filepath.Glob("../../content/*/*.md")
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		matter, _ := splitMatter(name, data, nil)
		if new(simpleYAML).parse(matter.yaml) != nil {
			simple++
		}
	}
	if simple*2 < len(files) {
		t.Errorf("%d of %d", simple, len(files))
	}
}

func FuzzSimpleFrontMatterIsWhatTheLibraryReads(f *testing.F) {
	for _, seed := range []string{
		"title: Dialog\n", "title: Dialog", "title: Åtgärder – för “alla” företag\ndate: 2012-03-27 09:00\n", "topics: [Näringsliv, Service, å]\nregions: [ Alingsås ]\n",
		"draft: true\n", "draft: null\nupdated: Null\n", "phone: 0322-61 60 00\norder: 3\n", "title: a: b\n", "title: a:b#c\n", "title: a #b\n", "title: a\n  b\n", "url: https://a.se/?a=1&b=[2]\n",
		"topics: []\n", "topics: [a,b]\n", "topics: [a, [b]]\n", "topics: [a,, b]\n", "topics: [a, b,]\n", "topics: [true, 1, null]\n", "topics: [a:b, c]\n", "title: a\u2028b\n", "title: a\u0085b\n", "title: å\u00a0ö\n",
		"title:  a\n", "title: a \n", "title: a\t\n", "title:\ta\n", "title: - a\n", "title: a\r\n", "title: \"a\"\n", "null: a\n", "a: b\na: c\n", "---\na: b\n", "a: b\n---\n", "a: b\n...\n", "a: ---\n", "title: 🙂 a\n", "\n", "a: b\n\nc: d\n", "a: b]\n", "a: b, c\n", "a: b{c}\n", "y: yes\nn: off\n", "a: 0x10\nb: .5\nc: 1e3\n", "a: Ä: b\n", "topics: [Ä b, c d]\n", "topics: [a-b, c]\n", "topics: [-, c]\n", "topics: [a b , c]\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if _, ok, _ := readText("a.md", []byte(text)); !ok {
			t.Skip("no text that is read")
		}
		// What was read before must not shine through.
		memory := new(simpleYAML)
		memory.parse([]byte("title: Before\ntopics: [a, b, c]\nlead: Before\n"))
		got := memory.parse([]byte(text))
		if got == nil {
			return
		}
		var doc yaml.Node
		if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
			t.Fatalf("%q: the library says %v", text, err)
		}
		sameNode(t, text, got, doc.Content[0])
	})
}

func sameNode(t *testing.T, text string, got, want *yaml.Node) {
	t.Helper()
	tag := want.Tag
	if tag == "!!int" || tag == "!!float" || tag == "!!timestamp" {
		tag = "!!str"
	}
	if got.Kind != want.Kind || got.Style != want.Style || got.Tag != tag || got.Value != want.Value || got.Line != want.Line || got.Column != want.Column ||
		want.Anchor != "" || want.Alias != nil || want.HeadComment+want.LineComment+want.FootComment != "" || len(got.Content) != len(want.Content) {
		t.Fatalf("%q:\n got %+v\nwant %+v", text, got, want)
	}
	for i := range got.Content {
		sameNode(t, text, got.Content[i], want.Content[i])
	}
}
