package command_test

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"alingsas.se/dialog/generator/sitetest"
)

var (
	edits = flag.Int("edits", 40, "how many random edits the preview is tested with")
	seed  = flag.Uint64("seed", 0, "of the random edits; 0 = another one each time")
)

// A list shows the first paragraph of a release that has no lead. It is rendered once for all lists, and again once
// the text is another one. It is written into the file as it is, so that nothing else changed at any moment and the
// site stays linked; and it is shown, too, while the site is the last good one because of another file.
func TestPreviewListsWhatATextSaysNow(t *testing.T) {
	e := sitetest.NewEditor(t, rand.New(rand.NewPCG(1, 1)))
	for _, dir := range []string{"made-0", "made-5", "made-10", "made-15"} { // pictures beside texts are linked by them
		e.Must(os.RemoveAll(e.Path("content/press/" + dir)))
	}
	const name, text = "content/press/2012-03-28-utan-ingress.md", "---\ntitle: Utan ingress\ndate: 2012-03-28 09:00\n---\n\n%s står först.\n"
	e.Put(name, fmt.Appendf(nil, text, "Detta"))
	for _, name := range e.Files("") { // what was written a moment ago is read again in any case
		long := sitetest.PreviewNow.AddDate(-1, 0, 0)
		e.Must(os.Chtimes(e.Path(name), long, long))
	}
	site := sitetest.Start(t, e.Root, 0)
	soon := func(is func() error) {
		t.Helper()
		if err := sitetest.Eventually(15*time.Second, is); err != nil {
			t.Fatal(err)
		}
	}
	listsAfterWriting := func(first string) {
		t.Helper()
		f, err := os.OpenFile(e.Path(name), os.O_WRONLY, 0)
		e.Must(err)
		_, err = fmt.Fprintf(f, text, first)
		e.Must(err)
		e.Must(f.Close())
		soon(func() error {
			_, body, err := site.Get("/pressmeddelanden/", true)
			if err == nil && !bytes.Contains(body, []byte(first+" står först.")) {
				err = fmt.Errorf("the list does not say %q", first)
			}
			return err
		})
	}
	listsAfterWriting("Detta")
	listsAfterWriting("Annat")
	e.Put("content/press/made-1.md", []byte("---\ntitel: fel\n---\n"))
	soon(func() error {
		told, err := site.Tell("/")
		if err == nil && !told.Old {
			err = fmt.Errorf("the last good site is not told to be old: %+v", told)
		}
		return err
	})
	time.Sleep(5 * time.Second / 2) // so that the broken file is not read again in any case
	listsAfterWriting("Sista")
}

// The order of events is not trusted: whatever is done to the files, and however it falls together with
// what the preview does at that moment, it soon shows what a build of the same files gives.
func TestPreviewShowsWhatABuildGivesAfterAnyEdits(t *testing.T) {
	for _, test := range []struct {
		name  string
		poll  time.Duration
		share int // of the edits
	}{{"with events", 0, 1}, {"with polling", 50 * time.Millisecond, 4}} {
		t.Run(test.name, func(t *testing.T) {
			begin := *seed
			if begin == 0 {
				begin = 1 // a commit is judged by the same edits each time; others are a flag away
				if os.Getenv("CI") == "" {
					begin = rand.Uint64()
				}
			}
			count := sitetest.Times(*edits) / test.share
			t.Logf("go test ./generator/command -run %s -edits %d -seed %d", t.Name(), *edits, begin)
			e := sitetest.NewEditor(t, rand.New(rand.NewPCG(begin, 1)))
			site := sitetest.Start(t, e.Root, test.poll)
			followEdits(t, e, site, count)
		})
	}
}

func followEdits(t *testing.T, e *sitetest.Editor, site *sitetest.Preview, count int) {
	t.Helper()
	good := site.Build()
	if len(good.Errors) > 0 {
		t.Fatal(good.Errors)
	}
	var history []string
	isExact, broken := true, 0
	check := func() {
		now := site.Build()
		limit := 15 * time.Second
		if len(now.Errors) > 0 {
			broken++
			if err := sitetest.Eventually(limit, func() error { return site.ShowsOld(good, isExact) }); err != nil {
				t.Fatalf("after %s, with %q:\n%v", strings.Join(history, "\n"), now.Errors, err)
			}
			return
		}
		if err := sitetest.Eventually(limit, func() error { return site.Shows(now) }); err != nil {
			t.Fatalf("after %s:\n%v", strings.Join(history, "\n"), err)
		}
		for _, path := range slices.Sorted(maps.Keys(good.Outputs)) {
			if now.Outputs[path] == nil && !slices.Contains(now.Failed, path) {
				if status, _, _ := site.Get(path, false); status == http.StatusOK && path+"/" != "//" {
					t.Fatalf("after %s:\n%s is gone, and still there", strings.Join(history, "\n"), path)
				}
			}
		}
		for path, old := range good.Outputs { // what can't be rendered now is shown as it was
			if slices.Contains(now.Failed, path) {
				now.Outputs[path], now.IsPage[path] = old, true
			}
		}
		for _, path := range now.Failed {
			delete(now.Outputs, path)
		}
		good, broken, isExact = now, 0, true
	}
	check()
	for range count {
		if broken > 2 {
			e.Restore()
			history = append(history, "restore all")
		} else {
			what, exact := e.Edit()
			history = append(history, what)
			isExact = isExact && exact
		}
		check()
	}
	e.Restore()
	check()
}

