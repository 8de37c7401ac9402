package command

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/routes"
)

// An editorCommand makes the program that shows a page in a browser while it is written. It is not kept in the project,
// since it is as large as all the rest; a build takes it from the folder.
type editorCommand struct {
	Root string `default:"." placeholder:"DIR" help:"The project's folder, with the source of this program (default: this one)."`
	Out  string `placeholder:"DIR" help:"Where the program is put (default: .admin/preview in the root)."`
}

// editorSource is the program, from the project's folder.
const editorSource = "./generator/editor/wasm"

// editorFolder is where a build looks for it.
var editorFolder = filepath.Join(".admin", "preview")

// Run has Go compile the program, and packs it.
func (c *editorCommand) Run(env Environment) error {
	out := c.Out
	if out == "" {
		out = filepath.Join(c.Root, editorFolder)
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	program, err := compileEditor(c.Root, out)
	if err != nil {
		return err
	}
	packed, err := packed(program)
	if err != nil {
		return err
	}
	runtime, err := editorRuntime()
	if err != nil {
		return err
	}
	for name, data := range map[string][]byte{routes.EditorProgram: packed, routes.EditorRuntime: runtime} {
		if err := os.WriteFile(filepath.Join(out, name), data, 0o644); err != nil {
			return err
		}
	}
	fmt.Fprintf(env.Stdout, "%s: %.1f MB\n", filepath.Join(out, routes.EditorProgram), float64(len(packed))/1e6)
	return nil
}

// compileEditor leaves out names and inlined functions: a browser loads a quarter less, and shows pages as fast as one
// types all the same.
func compileEditor(root, out string) ([]byte, error) {
	raw := filepath.Join(out, "editor.wasm")
	defer os.Remove(raw)
	abs, err := filepath.Abs(raw)
	if err != nil {
		return nil, err
	}
	build := exec.Command("go", "build", "-trimpath", "-gcflags=all=-l", "-ldflags=-s -w", "-o", abs, editorSource)
	build.Dir, build.Env = root, append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOFLAGS=")
	said, err := build.CombinedOutput()
	if errors.Is(err, exec.ErrNotFound) {
		return nil, diag.Usage(diag.Both("Go finns inte på den här datorn", "Go is not on this computer"),
			diag.Both("installera Go (go.dev), eller kör kommandot där webbplatsen byggs", "install Go (go.dev), or run the command where the site is built"))
	}
	if err != nil {
		return nil, diag.Usage(diag.Both("programmet går inte att kompilera: "+lastLine(said), "the program cannot be compiled: "+lastLine(said)),
			diag.Both("kör kommandot i projektets mapp, där generator/ ligger", "run the command in the project's folder, where generator/ lies"))
	}
	return os.ReadFile(raw)
}

func lastLine(text []byte) string {
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	return lines[len(lines)-1]
}

func packed(data []byte) ([]byte, error) {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	err = w.Close()
	return b.Bytes(), err
}

// editorRuntime is the script of the same Go that joins the program to a browser.
func editorRuntime() ([]byte, error) {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, err
	}
	return os.ReadFile(filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", routes.EditorRuntime))
}
