package command_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"alingsas.se/dialog/generator/command"
	"alingsas.se/dialog/generator/sitetest"
	"alingsas.se/dialog/generator/workspace"
)

// BenchmarkBuild is a whole build into a new folder, as the command does it.
func BenchmarkBuild(b *testing.B) {
	j := sitetest.Archive(b)
	b.ReportAllocs()
	for b.Loop() {
		runBuild(b, j, filepath.Join(b.TempDir(), "public"))
	}
}

// BenchmarkBuildAgain is a build into the folder of the one before, after an edit of one text.
func BenchmarkBuildAgain(b *testing.B) {
	j := sitetest.Archive(b)
	out := filepath.Join(b.TempDir(), "public")
	runBuild(b, j, out)
	release := filepath.Join(j.Content, "press", "2013-01-02-dialog-0000.md")
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

func runBuild(b *testing.B, j workspace.Job, out string) {
	b.Helper()
	var said strings.Builder
	args := []string{"build", "--quiet", "--content", j.Content, "--templates", j.Templates, "--static", j.Static, "--base-url", j.BaseURL, "--out", out, "--cache", j.Cache}
	env := command.Environment{Stdout: &said, Stderr: &said, Getenv: func(string) string { return "" }, Clock: func() time.Time { return j.Clock }}
	if status := command.Run(args, env); status != 0 {
		b.Fatalf("status %d: %s", status, said.String())
	}
}
