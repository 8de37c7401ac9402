package preview

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/routes"
)

func aFault(code diag.Code) diag.List {
	return diag.List{diag.New(diag.Position{File: "content/a.md", Line: 1, Column: 1}, code)}
}

func TestATabIsToldWhatConcernsItsPage(t *testing.T) {
	const sheet = `<link rel="stylesheet" href="/%s.css">`
	for _, test := range []struct {
		name   string
		change func(*fakeSource)
		reload bool
		style  string
		old    bool
		errors int
	}{
		{"nothing", func(*fakeSource) {}, false, "", false, 0},
		{"its page", func(f *fakeSource) { f.outputs["/one/"] = "another" }, true, "", false, 0},
		{"another page", func(f *fakeSource) { f.outputs["/"] = "another" }, false, "", false, 0},
		{"its page is gone", func(f *fakeSource) { delete(f.outputs, "/one/") }, true, "", false, 0},
		{"the style sheet only", func(f *fakeSource) { f.outputs["/one/"] = fmt.Sprintf(sheet, "b") + "<body></body>" }, false, "/b.css", false, 0},
		{"style sheet and page", func(f *fakeSource) { f.outputs["/one/"] = fmt.Sprintf(sheet, "b") + "<body>x</body>" }, true, "", false, 0},
		{"an error", func(f *fakeSource) { f.outputs["/one/"], f.diags = "broken", aFault(diag.UnknownKey) }, false, "", true, 1},
		{"a warning", func(f *fakeSource) { f.diags = aFault(diag.Untranslated) }, false, "", false, 0},
		{"a template that fails", func(f *fakeSource) {
			f.failures["/one/"] = &routes.TemplateError{Label: "templates", Err: errors.New("template: page.html:3:4: no such thing")}
		}, false, "", true, 1},
		{"a file that can't be read", func(f *fakeSource) { f.failures["/one/"] = errors.New("gone") }, false, "", true, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			f := newFake()
			f.outputs["/one/"] = fmt.Sprintf(sheet, "a") + "<body></body>"
			s := newTestServer(t, f, nil)
			one := openTab(s, "/one/")
			f.set(func() { test.change(f) })
			s.Changed(nil)
			m := s.news(one)
			if m.Reload != test.reload || m.Style != test.style || m.IsOld != test.old || m.Errors != test.errors {
				t.Errorf("got %+v", m)
			}
			if again := s.news(one); again.Style != "" {
				t.Errorf("the style sheet is told twice: %+v", again)
			}
		})
	}
}

func TestTheLastGoodSiteStaysWhileThereAreErrors(t *testing.T) {
	f := newFake()
	s := newTestServer(t, f, nil)
	step := func(text string, faults diag.List, want string) {
		t.Helper()
		f.set(func() { f.outputs["/one/"], f.diags = text, faults })
		s.Changed(nil)
		if got := bodyOf(t, fetch(s, "/one/")); !strings.HasPrefix(got, want) {
			t.Errorf("with %q: got %q, want %q", text, got, want)
		}
	}
	step("first", aFault(diag.UnknownKey), "first") // there is none before
	step("good", nil, "good")
	step("bad", aFault(diag.UnknownKey), "good")
	step("worse", aFault(diag.UnknownKey), "good")
	step("warned", aFault(diag.Untranslated), "warned")
	f.set(func() { f.outputs = nil }) // without its words there is no site at all
	step2 := func() string { s.Changed(nil); return bodyOf(t, fetch(s, "/one/")) }
	f.set(func() { f.diags = aFault(diag.UnknownKey) })
	if got := step2(); !strings.HasPrefix(got, "warned") {
		t.Errorf("without any routes: %q", got)
	}
}

func TestAFailingTemplateIsToldUntilThePageCanBeRendered(t *testing.T) {
	f := newFake()
	s := newTestServer(t, f, nil)
	failure := &routes.TemplateError{Label: "templates", Err: errors.New("template: page.html:3:4: no such thing")}
	f.set(func() { f.failures["/one/"] = failure })
	if r := fetch(s, "/one/"); r.StatusCode != http.StatusInternalServerError || !strings.Contains(bodyOf(t, r), "templates/page.html:3:4") {
		t.Errorf("a page that was never shown: status %d", r.StatusCode)
	}
	if m := s.news(openTab(s, "/")); m.Errors != 1 {
		t.Errorf("another page tells of %d errors", m.Errors)
	}
	f.set(func() { clear(f.failures) })
	s.Changed(nil)
	if m := s.news(openTab(s, "/one/")); m.Errors != 0 || m.IsOld {
		t.Errorf("mended, and still %+v", m)
	}
}

func TestAnEndedEmbargoIsShownAndTold(t *testing.T) {
	clock := &present{now: time.Date(2012, 4, 3, 7, 59, 59, 0, time.UTC)}
	f := newFake()
	f.next = clock.now.Add(time.Second)
	s := newTestServer(t, f, clock.get)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	go s.watchClock(ctx)
	one := openTab(s, "/one/")
	past := openTab(s, "/one/?_now=2012-01-01")
	f.set(func() { f.outputs["/one/"] = "out now"; f.next = time.Time{} })
	if got := bodyOf(t, fetch(s, "/one/")); !strings.HasPrefix(got, "<body>one") {
		t.Errorf("before: %q", got)
	}
	clock.set(clock.get().Add(time.Second))
	select {
	case <-one.woken:
	case <-time.After(10 * time.Second):
		t.Fatal("the tab was not told")
	}
	if m := s.news(one); !m.Reload {
		t.Error("the tab does not load its page anew")
	}
	if m := s.news(past); m.Reload {
		t.Error("a tab of a past moment loads its page anew")
	}
}

