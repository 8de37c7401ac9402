package folder

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"alingsas.se/dialog/generator/diag"
)

func TestFilesAreWrittenWhole(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "new", "a.md")
	if err := WriteNew(file, []byte("a")); err != nil {
		t.Fatal(err)
	}
	if err := WriteNew(file, []byte("b")); !errors.Is(err, os.ErrExist) {
		t.Errorf("what is there is written over: %v", err)
	}
	link := filepath.Join(dir, "link.md")
	if err := errors.Join(os.Symlink(file, link), os.Chmod(file, 0o640), Replace(link, []byte("b"))); err != nil {
		t.Fatal(err)
	}
	info, err := os.Lstat(link)
	if err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is none any more: %v", err)
	}
	wantFile(t, file, "b")
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("other rights: %v %v", info.Mode(), err)
	}
}

func wantFile(t *testing.T, file, text string) {
	t.Helper()
	if got, err := os.ReadFile(file); err != nil || string(got) != text {
		t.Errorf("%s holds %q, want %q (%v)", file, got, text, err)
	}
	others, err := filepath.Glob(filepath.Join(filepath.Dir(file), ".*"))
	if err != nil || len(others) > 0 {
		t.Errorf("left behind: %q", others)
	}
}

// A process that may write only so much stands for a full disk, and the answer names the cause.
func TestWhatCannotBeWrittenLeavesNothing(t *testing.T) {
	if dir := os.Getenv("WRITE_IN"); dir != "" {
		limit := syscall.Rlimit{Cur: 1000, Max: 1000}
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
			t.Fatal(err)
		}
		long := []byte(strings.Repeat("b", 2000))
		for _, err := range []error{WriteNew(filepath.Join(dir, "new.md"), long), Replace(filepath.Join(dir, "old.md"), long)} {
			if failure := diag.AsFailure(err); failure == nil || !strings.HasPrefix(failure.Text.Swedish, "det går inte att skriva ") {
				t.Errorf("written, or not told in words: %v", err)
			}
		}
		return
	}
	dir := t.TempDir()
	old := filepath.Join(dir, "old.md")
	if err := os.WriteFile(old, []byte("a"), 0o666); err != nil {
		t.Fatal(err)
	}
	run := exec.Command(os.Args[0], "-test.run", t.Name())
	run.Env = append(os.Environ(), "WRITE_IN="+dir)
	if out, err := run.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	wantFile(t, old, "a")
	if _, err := os.Stat(filepath.Join(dir, "new.md")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("half a file is left: %v", err)
	}
}
