package preview

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

func mustURL(s string) *url.URL {
	u, err := url.Parse(s)
	if err != nil {
		panic(err)
	}
	return u
}

// A watched folder with the calls that came of it.
type watched struct {
	t     *testing.T
	dir   string
	calls chan []string
	w     *watch
}

func startWatch(t *testing.T) *watched {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "content")
	if err := os.MkdirAll(filepath.Join(dir, "press"), 0o755); err != nil {
		t.Fatal(err)
	}
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		t.Fatal(err)
	}
	f := &watched{t: t, dir: dir, calls: make(chan []string, 1000)}
	f.w = &watch{watcher: watcher, folders: []string{dir}, changed: func(paths []string) { f.calls <- paths }}
	f.w.watchAll()
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error)
	go func() { ended <- f.w.run(ctx) }()
	t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
		watcher.Close()
	})
	if first := f.call(); first != nil {
		t.Fatalf("the first call is about %q, and not about all files", first)
	}
	return f
}

// call waits for a call and gives its paths, inside the folder.
func (f *watched) call() []string {
	f.t.Helper()
	select {
	case paths := <-f.calls:
		for i, p := range paths {
			rel, _ := filepath.Rel(f.dir, p)
			paths[i] = filepath.ToSlash(rel)
		}
		return paths
	case <-time.After(10 * time.Second):
		f.t.Fatal("no call came")
		return nil
	}
}

func (f *watched) isQuiet(d time.Duration) {
	f.t.Helper()
	select {
	case paths := <-f.calls:
		f.t.Errorf("a call about %q came", paths)
	case <-time.After(d):
	}
}

func (f *watched) write(name, text string) {
	f.t.Helper()
	path := filepath.Join(f.dir, name)
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(text), 0o644)); err != nil {
		f.t.Fatal(err)
	}
}

func TestASaveIsOneCallWithItsPathAndOneThatLooksAtAll(t *testing.T) {
	f := startWatch(t)
	f.write("press/a.md", "text")
	if got := f.call(); !slices.Contains(got, "press/a.md") {
		t.Errorf("got %q", got)
	}
	if got := f.call(); got != nil {
		t.Errorf("the second call is about %q", got)
	}
	f.isQuiet(2 * again)
}

func TestASaveByRenamingIsACallAboutTheFile(t *testing.T) {
	f := startWatch(t)
	f.write("press/a.md.tmp", "text")
	if err := os.Rename(filepath.Join(f.dir, "press/a.md.tmp"), filepath.Join(f.dir, "press/a.md")); err != nil {
		t.Fatal(err)
	}
	for !slices.Contains(f.call(), "press/a.md") {
	}
}

func TestABurstIsOneCallAboutAll(t *testing.T) {
	f := startWatch(t)
	for i := range 500 {
		f.write("press/"+strings.Repeat("x", i%20+1)+".md", "text")
	}
	for got := f.call(); got != nil; got = f.call() { // the first few may come before it is a burst
	}
	time.Sleep(2 * again)
	// On a busy machine the burst takes so long that it is several.
	if n := len(f.calls); n > 50 {
		t.Errorf("%d calls came after", n)
	}
}

func TestWhatIsInANewFolderIsSeen(t *testing.T) {
	f := startWatch(t)
	f.write("press/new/deep/er/one.md", "text")
	for f.call() != nil { // the call about all files finds it
	}
	f.write("press/new/deep/er/one.md", "more")
	if got := f.call(); !slices.Contains(got, "press/new/deep/er/one.md") {
		t.Errorf("the folder is not watched: got %q", got)
	}
}

func TestEditorsOwnFilesMakeNoCallOfTheirOwn(t *testing.T) {
	for _, name := range []string{".a.md.swp", ".a.md.swx", "4913", "a.md~", "#a.md#", ".#a.md", "a.md.tmp", ".~lock.a.odt#", ".DS_Store"} {
		if !isJunk(name) {
			t.Errorf("%s counts as content", name)
		}
	}
	for _, name := range []string{"a.md", "_headers", "a.b.md", "49130", "tmp", "a~b"} {
		if isJunk(name) {
			t.Errorf("%s counts as junk", name)
		}
	}
	f := startWatch(t)
	f.write("press/.a.md.swp", "x")
	if got := f.call(); got != nil {
		t.Errorf("a call about %q came; only one about all files, later, is due", got)
	}
}