// Neither goroutines, watches nor memory grow with edits, folders that come and go, and tabs that open and
// close: go test ./generator/command -run TestPreviewDoesNotGrow -edits 10000 is a working year.
func TestPreviewDoesNotGrow(t *testing.T) {
	sitetest.Long(t)
	count := max(100, *edits)
	e := sitetest.NewEditor(t, rand.New(rand.NewPCG(1, 2)))
	site := sitetest.Start(t, e.Root, 0)
	settle := func() (goroutines, watches int) {
		want := site.Build()
		if err := sitetest.Eventually(20*time.Second, func() error { return site.Shows(want) }); err != nil {
			t.Fatal(err)
		}
		http.DefaultClient.CloseIdleConnections()
		err := sitetest.Eventually(3*time.Second, func() error {
			before := runtime.NumGoroutine()
			time.Sleep(50 * time.Millisecond)
			if runtime.NumGoroutine() < before {
				return fmt.Errorf("still fewer")
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		return runtime.NumGoroutine(), watchesOf(t)
	}
	work := func(count int) {
		for range count {
			e.Edit()
			if e.Rand.IntN(4) == 0 {
				site.Tell("/") // the tab is closed at once
			}
		}
		e.Restore()
	}
	goroutines, watches := settle()
	work(100) // what is remembered of every file is there by then
	settle()
	heap := heapInUse()
	work(count)
	nowGoroutines, nowWatches := settle()
	if now := heapInUse(); now > heap+heap/5+4<<20 {
		t.Errorf("%d kB of memory became %d kB in %d edits", heap>>10, now>>10, count)
	} else {
		t.Logf("%d kB of memory became %d kB in %d edits", heap>>10, now>>10, count)
	}
	if nowGoroutines > goroutines+3 {
		stacks := make([]byte, 1<<20)
		t.Errorf("%d goroutines became %d:\n%s", goroutines, nowGoroutines, stacks[:runtime.Stack(stacks, true)])
	}
	// A folder that was replaced by another is watched until nobody holds it open, which the collector sees to.
	err := sitetest.Eventually(10*time.Second, func() error {
		runtime.GC()
		if nowWatches = watchesOf(t); nowWatches > watches {
			return fmt.Errorf("%d watches became %d", watches, nowWatches)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

// heapInUse is what the collector finds in use.
func heapInUse() uint64 {
	runtime.GC()
	runtime.GC() // what finalizers let go
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// watchesOf counts the folders that this process watches, as Linux tells it; 0 elsewhere.
func watchesOf(t *testing.T) (n int) {
	t.Helper()
	infos, err := filepath.Glob("/proc/self/fdinfo/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range infos {
		data, _ := os.ReadFile(name) // that of the glob itself is closed by now
		n += strings.Count(string(data), "inotify wd:")
	}
	return n
}

// What the start page makes stands in the content at once, and the preview shows it.
func TestPreviewMakesAFileToWriteIn(t *testing.T) {
	e := sitetest.NewEditor(t, rand.New(rand.NewPCG(1, 1)))
	site := sitetest.Start(t, e.Root, 0)
	wish := func(title string) (status int, page string) {
		t.Helper()
		response, err := http.PostForm(site.Address+"/_preview/new", url.Values{"kind": {"meetings"}, "title": {title}})
		e.Must(err)
		defer response.Body.Close()
		body, err := io.ReadAll(response.Body)
		e.Must(err)
		return response.StatusCode, string(body)
	}
	const name = "content/meetings/en-helt-ny-kvall.md"
	if status, page := wish("En helt ny kväll"); status != http.StatusOK || !strings.Contains(page, "meetings/en-helt-ny-kvall.md</code> <a href=") {
		t.Errorf("%d: the new file is not named\n%s", status, page)
	}
	text, err := os.ReadFile(e.Path(name))
	if err != nil || !bytes.HasPrefix(text, []byte("---\ntitle: En helt ny kväll\n")) || !bytes.Contains(text, []byte("\ndraft: true\n")) {
		t.Errorf("%v\n%s", err, text)
	}
	if status, page := wish("En helt ny kväll"); status != http.StatusUnprocessableEntity || !strings.Contains(page, "en-helt-ny-kvall is there already") {
		t.Errorf("%d: made again, or not told why not", status)
	}
}
