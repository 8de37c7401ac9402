package browser

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// A pageHost serves a built folder as the public host does: with the headers of its _headers file, a
// folder's index.html at the folder's address, and 404.html where there is nothing.
type pageHost struct {
	dir   string
	rules []headerRule
}

// A headerRule says what headers go with the paths that match.
type headerRule struct {
	pattern *regexp.Regexp
	header  http.Header
}

func serveFolder(t *testing.T, dir string) (address string) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, "_headers"))
	if err != nil {
		t.Fatal(err)
	}
	rules, err := parseHeaders(string(text))
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(&pageHost{dir, rules})
	t.Cleanup(server.Close)
	return server.URL
}

// parseHeaders reads a _headers file: a path, where * stands for any text, then its headers, indented.
func parseHeaders(text string) ([]headerRule, error) {
	var rules []headerRule
	for i, line := range strings.Split(text, "\n") {
		name, value, isHeader := strings.Cut(strings.TrimSpace(line), ":")
		switch {
		case strings.TrimSpace(line) == "" || strings.HasPrefix(strings.TrimSpace(line), "#"):
		case strings.HasPrefix(line, "/"):
			pattern := strings.ReplaceAll(regexp.QuoteMeta(strings.TrimSpace(line)), `\*`, ".*")
			rules = append(rules, headerRule{regexp.MustCompile("^" + pattern + "$"), http.Header{}})
		case !isHeader || line == strings.TrimSpace(line) || len(rules) == 0:
			return nil, fmt.Errorf("_headers:%d: %q is neither a path nor the header of one", i+1, line)
		default:
			rules[len(rules)-1].header.Add(name, strings.TrimSpace(value))
		}
	}
	return rules, nil
}

// ServeHTTP is that of [http.Handler].
func (h *pageHost) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	for _, rule := range h.rules {
		if !rule.pattern.MatchString(r.URL.Path) {
			continue
		}
		for name, values := range rule.header {
			for _, value := range values {
				w.Header().Add(name, value)
			}
		}
	}
	name := filepath.Join(h.dir, filepath.FromSlash(path.Clean(r.URL.Path)))
	info, err := os.Stat(name)
	switch {
	case err == nil && info.IsDir() && !strings.HasSuffix(r.URL.Path, "/"):
		http.Redirect(w, r, r.URL.Path+"/", http.StatusMovedPermanently)
		return
	case err == nil && info.IsDir():
		name = filepath.Join(name, "index.html")
	}
	if data, err := os.ReadFile(name); err == nil {
		if strings.HasSuffix(name, ".html") {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
		}
		http.ServeContent(w, r, name, info.ModTime(), strings.NewReader(string(data)))
		return
	}
	data, err := os.ReadFile(filepath.Join(h.dir, "404.html"))
	if err != nil {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(http.StatusNotFound)
	_, _ = w.Write(data)
}

func TestHeadersAreReadAsTheHostReadsThem(t *testing.T) {
	rules, err := parseHeaders("# all\n/*\n  A: 1\n\n/en/*\n  B: x: y\n/*.ics\n  C: 3\n")
	if err != nil {
		t.Fatal(err)
	}
	for address, want := range map[string]string{"/": "1", "/en/": "1 x: y", "/en/a.ics": "1 x: y 3", "/b.ics": "1 3"} {
		var got []string
		for _, rule := range rules {
			if rule.pattern.MatchString(address) {
				got = append(got, rule.header.Get("A")+rule.header.Get("B")+rule.header.Get("C"))
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s has %v, want %s", address, got, want)
		}
	}
	for _, text := range []string{"  A: 1\n", "/*\n  nothing\n", "/*\nA: 1\n"} {
		if _, err := parseHeaders(text); err == nil {
			t.Errorf("%q is read without an error", text)
		}
	}
}
