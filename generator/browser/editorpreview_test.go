package browser

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
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
	for _, key := range []string{"title", "lead"} {
		e.typesFast(t, key)
	}
	for _, line := range e.complaints() {
		// The editor's own frame, and scripts of the page, which are not to run there.
		if !strings.Contains(line, "sandbox") && !strings.Contains(line, "base URI") {
			t.Error(line)
		}
	}
}

// typesFast types into a field and tells how long the page takes to follow. It is told, and not judged: machines differ.
func (e *editing) typesFast(t *testing.T, key string) {
	t.Helper()
	var took []float64
	e.do(frames+fmt.Sprintf(`
		const input = (await field(%q)).querySelector('input, textarea');
		const took = [];
		for (let i = 0; i < 30; i++) {
			const mark = 'Ord' + i + 'x';
			const began = performance.now();
			type(input, input.value.replace(/ ?Ord.*/, '') + ' ' + mark);
			while (!page().includes(mark)) {
				if (performance.now() - began > 10000) { throw Error('the page does not follow'); }
				await new Promise(requestAnimationFrame);
			}
			took.push(performance.now() - began);
			await wait(40);
		}
		return took;`, key), &took)
	slices.Sort(took)
	t.Logf("%s: the page follows in %.0f ms in the middle, %.0f ms in nine of ten, %.0f ms at most", key, took[len(took)/2], took[len(took)*9/10], took[len(took)-1])
}

// frames finds the page in the pane, which stands in a frame of the editor's.
const frames = `
	const inside = (root) => [...root.querySelectorAll('iframe')].flatMap((one) => [one, ...(one.contentDocument ? inside(one.contentDocument) : [])]);
	const pages = inside(document).filter((one) => one.srcdoc);
	const page = () => inside(document).find((one) => one.srcdoc)?.contentDocument?.documentElement?.outerHTML ?? '';
`

// seen gives the page, or what stands there in its place.
const seen = frames + `
	return pages.length ? page() : document.body.innerText + inside(document).map((one) => one.contentDocument?.body?.innerText).join(' | ');`
