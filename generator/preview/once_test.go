package preview

import (
	"context"
	"net/http/httptest"
	"slices"
	"testing"
	"time"

	"alingsas.se/dialog/generator/diag"
)

func TestWhatAPageShowsIsThatOfThePagesView(t *testing.T) {
	f := newFake()
	f.outputs["/bild.svg"] = "as of {now}"
	s := newTestServer(t, f, nil)
	for _, c := range []struct{ name, path, dest, referer, want string }{
		{"a picture on a page of a view", "/bild.svg", "image", "http://127.0.0.1/one/?_now=2026-01-01", "as of 2026-01-01"},
		{"a film too", "/bild.svg", "video", "http://127.0.0.1/one/?_now=2026-01-01", "as of 2026-01-01"},
		{"a picture that says its view", "/bild.svg?_now=2026-02-02", "image", "http://127.0.0.1/one/?_now=2026-01-01", "as of 2026-02-02"},
		{"a picture on a page without a view", "/bild.svg", "image", "http://127.0.0.1/one/", "as of "},
		{"a page that is gone to", "/bild.svg", "document", "http://127.0.0.1/one/?_now=2026-01-01", "as of "},
		{"a page elsewhere", "/bild.svg", "image", "http://evil.example/?_now=2026-01-01", "as of "},
		{"an old browser", "/bild.svg", "", "http://127.0.0.1/one/?_now=2026-01-01", "as of "},
	} {
		w, r := httptest.NewRecorder(), httptest.NewRequest("GET", "http://127.0.0.1"+c.path, nil)
		r.Header.Set("Referer", c.referer)
		if c.dest != "" {
			r.Header.Set("Sec-Fetch-Dest", c.dest)
		}
		s.handler().ServeHTTP(w, r)
		if got := w.Body.String(); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestThePanelShowsTheWorstFirstAndThenThePageThatIsOpen(t *testing.T) {
	f := newFake()
	f.sources = map[string]string{"/one/": "content/m.md"}
	for _, file := range []string{"content/a.md", "content/m.md", "content/z.md"} {
		at := diag.Position{File: file, Line: 1, Column: 1}
		f.diags.Add(at, diag.Untranslated)
		f.diags.Add(at, diag.UnknownKey)
	}
	s := newTestServer(t, f, nil)
	var got []string
	for _, fault := range s.news(openTab(s, "/one/")).Faults {
		got = append(got, fault.Severity+" "+fault.Place)
	}
	want := []string{
		"error content/m.md:1:1", "error content/a.md:1:1", "error content/z.md:1:1",
		"warning content/m.md:1:1", "warning content/a.md:1:1", "warning content/z.md:1:1",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestTheTerminalIsToldOfEachStateOnce(t *testing.T) {
	f := newFake()
	f.diags = aFault(diag.Untranslated)
	f.check = func(context.Context) diag.List { return aFault(diag.EmptyText) }
	told := make(chan int, 10)
	s := New(f, View{}, time.Now, func(r Result) { told <- len(r.Diags) })
	t.Cleanup(s.stopChecking)
	expect := func(what string, want ...int) {
		t.Helper()
		for _, n := range want {
			select {
			case got := <-told:
				if got != n {
					t.Errorf("%s: told of %d faults, want %d", what, got, n)
				}
			case <-time.After(10 * time.Second):
				t.Fatalf("%s: nothing was told", what)
			}
		}
		select {
		case got := <-told:
			t.Errorf("%s: told once more, of %d faults", what, got)
		case <-time.After(100 * time.Millisecond):
		}
	}
	fetch(s, "/one/")
	s.checkTexts()
	expect("at first", 2)
	f.set(func() { f.change = Nothing })
	s.Changed(nil)
	expect("nothing changed")
	f.set(func() { f.change = Everything })
	s.Changed(nil)
	expect("another state", 2)
	f.set(func() { f.change, f.check = Texts, nil })
	s.Changed(nil)
	expect("texts without a fault that was not there")
}
