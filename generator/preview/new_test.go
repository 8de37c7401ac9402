package preview

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"alingsas.se/dialog/generator/diag"
)

// maker is a source that can make files, and remembers what was asked for.
func maker() (*fakeSource, *[]string) {
	f, asked := newFake(), new([]string)
	f.create = func(kind, title string) (string, error) {
		*asked = append(*asked, kind+" "+title)
		if title == "?" {
			return "", diag.Usage(diag.Both("inget filnamn", "no <file> name"), diag.Both("skriv", "write letters"))
		}
		f.items = []Item{{Title: title, File: "content/press/a b.md", Kind: "press", State: "draft", URL: "/a-b/?_drafts=1"}}
		return "content/press/a b.md", nil
	}
	return f, asked
}

// post sends the form for a new text, with more headers.
func post(s *Server, kind, title string, headers ...string) *http.Response {
	form := url.Values{"kind": {kind}, "title": {title}}
	r := httptest.NewRequest("POST", "http://127.0.0.1:8080/_preview/new", strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	guard("127.0.0.1:8080", s.handler()).ServeHTTP(w, r)
	return w.Result()
}

func TestTheStartPageMakesANewText(t *testing.T) {
	f, asked := maker()
	s := newTestServer(t, f, nil)
	start := bodyOf(t, fetch(s, "/_preview/"))
	if !strings.Contains(start, `<form method="post" action="/_preview/new">`) || strings.Contains(start, `role="status"`) {
		t.Errorf("no form, or something made:\n%s", start)
	}
	r := post(s, "press", "A b", "Sec-Fetch-Site", "same-origin", "Origin", "http://127.0.0.1:8080")
	to := r.Header.Get("Location")
	if r.StatusCode != http.StatusSeeOther || to != "/_preview/?_drafts=1&new=content%2Fpress%2Fa+b.md" || len(*asked) != 1 || (*asked)[0] != "press A b" {
		t.Fatalf("status %d, to %q, asked for %q", r.StatusCode, to, *asked)
	}
	made := bodyOf(t, fetch(s, to))
	for _, part := range []string{`role="status"`, "<code>content/press/a b.md</code>", `<a href="/a-b/?_drafts=1">`} {
		if !strings.Contains(made, part) {
			t.Errorf("lacks %q", part)
		}
	}
	if other := bodyOf(t, fetch(s, "/_preview/?new=content/press/other.md")); strings.Contains(other, `role="status"`) || strings.Contains(other, "other.md") {
		t.Error("a file is named that is not there")
	}
}

func TestWhatCannotBeMadeIsToldInTheForm(t *testing.T) {
	f, _ := maker()
	r := post(newTestServer(t, f, nil), "contacts", "?")
	body := bodyOf(t, r)
	if r.StatusCode != http.StatusUnprocessableEntity {
		t.Errorf("status %d", r.StatusCode)
	}
	for _, part := range []string{`role="alert"`, "no &lt;file&gt; name", "write letters", `<option value="contacts" selected>`, `value="?"`, "open>"} {
		if !strings.Contains(body, part) {
			t.Errorf("lacks %q:\n%s", part, body)
		}
	}
	if strings.Contains(body, "client.js") {
		t.Error("the page would be sent again whenever a file changes")
	}
}

// A page elsewhere that sends the form makes nothing: what a browser tells of where it comes from decides.
func TestOtherSitesMakeNoText(t *testing.T) {
	for _, test := range []struct {
		name    string
		headers []string
		status  int
	}{
		{"another site", []string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Origin", "https://evil.example"}, 403},
		{"another port of this computer", []string{"Sec-Fetch-Site", "same-site", "Sec-Fetch-Mode", "navigate", "Origin", "http://127.0.0.1:9999"}, 403},
		{"an old browser on another site", []string{"Origin", "https://evil.example"}, 403},
		{"a page without an origin", []string{"Origin", "null"}, 403},
		{"an old browser on the start page", []string{"Origin", "http://127.0.0.1:8080"}, 303},
	} {
		f, asked := maker()
		if r := post(newTestServer(t, f, nil), "press", "A", test.headers...); r.StatusCode != test.status || (len(*asked) > 0) != (test.status == 303) {
			t.Errorf("%s: status %d, asked for %q", test.name, r.StatusCode, *asked)
		}
	}
	f, asked := maker()
	r := httptest.NewRequest("GET", "http://127.0.0.1:8080/_preview/new?kind=press&title=A", nil)
	w := httptest.NewRecorder()
	guard("127.0.0.1:8080", newTestServer(t, f, nil).handler()).ServeHTTP(w, r)
	if w.Code == http.StatusOK || len(*asked) > 0 {
		t.Errorf("following a link makes a file: %d, %q", w.Code, *asked)
	}
	if r := post(newTestServer(t, newFake(), nil), "press", "A"); r.StatusCode != http.StatusNotFound {
		t.Errorf("without a maker: %d", r.StatusCode)
	}
	if r := post(newTestServer(t, f, nil), "press", strings.Repeat("a", mostOfForm)); r.StatusCode != http.StatusBadRequest {
		t.Errorf("a novel: %d", r.StatusCode)
	}
}
