package workspace_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/folder"
	"alingsas.se/dialog/generator/sitetest"
	"alingsas.se/dialog/generator/workspace"
)

// However many texts are to come, each at a moment of its own, what is wrong in each of them is told, once.
func TestEveryTextThatIsToComeIsLookedAt(t *testing.T) {
	const texts = 60
	dir := t.TempDir()
	write := func(name, text string) string {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return folder.Label(file)
	}
	write("site.yaml", plainSettings)
	write("accessibility.yaml", plainStatement)
	write("contacts/anna-ek.md", "---\nname: Anna Ek\nrole: ordförande\nphone: 0322-61 61 22\n---\n")
	var want, got []string
	for i := range texts {
		day := time.Date(2026, 7, 1, 8, 0, 0, 0, time.UTC).AddDate(0, 0, i).Format("2006-01-02 15:04")
		text := fmt.Sprintf("---\ntitle: Text nummer %d\ndate: %s\ncontacts: [anna-ek]\n---\nDet är <center>fel</center>, och [här](borta.md).\n", i, day)
		want = append(want, write(fmt.Sprintf("press/text-%02d.md", i), text))
	}
	a, err := workspace.Assemble(workspace.Job{Content: dir, Templates: "../../templates", Static: "../../static", Clock: sitetest.Now})
	if err != nil || len(a.Diags) > 0 {
		t.Fatal(err, a.Diags)
	}
	for _, code := range []diag.Code{diag.RawHTML, diag.DeadLink} {
		got = nil
		for _, d := range a.Ahead() {
			if d.Code == code {
				got = append(got, d.File)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s is told of %d texts, want %d: %v", code, len(got), len(want), got)
		}
	}
}
