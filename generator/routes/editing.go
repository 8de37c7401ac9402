//go:build !js

package routes

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base32"
	"encoding/json"
	"io/fs"
	"strings"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/web"
)

// What stands in [Sources.Editor]. Go brings the second along; it fits the first, which was made with the same Go.
const (
	EditorProgram = "editor.wasm.gz"
	EditorRuntime = "wasm_exec.js"
)

//go:embed editing/*.js
var editing embed.FS

// editingFiles tells the scripts where the rest lies. What has a hash in its name is loaded once.
type editingFiles struct {
	Program string `json:"program"`
	Runtime string `json:"runtime"`
	Index   string `json:"index"`
}

// listEditing adds what a browser needs to show a page while it is written.
func (l *lister) listEditing() {
	if !l.hasEditor() {
		return
	}
	if !l.showsWriting() {
		l.diags.Add(l.site.Settings.At("admin"), diag.NoEditorPreview, "folder", l.from.EditorLabel)
		return
	}
	files := editingFiles{Index: EditorIndexURL}
	for _, made := range []struct {
		name, stem, end string
		url             *string
	}{{EditorProgram, "editor", ".wasm.gz", &files.Program}, {EditorRuntime, "runtime", ".js", &files.Runtime}} {
		data, err := fs.ReadFile(l.from.Editor, made.name)
		if err != nil {
			continue // it went since it was looked for; the page says that it shows nothing
		}
		sum := sha256.Sum256(data)
		*made.url = editingFolder + made.stem + "." + strings.ToLower(base32.StdEncoding.EncodeToString(sum[:5])) + made.end
		l.addEditing(*made.url, func() ([]byte, error) { return data, nil })
	}
	l.addEditing(editingFolder+"files.json", func() ([]byte, error) { return json.Marshal(files) })
	scripts, err := editing.ReadDir("editing")
	if err != nil {
		panic(err) // it is part of this program
	}
	for _, script := range scripts {
		l.addEditing(editingFolder+script.Name(), func() ([]byte, error) { return editing.ReadFile("editing/" + script.Name()) })
	}
	l.listEditorIndex()
}

// showsWriting tells whether there is all that shows pages in the editor.
func (l *lister) showsWriting() bool {
	if l.from.Editor == nil {
		return false
	}
	for _, name := range []string{EditorProgram, EditorRuntime} {
		if _, err := fs.Stat(l.from.Editor, name); err != nil {
			return false
		}
	}
	return true
}

func (l *lister) addEditing(url string, data func() ([]byte, error)) {
	l.add(web.Route{URL: url, Source: l.site.Settings.File, Render: func(w *bytes.Buffer) (diag.List, error) {
		text, err := data()
		w.Write(text)
		return nil, err
	}})
}
