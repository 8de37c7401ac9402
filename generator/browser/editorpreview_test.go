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
	e := newPreviewing(t)
	e.runs(t, []editingPart{
		{"shows what is typed", (*editing).showsWhatIsTyped},
		{"holds back what is wrong", (*editing).holdsBackWhatIsWrong},
		{"leads to the place of what is wrong", (*editing).leadsToThePlace},
		{"saves a draft whatever is wrong", (*editing).savesADraft},
		{"shows a picture that is not saved", (*editing).showsAFreshPicture},
		{"says nothing that a person should have to hear", (*editing).isQuietBesideTheForm},
	})
}

// newPreviewing opens the editor with all that shows pages.
func newPreviewing(t *testing.T) *editing {
	t.Helper()
	skipWithoutTime(t)
	if _, err := os.Stat(filepath.Join(sitetest.Project, ".admin", "preview", "editor.wasm.gz")); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("there is nothing that shows pages, and CI must have it: ", err)
		}
		t.Skip("SKIPPED: there is nothing that shows pages. go run ./generator editor makes it")
	}
	return newEditing(t, sitetest.Project, "../testdata/looks/content")
}

func (e *editing) showsWhatIsTyped() {
	e.do("await show('press/entries/2026-06-12-ny-busslinje/index')", nil)
	e.waitForPage("busslinje")
	e.do("await fill('title', 'Åtta nya träd på torget')", nil)
	e.waitForPage("Åtta nya träd på torget</h1>")
	var styles int
	e.do(frames+"return pages[0].contentDocument.styleSheets.length", &styles)
	if styles == 0 {
		e.t.Error("the page has no style")
	}
	for _, key := range []string{"title", "lead"} {
		e.typesFast(key)
	}
}

// waitForPage waits until a text is on the page in the pane.
func (e *editing) waitForPage(text string) {
	e.t.Helper()
	e.do(frames+fmt.Sprintf("await until(() => page().includes(%q), %q)", text, text), nil)
}

// heldBack is the list of what keeps a text from being saved.
const heldBack = "return (await until(() => document.querySelector('dialog[aria-labelledby=\"dialog-held\"][open]'), 'list')).innerText"

func (e *editing) holdsBackWhatIsWrong() {
	e.do("await fill('expires', '2020-01-01', '08:00'); return wait(500)", nil)
	var said string
	var opened int
	if got := e.changed("button('Spara').click(); " + heldBack); len(got) > 0 {
		e.t.Errorf("it saves %q", got)
	}
	e.do(heldBack, &said)
	for _, want := range []string{"Texten är inte sparad.", "Fel (Visas till):", "– rätta det ena av datumen"} {
		if !strings.Contains(said, want) {
			e.t.Errorf("%q is not said in:\n%s", want, said)
		}
	}
	e.do("return document.querySelectorAll('dialog[open]').length", &opened)
	if opened != 1 {
		e.t.Errorf("%d messages lie upon each other", opened)
	}
	e.looksWithAxe("what is held back", "document.querySelector('dialog[aria-labelledby=\"dialog-held\"]')")
	e.do("button('Tillbaka till texten').click(); await until(() => !document.querySelector('dialog[open]'), 'form')", nil)
}

// A message leads to its field, which is marked until nothing is said of it any more.
func (e *editing) leadsToThePlace() {
	const state = `const field = await until(() => document.querySelector('[data-key-path="expires"]'), 'field');
		const isMarked = () => field.style.boxShadow !== '';
		const way = () => inside(document).flatMap((one) => [...(one.contentDocument?.querySelectorAll('li button') ?? [])]).find((one) => one.parentNode.innerText.includes('Visas till'));
		`
	var isThere bool
	e.do(frames+state+`(await until(way, 'way to the field')).click();
		await until(isMarked, 'mark');
		return field.contains(document.activeElement) && document.activeElement.matches('input')`, &isThere)
	if !isThere {
		e.t.Error("the field does not have the focus")
	}
	e.do(frames+state+`await fill('expires', '2030-01-01', '08:00');
		await until(() => !isMarked() && !way(), 'end of the mark');
		await fill('expires', '2020-01-01', '08:00'); return wait(500)`, nil)
}

func (e *editing) savesADraft() {
	got := e.changed("await choose('draft', 'ja'); await save()")
	text := got["content/press/2026-06-12-ny-busslinje/index.md"]
	if len(got) != 1 || !strings.Contains(text, "\ndraft: true\n") || !strings.Contains(text, "\nexpires: 2020-01-01 08:00\n") {
		e.t.Errorf("it writes %q", got)
	}
}

func (e *editing) showsAFreshPicture() {
	e.do(`await show('contacts/new');
		await fill('name', 'Nils Påhitt');
		await fill('role', 'vaktmästare');
		await open('photo');
		await attach('photo.file', 'Nils på bild.png');
		await fill('photo.alt', 'Nils Påhitt')`, nil)
	var width int
	e.do(frames+`
		const shown = await until(() => inside(document).find((one) => one.srcdoc)?.contentDocument.querySelector('img[src^="blob:"]'), 'picture');
		await shown.decode();
		return shown.naturalWidth`, &width)
	if width != 1 {
		e.t.Errorf("the picture is shown with a width of %d", width)
	}
	var said string
	e.do(frames+"return inside(document).map((one) => one.contentDocument?.body?.innerText).join(' ')", &said)
	if !strings.Contains(said, "Nyvalda bilder och filer får sina namn när texten sparas.") || strings.Contains(said, "Fel (") {
		e.t.Errorf("it says %s", said)
	}
	e.looksWithAxe("what is said of a text", paneCopy)
	got := e.changed("await save()")
	if !strings.Contains(got["content/contacts/nils-pahitt.md"], "file: nils-pa-bild.png") || len(got) != 2 {
		e.t.Errorf("it writes %q", got)
	}
}

func (e *editing) isQuietBesideTheForm() {
	for _, line := range e.complaints() {
		// The editor's own frame, scripts of the page, which are not to run there, and the editor's report of a save that was held back.
		if !strings.Contains(line, "sandbox") && !strings.Contains(line, "base URI") && line != "the page writes to the console: error" {
			e.t.Error(line)
		}
	}
}

// typesFast types into a field and tells how long the page takes to follow. It is told, and not judged: machines differ.
func (e *editing) typesFast(key string) {
	e.t.Helper()
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
	e.t.Logf("%s: the page follows in %.0f ms in the middle, %.0f ms in nine of ten, %.0f ms at most", key, took[len(took)/2], took[len(took)*9/10], took[len(took)-1])
}

// frames finds the page in the pane, which stands in a frame of the editor's.
const frames = `
	const inside = (root) => [...root.querySelectorAll('iframe')].flatMap((one) => [one, ...(one.contentDocument ? inside(one.contentDocument) : [])]);
	const pages = inside(document).filter((one) => one.srcdoc);
	const page = () => inside(document).find((one) => one.srcdoc)?.contentDocument?.documentElement?.outerHTML ?? '';
`
