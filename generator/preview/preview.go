// Package preview is the watch server: a request is answered with the route it names, as the files
// stand: Server, View, Result, Watcher.
//
// In come requests, and the news that files changed. Out come pages as a build would write them.
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
	"alingsas.se/dialog/generator/web"
)

// A View is what one tab asks to see.
type View struct {
	Drafts, Future bool
	Now            string // as a date in the content is written; "" = the present
}

// A Result is the site in one view.
type Result struct {
	Table     web.Table
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
	// Create makes a file to write in, of a kind as Item has it, and gives its name. nil where there can be none. It is
	// called while no other method is.
	Create func(kind, title string) (file string, err error)
}

// An Item is one content file as the editor's start page lists it.
type Item struct {
	Title, File, Kind, URL string
	State                  string    // "public", "draft", "embargoed", "expired", "withdrawn"
	From, Until            time.Time // when it is public; zero = always
	Day                    time.Time // on which a meeting is; zero = not known, or no meeting
	Standing               string    // of a meeting that does not take place: "cancelled", "postponed"
	Original               string    // the file that this one translates, or File
}

// A Change is what looking at the files found.
type Change int

const (
	Nothing    Change = iota
	Texts             // texts of items; the tables that were made show the new ones
	Everything        // anything: the site is made anew
)

// A Source makes the site out of the files. Refresh and Assemble are called by one goroutine at a time.
type Source interface {
	// Refresh looks at the files with these paths, or at all where there are none, and reads those that
	// changed.
	Refresh(paths []string) Change
	// Assemble makes the site in a view of what was read last.
	Assemble(View) Result
	// Excerpt gives a file that a diagnostic names, for showing its line. It may be called at any time.
	Excerpt(file string) []byte
}

// A Server shows a site and keeps it up to date.
type Server struct {
	source Source
	base   View             // what is shown where a request does not say
	clock  func() time.Time // the present
	log    func(Result)     // tells the terminal of a new state
	began  time.Time

	mu         sync.Mutex // guards what follows, and is held while the source works
	generation int        // of the files
	states     int        // counts all that was ever shown
	views      map[View]*shown
	stopCheck  context.CancelFunc // ends the check that is under way

	tabs  tabs
	pages lastPages
}

// New makes a server for a source. base is the view of requests that ask for none. clock gives the present
// as the source sees it. log is told of each state of the first view, by one goroutine at a time.
func New(source Source, base View, clock func() time.Time, log func(Result)) *Server {
	return &Server{source: source, base: base, clock: clock, log: log, began: time.Now(), views: map[View]*shown{}}
}

// shown is what a view shows: the newest result, and the last one without errors. (Texts of items that are
// the same in both are always the newest ones.)
type shown struct {
	generation int
	newest     Result
	good       Result
	host       func() host // of the table that pages are answered from
	used       time.Time

	// Guarded by the server's lock.
	state    int                        // another one whenever anything is different
	texts    diag.List                  // what Check found
	failed   map[string]diag.Diagnostic // templates that failed while they rendered, by the page's path
	isLogged bool                       // the terminal knows of it
	isTold   bool                       // tabs know that its time is over
}

// site gives the table that pages are answered from: the last good one, or where there never was a
// good one, what there is.
func (s *shown) site() (table web.Table, isOld bool) {
	if s.newest.Diags.HasErrors() && s.good.Table != nil {
		return s.good.Table, true
	}
	return s.newest.Table, false
}

// isOver tells whether something has changed by itself since the view was made: an embargo ended.
func (s *shown) isOver(now time.Time) bool {
	return s.newest.IsPresent && !s.newest.Next.IsZero() && !now.Before(s.newest.Next)
}

// viewLimit is how many views are kept up to date beside the first: a tab each, as a rule.
const viewLimit = 6

// show gives a view of the files as they were read last, making it where it is not up to date.
func (s *Server) show(v View) *shown {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.showLocked(v)
}

