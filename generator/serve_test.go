package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"alingsas.se/dialog/generator/diag"
)

var (
	edits = flag.Int("edits", 40, "how many random edits the preview is tested with")
	seed  = flag.Uint64("seed", 0, "of the random edits; 0 = another one each time")
)

// previewNow is the moment that the previews of these tests stand still at.
var previewNow = time.Date(2012, 3, 28, 10, 0, 0, 0, time.UTC)

// A livingSite is a preview of a copy of the project, which may be edited.
type livingSite struct {
	t       *testing.T
	root    string
	address string
	stop    func()
}

// startSite serves the files of root as the command does, until stop is called or the test ends.
func startSite(t *testing.T, root string, poll time.Duration) *livingSite {
	t.Helper()
	return startSiteAt(t, root, poll, "127.0.0.1:0")
}

func startSiteAt(t *testing.T, root string, poll time.Duration, address string) *livingSite {
	t.Helper()
	command := serveCommand{place: place{Root: root, Messages: "en"}}
	env := environment{io.Discard, io.Discard, os.Getenv, func() time.Time { return previewNow }}
	p, err := command.newPreview(env)
	if err != nil {
		t.Fatal(err)
	}
	p.poll = poll
	listener, err := net.Listen("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error)
	go func() { ended <- p.run(ctx, listener) }()
	s := &livingSite{t: t, root: root, address: "http://" + listener.Addr().String()}
	isStopped := false
	s.stop = func() {
		if isStopped {
			return
		}
		isStopped = true
		cancel()
		select {
		case err := <-ended:
			if err != nil {
				t.Error(err)
			}
		case <-time.After(20 * time.Second):
			t.Error("the preview does not end")
		}
	}
	t.Cleanup(s.stop)
	return s
}

// build makes the site of the files anew, as build would: its outputs by URL, and what can't be rendered.
type built struct {
	outputs map[string][]byte
	failed  []string
	isPage  map[string]bool
	errors  []string
	isWrong bool // a text has an error that shows when it is converted only
}

func (s *livingSite) build() built {
	s.t.Helper()
	in := func(name string) string { return filepath.Join(s.root, name) }
	_, _, table, diags, err := assembleOnce(job{content: in("content"), templates: in("templates"), static: in("static"), clock: previewNow})
	if err != nil {
		return built{errors: []string{err.Error()}}
	}
	b := built{outputs: map[string][]byte{}, isPage: map[string]bool{}}
	for _, d := range diags.Sorted() {
		if d.Severity() == diag.Error {
			b.errors = append(b.errors, d.Position.String()+": "+d.Message("en"))
		}
	}
	if len(b.errors) > 0 {
		return b
	}
	for _, r := range table {
		var w bytes.Buffer
		found, err := r.Render(&w)
		if err != nil {
			b.failed = append(b.failed, r.URL)
			continue
		}
		b.isWrong = b.isWrong || found.HasErrors()
		b.outputs[r.URL], b.isPage[r.URL] = w.Bytes(), r.IsPage()
	}
	return b
}

var scriptTag = regexp.MustCompile(`<script src="/_preview/client\.js\?page=[0-9a-f]*" defer></script>`)

// get fetches a URL; from a page the preview's script is taken away, and it must be there, once.
func (s *livingSite) get(path string, isPage bool) (status int, body []byte, err error) {
	response, err := http.Get(s.address + path)
	if err != nil {
		return 0, nil, err
	}
	defer response.Body.Close()
	body, err = io.ReadAll(response.Body)
	if err == nil && isPage {
		if n := len(scriptTag.FindAll(body, -1)); n != 1 {
			return 0, nil, fmt.Errorf("%d scripts in %s", n, path)
		}
		body = scriptTag.ReplaceAll(body, nil)
	}
	return response.StatusCode, body, err
}

// tell is what the bar of a page says.
type tell struct {
	Reload         bool
	Old            bool
	Errors         int
	Style          string
	Faults         []struct{ Place, Message, Code, Excerpt string }
	Drafts, Future bool
	Now, Moment    string
}

func (s *livingSite) tell(path string) (tell, error) {
	var told tell
	response, err := http.Get(s.address + "/_preview/events?url=" + url.QueryEscape(path))
	if err != nil {
		return told, err
	}
	defer response.Body.Close()
	line, err := bufio.NewReader(response.Body).ReadString('\n')
	if err != nil {
		return told, err
	}
	return told, json.Unmarshal([]byte(strings.TrimPrefix(line, "data: ")), &told)
}

// shows tells in what the preview differs from outputs; nil where in nothing.
func (s *livingSite) shows(want built) error {
	for _, path := range slices.Sorted(maps.Keys(want.outputs)) {
		status, got, err := s.get(path, want.isPage[path])
		switch {
		case err != nil:
			return err
		case status != http.StatusOK:
			return fmt.Errorf("%s: status %d", path, status)
		case !bytes.Equal(got, want.outputs[path]):
			return fmt.Errorf("%s differs:\n%s", path, firstDifference(got, want.outputs[path]))
		}
	}
	told, err := s.tell("/")
	if err == nil && (told.Errors > 0 && len(want.failed) == 0 && !want.isWrong || told.Old && !slices.Contains(want.failed, "/")) {
		err = fmt.Errorf("the panel tells of errors where there are none: %+v", told)
	}
	return err
}

// showsOld tells in what the preview differs from a site with errors, whose last good state was before.
func (s *livingSite) showsOld(before built, isExact bool) error {
	told, err := s.tell("/")
	if err != nil {
		return err
	}
	if told.Errors == 0 || !told.Old && !slices.Contains(before.failed, "/") {
		return fmt.Errorf("the panel tells of %d errors, old: %v", told.Errors, told.Old)
	}
	for path := range before.outputs {
		status, got, err := s.get(path, before.isPage[path])
		if err != nil {
			return err
		}
		if isExact && before.isPage[path] && (status != http.StatusOK || !bytes.Equal(got, before.outputs[path])) {
			return fmt.Errorf("%s (status %d) is not the last good one:\n%s", path, status, firstDifference(got, before.outputs[path]))
		}
	}
	return nil
}

// eventually tries until there is no error.
func eventually(t *testing.T, limit time.Duration, try func() error) error {
	t.Helper()
	deadline := time.Now().Add(limit)
	for wait := 5 * time.Millisecond; ; wait = min(2*wait, 200*time.Millisecond) {
		err := try()
		if err == nil || time.Now().After(deadline) {
			return err
		}
		time.Sleep(wait)
	}
}

// A list shows the first paragraph of a release that has no lead. It is rendered once for all lists, and again once
// the text is another one. It is written into the file as it is, so that nothing else changed at any moment and the
// site stays linked; and it is shown, too, while the site is the last good one because of another file.
func TestPreviewListsWhatATextSaysNow(t *testing.T) {
	e := newEditor(t, rand.New(rand.NewPCG(1, 1)))
	for _, dir := range []string{"made-0", "made-5", "made-10", "made-15"} { // pictures beside texts are linked by them
		e.must(os.RemoveAll(e.path("content/press/" + dir)))
	}
	const name, text = "content/press/2012-03-28-utan-ingress.md", "---\ntitle: Utan ingress\ndate: 2012-03-28 09:00\n---\n\n%s står först.\n"
	e.put(name, fmt.Appendf(nil, text, "Detta"))
	for _, name := range e.files("") { // what was written a moment ago is read again in any case
		long := previewNow.AddDate(-1, 0, 0)
		e.must(os.Chtimes(e.path(name), long, long))
	}
	site := startSite(t, e.root, 0)
	soon := func(is func() error) {
		t.Helper()
		if err := eventually(t, 15*time.Second, is); err != nil {
			t.Fatal(err)
		}
	}
	listsAfterWriting := func(first string) {
		t.Helper()
		f, err := os.OpenFile(e.path(name), os.O_WRONLY, 0)
		e.must(err)
		_, err = fmt.Fprintf(f, text, first)
		e.must(err)
		e.must(f.Close())
		soon(func() error {
			_, body, err := site.get("/pressmeddelanden/", true)
			if err == nil && !bytes.Contains(body, []byte(first+" står först.")) {
				err = fmt.Errorf("the list does not say %q", first)
			}
			return err
		})
	}
	listsAfterWriting("Detta")
	listsAfterWriting("Annat")
	e.put("content/press/made-1.md", []byte("---\ntitel: fel\n---\n"))
	soon(func() error {
		told, err := site.tell("/")
		if err == nil && !told.Old {
			err = fmt.Errorf("the last good site is not told to be old: %+v", told)
		}
		return err
	})
	time.Sleep(stampGap + time.Second/2) // so that the broken file is not read again in any case
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
			count := *edits / test.share
			t.Logf("go test ./generator -run %s -edits %d -seed %d", t.Name(), *edits, begin)
			e := newEditor(t, rand.New(rand.NewPCG(begin, 1)))
			site := startSite(t, e.root, test.poll)
			followEdits(t, e, site, count)
		})
	}
}

