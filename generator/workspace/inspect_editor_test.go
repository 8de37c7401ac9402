package workspace_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/publish"
	"alingsas.se/dialog/generator/workspace"
)

// A program that is not ours has the words of many a title; what is made of the content is watched all the same.
func TestADraftIsCalledLikeAWordOfTheEditor(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"content/site.yaml":                       "title: Dialog\nbase_url: https://dialog.example.se\norganisation: {name: Exempel kommun}\nadmin: {repository: exempel/dialog, backend: github}\n",
		"content/pages/skiss.md":                  "---\ntitle: Markdown och annat\ndraft: true\n---\n\nText.\n",
		"packages/@sveltia/cms/npm/index.js":      "label: 'Markdown och annat'",
		"packages/@sveltia/cms/locales/sv.json":   "{}",
		"packages/@sveltia/cms/LICENSE.txt":       "MIT",
		"packages/immutable/dist/immutable.es.js": "",
		"packages/immutable/LICENSE":              "MIT",
		"packages/yaml/browser/index.js":          "",
		"packages/yaml/LICENSE":                   "ISC",
	} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	a, err := workspace.Assemble(workspace.Job{
		Content: filepath.Join(dir, "content"), Templates: "../../templates", Static: "../../static", Admin: filepath.Join(dir, "packages"),
		Clock: time.Date(2026, 6, 15, 12, 0, 0, 0, time.UTC),
	})
	if err != nil {
		t.Fatal(err)
	}
	_, diags, err := publish.Write(a.Table, filepath.Join(dir, "public"), false, a.Inspectors(a.Places())...)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range diags {
		if d.Code == diag.WithheldLeak {
			t.Errorf("%s: %s", d.Position, d.Message("en"))
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "public", "admin", "cms", "npm", "index.js")); err != nil {
		t.Error(err)
	}
}