func TestTextsAreCheckedInTheBackgroundAndTheLastCheckCounts(t *testing.T) {
	f := newFake()
	slow := make(chan struct{})
	f.check = func(ctx context.Context) diag.List {
		<-slow // does not heed ctx
		return aFault(diag.UnknownKey)
	}
	s := newTestServer(t, f, nil)
	s.Changed(nil)
	one := openTab(s, "/one/")
	f.set(func() { f.check = func(context.Context) diag.List { return aFault(diag.Untranslated) } })
	s.Changed(nil)
	close(slow)
	deadline := time.Now().Add(10 * time.Second)
	for s.news(one).Warnings != 1 {
		if time.Now().After(deadline) {
			t.Fatal("what the check found is not told")
		}
		time.Sleep(time.Millisecond)
	}
	time.Sleep(20 * time.Millisecond)
	if m := s.news(one); m.Errors != 0 {
		t.Error("an older check has the last word")
	}
}

// Whatever falls together: no tab blocks the server, and each ends with the newest state.
func TestManyTabsAndChangesAtOnce(t *testing.T) {
	f := newFake()
	s := New(f, View{}, time.Now, nil)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(ctx, l) }()
	var work sync.WaitGroup
	for i := range 8 {
		work.Go(func() {
			for n := range 20 {
				f.set(func() { f.outputs["/one/"] = fmt.Sprint(i, n) })
				s.Changed([]string{"x"})
			}
		})
		work.Go(func() {
			for n := range 20 {
				path := fmt.Sprintf("/_preview/events?url=%%2Fone%%2F%%3F_now=%d", n%10)
				if r, err := http.Get("http://" + l.Addr().String() + path); err == nil {
					r.Body.Read(make([]byte, 10))
					r.Body.Close()
				}
			}
		})
	}
	done := make(chan struct{})
	go func() { work.Wait(); close(done) }()
	select {
	case <-done:
	case <-time.After(60 * time.Second):
		t.Fatal("the server is blocked")
	}
	f.set(func() { f.outputs["/one/"] = "the end" })
	s.Changed(nil)
	if got := bodyOf(t, fetch(s, "/one/")); !strings.HasPrefix(got, "the end") {
		t.Errorf("got %q", got)
	}
	s.mu.Lock()
	if len(s.views) > viewLimit+1 {
		t.Errorf("%d views are kept", len(s.views))
	}
	s.mu.Unlock()
	cancel()
	select {
	case err := <-ended:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(10 * time.Second):
		t.Error("the server does not end")
	}
}

func TestTheStartPageListsEveryTextWithItsState(t *testing.T) {
	f := &listingSource{newFake()}
	s := newTestServer(t, f, nil)
	page := bodyOf(t, fetch(s, "/_preview/"))
	for _, want := range []string{`<tr class="embargoed">`, "2012-04-03 08:00", `<a href="/one/">One</a>`, "press/one.md", `class="embargoed"><title>Two`, "(1)", "Untranslated",
		`<td>2012-05-01 18:00</td>`, "published, cancelled", "Press release, translation", `<a href="/one/?_drafts=1">`} {
		if want == "Untranslated" {
			want = string(diag.Untranslated)
		}
		if !strings.Contains(page, want) {
			t.Errorf("%q is not on it:\n%s", want, page)
		}
	}
	if first, second := strings.Index(page, "<tr class=\"embargoed\">"), strings.Index(page, "<tr class=\"public\">"); first > second {
		t.Error("what needs an eye does not come first")
	}
	start := &tab{url: mustURL("/_preview/"), shows: look{page: s.stateName(s.show(View{}))}}
	if s.news(start).Reload {
		t.Error("it is loaded anew without a reason")
	}
	s.Changed(nil)
	if !s.news(start).Reload {
		t.Error("it is not loaded anew after a change")
	}
}

// A listingSource has something to list.
type listingSource struct{ *fakeSource }

func (l *listingSource) Assemble(v View) Result {
	r := l.fakeSource.Assemble(v)
	r.Moment = time.Date(2012, 4, 1, 0, 0, 0, 0, time.UTC)
	r.Diags = diag.List{diag.New(diag.Position{File: "content/press/one.md"}, diag.Untranslated, "keys", "lead")}
	r.Items = []Item{
		{Title: "One", File: "content/press/one.md", Kind: "press", URL: "/one/", State: "public", From: r.Moment.AddDate(0, -1, 0)},
		{Title: "One again", File: "content/press/one.en.md", Original: "content/press/one.md", Kind: "press", URL: "/one/?_drafts=1", State: "draft"},
		{Title: "Three", File: "content/meetings/three.md", Kind: "meetings", State: "public", Standing: "cancelled", Day: time.Date(2012, 5, 1, 18, 0, 0, 0, time.UTC)},
		{Title: "Two", File: "content/press/two.md", Kind: "press", State: "embargoed", From: r.Moment.AddDate(0, 0, 2).Add(8 * time.Hour)},
	}
	return r
}
