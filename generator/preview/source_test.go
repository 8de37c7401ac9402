package preview

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/web"
)

// A fakeSource is a site that tests write by hand: outputs by URL.
type fakeSource struct {
	mu        sync.Mutex
	outputs   map[string]string
	failures  map[string]error
	sources   map[string]string // the content file of a page
	diags     diag.List
	next      time.Time
	change    Change
	check     func(context.Context) diag.List
	create    func(kind, title string) (string, error)
	items     []Item
	assembled int
}

func (f *fakeSource) set(do func()) {
	f.mu.Lock()
	defer f.mu.Unlock()
	do()
}

func (f *fakeSource) Refresh([]string) Change {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.change
}

func (f *fakeSource) Assemble(v View) Result {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.assembled++
	r := Result{Diags: slices.Clone(f.diags), Next: f.next, IsPresent: v.Now == "", Language: "en", Check: f.check, Create: f.create, Items: f.items}
	if v.Now == "nonsense" {
		r.Err = errors.New("no date")
		return r
	}
	for url, text := range f.outputs {
		failure := f.failures[url]
		r.Table = append(r.Table, web.Route{URL: url, Source: f.sources[url], Render: func(w *bytes.Buffer) (diag.List, error) {
			w.WriteString(strings.ReplaceAll(text, "{now}", v.Now))
			return nil, failure
		}})
	}
	slices.SortFunc(r.Table, func(a, b web.Route) int { return strings.Compare(a.URL, b.URL) })
	return r
}

func (f *fakeSource) Excerpt(string) []byte { return []byte("first line\n") }

const fakeHeaders = "/*\n  X-All: yes\n  Content-Security-Policy: default-src 'self'; upgrade-insecure-requests\n/*.ics\n  Content-Type: text/calendar\n/one/*\n  X-One: yes\n"

func newFake() *fakeSource {
	return &fakeSource{change: Everything, failures: map[string]error{}, outputs: map[string]string{
		"/": "<body>home</body>", "/one/": "<body>one {now}</body>", "/404.html": "<body>nothing here</body>", "/a.ics": "BEGIN",
		"/p/min%20bild%20%281%29.png": "png", "/with%20space.txt": "text", "/_headers": fakeHeaders, "/_redirects": "/old/ /one/ 301\n/tv%C3%A5 /one/?x=1 301\n/one/ q=%C3%A5 /a/ 301!\n/old b=1 id=3 /two/ 301\n/old id=3 /three/ 301\n",
	}}
}

// present is a clock that tests move.
type present struct {
	mu  sync.Mutex
	now time.Time
}

func (p *present) get() time.Time {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.now
}

func (p *present) set(t time.Time) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.now = t
}

func newTestServer(t *testing.T, source Source, clock func() time.Time) *Server {
	t.Helper()
	if clock == nil {
		clock = time.Now
	}
	s := New(source, View{}, clock, nil)
	t.Cleanup(s.stopChecking)
	return s
}

func fetch(s *Server, path string) *http.Response {
	w := httptest.NewRecorder()
	s.handler().ServeHTTP(w, httptest.NewRequest("GET", "http://127.0.0.1"+path, nil))
	return w.Result()
}

func bodyOf(t *testing.T, r *http.Response) string {
	t.Helper()
	data, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// openTab connects a tab as the script does, for a page as it is now.
func openTab(s *Server, path string) *tab {
	t := &tab{woken: make(chan struct{}, 1)}
	r := httptest.NewRequest("GET", path, nil)
	t.url, t.view = r.URL, s.viewOf(r.URL.Query())
	t.shows = s.render(s.show(t.view), t.view, t.url).look
	s.tabs.add(t)
	return t
}
