package browser

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/websocket"
)

// A firefox shows one page after another. It is driven by WebDriver BiDi (https://www.w3.org/TR/webdriver-bidi/), which
// it speaks itself, one question after the other.
type firefox struct {
	conn    *websocket.Conn
	context string // its tab
	asked   int    // how many questions
	heard   []string
}

// firefoxOrigin is who asks: a browser answers no page of the web that happens to run on this computer.
const firefoxOrigin = "http://127.0.0.1"

func startFirefox(t *testing.T) *firefox {
	t.Helper()
	path, err := exec.LookPath("firefox-esr")
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("there is no firefox-esr, and CI must have one")
		}
		t.Skip("SKIPPED: there is no firefox-esr, so nobody has looked at the pages in Firefox")
	}
	f := &firefox{}
	config, err := websocket.NewConfig(launch(t, path)+"/session", firefoxOrigin)
	if err == nil {
		f.conn, err = websocket.DialConfig(config)
	}
	if err != nil {
		t.Fatal("reach firefox: ", err)
	}
	t.Cleanup(func() { f.conn.Close() })
	var tree struct{ Contexts []struct{ Context string } }
	for _, q := range []struct {
		method string
		params any
		into   any
	}{
		{"session.new", object{"capabilities": object{}}, nil},
		{"session.subscribe", object{"events": []string{"log.entryAdded", "network.fetchError", "network.responseCompleted"}}, nil},
		{"browsingContext.getTree", object{}, &tree},
	} {
		if err := f.ask(q.method, q.params, q.into); err != nil {
			t.Fatal(err)
		}
	}
	f.context = tree.Contexts[0].Context
	return f
}

// firefoxListens is what Firefox tells when it can be asked.
var firefoxListens = regexp.MustCompile(`WebDriver BiDi listening on (ws://\S+)`)

// launch starts Firefox with an empty profile, and gives the address at which it can be asked.
func launch(t *testing.T, path string) (address string) {
	t.Helper()
	profile := t.TempDir()
	// The pages' own words are compared with what is seen, so nothing is to be translated.
	prefs := `user_pref("browser.translations.enable", false);` + "\n"
	if err := os.WriteFile(filepath.Join(profile, "user.js"), []byte(prefs), 0o644); err != nil {
		t.Fatal(err)
	}
	c := exec.Command(path, "--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0", "--remote-allow-origins", firefoxOrigin)
	c.Env = append(os.Environ(), "HOME="+profile, "MOZ_CRASHREPORTER_DISABLE=1")
	output, err := c.StderrPipe()
	if err == nil {
		err = c.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = c.Process.Kill()
		_ = c.Wait()
	})
	found := make(chan string, 1)
	go func() {
		for lines := bufio.NewScanner(output); lines.Scan(); {
			if m := firefoxListens.FindStringSubmatch(lines.Text()); m != nil {
				found <- m[1]
			}
		}
	}()
	select {
	case address = <-found:
	case <-time.After(callTime):
		t.Fatal("firefox does not say where it can be asked")
	}
	return address
}

type object = map[string]any

// A bidiMessage is what Firefox sends: the answer to a question, or an event.
type bidiMessage struct {
	ID             int
	Result, Params json.RawMessage
	Method         string // of an event
	Error, Message string
}

// ask asks a question and waits for its answer; what happens meanwhile is heard.
func (f *firefox) ask(method string, params, into any) error {
	f.asked++
	if err := f.conn.SetDeadline(time.Now().Add(callTime)); err != nil {
		return err
	}
	if err := websocket.JSON.Send(f.conn, object{"id": f.asked, "method": method, "params": params}); err != nil {
		return err
	}
	for {
		var m bidiMessage
		if err := websocket.JSON.Receive(f.conn, &m); err != nil {
			return fmt.Errorf("%s: %w", method, err)
		}
		switch {
		case m.Method != "":
			f.hear(m)
		case m.Error != "":
			return fmt.Errorf("%s: %s: %s", method, m.Error, m.Message)
		case m.ID == f.asked && into == nil:
			return nil
		case m.ID == f.asked:
			return json.Unmarshal(m.Result, into)
		}
	}
}

func (f *firefox) hear(m bidiMessage) {
	var event struct {
		Level, Text, ErrorText string
		Request                struct{ URL string }
		Response               struct{ Status int }
	}
	if err := json.Unmarshal(m.Params, &event); err != nil {
		f.heard = append(f.heard, fmt.Sprintf("%s can't be read: %v", m.Method, err))
		return
	}
	switch {
	case m.Method == "log.entryAdded":
		f.heard = append(f.heard, fmt.Sprintf("the console says: %s: %s", event.Level, event.Text))
	case m.Method == "network.fetchError":
		f.heard = append(f.heard, fmt.Sprintf("a request fails: %s %s", event.Request.URL, event.ErrorText))
	case event.Response.Status >= 400 && !strings.HasSuffix(event.Request.URL, "/404.html"):
		f.heard = append(f.heard, fmt.Sprintf("%s gives %d", event.Request.URL, event.Response.Status))
	}
}

// open shows a page in a window of a width.
func (f *firefox) open(p sitePage, width int) error {
	if err := f.ask("browsingContext.setViewport", object{"context": f.context, "viewport": object{"width": width, "height": windowHeight}}, nil); err != nil {
		return err
	}
	f.heard = nil
	return f.ask("browsingContext.navigate", object{"context": f.context, "url": p.site.address + p.url, "wait": "complete"}, nil)
}

// evaluate gives what an expression gives in the page, as JSON.
func (f *firefox) evaluate(expression string, into any) error {
	var answer struct {
		Type             string
		Result           struct{ Value string }
		ExceptionDetails struct{ Text string }
	}
	err := f.ask("script.evaluate", object{
		"expression": "(async () => JSON.stringify(await (" + expression + ")))()", "target": object{"context": f.context}, "awaitPromise": true,
	}, &answer)
	switch {
	case err != nil:
		return err
	case answer.Type != "success":
		return fmt.Errorf("%s: %s", expression, answer.ExceptionDetails.Text)
	}
	return json.Unmarshal([]byte(answer.Result.Value), into)
}

// print gives the page on A4 as a PDF file.
func (f *firefox) print() (pdf []byte, err error) {
	var answer struct{ Data []byte }
	err = f.ask("browsingContext.print", object{"context": f.context, "page": object{"width": 21.0, "height": 29.7}}, &answer)
	return answer.Data, err
}