func followEdits(t *testing.T, e *editor, site *livingSite, count int) {
	t.Helper()
	good := site.build()
	if len(good.errors) > 0 {
		t.Fatal(good.errors)
	}
	var history []string
	isExact, broken := true, 0
	check := func() {
		now := site.build()
		limit := 15 * time.Second
		if len(now.errors) > 0 {
			broken++
			if err := eventually(t, limit, func() error { return site.showsOld(good, isExact) }); err != nil {
				t.Fatalf("after %s, with %q:\n%v", strings.Join(history, "\n"), now.errors, err)
			}
			return
		}
		if err := eventually(t, limit, func() error { return site.shows(now) }); err != nil {
			t.Fatalf("after %s:\n%v", strings.Join(history, "\n"), err)
		}
		for _, path := range slices.Sorted(maps.Keys(good.outputs)) {
			if now.outputs[path] == nil && !slices.Contains(now.failed, path) {
				if status, _, _ := site.get(path, false); status == http.StatusOK && path+"/" != "//" {
					t.Fatalf("after %s:\n%s is gone, and still there", strings.Join(history, "\n"), path)
				}
			}
		}
		for path, old := range good.outputs { // what can't be rendered now is shown as it was
			if slices.Contains(now.failed, path) {
				now.outputs[path], now.isPage[path] = old, true
			}
		}
		for _, path := range now.failed {
			delete(now.outputs, path)
		}
		good, broken, isExact = now, 0, true
	}
	check()
	for range count {
		if broken > 2 {
			e.restore()
			history = append(history, "restore all")
		} else {
			what, exact := e.edit()
			history = append(history, what)
			isExact = isExact && exact
		}
		check()
	}
	e.restore()
	check()
}

// Neither goroutines, watches nor memory grow with edits, folders that come and go, and tabs that open and
// close: go test ./generator -run TestPreviewDoesNotGrow -edits 10000 is a working year.
func TestPreviewDoesNotGrow(t *testing.T) {
	count := max(100, *edits)
	e := newEditor(t, rand.New(rand.NewPCG(1, 2)))
	site := startSite(t, e.root, 0)
	settle := func() (goroutines, watches int) {
		want := site.build()
		if err := eventually(t, 20*time.Second, func() error { return site.shows(want) }); err != nil {
			t.Fatal(err)
		}
		http.DefaultClient.CloseIdleConnections()
		err := eventually(t, 3*time.Second, func() error {
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
			e.edit()
			if e.rand.IntN(4) == 0 {
				site.tell("/") // the tab is closed at once
			}
		}
		e.restore()
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
	err := eventually(t, 10*time.Second, func() error {
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
