package preview

import (
	"bytes"
	"html"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/web"
)

// A rendering is what a view has at a URL.
type rendering struct {
	answer
	body  []byte // without the script
	look  look   // of a page; empty where there is only a message in place of one
	found diag.List
	isOld bool // older than the files
}

// render makes what a view has at a URL. Where a page's template fails, it is the page as it was last.
func (s *Server) render(shown *shown, v View, u *url.URL) rendering {
	if shown.newest.Err != nil {
		text := words[shown.newest.Language]["nomoment"] + " " + strings.Join(strings.Fields(v.Now), " ")
		return plainPage(http.StatusBadRequest, shown.newest.Language, text)
	}
	table, isOld := shown.site()
	p := rendering{answer: shown.host().answer(table, u), isOld: isOld}
	if p.route.Render == nil {
		p.look = lookOf(nil)
		return p
	}
	var body bytes.Buffer
	found, err := p.route.Render(&body)
	key := pageKey{v, p.route.URL}
	if err != nil {
		return s.failed(shown, key, p, err)
	}
	s.mended(shown, key)
	p.body, p.found = body.Bytes(), found
	if p.route.IsPage() {
		p.look = lookOf(p.body)
		s.pages.keep(key, p.body)
	}
	return p
}

// failed gives a page as it was before its template failed; where it was never shown, a message.
func (s *Server) failed(shown *shown, key pageKey, p rendering, err error) rendering {
	lang, text := shown.newest.Language, err.Error()
	if d, ok := web.Fault(err); ok {
		text = d.Position.String() + ": " + d.Message(lang)
		s.noteFailure(shown, key, d)
	}
	if last, found := s.pages.get(key); found && p.route.IsPage() {
		p.body, p.look, p.isOld = last, lookOf(last), true
		return p
	}
	return plainPage(http.StatusInternalServerError, lang, text)
}

// noteFailure keeps that a page's template failed, and tells the terminal of it once.
func (s *Server) noteFailure(shown *shown, key pageKey, d diag.Diagnostic) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if known, isKnown := shown.failed[key.url]; isKnown && known.Equal(d) {
		return
	}
	isNew := true
	for _, known := range shown.failed {
		isNew = isNew && !known.Equal(d)
	}
	s.note(shown)
	shown.failed[key.url] = d
	if isNew && s.log != nil {
		r := shown.newest
		r.Diags = append(slices.Clone(r.Diags), d)
		s.log(r)
	}
}

func (s *Server) mended(shown *shown, key pageKey) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, hasFailed := shown.failed[key.url]; hasFailed {
		delete(shown.failed, key.url)
		s.note(shown)
	}
}

// plainPage is a page that says why there is none. It loads itself anew when there is.
func plainPage(status int, lang, text string) rendering {
	var out bytes.Buffer
	view := struct{ Language, Title, Text string }{lang, words[lang]["preview"], text}
	if err := startTemplates.ExecuteTemplate(&out, "failed.html", view); err != nil {
		out.WriteString(html.EscapeString(text))
	}
	return rendering{answer: answer{status: status}, body: out.Bytes()}
}
