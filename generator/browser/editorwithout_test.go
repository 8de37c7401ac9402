package browser

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// Where a browser cannot show the page, the form works as it does, and the pane says what is the matter.
func TestTheFormWithoutThePage(t *testing.T) {
	e := newPreviewing(t)
	for _, one := range []struct{ name, script string }{
		{"no WebAssembly", "delete window.WebAssembly"},
		{"no worker", "delete window.Worker"},
		{"a worker that does not load", "const Whole = Worker; window.Worker = class extends Whole { constructor() { super('/admin/preview/nothing.js'); } }"},
	} {
		t.Run(one.name, func(t *testing.T) {
			e.t = t
			e.openWith(one.script)
			var said string
			e.do(frames+`
				await show('contacts/entries/lo-utanvag');
				const text = () => inside(document).map((one) => one.contentDocument?.body?.innerText).join(' ');
				await until(() => text().includes('kan inte visas här'), 'word about it');
				return text()`, &said)
			if !strings.Contains(said, "Texten går att skriva och spara som vanligt; den kontrolleras när webbplatsen byggs.") {
				t.Errorf("it says %s", said)
			}
			got := e.changed("await add('role', 'x'); await save()")
			if len(got) != 1 || !strings.Contains(got["content/contacts/lo-utanvag.md"], "x\n") {
				t.Errorf("it writes %q", got)
			}
		})
	}
}

// openWith opens the editor anew in a browser that a script has made another one.
func (e *editing) openWith(script string) {
	e.t.Helper()
	added, err := chromedp.Call(e.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script})
	if err != nil {
		e.t.Fatal(err)
	}
	e.t.Cleanup(func() {
		if _, err := chromedp.Call(e.ctx, page.RemoveScriptToEvaluateOnNewDocument, page.RemoveScriptToEvaluateOnNewDocumentParams(added)); err != nil {
			e.t.Error(err)
		}
	})
	if err := e.open(sitePage{site: e.site, url: "/admin/"}, condition{width: 1280, height: windowHeight, scale: 1}); err != nil {
		e.t.Fatal(err)
	}
	e.do("await until(() => document.querySelector('[role=\"row\"]'), 'list'); return wait(500)", nil)
}
