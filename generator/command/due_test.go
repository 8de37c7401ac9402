package command

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// A scheduler must tell apart that a build is due, that none is, and that nobody knows.
func TestDueAsksThePublishedSite(t *testing.T) {
	now := time.Date(2026, 6, 15, 10, 0, 0, 0, time.UTC)
	for _, test := range []struct {
		name   string
		answer http.HandlerFunc
		exit   int
		says   string
	}{
		{"passed", body(`{"next":"2026-06-15T12:00:00+02:00"}`), exitOK, "was to be built again on 15 June 2026, 12:00"},
		{"to come", body(`{"next":"2026-06-15T12:00:01+02:00"}`), exitFaults, "does not change before 15 June 2026, 12:00"},
		{"never", body(`{"next":null}`), exitFaults, "does not change by itself"},
		{"more than today's keys", body(`{"next":"2026-06-15T12:00:00+02:00","also":"more"}`), exitOK, "was to be built"},
		{"not there", http.NotFound, exitUsage, "cannot be read: 404 Not Found"},
		{"a page", body(`<!doctype html>`), exitUsage, "does not say when"},
		{"no moment", body(`{"next":"soon"}`), exitUsage, "does not say when"},
		{"without the key", body(`{}`), exitUsage, "does not say when"},
		{"endless", body(strings.Repeat(" ", 1<<20)), exitUsage, "too long"},
	} {
		t.Run(test.name, func(t *testing.T) {
			server := httptest.NewServer(test.answer)
			defer server.Close()
			var output bytes.Buffer
			code := Run([]string{"due", "--since", server.URL, "--messages", "en"},
				Environment{&output, &output, func(string) string { return "" }, func() time.Time { return now }})
			if code != test.exit || !strings.Contains(output.String(), test.says) {
				t.Errorf("exits with %d and says %q, want %d and %q", code, &output, test.exit, test.says)
			}
		})
	}
	server := httptest.NewServer(http.NotFoundHandler())
	server.Close()
	if code := Run([]string{"due", "--since", server.URL}, Environment{&bytes.Buffer{}, &bytes.Buffer{}, func(string) string { return "" }, time.Now}); code != exitUsage {
		t.Errorf("a server that is down: exits with %d, want %d", code, exitUsage)
	}
}

func body(text string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte(text)) }
}