func TestWhatHappensBesideTheFoldersIsNothing(t *testing.T) {
	f := startWatch(t)
	f.write("../README.md", "text")
	f.write("../public/index.html", "text")
	f.isQuiet(2 * again)
}

func TestATouchIsNothing(t *testing.T) {
	f := startWatch(t)
	f.write("press/a.md", "text")
	for f.call() != nil {
	}
	if err := os.Chtimes(filepath.Join(f.dir, "press/a.md"), time.Now(), time.Now()); err != nil {
		t.Fatal(err)
	}
	f.isQuiet(2 * again)
}

func TestAFolderThatReplacesTheWatchedOneIsWatched(t *testing.T) {
	f := startWatch(t)
	if err := os.RemoveAll(f.dir); err != nil {
		t.Fatal(err)
	}
	f.write("press/a.md", "text")
	for f.call() != nil {
	}
	f.write("press/a.md", "more")
	if got := f.call(); !slices.Contains(got, "press/a.md") {
		t.Errorf("got %q", got)
	}
}

func TestLostEventsLetAllBeLookedAt(t *testing.T) {
	f := startWatch(t)
	// A folder that came while events were lost.
	if err := f.w.watcher.Remove(filepath.Join(f.dir, "press")); err != nil {
		t.Fatal(err)
	}
	f.w.watcher.Errors <- fsnotify.ErrEventOverflow
	if got := f.call(); got != nil {
		t.Errorf("the call is about %q", got)
	}
	f.write("press/a.md", "text")
	if got := f.call(); !slices.Contains(got, "press/a.md") {
		t.Errorf("got %q", got)
	}
}

func TestFoldersThatGoAreNotWatchedOn(t *testing.T) {
	f := startWatch(t)
	before := len(f.w.watcher.WatchList())
	for i := range 20 {
		f.write("press/one/deep/a.md", "text")
		time.Sleep(5 * time.Millisecond)
		to := filepath.Join(f.dir, "press/two")
		if i%2 == 0 {
			to = filepath.Join(f.dir, "../elsewhere")
		}
		if err := os.Rename(filepath.Join(f.dir, "press/one"), to); err != nil {
			t.Fatal(err)
		}
		time.Sleep(5 * time.Millisecond)
		if err := os.RemoveAll(to); err != nil {
			t.Fatal(err)
		}
	}
	deadline := time.Now().Add(5 * time.Second)
	for len(f.w.watcher.WatchList()) > before {
		if time.Now().After(deadline) {
			t.Fatalf("still watched: %q", f.w.watcher.WatchList())
		}
		time.Sleep(10 * time.Millisecond)
	}
}

// A watch goes with the folder that is moved, and fsnotify may take the new one for it away after.
func TestAMovedFolderIsWatchedOn(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a folder that is watched cannot be moved there")
	}
	f := startWatch(t)
	f.write("press/place-0/a.md", "text")
	for f.call() != nil {
	}
	for i := range 30 {
		from, to := fmt.Sprintf("press/place-%d", i), fmt.Sprintf("press/place-%d", i+1)
		if err := os.Rename(filepath.Join(f.dir, from), filepath.Join(f.dir, to)); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(i%4) * time.Millisecond)
	}
	time.Sleep(patience + 2*again) // by then all is quiet, however it fell together
	for len(f.calls) > 0 {
		f.call()
	}
	f.write("press/place-30/a.md", "more")
	if got := f.call(); !slices.Contains(got, "press/place-30/a.md") {
		t.Errorf("got %q", got)
	}
}

func TestPollingCallsAgainAndAgain(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	calls := 0
	err := Watch(ctx, []string{t.TempDir()}, time.Millisecond, func(paths []string) {
		if calls++; calls == 5 {
			cancel()
		}
		if paths != nil {
			t.Errorf("a call about %q", paths)
		}
	}, func(text string) { t.Error(text) })
	if err != nil || calls < 5 {
		t.Errorf("%d calls, %v", calls, err)
	}
}

func TestAFolderThatCannotBeWatchedIsPolledAndTold(t *testing.T) {
	if os.Geteuid() == 0 || runtime.GOOS == "windows" {
		t.Skip("nothing is forbidden to this user")
	}
	dir := t.TempDir()
	closed := filepath.Join(dir, "closed")
	if err := os.Mkdir(closed, 0); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	told := ""
	if err := Watch(ctx, []string{dir}, 0, func([]string) { cancel() }, func(text string) { told = text }); err != nil || told == "" {
		t.Errorf("told %q, %v", told, err)
	}
}
