package sitetest

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net"
	"net/http"
	"net/url"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/preview"
	"alingsas.se/dialog/generator/workspace"
)

// PreviewNow is the moment that the previews of these tests stand still at.
var PreviewNow = time.Date(2012, 3, 28, 10, 0, 0, 0, time.UTC)

// A Preview is one of a copy of the project, which may be edited.
type Preview struct {
	t       *testing.T
	root    string
	Address string
	Stop    func()
}

// Start serves the files of root as the command does, until stop is called or the test ends.
func Start(t *testing.T, root string, poll time.Duration) *Preview {
	t.Helper()
	return StartAt(t, root, poll, "127.0.0.1:0")
}

func StartAt(t *testing.T, root string, poll time.Duration, address string) *Preview {
	t.Helper()
	in := func(name string) string { return filepath.Join(root, name) }
	p, err := workspace.NewPreview(workspace.Job{Content: in("content"), Templates: in("templates"), Static: in("static"), Clock: PreviewNow}, workspace.Live{
		Clock:    func() time.Time { return PreviewNow },
		Language: func(string) string { return "en" },
		Report:   func(preview.Result) {},
		Say:      func(string) {},
		Poll:     poll,
	})
	if err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error)
	go func() { ended <- p.Run(ctx, listener) }()
	s := &Preview{t: t, root: root, Address: "http://" + listener.Addr().String()}
	isStopped := false
	s.Stop = func() {
		if isStopped {
			return
		}
		isStopped = true
		cancel()
		select {
		case err := <-ended:
			if err != nil {
				t.Error(err)
			}
		case <-time.After(20 * time.Second):
			t.Error("the preview does not end")
		}
	}
	t.Cleanup(s.Stop)
	return s
}

// Built is what a build makes of the files: its outputs by URL, and what can't be rendered.
type Built struct {
	Outputs map[string][]byte
	Failed  []string
	IsPage  map[string]bool
	Errors  []string
	IsWrong bool // a text has an error that shows when it is converted only
}

func (s *Preview) Build() Built {
	s.t.Helper()
	in := func(name string) string { return filepath.Join(s.root, name) }
	a, err := workspace.Assemble(workspace.Job{Content: in("content"), Templates: in("templates"), Static: in("static"), Clock: PreviewNow})
	if err != nil {
		return Built{Errors: []string{err.Error()}}
	}
	b := Built{Outputs: map[string][]byte{}, IsPage: map[string]bool{}}
	for _, d := range a.Diags.Sorted() {
		if d.Severity() == diag.Error {
			b.Errors = append(b.Errors, d.Position.String()+": "+d.Message("en"))
		}
	}
	if len(b.Errors) > 0 {
		return b
	}
	for _, r := range a.Table {
		var w bytes.Buffer
		found, err := r.Render(&w)
		if err != nil {
			b.Failed = append(b.Failed, r.URL)
			continue
		}
		b.IsWrong = b.IsWrong || found.HasErrors()
		b.Outputs[r.URL], b.IsPage[r.URL] = w.Bytes(), r.IsPage()
	}
	return b
}

var scriptTag = regexp.MustCompile(`<script src="/_preview/client\.js\?page=[0-9a-f]*" defer></script>`)

// Get fetches a URL; from a page the preview's script is taken away, and it must be there, once.
func (s *Preview) Get(path string, isPage bool) (status int, body []byte, err error) {
	response, err := http.Get(s.Address + path)
	if err != nil {
		return 0, nil, err
	}
	defer response.Body.Close()
	body, err = io.ReadAll(response.Body)
	if err == nil && isPage {
		if n := len(scriptTag.FindAll(body, -1)); n != 1 {
			return 0, nil, fmt.Errorf("%d scripts in %s", n, path)
		}
		body = scriptTag.ReplaceAll(body, nil)
	}
	return response.StatusCode, body, err
}

// Tell is what the bar of a page says.
type Tell struct {
	Reload         bool
	Old            bool
	Errors         int
	Style          string
	Faults         []struct{ Place, Message, Code, Excerpt string }
	Drafts, Future bool
	Now, Moment    string
}

func (s *Preview) Tell(path string) (Tell, error) {
	var told Tell
	response, err := http.Get(s.Address + "/_preview/events?url=" + url.QueryEscape(path))
	if err != nil {
		return told, err
	}
	defer response.Body.Close()
	line, err := bufio.NewReader(response.Body).ReadString('\n')
	if err != nil {
		return told, err
	}
	return told, json.Unmarshal([]byte(strings.TrimPrefix(line, "data: ")), &told)
}

// Shows tells in what the preview differs from outputs; nil where in nothing.
func (s *Preview) Shows(want Built) error {
	for _, path := range slices.Sorted(maps.Keys(want.Outputs)) {
		status, got, err := s.Get(path, want.IsPage[path])
		switch {
		case err != nil:
			return err
		case status != http.StatusOK:
			return fmt.Errorf("%s: status %d", path, status)
		case !bytes.Equal(got, want.Outputs[path]):
			return fmt.Errorf("%s differs:\n%s", path, FirstDifference(got, want.Outputs[path]))
		}
	}
	told, err := s.Tell("/")
	if err == nil && (told.Errors > 0 && len(want.Failed) == 0 && !want.IsWrong || told.Old && !slices.Contains(want.Failed, "/")) {
		err = fmt.Errorf("the panel tells of errors where there are none: %+v", told)
	}
	return err
}

// ShowsOld tells in what the preview differs from a site with errors, whose last good state was before.
func (s *Preview) ShowsOld(before Built, isExact bool) error {
	told, err := s.Tell("/")
	if err != nil {
		return err
	}
	if told.Errors == 0 || !told.Old && !slices.Contains(before.Failed, "/") {
		return fmt.Errorf("the panel tells of %d errors, old: %v", told.Errors, told.Old)
	}
	for path := range before.Outputs {
		status, got, err := s.Get(path, before.IsPage[path])
		if err != nil {
			return err
		}
		if isExact && before.IsPage[path] && (status != http.StatusOK || !bytes.Equal(got, before.Outputs[path])) {
			return fmt.Errorf("%s (status %d) is not the last good one:\n%s", path, status, FirstDifference(got, before.Outputs[path]))
		}
	}
	return nil
}

// Eventually tries until there is no error.
func Eventually(limit time.Duration, try func() error) error {
	deadline := time.Now().Add(limit)
	for wait := 5 * time.Millisecond; ; wait = min(2*wait, 200*time.Millisecond) {
		err := try()
		if err == nil || time.Now().After(deadline) {
			return err
		}
		time.Sleep(wait)
	}
}
