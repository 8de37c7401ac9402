package preview

import (
	"net/http"
	"net/url"
	"slices"

	"alingsas.se/dialog/generator/diag"
)

// paramNew names the file that was made, for the start page.
const paramNew = "new"

// mostOfForm is how many bytes the form for a new text may have.
const mostOfForm = 16 << 10

// A newText is the form for a new text on the start page, and what came of it.
type newText struct {
	CanBe       bool
	Kind, Title string // as they were sent
	Fault, Hint string // why there is no file
	Made        *Item  // the file that there is now
}

// Kinds are what can be chosen.
func (newText) Kinds() []string { return []string{"press", "meetings", "contacts", "pages"} }

// madeIs finds the file that was made. A name that is no text's is nobody's to show.
func (n *newText) madeIs(file string, items []startItem) {
	if i := slices.IndexFunc(items, func(i startItem) bool { return i.File == file }); i >= 0 && file != "" {
		n.Made = &items[i].Item
	}
}

// create makes the file that the form asks for, and leads to the start page, which names it. Other sites cannot ask for
// it: see the handler.
func (s *Server) create(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, mostOfForm)
	if err := r.ParseForm(); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	shown := s.show(s.base)
	if shown.newest.Create == nil {
		http.NotFound(w, r)
		return
	}
	kind, title := r.PostForm.Get("kind"), r.PostForm.Get("title")
	s.mu.Lock()
	file, err := shown.newest.Create(kind, title)
	s.mu.Unlock()
	if err != nil {
		s.refuse(w, shown, newText{Kind: kind, Title: title}, err)
		return
	}
	s.Changed(nil)
	http.Redirect(w, r, reserved+"?"+paramDrafts+"=1&"+paramNew+"="+url.QueryEscape(file), http.StatusSeeOther)
}

// refuse shows the form again with what is wrong. Nothing reloads this page: it would be sent once more.
func (s *Server) refuse(w http.ResponseWriter, shown *shown, wished newText, why error) {
	v := s.startView(shown)
	wished.CanBe, wished.Fault = true, why.Error()
	if failure := diag.AsFailure(why); failure != nil {
		wished.Fault, wished.Hint = failure.Text.In(v.Language), failure.Hint.In(v.Language)
	}
	v.New = wished
	page, err := v.page()
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	writeStart(w, http.StatusUnprocessableEntity, page)
}
