package preview

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"alingsas.se/dialog/generator/diag"
)

// A tab is an open page that waits for news.
type tab struct {
	since time.Time
	view  View
	url   *url.URL
	shows look
	news  chan message // holds the latest message only
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

	found diag.List
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
	t := &tab{since: time.Now(), view: s.viewOf(page.Query()), url: page, news: make(chan message, 1)}
	t.shows = look{page: query.Get("page"), style: query.Get("style")}
	s.tabsMu.Lock()
	s.tabs[t] = struct{}{}
	s.tabsMu.Unlock()
	defer func() {
		s.tabsMu.Lock()
		delete(s.tabs, t)
		s.tabsMu.Unlock()
	}()

	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	stream := http.NewResponseController(w)
	fmt.Fprint(w, "retry: 500\n\n")
	s.update(t)
	for {
		select {
		case <-r.Context().Done():
			return
		case m := <-t.news:
			data, err := json.Marshal(m)
			if err != nil {
				return
			}
			fmt.Fprintf(w, "data: %s\n\n", data)
			if stream.Flush() != nil {
				return
			}
		}
	}
}

// update sends a tab its state, and tells it to load the page anew where that shows something else now.
func (s *Server) update(t *tab) {
	shown := s.show(t.view)
	table, isOld := shown.site()
	m := message{state: s.state(shown, isOld)}
	m.Drafts, m.Future, m.Now = t.view.Drafts, t.view.Future, t.view.Now
	if strings.HasPrefix(t.url.Path, reserved) {
		m.Reload = t.shows.page != generationName(shown.generation)
	} else {
		data, found, err := rendered(table, t.url)
		now := lookOf(data)
		switch {
		case err != nil:
			m.Reload = t.shows.page != ""
			now = look{}
		case now.page != t.shows.page:
			m.Reload = true
		case now.style != t.shows.style:
			m.Style = now.style
			t.shows.style = now.style
		}
		m.addFaults(s, found, shown.newest.Language)
	}
	select {
	case <-t.news: // what was not sent yet is outdated
	default:
	}
	t.news <- m
}

func (s *Server) state(shown *shown, isOld bool) state {
	r := shown.newest
	v := state{Words: words[r.Language], IsOld: isOld, Moment: momentName(r.Moment, r.Language)}
	v.addFaults(s, s.faults(shown), r.Language)
	return v
}

// faults is all that is known to be wrong in a view.
func (s *Server) faults(shown *shown) diag.List {
	s.assembling.Lock()
	defer s.assembling.Unlock()
	return slices.Concat(shown.newest.Diags, shown.texts)
}

// faultLimit is how many faults the panel lists; the rest is counted.
const faultLimit = 100

func (v *state) addFaults(s *Server, found diag.List, lang string) {
	v.found = append(v.found, found...).Sorted()
	v.Errors, v.Warnings = v.found.Count()
	v.Faults = nil
	for _, d := range v.found[:min(len(v.found), faultLimit)] {
		f := fault{Place: d.Position.String(), Severity: d.Severity().String(), Code: string(d.Code), Message: d.Message(lang), Hint: d.Hint(lang)}
		f.Excerpt = diag.Excerpt(d.Position, s.source.Excerpt(d.File))
		v.Faults = append(v.Faults, f)
	}
}
