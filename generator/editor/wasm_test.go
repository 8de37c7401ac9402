package editor_test

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"alingsas.se/dialog/generator/editor"
	"alingsas.se/dialog/generator/routes"
)

// packedLimit is how much a browser may have to load, in bytes, packed as it is published.
const packedLimit = 4_000_000

// program builds what a browser runs, and packs it.
func program(t *testing.T) (file string) {
	t.Helper()
	if testing.Short() {
		t.Skip("building for a browser takes its time")
	}
	raw := filepath.Join(t.TempDir(), "editor.wasm")
	build := exec.Command("go", "build", "-trimpath", "-gcflags=all=-l", "-ldflags=-s -w", "-o", raw, "./wasm")
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	data, err := os.ReadFile(raw)
	if err != nil {
		t.Fatal(err)
	}
	var packed bytes.Buffer
	w, _ := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d bytes, packed %d", len(data), packed.Len())
	if packed.Len() > packedLimit {
		t.Errorf("packed it has %d bytes, at most %d are allowed", packed.Len(), packedLimit)
	}
	return write(t, "editor.wasm.gz", packed.Bytes())
}

func write(t *testing.T, name string, data []byte) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

// The program in a browser gives what the same packages give here.
func TestABrowserShowsTheSamePages(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("without node nothing runs as in a browser: ", err)
	}
	packed := program(t)
	for what, dir := range sites {
		t.Run(what, func(t *testing.T) {
			a := assemble(t, jobOf(t, dir))
			index := render(t, a.Table, routes.EditorIndexURL)
			var requests bytes.Buffer
			var wanted []editor.Answer
			e := open(t, a)
			for _, name := range texts(t, dir) {
				r := requestFor(t, dir, name)
				wanted = append(wanted, e.Look(r))
				if err := json.NewEncoder(&requests).Encode(r); err != nil {
					t.Fatal(err)
				}
			}
			compareAnswers(t, wanted, inNode(t, node, packed, index, requests.Bytes()))
		})
	}
}

func goRoot(t *testing.T) string {
	t.Helper()
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(root))
}

// inNode asks the worker, and gives a line for each answer.
func inNode(t *testing.T, node, packed, index string, requests []byte) []string {
	t.Helper()
	run := exec.Command(node, "testdata/node.mjs", "../routes/editing/worker.js", filepath.Join(goRoot(t), "lib/wasm/wasm_exec.js"),
		packed, write(t, "index.json", []byte(index)), write(t, "requests", requests))
	var stderr bytes.Buffer
	run.Stderr = &stderr
	out, err := run.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, &stderr)
	}
	t.Log(stderr.String(), len(index), " bytes of index")
	return strings.Split(strings.TrimSpace(string(out)), "\n")
}

// Who types is answered while typing. How long it takes is told, and not judged: machines differ.
func TestTypingInABrowser(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("without node nothing runs as in a browser: ", err)
	}
	const dir, name = "../../content", "press/2012-03-27-kommunen-bjuder-in-till-dialog.md"
	packed := program(t)
	a := assemble(t, jobOf(t, dir))
	for _, where := range []string{"body", "title"} {
		t.Run(where, func(t *testing.T) {
			var requests bytes.Buffer
			var wanted []editor.Answer
			e := open(t, a)
			for _, r := range typed(t, dir, name, where, 30) {
				began := time.Now()
				wanted = append(wanted, e.Look(r))
				t.Log("here", time.Since(began))
				if err := json.NewEncoder(&requests).Encode(r); err != nil {
					t.Fatal(err)
				}
			}
			compareAnswers(t, wanted, inNode(t, node, packed, render(t, a.Table, routes.EditorIndexURL), requests.Bytes()))
		})
	}
}

func compareAnswers(t *testing.T, wanted []editor.Answer, lines []string) {
	t.Helper()
	if len(lines) != len(wanted) {
		t.Fatalf("%d answers, want %d", len(lines), len(wanted))
	}
	var took, cpu, all []float64
	for i, line := range lines {
		var got struct {
			Answer  editor.Answer
			Page    string
			Failure string
			Took    float64
			All     float64
			CPU     float64
		}
		if err := json.Unmarshal([]byte(line), &got); err != nil || got.Failure != "" {
			t.Fatalf("%v %s", err, got.Failure)
		}
		took, cpu, all = append(took, got.Took), append(cpu, got.CPU), append(all, got.All)
		if got.Page != got.Answer.HTML {
			t.Errorf("%s: the page alone: %s", wanted[i].URL, difference(got.Page, got.Answer.HTML))
		}
		if got.Answer.HTML != wanted[i].HTML {
			t.Errorf("%s: %s", wanted[i].URL, difference(got.Answer.HTML, wanted[i].HTML))
		}
		if !slices.Equal(got.Answer.Found, wanted[i].Found) {
			t.Errorf("%s: found %+v, want %+v", wanted[i].URL, got.Answer.Found, wanted[i].Found)
		}
	}
	slices.Sort(took)
	slices.Sort(cpu)
	slices.Sort(all)
	t.Logf("%.0f ms in the middle, %.0f ms at most; of the processor %.0f ms and %.0f ms; with all that is said %.0f ms",
		took[len(took)/2], took[len(took)-1], cpu[len(cpu)/2], cpu[len(cpu)-1], all[len(all)/2])
}
