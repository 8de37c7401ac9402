package browser

import (
	"context"
	"embed"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// A tab of the browser shows one page after another as different people see it, and hears what the
// browser tells of them.
type tab struct {
	ctx  context.Context
	host string // what alone may be asked for anything

	mu    sync.Mutex
	heard []string // what the console says, and what was asked of the network in vain or elsewhere
}

func (b browser) tab(t *testing.T) *tab {
	t.Helper()
	ctx, cancel := chromedp.NewContext(b.ctx)
	t.Cleanup(cancel)
	tb := &tab{ctx: ctx}
	if err := chromedp.Do(ctx); err != nil {
		t.Fatal(err)
	}
	if err := chromedp.Listen(ctx, tb.listen); err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Call(ctx, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true}); err != nil {
		t.Fatal(err)
	}
	return tb
}

func (tb *tab) listen(event any) {
	switch e := event.(type) {
	case *log.EventEntryAdded:
		tb.hear("the console says: %s: %s", e.Entry.Source, e.Entry.Text)
	case *runtime.EventConsoleAPICalled:
		tb.hear("the page writes to the console: %s", e.Type)
	case *runtime.EventExceptionThrown:
		tb.hear("a script fails: %s %s", e.ExceptionDetails.Text, description(e.ExceptionDetails.Exception))
	case *network.EventLoadingFailed:
		tb.hear("a request fails: %s %s %s", e.Type, e.ErrorText, e.BlockedReason)
	case *network.EventResponseReceived:
		if e.Response.Status >= 400 && e.Type != network.ResourceTypeDocument {
			tb.hear("%s gives %d", e.Response.URL, e.Response.Status)
		}
	case *network.EventRequestWillBeSent:
		u, err := url.Parse(e.Request.URL)
		if err != nil || (u.Scheme != "data" && u.Host != tb.onlyHost()) {
			tb.hear("another host is asked: %s", e.Request.URL)
		}
	}
}

// description is what an exception says, and where it was thrown.
func description(thrown *runtime.RemoteObject) string {
	if thrown == nil {
		return ""
	}
	return thrown.Description
}

func (tb *tab) onlyHost() string {
	tb.mu.Lock()
	defer tb.mu.Unlock()
	return tb.host
}

func (tb *tab) hear(format string, args ...any) {
	tb.mu.Lock()
	defer tb.mu.Unlock()
	tb.heard = append(tb.heard, fmt.Sprintf(format, args...))
}

// told gives what was heard since the page was opened.
func (tb *tab) told() []string {
	tb.mu.Lock()
	defer tb.mu.Unlock()
	return slices.Clone(tb.heard)
}

// A condition is how somebody looks at a page.
type condition struct {
	width, height int
	scale         float64 // device pixels for one of CSS; 4 is what zooming to 400 % gives
	features      map[string]string
	media         string // "print", or "" for a screen
	noScripts     bool
}

// in gives the conditions of a view.
func (v pageView) in() condition {
	return condition{width: v.width, height: windowHeight, scale: 1, features: map[string]string{"prefers-color-scheme": v.scheme, "prefers-reduced-motion": "reduce"}}
}

const windowHeight = 800

// callTime is how long the browser may take for one answer.
const callTime = 30 * time.Second

func (tb *tab) emulate(c condition) error {
	ctx, cancel := context.WithTimeout(tb.ctx, callTime)
	defer cancel()
	media := emulation.SetEmulatedMediaParams{Media: c.media}
	for name, value := range c.features {
		media.Features = append(media.Features, &emulation.MediaFeature{Name: name, Value: value})
	}
	if _, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, media); err != nil {
		return err
	}
	if _, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: c.noScripts}); err != nil {
		return err
	}
	_, err := chromedp.Call(ctx, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width: int64(c.width), Height: int64(c.height), DeviceScaleFactor: c.scale,
	})
	return err
}

// open shows a page under some conditions.
func (tb *tab) open(p sitePage, c condition) error {
	if err := tb.emulate(c); err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(tb.ctx, callTime)
	defer cancel()
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank")); err != nil {
		return err
	}
	tb.mu.Lock()
	tb.host, tb.heard = strings.TrimPrefix(p.site.address, "http://"), nil
	tb.mu.Unlock()
	return chromedp.Do(ctx, chromedp.Navigate(p.site.address+p.url))
}

// show opens the page of a view.
func (tb *tab) show(v pageView) error { return tb.open(v.page, v.in()) }

// scripts are what the checks ask of a page: functions, and what they share in lib.js.
//
//go:embed testdata/pages
var scripts embed.FS

// ask calls a function of testdata/pages in the page. It is called through the DevTools protocol, so that
// no content security policy hinders it.
func ask[T any](tb *tab, name string) (T, error) { return evaluate[T](tb, script(name)) }

// script is the call of a function of testdata/pages, as an expression.
func script(name string) string {
	lib, _ := scripts.ReadFile("testdata/pages/lib.js")
	function, err := scripts.ReadFile("testdata/pages/" + name + ".js")
	if err != nil {
		panic(err) // it is part of this program
	}
	return fmt.Sprintf("(() => {\n%s\nreturn (%s)();\n})()", lib, strings.TrimSpace(string(function)))
}

func evaluate[T any](tb *tab, expression string) (T, error) {
	ctx, cancel := context.WithTimeout(tb.ctx, callTime)
	defer cancel()
	return chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
}

// addStyle adds a style sheet of the reader's own, which wins over the page's.
func (tb *tab) addStyle(css string) error {
	_, err := evaluate[bool](tb, fmt.Sprintf(`(() => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(%q);
		document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
		return true;
	})()`, css))
	return err
}
