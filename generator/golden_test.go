package main

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"alingsas.se/dialog/generator/routes"
)

var update = flag.Bool("update", false, "rewrite testdata/golden from what is built now")

const golden = "testdata/golden"

// goldenNow is the moment that the golden tree shows: the release is out, the meetings are to come.
const goldenNow = "2012-03-28 12:00"

// realSite assembles the project's own content.
func realSite(t *testing.T, now string) routes.Table {
	t.Helper()
	_, _, table, diags, err := assembleOnce(job{
		content: "../content", templates: "../templates", static: "../static",
		now: now, clock: time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC),
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range diags.Sorted() {
		t.Errorf("%s: %s [%s]", d.Position, d.Message("en"), d.Code)
	}
	return table
}

func render(t *testing.T, r routes.Route) []byte {
	t.Helper()
	var w bytes.Buffer
	diags, err := r.Render(&w)
	if err != nil {
		t.Errorf("%s: %v", r.URL, err)
	}
	for _, d := range diags {
		t.Errorf("%s: %s: %s [%s]", r.URL, d.Position, d.Message("en"), d.Code)
	}
	return w.Bytes()
}

// The tree in testdata/golden is the real site's output. A change of it is reviewed in the diff;
// go test ./generator -run Golden -update rewrites it.
func TestGoldenTreeOfTheRealSite(t *testing.T) {
	table := realSite(t, goldenNow)
	if *update {
		if err := os.RemoveAll(golden); err != nil {
			t.Fatal(err)
		}
	}
	wanted := map[string]bool{}
	for _, r := range table {
		file := filepath.Join(golden, filepath.FromSlash(string(withoutHashes([]byte(r.File())))))
		wanted[file] = true
		got := withoutHashes(render(t, r))
		if *update {
			writeGolden(t, file, got)
			continue
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Errorf("%s: new output; is it wanted? Then run with -update", r.URL)
			continue
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s differs from %s:\n%s", r.URL, file, firstDifference(got, want))
		}
	}
	for _, file := range filesBelow(t, golden) {
		if !wanted[file] {
			t.Errorf("%s is no longer part of the output; is that wanted? Then run with -update", file)
		}
	}
}

// fingerprint is the hash in the name of a static file. It stands on every page, so that a change of the
// style sheet would show as a change of all.
var fingerprint = regexp.MustCompile(`(assets/\w+)\.[a-z2-7]{8}\.`)

func withoutHashes(data []byte) []byte { return fingerprint.ReplaceAll(data, []byte("$1.HASH.")) }

func writeGolden(t *testing.T, file string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// firstDifference shows where two outputs begin to differ, with a little of what stands around.
func firstDifference(got, want []byte) string {
	at := 0
	for at < min(len(got), len(want)) && got[at] == want[at] {
		at++
	}
	around := func(data []byte) string {
		return strings.ToValidUTF8(string(data[max(0, at-60):min(len(data), at+100)]), "")
	}
	return fmt.Sprintf("  got:  %q\n  want: %q", around(got), around(want))
}

func filesBelow(t *testing.T, dir string) []string {
	t.Helper()
	var files []string
	err := filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			files = append(files, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// Rendering reads the model and adds nothing to it: in any order, again and at once it gives the same.
func TestRenderingIsPure(t *testing.T) {
	first := realSite(t, goldenNow)
	want := make([][]byte, len(first))
	for i, r := range first {
		want[i] = render(t, r)
	}
	for i, r := range slices.Backward(first) {
		if !bytes.Equal(render(t, r), want[i]) {
			t.Errorf("%s is not the same when it is rendered again, in reverse order", r.URL)
		}
	}
	t.Run("at once", func(t *testing.T) {
		fresh := realSite(t, goldenNow)
		for i, r := range fresh {
			t.Run(r.URL, func(t *testing.T) {
				t.Parallel()
				if !bytes.Equal(render(t, r), want[i]) {
					t.Error("is not the same when all are rendered at once from a model made anew")
				}
			})
		}
	})
}
