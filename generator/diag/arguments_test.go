package diag_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"alingsas.se/dialog/generator/diag"
)

var inBraces = regexp.MustCompile(`\{([a-z-]+)\}`)

// A text of the catalogue that names {file} is of no use where the code is reported without one: the
// reader would see the braces. So every call that makes a diagnostic is looked at.
func TestDiagnosticsGiveWhatTheirTextsName(t *testing.T) {
	calls := diagnosticCalls(t)
	for _, call := range calls {
		if len(call.args)%2 != 0 {
			t.Errorf("%s: names and values of %s do not come in pairs", call.at, call.code)
		}
		for _, name := range namedBy(call.code) {
			if !slices.Contains(call.names, name) && name != "suggestion" {
				t.Errorf("%s: a text of [%s] names {%s}, which is not given", call.at, call.code, name)
			}
		}
	}
	if len(calls) < 50 {
		t.Errorf("only %d calls found: the test no longer sees them", len(calls))
	}
}

// namedBy gives the names in the texts of a code.
func namedBy(code diag.Code) []string {
	var names []string
	d := diag.New(diag.Position{}, code)
	for _, text := range []string{d.Message("sv"), d.Message("en"), d.Hint("sv"), d.Hint("en")} {
		for _, m := range inBraces.FindAllStringSubmatch(text, -1) {
			names = append(names, m[1])
		}
	}
	return names
}

type diagnosticCall struct {
	at    string
	code  diag.Code
	args  []ast.Expr // names and values in turn
	names []string   // those that are written as texts
}

// diagnosticCalls finds every call that has one of the constants of diag among its arguments.
func diagnosticCalls(t *testing.T) []diagnosticCall {
	t.Helper()
	codes := codeConstants(t)
	var calls []diagnosticCall
	err := filepath.WalkDir("..", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return err
		}
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, name, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || call.Ellipsis.IsValid() {
				return true
			}
			for i, arg := range call.Args {
				selector, ok := arg.(*ast.SelectorExpr)
				if !ok {
					continue
				}
				if pkg, ok := selector.X.(*ast.Ident); ok && pkg.Name == "diag" && codes[selector.Sel.Name] != "" {
					found := diagnosticCall{at: files.Position(call.Pos()).String(), code: codes[selector.Sel.Name], args: call.Args[i+1:]}
					for j := 0; j < len(found.args); j += 2 {
						if text, ok := found.args[j].(*ast.BasicLit); ok {
							value, _ := strconv.Unquote(text.Value)
							found.names = append(found.names, value)
						}
					}
					calls = append(calls, found)
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return calls
}

// codeConstants gives the codes by the names of their constants.
func codeConstants(t *testing.T) map[string]diag.Code {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "codes.go", nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	codes := map[string]diag.Code{}
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || len(spec.Values) != 1 {
			return true
		}
		if text, ok := spec.Values[0].(*ast.BasicLit); ok && len(spec.Names) == 1 {
			value, _ := strconv.Unquote(text.Value)
			codes[spec.Names[0].Name] = diag.Code(value)
		}
		return true
	})
	if len(codes) != len(diag.Codes()) {
		t.Fatalf("%d constants for %d codes: one of them has no texts, or no constant", len(codes), len(diag.Codes()))
	}
	return codes
}
