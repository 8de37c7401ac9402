package workspace_test

import (
	"bytes"
	"flag"
	"fmt"
	"image"
	_ "image/png"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"
	"time"

	"alingsas.se/dialog/generator/sitetest"
	"alingsas.se/dialog/generator/web"
	"alingsas.se/dialog/generator/workspace"
)

var update = flag.Bool("update", false, "rewrite testdata/golden from what is built now")

const golden = "../testdata/golden"

// goldenNow is the moment that the golden tree shows: the release is out, the meetings are to come.
const goldenNow = "2012-03-28 12:00"

// realSite assembles the project's own content.
func realSite(t *testing.T, now string) web.Table {
	t.Helper()
	a, err := workspace.Assemble(workspace.Job{
		Content: "../../content", Templates: "../../templates", Static: "../../static",
		Now: now, Clock: time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC),
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range a.Diags.Sorted() {
		t.Errorf("%s: %s [%s]", d.Position, d.Message("en"), d.Code)
	}
	return a.Table
}

func render(t *testing.T, r web.Route) []byte {
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
// go test ./generator/workspace -run Golden -update rewrites it.
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
		got := withoutHashes(withoutPixels(t, file, render(t, r)))
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
			t.Errorf("%s differs from %s:\n%s", r.URL, file, sitetest.FirstDifference(got, want))
		}
	}
	for _, file := range sitetest.FilesBelow(t, golden) {
		if !wanted[file] {
			t.Errorf("%s is no longer part of the output; is that wanted? Then run with -update", file)
		}
	}
}

// fingerprint is the hash in the name of a static file or of the picture of a link. The first stands on every page, so
// that a change of the style sheet would show as a change of all.
var fingerprint = regexp.MustCompile(`(assets/[\w-]+|/og)\.[a-z2-7]{8}\.`)

func withoutHashes(data []byte) []byte { return fingerprint.ReplaceAll(data, []byte("$1.HASH.")) }

// withoutPixels keeps of the picture of a link that there is one: how it looks is approved in package sharing.
func withoutPixels(t *testing.T, file string, data []byte) []byte {
	if filepath.Base(file) != "og.HASH.png" {
		return data
	}
	c, kind, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		t.Errorf("%s: %v", file, err)
	}
	return fmt.Appendf(nil, "%s %d × %d\n", kind, c.Width, c.Height)
}

func writeGolden(t *testing.T, file string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
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
