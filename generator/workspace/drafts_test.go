package workspace_test

import (
	"path/filepath"
	"strings"
	"testing"

	"alingsas.se/dialog/generator/check"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/publish"
	"alingsas.se/dialog/generator/sitetest"
	"alingsas.se/dialog/generator/workspace"
	"github.com/rogpeppe/go-internal/txtar"
)

// Every text of all cases is made a draft: none of what is wrong in them may keep anything back, whoever asks to
// see drafts or not.
func TestNoFaultOfADraftIsAnError(t *testing.T) {
	sitetest.Long(t)
	cases, err := filepath.Glob("../*/testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	own, err := filepath.Glob("../testdata/check/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range append(own, cases...) {
		if strings.HasPrefix(filepath.ToSlash(name), "../markdown/") {
			continue // those are bodies without their files
		}
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		drafted := map[string]bool{}
		for i, f := range archive.Files {
			text, found := strings.CutPrefix(string(f.Data), "---\n")
			if found && strings.HasSuffix(f.Name, ".md") && !strings.Contains(text, "draft:") {
				archive.Files[i].Data = []byte("---\ndraft: true\n" + text)
				drafted["content/"+f.Name] = true
			}
		}
		t.Run(name, func(t *testing.T) {
			for _, d := range runCase(t, archive).diags {
				if d.Severity() == diag.Error && drafted[d.File] {
					t.Errorf("%v: %s", d.Position, d.Message("en"))
				}
			}
			a, err := workspace.Assemble(workspace.Job{Content: "content", Templates: "templates", Static: "static", Clock: sitetest.Now, Drafts: true, Future: true})
			if err != nil {
				t.Fatal(err)
			}
			diags := a.Diags
			if a.Model != nil {
				_, found, _ := publish.Write(a.Table, "", true, a.Inspectors(a.Places())...)
				diags = append(append(diags, found...), check.Texts(t.Context(), a.Set)...)
			}
			for _, d := range diags {
				if d.Severity() == diag.Error && drafted[d.File] {
					t.Errorf("among the drafts: %v: %s", d.Position, d.Message("en"))
				}
			}
		})
	}
}
