package preview

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"mime"
	"net"
	"net/http"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"

	"alingsas.se/dialog/generator/web"
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
	mux.Handle("POST "+reserved+"new", http.NewCrossOriginProtection().Handler(http.HandlerFunc(s.create)))
	mux.Handle("GET "+reserved, unkept(http.StripPrefix(reserved, http.FileServerFS(clientFiles()))))
	mux.HandleFunc("GET /", s.page)
	return mux
}

// unkept lets browsers keep nothing: the next version of the program has other files.
func unkept(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-store")
		next.ServeHTTP(w, r)
	})
}

// guard refuses requests whose Host is not the server's own: a page elsewhere whose name was made to
// point here (DNS rebinding) could read drafts otherwise. addr is where the server listens.
func guard(addr string, next http.Handler) http.Handler {
	own := []string{addr}
	if _, port, err := net.SplitHostPort(addr); err == nil {
		own = append(own, "127.0.0.1:"+port, "localhost:"+port)
		if port == "80" { // which browsers leave out
			own = append(own, "127.0.0.1", "localhost", "[::1]")
		}
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !slices.Contains(own, strings.ToLower(r.Host)) {
			http.Error(w, "this address is not the preview's", http.StatusMisdirectedRequest)
			return
		}
		from := r.Header.Get("Sec-Fetch-Site")
		if (from == "cross-site" || from == "same-site") && r.Header.Get("Sec-Fetch-Mode") != "navigate" {
			http.Error(w, "other sites may not read the preview", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// viewOfRequest reads the view that a request asks for. What a page shows, its pictures and films, is asked for without
// one, since a built page knows of none: it is the page's.
func (s *Server) viewOfRequest(r *http.Request) View {
	query, dest := r.URL.Query(), r.Header.Get("Sec-Fetch-Dest")
	if dest == "" || dest == "document" || query.Has(paramDrafts) || query.Has(paramFuture) || query.Has(paramNow) {
		return s.viewOf(query)
	}
	page, err := url.Parse(r.Referer())
	if err != nil || page.Host != r.Host {
		return s.viewOf(query)
	}
	return s.viewOf(page.Query())
}

// page answers with a route, with the headers, redirects and the 404 page that the host would give.
func (s *Server) page(w http.ResponseWriter, r *http.Request) {
	view := s.viewOfRequest(r)
	shown := s.show(view)
	p := s.render(shown, view, r.URL)
	if p.location != "" {
		// A browser would remember a permanent redirect for ever, and the file that asks for it may go.
		w.Header().Set("Cache-Control", "no-store")
		http.Redirect(w, r, p.location, p.status)
		return
	}
	shown.host().setHeaders(w.Header(), r.URL.Path)
	if policy := w.Header().Get("Content-Security-Policy"); policy != "" {
		w.Header().Set("Content-Security-Policy", withoutUpgrade(policy))
	}
	if w.Header().Get("Content-Type") == "" || p.look == (look{}) && p.route.IsPage() {
		w.Header().Set("Content-Type", contentType(p.route))
	}
	// What the host may keep for a year is looked up anew here: the file behind it may change any time.
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(p.status)
	if r.Method == http.MethodHead {
		return
	}
	data := p.body
	if p.route.IsPage() {
		data = withScript(data, p.look)
	}
	w.Write(data)
}

// withoutUpgrade leaves out the one part of the policy that cannot hold here: Safari would look for the
// style sheet at https://127.0.0.1.
func withoutUpgrade(policy string) string {
	return strings.TrimSuffix(strings.ReplaceAll(policy, "upgrade-insecure-requests", ""), "; ")
}

func contentType(r web.Route) string {
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
