package publish

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/web"
)

// A moment is an inspector that does something when all is rendered and staged, and nothing moved in.
type moment func()

func (moment) Inspect(web.Route, []byte)             {}
func (moment) InspectFile(web.Route, web.File) error { return nil }
func (m moment) Found() diag.List                    { m(); return nil }

func TestASecondBuildIsKeptOut(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	var second error
	_, _, err := Write(site(route("/a/", "first")), dir, false, moment(func() {
		_, _, second = Write(site(route("/a/", "second")), dir, false)
		if _, _, err := Write(site(), dir+"2", false); err != nil {
			t.Errorf("into another folder: %v", err)
		}
		if _, _, err := Write(site(), dir, true); err != nil {
			t.Errorf("without writing: %v", err)
		}
	}))
	if err != nil {
		t.Fatal(err)
	}
	var held *HeldError
	if !errors.As(second, &held) || held.PID != os.Getpid() || held.Since.IsZero() {
		t.Errorf("the second build: %v, want a HeldError that knows the process", second)
	}
	if got := read(t, dir, "a", "index.html"); got != "first" {
		t.Errorf("a/index.html is %q", got)
	}
	wantAlone(t, dir, dir+"2")
}

// wantAlone tells what lies beside the folders.
func wantAlone(t *testing.T, dirs ...string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(dirs[0]))
	if err != nil || len(entries) != len(dirs) {
		t.Errorf("beside the folder lies %v (%v)", entries, err)
	}
}

func TestWhatAKilledBuildLeftIsRemoved(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "public")
	if err := os.MkdirAll(filepath.Join(parent, ".public.staging", "deep"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{".public.lock", ".public.staging/0", ".public.staging/deep/1"} {
		if err := os.WriteFile(filepath.Join(parent, name), []byte("1 2026-01-01T00:00:00Z\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if _, _, err := Write(site(), dir, false); err != nil {
		t.Fatal(err)
	}
	wantAlone(t, dir)
}

// What was written before is not there any more, so a folder made in its place would hold a part of the site.
func TestAStagingFolderThatIsTakenAwayIsNotMadeAgain(t *testing.T) {
	for _, url := range []string{"/deep/down/", "/deep/", "/zz.txt"} {
		parent := t.TempDir()
		dir := filepath.Join(parent, "public")
		thief := route(url, "late")
		thief.Render = func(w *bytes.Buffer) (diag.List, error) {
			w.WriteString("late")
			return nil, os.Rename(filepath.Join(parent, ".public.staging"), filepath.Join(parent, "taken"))
		}
		_, _, err := Write(site(thief), dir, false)
		if _, there := os.Stat(dir); err == nil || !errors.Is(there, fs.ErrNotExist) {
			t.Errorf("%s: error %v; the folder: %v", url, err, there)
		}
	}
}

func TestOnlyFilesAreLocks(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	letter := filepath.Join(t.TempDir(), "letter.txt")
	if err := os.WriteFile(letter, []byte("dear"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(letter, filepath.Join(filepath.Dir(dir), ".public.lock")); err != nil {
		t.Skip(err)
	}
	var failed *FileError
	if _, _, err := Write(site(), dir, false); !errors.As(err, &failed) {
		t.Errorf("got %v, want a FileError", err)
	}
	if got := read(t, letter); got != "dear" {
		t.Errorf("the letter says %q", got)
	}
}

// Who opens the file just before its holder removes it locks a file that nobody else will find.
func TestALockIsHeldByOne(t *testing.T) {
	path := filepath.Join(t.TempDir(), ".public.lock")
	var holders, taken atomic.Int32
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 2000 {
				l, err := takeLock(path, "public")
				var held *HeldError
				if errors.As(err, &held) {
					continue
				}
				if err != nil {
					t.Error(err)
					return
				}
				if holders.Add(1) > 1 {
					t.Error("two hold the lock")
				}
				taken.Add(1)
				for range 100 { // others come while it is held
					runtime.Gosched()
				}
				holders.Add(-1)
				l.release()
			}
		})
	}
	wg.Wait()
	if taken.Load() == 0 {
		t.Error("nobody got the lock")
	}
	if _, err := os.Lstat(path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the lock stays behind: %v", err)
	}
}

func TestFileSystemsWithoutLocksAreKnown(t *testing.T) {
	for err, want := range map[error]bool{syscall.ENOSYS: true, syscall.ENOTSUP: true, syscall.ENOLCK: true, syscall.EACCES: false, nil: false} {
		if err != nil {
			err = fmt.Errorf("flock: %w", err)
		}
		if got := isUnsupported(err); got != want {
			t.Errorf("%v: %v", err, got)
		}
	}
}

func TestANewFolderAppearsWhole(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	table := site(route("/", "home"), route("/a/b/", "b"), route("/a/b/c.txt", "c"))
	result, _, err := Write(table, dir, false, moment(func() {
		if _, err := os.Lstat(dir); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("before it is published the folder is there (%v)", err)
		}
	}))
	if err != nil || result.Written != len(table) {
		t.Fatalf("%+v, %v", result, err)
	}
	if got := read(t, dir, "a", "b", "index.html") + read(t, dir, "a", "b", "c.txt") + read(t, dir, "index.html"); got != "bchome" {
		t.Errorf("got %q", got)
	}
	info, err := os.Stat(dir)
	other, otherErr := os.Stat(filepath.Join(dir, "a", "b"))
	if err != nil || otherErr != nil || info.Mode() != other.Mode() || runtime.GOOS != "windows" && info.Mode().Perm()&0o755 != 0o755&^umask(t) {
		t.Errorf("the modes are %v and %v", info.Mode(), other.Mode())
	}
	// Whoever serves the site may be another user than whoever builds it.
	if info, err := os.Stat(filepath.Join(dir, "index.html")); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o644&^umask(t) {
		t.Errorf("a file has the mode %v (%v)", info.Mode(), err)
	}
	wantAlone(t, dir)
}

// umask is what the system takes from the mode of a new folder.
func umask(t *testing.T) os.FileMode {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "any")
	if err := os.Mkdir(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(dir)
	if err != nil {
		t.Fatal(err)
	}
	return 0o777 &^ info.Mode().Perm()
}

// What somebody else has put there while the site was rendered is not ours, even where it is empty.
func TestAFolderThatCameMeanwhileStays(t *testing.T) {
	for _, file := range []string{"", "letter.txt"} {
		dir := filepath.Join(t.TempDir(), "public")
		_, _, err := Write(site(), dir, false, moment(func() {
			if err := os.Mkdir(dir, 0o755); err != nil {
				t.Error(err)
			}
			if file != "" {
				if err := os.WriteFile(filepath.Join(dir, file), nil, 0o644); err != nil {
					t.Error(err)
				}
			}
		}))
		var failed *FileError
		if !errors.As(err, &failed) || failed.Begun {
			t.Errorf("got %v, want a FileError before anything was begun", err)
		}
		entries, err := os.ReadDir(dir)
		if want := min(len(file), 1); err != nil || len(entries) != want {
			t.Errorf("the folder holds %v (%v)", entries, err)
		}
		wantAlone(t, dir)
	}
}
