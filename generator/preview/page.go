package preview

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"mime"
	"net/http"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/routes"
)

// The reserved path, and the names by which a request asks for a view.
const (
	reserved    = "/_preview/"
	paramDrafts = "_drafts"
	paramFuture = "_future"
	paramNow    = "_now"
)

// viewOf reads the view that a request asks for.
func (s *Server) viewOf(query url.Values) View {
	v := s.base
	if query.Has(paramDrafts) {
		v.Drafts = query.Get(paramDrafts) == "1"
	}
	if query.Has(paramFuture) {
		v.Future = query.Get(paramFuture) == "1"
	}
	if query.Has(paramNow) {
		v.Now = query.Get(paramNow)
	}
	return v
}

func (s *Server) handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET "+reserved+"{$}", s.startPage)
	mux.HandleFunc("GET "+reserved+"events", s.events)
	mux.Handle("GET "+reserved, http.StripPrefix(reserved, http.FileServerFS(clientFiles())))
	mux.HandleFunc("GET /", s.page)
	return mux
}

// guard refuses requests whose Host is not the server's own: a page elsewhere whose name was made to
// point here (DNS rebinding) could read drafts otherwise.
func (s *Server) guard(addr string, next http.Handler) http.Handler {
	_, port, _ := strings.Cut(addr, ":")
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Host != "127.0.0.1:"+port && r.Host != "localhost:"+port {
			http.Error(w, "this address is not the preview's", http.StatusMisdirectedRequest)
			return
		}
		if site := r.Header.Get("Sec-Fetch-Site"); site == "cross-site" && r.Header.Get("Sec-Fetch-Mode") != "navigate" {
			http.Error(w, "other sites may not read the preview", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// page answers with a route, with the headers, redirects and the 404 page that the host would give.
func (s *Server) page(w http.ResponseWriter, r *http.Request) {
	view := s.viewOf(r.URL.Query())
	shown := s.show(view)
	if shown.newest.Err != nil {
		http.Error(w, shown.newest.Err.Error(), http.StatusBadRequest)
		return
	}
	table, _ := shown.site()
	host := hostOf(table)
	answer := host.answer(table, r.URL)
	if answer.location != "" {
		http.Redirect(w, r, answer.location, answer.status)
		return
	}
	var body bytes.Buffer
	if answer.route.Render != nil {
		if _, err := answer.route.Render(&body); err != nil {
			body.Reset()
			s.failed(w, err)
			return
		}
	}
	host.setHeaders(w.Header(), r.URL.Path)
	if w.Header().Get("Content-Type") == "" {
		w.Header().Set("Content-Type", contentType(answer.route))
	}
	// What the host may keep for a year is looked up anew here: the file behind it may change any time.
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(answer.status)
	if r.Method == http.MethodHead {
		return
	}
	data := body.Bytes()
	if answer.route.IsPage() {
		data = withScript(data, lookOf(data))
	}
	w.Write(data)
}

// failed shows a page that could not be rendered; it reloads itself when it can be.
func (s *Server) failed(w http.ResponseWriter, err error) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(http.StatusInternalServerError)
	text := err.Error()
	if d, ok := routes.Fault(err); ok {
		text = d.Position.String() + ": " + d.Message("en")
	}
	var out bytes.Buffer
	if err := startTemplates.ExecuteTemplate(&out, "failed.html", text); err != nil {
		return
	}
	w.Write(withScript(out.Bytes(), look{}))
}

func contentType(r routes.Route) string {
	if r.Render == nil {
		return "text/html; charset=utf-8"
	}
	if t := types[path.Ext(r.File())]; t != "" {
		return t
	}
	if t := mime.TypeByExtension(path.Ext(r.File())); t != "" {
		return t
	}
	return "application/octet-stream"
}

// types are those that the machine's own table may know differently.
var types = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".txt": "text/plain; charset=utf-8", ".xml": "application/xml; charset=utf-8", ".svg": "image/svg+xml", ".webp": "image/webp",
}

// withScript adds the preview's script to a page, last in its body. Its address tells the script what
// the page looks like, so that it can ask whether that is still so.
func withScript(page []byte, l look) []byte {
	at := bytes.LastIndex(page, []byte("</body>"))
	if at < 0 {
		at = len(page)
	}
	tag := `<script src="` + reserved + `client.js?page=` + l.page + `" defer></script>`
	return slices.Concat(page[:at], []byte(tag), page[at:])
}

// A look is what a page shows: a hash of all but its style sheet, and the address of that.
type look struct{ page, style string }

var styleLink = regexp.MustCompile(`<link rel="stylesheet" href="([^"]*)">`)

func lookOf(page []byte) look {
	var l look
	if m := styleLink.FindSubmatchIndex(page); m != nil {
		l.style = string(page[m[2]:m[3]])
		page = slices.Concat(page[:m[2]], page[m[3]:])
	}
	sum := sha256.Sum256(page)
	l.page = hex.EncodeToString(sum[:8])
	return l
}

// rendered gives what a tab's page is in a view, without the script, and what is wrong in its texts.
func rendered(table routes.Table, u *url.URL) ([]byte, diag.List, error) {
	answer := hostOf(table).answer(table, u)
	if answer.route.Render == nil {
		return nil, nil, nil
	}
	var body bytes.Buffer
	diags, err := answer.route.Render(&body)
	return body.Bytes(), diags, err
}
