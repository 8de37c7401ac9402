package preview

import (
	"bytes"
	"cmp"
	"embed"
	"html/template"
	"io/fs"
	"net/http"
	"slices"
	"strconv"
	"time"

	"alingsas.se/dialog/generator/diag"
)

//go:embed client
var client embed.FS

func clientFiles() fs.FS {
	files, err := fs.Sub(client, "client")
	if err != nil {
		panic(err) // the folder is part of the program
	}
	return files
}

var startTemplates = template.Must(template.ParseFS(client, "client/*.html"))

// startView is what the editor's start page shows.
type startView struct {
	Language string
	Items    []startItem
	Next     string
	Timeline timeline
	New      newText
	state    // for its faults
}

type startItem struct {
	Item
	When   string
	Day    string
	LIX    string // how hard its text is to read; "" where that is not known
	Faults int
}

// stateName names what a view shows, so that the start page knows whether it is up to date. Another run of
// the program has other names.
func (s *Server) stateName(shown *shown) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return strconv.FormatInt(s.began.UnixNano(), 36) + "-" + strconv.Itoa(shown.state)
}

// startPage lists everything in the content folder with its state.
func (s *Server) startPage(w http.ResponseWriter, r *http.Request) {
	shown := s.show(s.viewOf(r.URL.Query()))
	state := s.stateName(shown) // before anything is read: what comes later is seen as news
	v := s.startView(shown)
	v.New.madeIs(r.URL.Query().Get(paramNew), v.Items)
	page, err := v.page()
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	writeStart(w, http.StatusOK, withScript(page, look{page: state}))
}

// writeStart sends the start page. It is as strict as the site's own pages, and its form leads to this server only.
func writeStart(w http.ResponseWriter, status int, page []byte) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'")
	w.WriteHeader(status)
	w.Write(page)
}

func (v startView) page() ([]byte, error) {
	var page bytes.Buffer
	err := startTemplates.ExecuteTemplate(&page, "start.html", v)
	return page.Bytes(), err
}

func (s *Server) startView(shown *shown) startView {
	result := shown.newest
	v := startView{Language: result.Language, Timeline: newTimeline(result)}
	v.New.CanBe = result.Create != nil
	v.Words = words[result.Language]
	if !result.Next.IsZero() {
		v.Next = momentName(result.Next, result.Language)
	}
	found := s.faults(shown).WorstFirst()
	v.setFaults(found, result.Language, s.source.Excerpt)
	perFile, lix := map[string]int{}, map[string]string{}
	for _, d := range found {
		if d.Severity() >= diag.Warning {
			perFile[d.File]++
		}
		lix[d.File] = cmp.Or(d.Arg("lix"), lix[d.File])
	}
	for _, i := range result.Items {
		i.Original = cmp.Or(i.Original, i.File)
		item := startItem{Item: i, Faults: perFile[i.File], LIX: lix[i.File]}
		if !i.From.IsZero() {
			item.When = momentName(i.From, result.Language)
		}
		if !i.Day.IsZero() {
			item.Day = momentName(i.Day, result.Language)
		}
		v.Items = append(v.Items, item)
	}
	sortItems(v.Items)
	return v
}

// sortItems puts first what needs an editor's eye, and a translation behind its original.
func sortItems(items []startItem) {
	originals := make(map[string]Item, len(items))
	for _, i := range items {
		originals[i.File] = i.Item
	}
	slices.SortStableFunc(items, func(a, b startItem) int {
		x, y := originals[a.Original], originals[b.Original]
		return cmp.Or(cmp.Compare(rank(x.State), rank(y.State)), latest(y.From, y.Day).Compare(latest(x.From, x.Day)),
			cmp.Compare(a.Original, b.Original), cmp.Compare(isTranslation(a), isTranslation(b)), cmp.Compare(a.File, b.File))
	})
}

func isTranslation(i startItem) int {
	if i.File == i.Original {
		return 0
	}
	return 1
}

// rank puts first what needs an editor's eye.
func rank(state string) int {
	return slices.Index([]string{"embargoed", "draft", "withdrawn", "expired", "public"}, state)
}

func latest(times ...time.Time) time.Time {
	return slices.MaxFunc(times, time.Time.Compare)
}
