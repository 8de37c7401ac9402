package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/publish"
	"alingsas.se/dialog/generator/routes"
	"alingsas.se/dialog/generator/site"
)

// archiveSize is how many releases the archive of the benchmarks has, beside the project's own content.
const archiveSize = 1000

// newArchive writes the project's content with many releases like the one that is there, and gives its job.
func newArchive(b *testing.B) job {
	b.Helper()
	dir := filepath.Join(b.TempDir(), "content")
	if err := os.CopyFS(dir, os.DirFS("../content")); err != nil {
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
	for i := range archiveSize {
		date := day.AddDate(0, 0, 4*i).Format(time.DateOnly)
		text := fmt.Sprintf("---\ntitle: Dialog nummer %d\ndate: %s 09:00\nlead: Kommunen bjuder in till samtal nummer %d.\ntopics: [Offentlig sektor, Ämne %d]\ncontacts: [daniel-filipsson]\n---\n%s", i, date, i, i%20, body)
		if err := os.WriteFile(filepath.Join(dir, "press", fmt.Sprintf("%s-dialog-%04d.md", date, i)), []byte(text), 0o644); err != nil {
			b.Fatal(err)
		}
	}
	return job{content: dir, templates: "../templates", static: "../static", baseURL: "https://dialog.example.se", clock: time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC)}
}

// BenchmarkStages shows where the time of a build goes, and the memory: each stage for all of an archive. Compare
// stages of one run with each other, and runs on one machine.
func BenchmarkStages(b *testing.B) {
	j := newArchive(b)
	w, model, table, diags, err := assembleOnce(j)
	if err != nil || diags.HasErrors() {
		b.Fatal(err, diags)
	}
	stage := func(name string, do func(b *testing.B)) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				do(b)
			}
		})
	}
	stage("load", func(b *testing.B) {
		if set, _, _ := content.NewLoader(w.contentFS, "content").Load(); len(set.Releases) < archiveSize {
			b.Fatal("releases are missing")
		}
	})
	options, err := j.options(w.set.Settings)
	if err != nil {
		b.Fatal(err)
	}
	options.Words = w.words
	stage("link", func(*testing.B) { site.Link(w.set, options) })
	stage("list", func(*testing.B) { routes.List(model, w.sources(j, false)) })
	stage("render", func(b *testing.B) {
		table.RenderAll(func(_ int, o routes.Output) {
			if o.Err != nil {
				b.Error(o.Err)
			}
		})
	})
	stage("inspect", func(b *testing.B) {
		// Rendered as well: what is looked at is in the worker's hands only then.
		if _, found, err := publish.Write(table, "", true, w.inspectors(model, table, w.places(model))...); err != nil || found.HasErrors() {
			b.Fatal(err, found)
		}
	})
	stage("write new", func(b *testing.B) {
		out := filepath.Join(b.TempDir(), "public")
		if _, _, err := publish.Write(table, out, false); err != nil {
			b.Fatal(err)
		}
	})
	out := filepath.Join(b.TempDir(), "public")
	stage("write again", func(b *testing.B) {
		if _, _, err := publish.Write(table, out, false); err != nil {
			b.Fatal(err)
		}
	})
}

// BenchmarkBuild is a whole build into a new folder, as the command does it.
func BenchmarkBuild(b *testing.B) {
	j := newArchive(b)
	b.ReportAllocs()
	for b.Loop() {
		runBuild(b, j, filepath.Join(b.TempDir(), "public"))
	}
}

// BenchmarkBuildAgain is a build into the folder of the one before, after an edit of one text.
func BenchmarkBuildAgain(b *testing.B) {
	j := newArchive(b)
	out := filepath.Join(b.TempDir(), "public")
	runBuild(b, j, out)
	release := filepath.Join(j.content, "press", "2013-01-02-dialog-0000.md")
	text, err := os.ReadFile(release)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if err := os.WriteFile(release, fmt.Appendf(text[:len(text):len(text)], "\nÄndring %d.\n", i), 0o644); err != nil {
			b.Fatal(err)
		}
		runBuild(b, j, out)
	}
}

func runBuild(b *testing.B, j job, out string) {
	b.Helper()
	var said strings.Builder
	args := []string{"build", "--quiet", "--content", j.content, "--templates", j.templates, "--static", j.static, "--base-url", j.baseURL, "--out", out}
	env := environment{stdout: &said, stderr: &said, getenv: func(string) string { return "" }, clock: func() time.Time { return j.clock }}
	if status := run(args, env); status != 0 {
		b.Fatalf("status %d: %s", status, said.String())
	}
}
