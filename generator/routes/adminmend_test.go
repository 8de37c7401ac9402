//go:build !js

package routes

import (
	"bytes"
	"os"
	"testing"
)

// The editor has the line that is changed, once. That what it deletes is right then is seen in a browser (TestTheEditor).
func TestTheEditorHasTheLineThatIsMended(t *testing.T) {
	data, err := os.ReadFile("../../.admin/node_modules/" + editorStart)
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("there is no editor, and CI must have it: ", err)
		}
		t.Skip("SKIPPED: there is no editor. npm ci --prefix .admin installs it")
	}
	if n := len(deletedFolders.FindAll(data, -1)); n != 1 {
		t.Errorf("the line that says which files are deleted with a text is there %d times", n)
	}
	mended := mendEditor(editorStart, data)
	if !bytes.Contains(mended, []byte(`.locales).filter(({path:e})=>/\/index\.([a-z-]+\.)?md$/.test(e)).map(`)) {
		t.Error("it is as it was")
	}
	if other := mendEditor("yaml/browser/index.js", data); !bytes.Equal(other, data) {
		t.Error("another file is changed")
	}
}
