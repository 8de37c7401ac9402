package diag_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"alingsas.se/dialog/generator/diag"
)

// A code without a case is a rule that nobody has seen work. A case is a script or a text in the
// testdata of a package that shows the code as messages do, in brackets.
func TestEveryDiagnosticHasACase(t *testing.T) {
	shown := map[string]bool{}
	inBrackets := regexp.MustCompile(`\\?\[([a-z0-9-]+)\\?\]`)
	markdownCases := regexp.MustCompile(`(?m)^[^ ]+ ([a-z-]+): `) // those of markdown, which writes no brackets
	err := filepath.WalkDir("..", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(name) != ".txtar" {
			return err
		}
		data, err := os.ReadFile(name)
		pattern := inBrackets
		if strings.HasPrefix(filepath.ToSlash(name), "../markdown/") {
			pattern = markdownCases
		}
		for _, m := range pattern.FindAllStringSubmatch(string(data), -1) {
			shown[m[1]] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, code := range diag.Codes() {
		if !shown[string(code)] {
			t.Errorf("no case shows [%s]", code)
		}
	}
}
