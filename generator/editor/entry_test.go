package editor_test

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"alingsas.se/dialog/generator/editor"
	"go.yaml.in/yaml/v4"
)

// An entry is a text as the editor in the browser holds it.
type entry struct {
	Path       string         `json:"path"`
	Collection string         `json:"collection"`
	Data       map[string]any `json:"data"`
	I18n       map[string]any `json:"i18n"`
}

// entryOf reads the files of a request as that editor does.
func entryOf(t *testing.T, r editor.Request) entry {
	t.Helper()
	folder, _, _ := strings.Cut(r.Name, "/")
	e := entry{Path: "content/" + r.Name, Collection: folder, I18n: map[string]any{}}
	for _, f := range r.Files {
		parts := strings.SplitN(f.Text, "---\n", 3)
		data := map[string]any{}
		var root yaml.Node
		if err := yaml.Unmarshal([]byte(parts[1]), &root); err != nil {
			t.Fatal(err)
		}
		for i := 0; i+1 < len(root.Content[0].Content); i += 2 {
			data[root.Content[0].Content[i].Value] = plain(root.Content[0].Content[i+1])
		}
		data["body"] = strings.TrimSpace(parts[2])
		if f.Name == r.Name {
			e.Data = data
			continue
		}
		lang := "sv"
		if strings.HasSuffix(f.Name, ".en.md") {
			lang = "en"
		}
		e.I18n[lang] = map[string]any{"data": data}
	}
	return e
}

// plain gives values as forms have them: texts, but for numbers, true and false.
func plain(n *yaml.Node) any {
	switch n.Kind {
	case yaml.SequenceNode:
		list := []any{}
		for _, c := range n.Content {
			list = append(list, plain(c))
		}
		return list
	case yaml.MappingNode:
		object := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			object[n.Content[i].Value] = plain(n.Content[i+1])
		}
		return object
	}
	var value any
	if err := n.Decode(&value); err == nil {
		switch value.(type) {
		case int, float64, bool:
			return value
		}
	}
	return n.Value
}

// inFormWords is what testdata/entries.mjs says in the words of its form.
var inFormWords = []string{
	"”Publiceras” saknas, skriv ”Publiceras”", "skriv ”Fotograf”: Namn Efternamn", "skriv ”Offentligt från”: 2026-03-27 i content/meetings/a.md",
	"menade du `Alingsås`, \"date x\", `unknown: [id]`?",
}

// What the form holds makes the page that its file makes.
func TestTheFormShowsThePageOfItsFile(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("without node no script runs: ", err)
	}
	source, err := os.ReadFile("../routes/editing/entry.js")
	if err != nil {
		t.Fatal(err)
	}
	module := write(t, "entry.mjs", source)
	for what, dir := range sites {
		t.Run(what, func(t *testing.T) {
			e := open(t, assemble(t, jobOf(t, dir)))
			names := texts(t, dir)
			var input bytes.Buffer
			for _, name := range names {
				if err := json.NewEncoder(&input).Encode(map[string]any{"entry": entryOf(t, requestFor(t, dir, name)), "languages": []string{"sv", "en"}}); err != nil {
					t.Fatal(err)
				}
			}
			script, err := filepath.Abs("testdata/entries.mjs")
			if err != nil {
				t.Fatal(err)
			}
			run := exec.Command(node, script, module)
			run.Stdin, run.Stderr = &input, os.Stderr
			out, err := run.Output()
			if err != nil {
				t.Fatal(err)
			}
			for i, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
				var made struct {
					Request editor.Request
					Place   struct{ Field string }
					Held    []int
					Said    []string
				}
				if err := json.Unmarshal([]byte(line), &made); err != nil {
					t.Fatal(err)
				}
				if made.Request.Name != names[i] {
					t.Errorf("%s is taken for %s", names[i], made.Request.Name)
				}
				want, got := e.Look(requestFor(t, dir, names[i])).HTML, e.Look(made.Request).HTML
				if got != want {
					t.Errorf("%s: %s\n%s", names[i], difference(got, want), made.Request.Files[0].Text)
				}
				if made.Place.Field == "" || !slices.Equal(made.Held, []int{1, 0, 0}) {
					t.Errorf("%s: line 2 is of %q, held back are %v", names[i], made.Place.Field, made.Held)
				}
				if !slices.Equal(made.Said, inFormWords) {
					t.Errorf("in the words of a form: %q", made.Said)
				}
			}
		})
	}
}
