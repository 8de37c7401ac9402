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

// allowedImports is the architecture, in the order of the flow: which of our packages each package may import. To
// change it is a decision; say in the commit why.
var allowedImports = map[string][]string{
	"diag":      {},
	"limits":    {},
	"locale":    {},
	"prose":     {},
	"formats":   {},
	"documents": {},
	"stencil":   {},
	"related":   {},
	"web":       {"diag"},
	"folder":    {"diag"},
	"ledger":    {"diag", "folder"},
	"markdown":  {"diag", "limits"},
	"content":   {"diag", "limits", "locale", "markdown"},
	"blank":     {"diag", "locale", "content"},
	"intake":    {"diag", "limits", "locale", "prose", "markdown", "content"},
	"site":      {"diag", "locale", "web", "documents", "markdown", "content", "pictures"},
	"pictures":  {"diag", "limits"},
	"admin":     {"diag", "content"},
	"search":    {"locale"},
	"sharing":   {"diag"},
	"routes":    {"diag", "admin", "locale", "formats", "stencil", "web", "markdown", "content", "site", "pictures", "search", "sharing", "related"},
	"gate":      {"diag", "limits", "web", "site"},
	"publish":   {"diag", "web"},
	"preview":   {"diag", "web"},
	"check":     {"diag", "prose", "web", "markdown", "content", "site"},
	"outside":   {"diag", "check"}, // the network, which a browser's check does without
	"workspace": {"diag", "admin", "locale", "web", "folder", "ledger", "pictures", "content", "blank", "site", "routes", "gate", "preview", "check"},
	"command":   {"diag", "limits", "locale", "web", "folder", "ledger", "content", "blank", "intake", "site", "routes", "publish", "preview", "check", "outside", "workspace"},
	// The editor is the other way from content to a page: in a browser, of what a build has written there.
	"editor":      {"diag", "locale", "web", "content", "site", "pictures", "routes", "check"},
	"editor/wasm": {"editor"},
	".":           {"command"},

	// Only tests import it.
	"sitetest": {"diag", "preview", "web", "workspace"},
}

// maxDepth is how many packages may stand one upon the other: a reader has to hold that many in the head.
const maxDepth = 7

func TestPackagesAreNoDeeperThanAReaderCanFollow(t *testing.T) {
	imports := map[string][]string{}
	for pkg, files := range importsOfOurs(t) {
		for _, imported := range files {
			imports[pkg] = append(imports[pkg], imported...)
		}
	}
	var depth func(pkg string) int
	depth = func(pkg string) int {
		deepest := 0
		for _, below := range imports[pkg] {
			if below == "sitetest" {
				t.Errorf("generator/%s imports sitetest, which is for tests", pkg)
			}
			deepest = max(deepest, depth(below))
		}
		return deepest + 1
	}
	if n := depth("command"); n > maxDepth {
		t.Errorf("command stands on %d packages one upon the other, at most %d are allowed", n-1, maxDepth-1)
	} else {
		t.Logf("import depth %d from command", n)
	}
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
