package browser

import (
	"fmt"
	"testing"
)

// looksWithAxe asks axe-core of a part of the editor that is ours: the expression of a node. What the editor itself
// lacks is for its makers.
func (e *editing) looksWithAxe(what, node string) {
	e.t.Helper()
	if _, err := evaluate[bool](e.tab, readAxe(e.t)+"\n;true"); err != nil {
		e.t.Fatal(err)
	}
	var violations []string
	e.do(fmt.Sprintf(`
		const part = %s;
		const result = await axe.run(part, { resultTypes: ['violations'] });
		return result.violations.flatMap((rule) => rule.nodes.map((one) => rule.id + ': ' + rule.help + ': ' + one.html.slice(0, 200)))`, node), &violations)
	for _, violation := range violations {
		e.t.Errorf("%s: %s", what, violation)
	}
}

// paneCopy puts a copy of what stands in the pane beside the page into the editor's own document, where axe-core runs.
const paneCopy = `(() => {
	const inside = (root) => [...root.querySelectorAll('iframe')].flatMap((one) => [one, ...(one.contentDocument ? inside(one.contentDocument) : [])]);
	const pane = inside(document).map((one) => one.contentDocument?.querySelector('section[aria-label]')).find(Boolean);
	const copy = document.importNode(pane, true);
	document.body.append(copy);
	return copy;
})()`

// Whoever has no script is told what to do instead, on a page that is as any other.
func TestTheEditorWithoutScript(t *testing.T) {
	skipWithoutTime(t)
	needEditor(t)
	s := buildSiteIn(t, t.TempDir(), "editor", withEditor(t, "../testdata/looks/content"), "2026-06-15 12:00")
	e := &editing{startBrowser(t).tab(t), t, s}
	for _, width := range []int{320, 1280} {
		in := condition{width: width, height: windowHeight, scale: 1, noScripts: true}
		if err := e.open(sitePage{site: s, url: "/admin/"}, in); err != nil {
			t.Fatal(err)
		}
		for _, claim := range []string{"document.querySelector('main p').innerText.includes('Utan det går det att skriva i filerna')", "document.documentElement.scrollWidth <= innerWidth"} {
			if holds, err := evaluate[bool](e.tab, claim); err != nil || !holds {
				t.Errorf("%d pixels: it does not hold that %s: %v", width, claim, err)
			}
		}
		in.noScripts = false // axe-core is one
		if err := e.open(sitePage{site: s, url: "/404.html"}, in); err != nil {
			t.Fatal(err)
		}
		e.do(withoutScript, nil)
		e.looksWithAxe(fmt.Sprintf("%d pixels", width), "document")
	}
}

// withoutScript makes a page that of the editor, as it is where no script runs.
const withoutScript = `
	const text = (await (await fetch('/admin/')).text()).replace(/<script[^]*?<\/script>/g, '').replace(/<\/?noscript>/g, '');
	const next = new DOMParser().parseFromString(text, 'text/html');
	document.replaceChild(document.adoptNode(next.documentElement), document.documentElement)`
