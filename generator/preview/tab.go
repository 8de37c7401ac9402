package preview

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"

	"alingsas.se/dialog/generator/diag"
)

// A tab is an open page that waits for news. What it shows is known to the request alone that holds its
// stream; others may only wake it.
type tab struct {
	view  View
	url   *url.URL
	shows look
	woken chan struct{}
}

// tabs are all that are open.
type tabs struct {
	mu   sync.Mutex
	open map[*tab]struct{}
}

func (t *tabs) add(one *tab) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.open == nil {
		t.open = map[*tab]struct{}{}
	}
	t.open[one] = struct{}{}
}

func (t *tabs) remove(one *tab) {
	t.mu.Lock()
	defer t.mu.Unlock()
	delete(t.open, one)
}

// wake lets every tab look whether there is news for it. One that has not looked since it was woken last
// will see all at once.
func (t *tabs) wake() {
	t.mu.Lock()
	defer t.mu.Unlock()
	for one := range t.open {
		select {
		case one.woken <- struct{}{}:
		default:
		}
	}
}

// A message tells a tab what to show over its page, and whether to load it anew.
type message struct {
	Reload bool   `json:"reload,omitempty"`
	Style  string `json:"style,omitempty"` // the address of the new style sheet, where only that changed
	state
}

// A state is what the bar and the panel show.
type state struct {
	Words    map[string]string `json:"words"`
	Drafts   bool              `json:"drafts"`
	Future   bool              `json:"future"`
	Now      string            `json:"now"`
	Moment   string            `json:"moment"`
	IsOld    bool              `json:"old"` // the page is older than the files
	Faults   []fault           `json:"faults"`
	Errors   int               `json:"errors"`
	Warnings int               `json:"warnings"`
}

// A fault is a diagnostic as the panel shows it.
type fault struct {
	Place    string `json:"place"`
	Severity string `json:"severity"`
	Code     string `json:"code"`
	Message  string `json:"message"`
	Hint     string `json:"hint"`
	Excerpt  string `json:"excerpt"` // the line, with the place underlined
}

// events is the stream of a tab (server-sent events). A browser allows six connections to a host, so
// the script keeps one only while its tab can be seen.
func (s *Server) events(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	page, err := url.Parse(query.Get("url"))
	if err != nil || !strings.HasPrefix(page.Path, "/") {
		http.Error(w, "url: a path of the site", http.StatusBadRequest)
		return
	}
	t := &tab{view: s.viewOf(page.Query()), url: page, woken: make(chan struct{}, 1)}
	t.shows = look{page: query.Get("page"), style: query.Get("style")}
	s.tabs.add(t) // before the first look, so that no change falls between
	defer s.tabs.remove(t)

	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	stream := http.NewResponseController(w)
	for {
		data, err := json.Marshal(s.news(t))
		if err != nil {
			return
		}
		fmt.Fprintf(w, "data: %s\n\n", data)
		if stream.Flush() != nil {
			return
		}
		select {
		case <-r.Context().Done():
			return
		case <-t.woken:
		}
	}
}

// news is the state of a tab, and whether it must load its page anew because that shows something else now.
func (s *Server) news(t *tab) message {
	shown := s.show(t.view)
	var m message
	isOld, found, file := false, diag.List(nil), ""
	if strings.HasPrefix(t.url.Path, reserved) {
		m.Reload = t.shows.page != s.stateName(shown)
	} else {
		p := s.render(shown, t.view, t.url)
		isOld, found, file = p.isOld, p.found, p.route.Source
		switch {
		case p.look.page != t.shows.page:
			m.Reload = true
		case p.look.style != t.shows.style:
			m.Style, t.shows.style = p.look.style, p.look.style
		}
	}
	r := shown.newest
	m.state = state{
		Words: words[r.Language], IsOld: isOld, Moment: momentName(r.Moment, r.Language),
		Drafts: t.view.Drafts, Future: t.view.Future, Now: t.view.Now,
	}
	m.setFaults(worstFirst(append(s.faults(shown), found...), file), r.Language, s.source.Excerpt)
	return m
}

// faults is all that is known to be wrong in a view.
func (s *Server) faults(shown *shown) diag.List {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Concat(shown.newest.Diags, shown.texts, slices.Collect(maps.Values(shown.failed)))
}

// worstFirst puts errors before warnings, and among each those of the page that is open first.
func worstFirst(found diag.List, file string) diag.List {
	found = found.WorstFirst()
	slices.SortStableFunc(found, func(a, b diag.Diagnostic) int {
		if a.Severity() != b.Severity() || (a.File == file) == (b.File == file) {
			return cmp.Compare(b.Severity(), a.Severity())
		}
		if a.File == file {
			return -1
		}
		return 1
	})
	return found
}

// faultLimit is how many faults the panel lists; the rest is counted.
const faultLimit = 100

func (v *state) setFaults(found diag.List, lang string, source func(file string) []byte) {
	found = found.AtLeast(diag.Warning) // there is nothing to mend about a note
	v.Errors, v.Warnings = found.Count()
	files := map[string][]byte{}
	for _, d := range found[:min(len(found), faultLimit)] {
		if _, isRead := files[d.File]; !isRead && d.IsKnown() {
			files[d.File] = source(d.File)
		}
		v.Faults = append(v.Faults, fault{
			Place: d.Position.String(), Severity: d.Severity().String(), Code: string(d.Code),
			Message: d.Message(lang), Hint: d.Hint(lang), Excerpt: diag.Excerpt(d.Position, files[d.File]),
		})
	}
}
