package browser

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"alingsas.se/dialog/generator/sitetest"
)

// Beside the form stands the page, as it will be published, and what is wrong with it is told while one writes.
func TestThePageBesideTheForm(t *testing.T) {
	if isRace || testing.Short() {
		t.Skip("a browser looks at pages only where tests may take their time")
	}
	if _, err := os.Stat(filepath.Join(sitetest.Project, ".admin", "preview", "editor.wasm.gz")); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("there is nothing that shows pages, and CI must have it: ", err)
		}
		t.Skip("SKIPPED: there is nothing that shows pages. go run ./generator editor makes it")
	}
	e := newEditing(t, sitetest.Project, "../testdata/looks/content")
	e.do("await show('press/entries/2026-06-12-ny-busslinje/index'); return wait(8000)", nil)
	var shown string
	e.do(seen, &shown)
	if !strings.Contains(shown, "busslinje") {
		t.Errorf("it shows %s", shown)
	}
	e.do("await fill('title', 'Åtta nya träd på torget'); return wait(4000)", nil)
	e.do(seen, &shown)
	if !strings.Contains(shown, "Åtta nya träd på torget</h1>") {
		t.Errorf("after a change it shows %s", shown)
	}
	var styles int
	e.do(frames+"return pages[0].contentDocument.styleSheets.length", &styles)
	if styles == 0 {
		t.Error("the page has no style")
	}
	for _, line := range e.complaints() {
		// The editor's own frame, and scripts of the page, which are not to run there.
		if !strings.Contains(line, "sandbox") && !strings.Contains(line, "base URI") {
			t.Error(line)
		}
	}
}

// frames finds the page in the pane, which stands in a frame of the editor's.
const frames = `
	const inside = (root) => [...root.querySelectorAll('iframe')].flatMap((one) => [one, ...(one.contentDocument ? inside(one.contentDocument) : [])]);
	const pages = inside(document).filter((one) => one.srcdoc);
`

// seen gives the page, or what stands there in its place.
const seen = frames + `
	return pages.length ? pages[0].srcdoc : document.body.innerText + inside(document).map((one) => one.contentDocument?.body?.innerText).join(' | ');`
