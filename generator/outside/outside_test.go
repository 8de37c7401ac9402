package outside

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"alingsas.se/dialog/generator/check"
	"alingsas.se/dialog/generator/diag"
)

var quick = Manners{Most: 50, AtOnce: 4, Timeout: 5 * time.Second, Agent: "test"}

func outside(server *httptest.Server, paths ...string) []check.OutsideLink {
	var links []check.OutsideLink
	for i, path := range paths {
		links = append(links, check.OutsideLink{URL: server.URL + path, At: diag.Position{File: "content/press/a.md", Line: i + 1}})
	}
	return links
}

func TestLinksOutOfTheSiteAreAsked(t *testing.T) {
	mux := http.NewServeMux()
	mux.HandleFunc("/fine", func(w http.ResponseWriter, r *http.Request) {})
	mux.HandleFunc("/gone", http.NotFound)
	mux.HandleFunc("/no-heads", func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodHead {
			w.WriteHeader(http.StatusMethodNotAllowed)
		}
	})
	mux.Handle("/moved", http.RedirectHandler("/fine", http.StatusMovedPermanently))
	mux.Handle("/for-now", http.RedirectHandler("/fine", http.StatusFound))
	mux.Handle("/moved-then-for-now", http.RedirectHandler("/for-now", http.StatusMovedPermanently))
	mux.Handle("/to-nothing", http.RedirectHandler("/gone", http.StatusMovedPermanently))
	mux.Handle("/round", http.RedirectHandler("/round", http.StatusFound))
	server := httptest.NewServer(mux)
	defer server.Close()
	links := outside(server, "/fine", "/gone", "/no-heads", "/moved", "/for-now", "/moved-then-for-now", "/to-nothing", "/round")
	var got strings.Builder
	for _, d := range Ask(context.Background(), links, quick) {
		fmt.Fprintf(&got, "%d %s %s%s\n", d.Line, d.Code, d.Arg("why"), strings.TrimPrefix(d.Arg("to"), server.URL))
	}
	want := "2 dead-external-link 404 Not Found\n4 moved-external-link /fine\n7 dead-external-link 404 Not Found\n8 dead-external-link redirects without an end\n"
	if got.String() != want {
		t.Errorf("got:\n%s\nwant:\n%s", got.String(), want)
	}
}

func TestAHostThatWantsToBeLeftAloneIs(t *testing.T) {
	var asked atomic.Int32
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		w.WriteHeader(http.StatusTooManyRequests)
	}))
	defer server.Close()
	found := Ask(context.Background(), outside(server, "/a", "/b", "/c"), quick)
	if len(found) != 1 || found[0].Code != diag.UncheckedOutside || found[0].Arg("count") != "3" {
		t.Errorf("found %v", found)
	}
	if n := asked.Load(); n > 2 { // its head, and the page
		t.Errorf("asked %d times", n)
	}
}

func TestAHostIsAskedOneThingAtATimeAndNoMoreThanIsAllowed(t *testing.T) {
	var now, most, all int
	var mu sync.Mutex
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		now, all = now+1, all+1
		most = max(most, now)
		mu.Unlock()
		time.Sleep(time.Millisecond)
		mu.Lock()
		now--
		mu.Unlock()
	}))
	defer server.Close()
	var paths []string
	for i := range 30 {
		paths = append(paths, fmt.Sprintf("/%02d", i))
	}
	m := quick
	m.Most = 20
	found := Ask(context.Background(), outside(server, paths...), m)
	if most != 1 || all != 20 {
		t.Errorf("%d at once and %d in all, want 1 and 20", most, all)
	}
	if len(found) != 1 || found[0].Code != diag.UncheckedOutside || found[0].Arg("count") != "10" {
		t.Errorf("found %v", found)
	}
}

func TestAnAddressWithoutAServerIsAWarning(t *testing.T) {
	server := httptest.NewServer(nil)
	links := outside(server, "/")
	server.Close()
	if found := Ask(context.Background(), links, quick); len(found) != 1 || found[0].Code != diag.DeadOutside || found.HasErrors() {
		t.Errorf("found %v", found)
	}
}
