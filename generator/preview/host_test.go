package preview

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestTheServerAnswersAsTheHostWould(t *testing.T) {
	for _, test := range []struct {
		name, path string
		status     int
		header     string // name: value
		body       string // what it begins with
	}{
		{"a page", "/one/", 200, "X-One: yes", "<body>one"},
		{"a page's type", "/one/", 200, "Content-Type: text/html; charset=utf-8", ""},
		{"the policy without what cannot hold here", "/one/", 200, "Content-Security-Policy: default-src 'self'", ""},
		{"nothing is kept", "/a.ics", 200, "Cache-Control: no-store", "BEGIN"},
		{"a type by a rule", "/a.ics", 200, "Content-Type: text/calendar", ""},
		{"the slash that is missing", "/one", 301, "Location: /one/", ""},
		{"with its query", "/one?_now=2012", 301, "Location: /one/?_now=2012", ""},
		{"index.html", "/one/index.html", 200, "X-One: yes", "<body>one"},
		{"an old address", "/old/", 301, "Location: /one/", ""},
		{"an old address without slash, with a query", "/old?a=b", 301, "Location: /one/?a=b", ""},
		{"a redirect with a query", "/tv%C3%A5?a=b", 301, "Location: /one/?x=1&a=b", ""},
		{"an old address with another query", "/old?id=4", 301, "Location: /one/?id=4", ""},
		{"an old address by its query, where there is a page", "/one/?q=%c3%a5", 301, "Location: /a/?q=%c3%a5", ""},
		{"a page with another query", "/one/?q=a", 200, "X-One: yes", "<body>one"},
		{"no redirect is remembered", "/old/", 301, "Cache-Control: no-store", ""},
		{"not there", "/nowhere/", 404, "X-All: yes", "<body>nothing here"},
		{"escaped by the site", "/p/min%20bild%20%281%29.png", 200, "Content-Type: image/png", "png"},
		{"escaped by a browser", "/p/min%20bild%20(1).png", 200, "Content-Type: image/png", "png"},
		{"a static file with a space", "/with%20space.txt", 200, "Content-Type: text/plain; charset=utf-8", "text"},
		{"odd: dots", "/%2e%2e/%2e%2e/etc/passwd", 404, "", "<body>nothing"},
		{"odd: an escaped slash", "/one%2F", 200, "", "<body>one"},
		{"odd: a control character", "/%00%0a", 404, "", "<body>nothing"},
		{"odd: another host", "/%5cevil.example", 404, "", "<body>nothing"},
		{"the script", "/_preview/client.js?page=x", 200, "Cache-Control: no-store", "//"},
		{"no events without an address", "/_preview/events?url=%zz", 400, "", ""},
		{"a moment that is none", "/one/?_now=nonsense", 400, "Content-Type: text/html; charset=utf-8", "<!doctype html>"},
		{"a start page of a moment that is none", "/_preview/?_now=nonsense", 200, "", "<!doctype html>"},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := newTestServer(t, newFake(), nil)
			r := fetch(s, test.path)
			body := bodyOf(t, r)
			if r.StatusCode != test.status || !strings.HasPrefix(body, test.body) {
				t.Errorf("status %d, want %d; body %.80q", r.StatusCode, test.status, body)
			}
			if name, value, ok := strings.Cut(test.header, ": "); ok && r.Header.Get(name) != value {
				t.Errorf("%s: %q, want %q", name, r.Header.Get(name), value)
			}
		})
	}
}

func TestAPageHasOneScriptMoreThanItsFile(t *testing.T) {
	body := bodyOf(t, fetch(newTestServer(t, newFake(), nil), "/"))
	if before, rest, _ := strings.Cut(body, "<script "); before != "<body>home" || strings.Count(rest, "<") != 2 || !strings.HasSuffix(rest, "</script></body>") {
		t.Errorf("got %q", body)
	}
	if body := bodyOf(t, fetch(newTestServer(t, newFake(), nil), "/a.ics")); body != "BEGIN" {
		t.Errorf("a calendar became %q", body)
	}
}

func TestOnlyTheServersOwnNamesAreAnswered(t *testing.T) {
	for _, test := range []struct {
		name, addr, host, site, mode string
		status                       int
	}{
		{"its address", "127.0.0.1:8080", "127.0.0.1:8080", "none", "navigate", 200},
		{"localhost", "127.0.0.1:8080", "localhost:8080", "same-origin", "cors", 200},
		{"in capitals", "127.0.0.1:8080", "LOCALHOST:8080", "", "", 200},
		{"IPv6", "[::1]:8080", "[::1]:8080", "", "", 200},
		{"port 80, which browsers leave out", "127.0.0.1:80", "localhost", "", "", 200},
		{"a name that was made to point here", "127.0.0.1:8080", "evil.example:8080", "", "", 421},
		{"a name that begins like ours", "127.0.0.1:8080", "127.0.0.1:8080.evil.example", "", "", 421},
		{"another port", "127.0.0.1:8080", "127.0.0.1:9090", "", "", 421},
		{"no port", "127.0.0.1:8080", "127.0.0.1", "", "", 421},
		{"a link from elsewhere", "127.0.0.1:8080", "127.0.0.1:8080", "cross-site", "navigate", 200},
		{"a script elsewhere", "127.0.0.1:8080", "127.0.0.1:8080", "cross-site", "no-cors", 403},
		{"a program on another port", "127.0.0.1:8080", "127.0.0.1:8080", "same-site", "cors", 403},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := httptest.NewRequest("GET", "/", nil)
			r.Host = test.host
			r.Header.Set("Sec-Fetch-Site", test.site)
			r.Header.Set("Sec-Fetch-Mode", test.mode)
			w := httptest.NewRecorder()
			guard(test.addr, http.HandlerFunc(func(http.ResponseWriter, *http.Request) {})).ServeHTTP(w, r)
			if w.Code != test.status {
				t.Errorf("status %d, want %d", w.Code, test.status)
			}
		})
	}
}