func (s *Server) showLocked(v View) *shown {
	if s.generation == 0 {
		s.source.Refresh(nil)
		s.generation = 1
	}
	old := s.views[v]
	if old != nil && old.generation == s.generation && !old.isOver(s.clock()) {
		old.used = time.Now()
		return old
	}
	s.states++
	next := &shown{
		generation: s.generation, state: s.states, newest: s.source.Assemble(v), used: time.Now(),
		failed: map[string]diag.Diagnostic{},
	}
	isGood := !next.newest.Diags.HasErrors() && next.newest.Err == nil
	switch {
	case isGood:
		next.good = next.newest
	case old != nil:
		next.good = old.good
	}
	if old != nil && next.newest.Check != nil {
		next.texts = old.texts // until they are looked at again
	}
	next.host = sync.OnceValue(func() host {
		table, _ := next.site()
		return hostOf(table)
	})
	s.views[v] = next
	s.forgetOldViews()
	if next.newest.Check == nil {
		s.tell(v, next)
	}
	return next
}

// tell tells the terminal of a state of the first view. What is wrong in its texts belongs to it, so where there are any
// to look at it is told when they were looked at, once. The lock is held.
func (s *Server) tell(v View, shown *shown) {
	if v != s.base || s.log == nil {
		return
	}
	shown.isLogged = true
	r := shown.newest
	r.Diags = slices.Concat(r.Diags, shown.texts)
	s.log(r)
}

func (s *Server) forgetOldViews() {
	for len(s.views) > viewLimit+1 {
		oldest := s.base
		for v, shown := range s.views {
			if v != s.base && (oldest == s.base || shown.used.Before(s.views[oldest].used)) {
				oldest = v
			}
		}
		delete(s.views, oldest)
	}
}

// Changed tells the server that files may have changed: those with these paths, or any where there are
// none. Where one did, the tabs whose page is another one now are told.
func (s *Server) Changed(paths []string) {
	s.mu.Lock()
	change := s.source.Refresh(paths)
	if change == Everything {
		s.generation++
	}
	s.mu.Unlock()
	if change == Nothing {
		return
	}
	s.renew()
}

// renew makes the first view where that is not up to date, and lets all look again.
func (s *Server) renew() {
	s.checkTexts()
	s.tabs.wake()
}

// checkTexts looks for what is wrong in texts that nobody has opened, in the background and in the first
// view. A new change ends it and begins anew.
func (s *Server) checkTexts() {
	s.mu.Lock()
	defer s.mu.Unlock()
	shown := s.showLocked(s.base)
	if s.stopCheck != nil {
		s.stopCheck()
		s.stopCheck = nil
	}
	check := shown.newest.Check
	if check == nil {
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	s.stopCheck = cancel
	go func() {
		defer cancel()
		s.takeTexts(ctx, shown, check(ctx))
	}()
}

// takeTexts keeps what a check found, where no other one has begun since.
func (s *Server) takeTexts(ctx context.Context, shown *shown, found diag.List) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if ctx.Err() != nil {
		return
	}
	isNews := !slices.EqualFunc(found, shown.texts, diag.Diagnostic.Equal)
	if isNews {
		s.note(shown)
		shown.texts = found
	}
	if isNews || !shown.isLogged {
		s.tell(s.base, shown)
	}
	if isNews {
		s.tabs.wake()
	}
}

// note gives what a view shows another number. The lock is held.
func (s *Server) note(shown *shown) {
	s.states++
	shown.state = s.states
}

// clockGap is how often the server looks whether something has changed by itself. A timer would stand
// still while the computer sleeps.
const clockGap = time.Second

func (s *Server) watchClock(ctx context.Context) {
	ticker := time.NewTicker(clockGap)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			if s.isAnyOver() {
				s.renew()
			}
		}
	}
}

func (s *Server) isAnyOver() (isNews bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	now := s.clock()
	for _, shown := range s.views {
		if !shown.isTold && shown.isOver(now) {
			shown.isTold, isNews = true, true
		}
	}
	return isNews
}

// Serve answers on l until ctx ends. Open connections are cut then: a tab's stream never ends by itself.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	defer s.stopChecking()
	go s.checkTexts()
	go s.watchClock(ctx)
	server := &http.Server{
		Handler:           guard(l.Addr().String(), s.handler()),
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

func (s *Server) stopChecking() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.stopCheck != nil {
		s.stopCheck()
	}
}
