package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "alingsas.se/dialog/generator"

// allowedImports is the architecture: which of our packages each package may import. To change it is a
// decision; say in the commit why.
var allowedImports = map[string][]string{
	"diag":     {},
	"limits":   {},
	"prose":    {},
	"locale":   {},
	"markdown": {"diag", "limits"},
	"content":  {"diag", "limits", "locale", "markdown"},
	"site":     {"diag", "locale", "markdown", "content"},
	"formats":  {},
	"pictures": {},
	"search":   {},
	"stencil":  {},
	"routes":   {"diag", "locale", "markdown", "content", "site", "formats", "pictures", "search", "stencil"},
	"gate":     {"diag", "site", "routes"},
	"publish":  {"diag", "routes"},
	"ledger":   {},
	"preview":  {"diag", "routes"},
	"check":    {"diag", "markdown", "prose", "content", "site", "routes"},
	".":        {"diag", "limits", "prose", "locale", "markdown", "content", "site", "formats", "pictures", "search", "stencil", "routes", "gate", "publish", "ledger", "preview", "check"},
}

func TestPackagesImportOneWay(t *testing.T) {
	for pkg, imports := range importsOfOurs(t) {
		allowed, known := allowedImports[pkg]
		if !known {
			t.Errorf("generator/%s is not in the table of allowedImports: say there what it may import", pkg)
			continue
		}
		for file, imported := range imports {
			for _, name := range imported {
				if !slices.Contains(allowed, name) {
					t.Errorf("%s imports %s; generator/%s may import %v", file, name, pkg, allowed)
				}
			}
		}
	}
}

// importsOfOurs gives the imports of our own packages by package and file, tests left out.
func importsOfOurs(t *testing.T) map[string]map[string][]string {
	t.Helper()
	found := map[string]map[string][]string{}
	err := filepath.WalkDir(".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && entry.Name() == "testdata":
			return fs.SkipDir
		case filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		pkg := filepath.ToSlash(filepath.Dir(name))
		if found[pkg] == nil {
			found[pkg] = map[string][]string{}
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range file.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			if ours, ok := strings.CutPrefix(imported, module+"/"); ok {
				found[pkg][name] = append(found[pkg][name], ours)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// topLevel is what may stand in the project's folder, beside names that begin with a dot and the output.
var topLevel = []string{"content", "templates", "static", "generator", "go.mod", "go.sum", "netlify.toml", "README.md", "public"}

func TestTheTopLevelHoldsWhatItShould(t *testing.T) {
	entries, err := os.ReadDir("..")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if name := entry.Name(); !strings.HasPrefix(name, ".") && !slices.Contains(topLevel, name) {
			t.Errorf("%s stands at the top level; only %v and dot-files do", name, topLevel)
		}
	}
	ignored, err := os.ReadFile("../.gitignore")
	if err != nil || !slices.ContainsFunc(strings.Fields(string(ignored)), func(line string) bool { return path.Clean("/"+line) == "/public" }) {
		t.Errorf("the output folder public/ must be ignored by git: %v", err)
	}
}
