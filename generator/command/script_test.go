package command

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"alingsas.se/dialog/generator/sitetest"
	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"generator": func() {
		os.Exit(Run(os.Args[1:], Environment{os.Stdout, os.Stderr, os.Getenv, scriptClock}))
	}})
}

// scriptClock stands still at noon of 15 June 2026 in Alingsås, or at the moment that a script sets as CLOCK.
func scriptClock() time.Time {
	if set, err := time.Parse(time.RFC3339, os.Getenv("CLOCK")); err == nil {
		return set
	}
	return sitetest.Now
}

// Each script is a session: what is called, what it prints, what it leaves behind. It runs in a folder
// of its own, with the project's templates and static files and the content that the script holds.
// Beside the commands of testscript there are
//
//	exits CODE COMMAND…      the command must exit with that code
//	png FILE…                writes a picture of one pixel
//	novel FILE…              writes a text as long as a book
//	replace FILE OLD NEW     replaces a text in a file; NEW may hold \n
//	encode FORM FILE…        rewrites files as "crlf", "bom" or "utf16"
//	[!] within TEXT FOLDER   some file of the folder holds the text, or has it in its name
//	tree FOLDER NAME         remembers every file of a folder, or compares it with what was remembered
//	occupy TAKEN FREE        listens on a port of this computer and names it, and one that is free
//	answers URL TEXT         waits until there is an answer, which must hold the text
func TestScript(t *testing.T) {
	cache := t.TempDir() // of all sessions: drawing the same pictures in each takes minutes under -race
	testscript.Run(t, testscript.Params{
		Dir:                "../testdata/script",
		RequireUniqueNames: true,
		Setup:              func(env *testscript.Env) error { return setUpScript(env, cache) },
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "png": writePNG, "replace": replace, "encode": encode, "within": within, "tree": tree, "occupy": occupy, "answers": answers, "novel": novel,
		},
	})
}

func setUpScript(env *testscript.Env, cache string) error {
	for _, name := range []string{"LANG", "LC_ALL", "LC_MESSAGES", "NETLIFY", "CONTEXT", "URL", "DEPLOY_PRIME_URL", "DEPLOY_URL", "COMMIT_REF", "CLOCK"} {
		env.Setenv(name, "")
	}
	env.Setenv("LANG", "C")
	env.Setenv("XDG_CACHE_HOME", cache)
	env.Setenv("GORACE", "atexit_sleep_ms=0") // under -race every process would sleep a second at its end
	for _, dir := range []string{"templates", "static"} {
		if err := os.CopyFS(filepath.Join(env.WorkDir, dir), os.DirFS(filepath.Join(sitetest.Project, dir))); err != nil {
			return fmt.Errorf("copy the project's %s: %w", dir, err)
		}
	}
	return nil
}

func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND…")
	}
	code := 0
	var failed *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &failed) {
		code = failed.ExitCode()
	} else {
		ts.Check(err)
	}
	if strconv.Itoa(code) != args[0] {
		ts.Fatalf("exit code %d, want %s", code, args[0])
	}
}

func writePNG(ts *testscript.TestScript, neg bool, args []string) {
	data, err := base64.StdEncoding.DecodeString(sitetest.OnePixel)
	ts.Check(err)
	for _, name := range args {
		ts.Check(os.MkdirAll(filepath.Dir(ts.MkAbs(name)), 0o777))
		ts.Check(os.WriteFile(ts.MkAbs(name), data, 0o666))
	}
}

func novel(ts *testscript.TestScript, neg bool, args []string) {
	for _, name := range args {
		ts.Check(os.WriteFile(ts.MkAbs(name), []byte("En roman\n\n"+strings.Repeat("Det var en gång en kommun vid en sjö, och den sjön var djup.\n\n", 10_000)), 0o666))
	}
}

func replace(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 3 {
		ts.Fatalf("usage: replace FILE OLD NEW")
	}
	text := ts.ReadFile(args[0])
	if !strings.Contains(text, args[1]) {
		ts.Fatalf("%s does not hold %q", args[0], args[1])
	}
	text = strings.ReplaceAll(text, args[1], strings.ReplaceAll(args[2], `\n`, "\n"))
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o666))
}

func encode(ts *testscript.TestScript, neg bool, args []string) {
	for _, name := range args[1:] {
		text := ts.ReadFile(name)
		switch args[0] {
		case "crlf":
			text = strings.ReplaceAll(text, "\n", "\r\n")
		case "bom":
			text = "\uFEFF" + text
		case "utf16":
			text = "\xff\xfe" + strings.Join(strings.Split(text, ""), "\x00") + "\x00"
		default:
			ts.Fatalf("no form %q", args[0])
		}
		ts.Check(os.WriteFile(ts.MkAbs(name), []byte(text), 0o666))
	}
}

func within(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: [!] within TEXT FOLDER")
	}
	var found []string
	for name, data := range readTree(ts, args[1]) {
		if strings.Contains(name, args[0]) || strings.Contains(data, args[0]) {
			found = append(found, name)
		}
	}
	slices.Sort(found)
	switch {
	case neg && len(found) > 0:
		ts.Fatalf("%q leaves a trace in %s", args[0], strings.Join(found, ", "))
	case !neg && len(found) == 0:
		ts.Fatalf("%q is nowhere in %s", args[0], args[1])
	}
}

func tree(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: tree FOLDER NAME")
	}
	var b strings.Builder
	files := readTree(ts, args[0])
	for _, name := range slices.Sorted(maps.Keys(files)) {
		fmt.Fprintf(&b, "%s %q\n", name, files[name])
	}
	kept := ts.MkAbs(filepath.Join(".trees", args[1]))
	before, err := os.ReadFile(kept)
	if errors.Is(err, fs.ErrNotExist) {
		ts.Check(os.MkdirAll(filepath.Dir(kept), 0o777))
		ts.Check(os.WriteFile(kept, []byte(b.String()), 0o666))
		return
	}
	ts.Check(err)
	if same := string(before) == b.String(); same == neg {
		ts.Fatalf("%s is %s what was remembered as %s", args[0], map[bool]string{true: "still", false: "no longer"}[same], args[1])
	}
}

func occupy(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: occupy TAKEN FREE")
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	ts.Check(err)
	ts.Defer(func() { listener.Close() })
	_, port, err := net.SplitHostPort(listener.Addr().String())
	ts.Check(err)
	ts.Setenv(args[0], port)
	ts.Setenv(args[1], nextFree("127.0.0.1", port))
}

func answers(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: answers URL TEXT")
	}
	var err error
	for range 200 {
		var response *http.Response
		if response, err = http.Get(args[0]); err == nil {
			body, _ := io.ReadAll(response.Body)
			response.Body.Close()
			if !bytes.Contains(body, []byte(args[1])) {
				ts.Fatalf("%s answers without %q:\n%s", args[0], args[1], body)
			}
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	ts.Check(err)
}

func readTree(ts *testscript.TestScript, dir string) map[string]string {
	files := map[string]string{}
	root := ts.MkAbs(dir)
	ts.Check(filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		rel, _ := filepath.Rel(root, name)
		files[filepath.ToSlash(rel)] = string(data)
		return err
	}))
	return files
}
