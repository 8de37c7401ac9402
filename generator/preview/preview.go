// Package preview is the watch server: a request is answered with the route it names, as the files
// stand: Server, View, Result, Watcher.
//
// What is shown is made anew from the files after each change and swapped in whole; there is nothing to
// invalidate. While the content has errors the last good site stays, marked as older than the files.
// The bytes are those that a build writes; one script is added to pages, which shows faults over the
// page, reloads it, and switches between views.
package preview

import (
	"context"
	"net"
	"net/http"
	"slices"
	"sync"
	"time"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/routes"
)

// A View is what one tab asks to see.
type View struct {
	Drafts, Future bool
	Now            string // as a date in the content is written; "" = the present
}

// A Result is the site in one view.
type Result struct {
	Table     routes.Table
	Diags     diag.List
	Items     []Item    // everything in the content folder, shown or not
	Next      time.Time // when something changes by itself; zero = never
	Moment    time.Time // that the view shows
	IsPresent bool      // Moment is the present, which goes on
	Language  string    // of messages: "sv" or "en"
	Err       error     // the view cannot be: a moment that is no date
	// Check finds what is wrong in the texts, which are converted only when they are asked for. It takes
	// its time and may be called while other methods are.
	Check func(context.Context) diag.List
}

// An Item is one content file as the editor's start page lists it.
type Item struct {
	Title, File, Kind, URL string
	State                  string    // "public", "draft", "embargoed", "expired", "withdrawn"
	From, Until            time.Time // when it is public; zero = always
}

// A Change is what looking at the files found.
type Change int

const (
	Nothing    Change = iota
	Texts             // texts of items; the tables that were made show the new ones
	Everything        // anything: the site is made anew
)

// A Source makes the site out of the files. Its methods are called by one goroutine at a time.
type Source interface {
	// Refresh looks at the files with these paths, or at all where there are none, and reads those that
	// changed.
	Refresh(paths []string) Change
	// Assemble makes the site in a view of what was read last.
	Assemble(View) Result
	// Excerpt gives a file that a diagnostic names, for showing its line.
	Excerpt(file string) []byte
}

// A Server shows a site and keeps it up to date.
type Server struct {
	source Source
	log    func(Result) // tells the terminal of a new state
	base   View         // what is shown where a request does not say

	assembling sync.Mutex // one at a time; guards source, generation and views
	generation int        // of the files
	views      map[View]*shown

	tabsMu   sync.Mutex // guards what follows
	tabs     map[*tab]struct{}
	checking context.CancelFunc // ends the check that is under way
}

// New makes a server for a source. base is the view of requests that ask for none. log is told of each
// state of that view.
func New(source Source, base View, log func(Result)) *Server {
	return &Server{source: source, base: base, log: log, views: map[View]*shown{}, tabs: map[*tab]struct{}{}}
}

// shown is what a view shows: the newest result, and the last one without errors.
type shown struct {
	generation int
	newest     Result
	good       Result
	texts      diag.List // what Check found
	used       time.Time
}

// site gives the table that pages are answered from: the last good one, or where there never was a
// good one, what there is.
func (s *shown) site() (table routes.Table, isOld bool) {
	if s.newest.Diags.HasErrors() && s.good.Table != nil {
		return s.good.Table, true
	}
	return s.newest.Table, false
}

// viewLimit is how many views are kept up to date beside the first: a tab each, as a rule.
const viewLimit = 6

// show gives a view of the files as they were read last, making it where it is not up to date.
func (s *Server) show(v View) *shown {
	s.assembling.Lock()
	defer s.assembling.Unlock()
	if s.generation == 0 {
		s.source.Refresh(nil)
		s.generation = 1
	}
	old := s.views[v]
	if old != nil && old.generation == s.generation && !old.isOver(time.Now()) {
		old.used = time.Now()
		return old
	}
	next := &shown{generation: s.generation, newest: s.source.Assemble(v), used: time.Now()}
	switch {
	case !next.newest.Diags.HasErrors() && next.newest.Err == nil:
		next.good = next.newest
	case old != nil:
		next.good = old.good
	}
	s.views[v] = next
	s.forgetOldViews()
	if v == s.base && s.log != nil {
		s.log(next.newest)
	}
	return next
}

// isOver tells whether something has changed by itself since the view was made: an embargo ended.
func (s *shown) isOver(now time.Time) bool {
	return s.newest.IsPresent && !s.newest.Next.IsZero() && !now.Before(s.newest.Next)
}

func (s *Server) forgetOldViews() {
	for len(s.views) > viewLimit {
		var oldest View
		for v, shown := range s.views {
			if v != s.base && (s.views[oldest] == nil || oldest == s.base || shown.used.Before(s.views[oldest].used)) {
				oldest = v
			}
		}
		delete(s.views, oldest)
	}
}

// Changed tells the server that files may have changed: those with these paths, or any where there are
// none. Where one did, the tabs whose page is another one now are told.
func (s *Server) Changed(paths []string) {
	s.assembling.Lock()
	change := s.source.Refresh(paths)
	if change == Everything {
		s.generation++
	}
	s.assembling.Unlock()
	if change == Nothing {
		return
	}
	s.show(s.base)
	s.updateTabs()
	s.checkTexts()
}

func (s *Server) updateTabs() {
	for _, t := range s.openTabs() {
		s.update(t)
	}
}

// checkTexts looks for what is wrong in texts that nobody has opened, in the background and in the first
// view. A new change ends it and begins anew.
func (s *Server) checkTexts() {
	shown := s.show(s.base)
	check := shown.newest.Check
	if check == nil {
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	s.tabsMu.Lock()
	if s.checking != nil {
		s.checking()
	}
	s.checking = cancel
	s.tabsMu.Unlock()
	go func() {
		defer cancel()
		found := check(ctx)
		if ctx.Err() != nil {
			return
		}
		s.assembling.Lock()
		isNews := !slices.EqualFunc(found, shown.texts, diag.Diagnostic.Equal)
		shown.texts = found
		s.assembling.Unlock()
		if !isNews {
			return
		}
		if s.log != nil {
			s.log(Result{Diags: found, Table: shown.newest.Table, Language: shown.newest.Language})
		}
		s.updateTabs()
	}()
}

func (s *Server) openTabs() []*tab {
	s.tabsMu.Lock()
	defer s.tabsMu.Unlock()
	tabs := make([]*tab, 0, len(s.tabs))
	for t := range s.tabs {
		tabs = append(tabs, t)
	}
	slices.SortFunc(tabs, func(a, b *tab) int { return a.since.Compare(b.since) })
	return tabs
}

// Serve answers on l until ctx ends. Open connections are cut then: a tab's stream never ends by itself.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	go s.checkTexts()
	server := &http.Server{
		Handler:           s.guard(l.Addr().String(), s.handler()),
		ReadHeaderTimeout: 10 * time.Second,
		BaseContext:       func(net.Listener) context.Context { return ctx },
	}
	stop := context.AfterFunc(ctx, func() { server.Close() })
	defer stop()
	if err := server.Serve(l); err != http.ErrServerClosed {
		return err
	}
	return nil
}
