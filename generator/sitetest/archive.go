package sitetest

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"alingsas.se/dialog/generator/workspace"
)

// ArchiveSize is how many releases the archive of the benchmarks has, beside the project's own content.
const ArchiveSize = 1000

// Archive writes the project's content with many releases like the one that is there, and gives its job.
func Archive(b testing.TB) workspace.Job {
	b.Helper()
	dir := filepath.Join(b.TempDir(), "content")
	if err := os.CopyFS(dir, os.DirFS(Project+"/content")); err != nil {
		b.Fatal(err)
	}
	release, err := os.ReadFile(filepath.Join(dir, "press/2012-03-27-kommunen-bjuder-in-till-dialog.md"))
	if err != nil {
		b.Fatal(err)
	}
	_, body, found := bytes.Cut(release[3:], []byte("\n---\n"))
	if !found {
		b.Fatal("the release has no front matter")
	}
	day := time.Date(2013, 1, 2, 0, 0, 0, 0, time.UTC)
	for i := range ArchiveSize {
		date := day.AddDate(0, 0, 4*i).Format(time.DateOnly)
		text := fmt.Sprintf("---\ntitle: Dialog nummer %d\ndate: %s 09:00\nlead: Kommunen bjuder in till samtal nummer %d.\ntopics: [Offentlig sektor, Ämne %d]\ncontacts: [daniel-filipsson]\n---\n%s", i, date, i, i%20, body)
		if err := os.WriteFile(filepath.Join(dir, "press", fmt.Sprintf("%s-dialog-%04d.md", date, i)), []byte(text), 0o644); err != nil {
			b.Fatal(err)
		}
	}
	return workspace.Job{Content: dir, Templates: Project + "/templates", Static: Project + "/static", BaseURL: "https://dialog.example.se", Cache: filepath.Join(b.TempDir(), "cache"), Clock: time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC)}
}
