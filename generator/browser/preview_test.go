package browser

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"alingsas.se/dialog/generator/sitetest"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// The release that these tests show, and its page.
const (
	releaseFile = "content/press/2012-03-27-kommunen-bjuder-in-till-dialog.md"
	releasePage = "/pressmeddelanden/kommunen-bjuder-in-till-dialog/"
)

// A browser is Chromium, started once for all tests that need it.
type browser struct{ ctx context.Context }

// skipWithoutTime leaves out what takes a browser where tests have little time.
func skipWithoutTime(t *testing.T) {
	t.Helper()
	if isRace || testing.Short() {
		t.Skip("a browser looks at pages only where tests may take their time")
	}
}

func startBrowser(t *testing.T) browser {
	t.Helper()
	path, err := exec.LookPath("chromium")
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("there is no chromium, and CI must have one")
		}
		t.Skip("SKIPPED: there is no chromium, so nobody has looked whether the preview works in a browser")
	}
	profile, err := os.MkdirTemp("", "preview-browser-")
	if err != nil {
		t.Fatal(err)
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.UserDataDir(profile), chromedp.WindowSize(1000, 700),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("lang", "sv"),
		// Letters look the same on every machine.
		chromedp.Flag("disable-lcd-text", true), chromedp.Flag("font-render-hinting", "none"))
	allocated, stop := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, cancel := chromedp.NewContext(allocated)
	t.Cleanup(func() {
		cancel()
		stop()
		os.RemoveAll(profile)
	})
	if err := chromedp.Do(ctx); err != nil {
		t.Fatal("start chromium: ", err)
	}
	return browser{ctx}
}

// A window is a tab of the browser.
type window struct {
	t   *testing.T
	ctx context.Context

	mu     sync.Mutex
	faults []string // what the console tells
}

func (b browser) open(t *testing.T, url string, options ...chromedp.ContextOption) *window {
	t.Helper()
	ctx, cancel := chromedp.NewContext(b.ctx, options...)
	w := &window{t: t, ctx: ctx}
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatal(err)
	}
	messages := chromedp.Console(ctx)
	go func() {
		for m, err := range messages {
			if err != nil {
				return
			}
			if m.IsException() || m.Type == chromedp.ConsoleError || m.Source == "security" {
				w.mu.Lock()
				w.faults = append(w.faults, fmt.Sprint(m.URL, ": ", m.Text))
				w.mu.Unlock()
			}
		}
	}()
	if url != "" {
		w.navigate(url)
	}
	return w
}

func (w *window) navigate(url string) {
	w.t.Helper()
	ctx, cancel := context.WithTimeout(w.ctx, 20*time.Second)
	defer cancel()
	if err := chromedp.Do(ctx, chromedp.Navigate(url)); err != nil {
		w.t.Fatal(err)
	}
	w.await("the bar", `!!dock()`)
}

// helpers are what the conditions of these tests are written with.
const helpers = `(() => {
	const root = () => document.getElementById('preview')?.shadowRoot;
	const dock = () => root()?.querySelector('.dock');
	const panel = () => root()?.querySelector('.panel')?.textContent ?? '';
	const bar = () => root()?.querySelector('.bar')?.textContent ?? '';
	const link = (text) => [...(root()?.querySelectorAll('a') ?? [])].find((a) => a.href.includes(text));
	const text = () => document.body.innerText;
	return (%s);
})()`

// await waits until a condition of the page holds. A page that is being loaded holds none.
func (w *window) await(what, condition string) {
	w.t.Helper()
	var value any
	err := sitetest.Eventually(15*time.Second, func() error {
		ctx, cancel := context.WithTimeout(w.ctx, 5*time.Second)
		defer cancel()
		v, err := chromedp.Run(ctx, chromedp.Evaluate[any](fmt.Sprintf(helpers, condition)))
		value = v
		if err == nil && v != true {
			err = fmt.Errorf("it gives %v", v)
		}
		return err
	})
	if err != nil {
		text, _ := chromedp.Run(w.ctx, chromedp.Evaluate[string](`document.body.innerText.slice(0, 300) + ' … ' + (document.getElementById('preview')?.shadowRoot.textContent ?? 'no bar')`))
		w.t.Fatalf("waited in vain for %s: %s: %v (%v)\non the page: %s", what, condition, value, err, text)
	}
}

func (w *window) do(script string) {
	w.t.Helper()
	if _, err := chromedp.Run(w.ctx, chromedp.Evaluate[chromedp.Void](fmt.Sprintf(helpers, script))); err != nil {
		w.t.Fatal(err)
	}
}

// click follows the link of the bar whose address holds a text.
func (w *window) click(address string) {
	w.t.Helper()
	w.await("a link", fmt.Sprintf(`!!link(%q)`, address))
	w.do(fmt.Sprintf(`link(%q).click()`, address))
}

// hasNoFaults asserts that the console is clean but for what is expected.
func (w *window) hasNoFaults(expected ...string) {
	w.t.Helper()
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, f := range w.faults {
		isExpected := false
		for _, e := range expected {
			isExpected = isExpected || strings.Contains(f, e)
		}
		if !isExpected {
			w.t.Errorf("the console says: %s", f)
		}
	}
}

// A reload is seen by a variable that is gone.
const (
	mark     = `window.isMarked = true`
	isMarked = `window.isMarked === true`
	isLoaded = `window.isMarked === undefined && !!dock()`
)

func TestPreviewInABrowser(t *testing.T) {
	b := startBrowser(t)
	for _, test := range []struct {
		name string
		run  func(*testing.T, browser)
	}{
		{"a saved text shows without a touch, and no other tab is loaded anew", savedTextShows},
		{"errors stand over the last good page until they are mended", errorsStandOverThePage},
		{"a template that fails is named over the page as it was", failingTemplateIsNamed},
		{"a style sheet is swapped without loading the page", styleIsSwapped},
		{"a page keeps its scroll position", scrollIsKept},
		{"two tabs show two moments, and links stay in theirs", twoMoments},
		{"a hidden tab holds no connection", hiddenTabIsQuiet},
		{"a tab finds a server that was restarted", restartIsFound},
		{"the bar and the start page lead to drafts", barAndStartPage},
		{"the start page's texts are filtered as one types, and years stand over its line", startPageFilter},
		{"the start page makes a file, and says why it cannot", startPageMakesFile},
	} {
		t.Run(test.name, func(t *testing.T) { test.run(t, b) })
	}
}

func liveSite(t *testing.T) (*sitetest.Editor, *sitetest.Preview) {
	e := sitetest.NewEditor(t, nil)
	return e, sitetest.Start(t, e.Root, 0)
}

func savedTextShows(t *testing.T, b browser) {
	e, site := liveSite(t)
	w, other := b.open(t, site.Address+releasePage), b.open(t, site.Address+"/kontakt/")
	w.do(mark)
	other.do(mark)
	e.Put(releaseFile, []byte(e.Read(releaseFile)+"\nSista ordet.\n"))
	w.await("the new text", `text().includes('Sista ordet.') && `+isLoaded)
	e.Replace(releaseFile, e.Read(releaseFile)+"\nAllra sista ordet.\n")
	w.await("the newer text", `text().includes('Allra sista ordet.')`)
	other.await("the other tab to stay", isMarked)
	w.hasNoFaults()
	other.hasNoFaults()
}

func errorsStandOverThePage(t *testing.T, b browser) {
	e, site := liveSite(t)
	w := b.open(t, site.Address+releasePage)
	good := e.Read(releaseFile)
	w.await("no panel", `panel() === ''`)
	w.do(mark)
	e.Put(releaseFile, []byte(strings.Replace(good, "title:", "titel:", 1)))
	w.await("the fault", `panel().includes('unknown-key') && panel().includes('titel: Kommunen') && panel().includes('`+releaseFile+`:2:1')`)
	w.await("that the page is older", `panel().includes('older than your files') && document.querySelector('h1').innerText.includes('Kommunen bjuder in')`)
	w.await("the page not to be loaded anew", isMarked)
	e.Put(releaseFile, []byte(good))
	w.await("the panel to go", `panel() === '' && !bar().includes('error') && `+isMarked)
	w.hasNoFaults()
}

func failingTemplateIsNamed(t *testing.T, b browser) {
	e, site := liveSite(t)
	w := b.open(t, site.Address+releasePage)
	const file = "templates/release.html"
	good := e.Read(file)
	e.Replace(file, strings.Replace(good, "</h1>", "{{.Missing}}</h1>", 1))
	w.await("the template's name", `/templates\/release\.html:\d+/.test(panel()) && panel().includes('Missing')`)
	w.await("the page as it was", `panel().includes('older than your files') && document.querySelector('h1').innerText.includes('Kommunen bjuder in')`)

	// A page that was not shown before has nothing else to show.
	never := b.open(t, site.Address+"/pressmeddelanden/made-4/")
	never.await("the template's name on the page", `/templates\/release\.html:\d+/.test(text())`)
	e.Replace(file, good)
	w.await("the panel to go", `panel() === ''`)
	never.await("the page", `document.querySelector('h1').innerText.includes('nyhet 4')`)
	w.hasNoFaults()
	never.hasNoFaults("500", "favicon.ico")
}

func styleIsSwapped(t *testing.T, b browser) {
	e, site := liveSite(t)
	w := b.open(t, site.Address+"/")
	w.do(mark)
	const file = "static/assets/site.css"
	good := e.Read(file)
	for _, width := range []string{"7px", "9px", "11px"} {
		e.Replace(file, good+"\nh1{border-left:"+width+" solid red!important}\n")
		w.await("the style "+width, `getComputedStyle(document.querySelector('h1')).borderLeftWidth === '`+width+`' && `+isMarked)
		w.await("one sheet", `document.querySelectorAll('link[rel="stylesheet"]').length === 1`)
	}
	for i := range 20 { // what comes at once ends as the last
		e.Put(file, fmt.Appendf(nil, "%s\nh1{border-left:%dpx solid red!important}\n", good, i))
		time.Sleep(12 * time.Millisecond)
	}
	w.await("the last style", `getComputedStyle(document.querySelector('h1')).borderLeftWidth === '19px' && `+isMarked)
	e.Replace(file, good)
	w.await("the first style again", `getComputedStyle(document.querySelector('h1')).borderLeftWidth === '0px' && `+isMarked)
	w.hasNoFaults("404", "Refused to apply style") // of a sheet that was replaced before it was fetched
}

func scrollIsKept(t *testing.T, b browser) {
	e, site := liveSite(t)
	w := b.open(t, site.Address+releasePage)
	w.do(`(scrollTo({top: 600, behavior: 'instant'}), ` + mark + `)`)
	w.await("the scroll", `scrollY === 600`)
	e.Put(releaseFile, []byte(e.Read(releaseFile)+"\nSista ordet.\n"))
	w.await("the page to be loaded", `text().includes('Sista ordet.') && `+isLoaded)
	w.await("the scroll again", `scrollY === 600`)
	w.hasNoFaults()
}

func twoMoments(t *testing.T, b browser) {
	e, site := liveSite(t)
	before := b.open(t, site.Address+"/?_now=2012-03-26")
	now := b.open(t, site.Address+"/")
	before.await("the release not to be there", `!text().includes('Kommunen bjuder in till dialog med') && bar().includes('2012-03-26')`)
	now.await("the release", `text().includes('Kommunen bjuder in till dialog med')`)
	before.await("links to keep the moment", `[...document.querySelectorAll('nav a')].every((a) => a.href.includes('_now=2012-03-26'))`)
	e.Put("content/press/made-18.md", []byte(strings.Replace(e.Read("content/press/made-18.md"), "Påhittad nyhet 18", "Omdöpt nyhet", 1)))
	before.await("the change", `text().includes('Omdöpt nyhet') && !text().includes('Kommunen bjuder in till dialog med')`)
	before.click("/_preview/")
	before.await("the start page of that moment", `location.pathname === '/_preview/' && bar().includes('2012-03-26') && !!document.querySelector('tr.embargoed')`)
	before.navigate(site.Address + "/?_now=nonsense")
	before.await("a message", `text().includes('no such moment') && text().includes('nonsense')`)
	before.do(mark)
	before.await("the way back", `bar().includes('Back to now')`)
	time.Sleep(time.Second)
	before.await("the message not to be loaded again and again", isMarked)
	before.do(`[...root().querySelectorAll('a')].find((a) => a.textContent.includes('Back')).click()`)
	before.await("the present", `text().includes('Kommunen bjuder in till dialog med')`)
	now.hasNoFaults()
	before.hasNoFaults("400", "favicon.ico")
}

// streams counts the tabs whose streams the server holds.
func streams() int {
	stacks := make([]byte, 4<<20)
	return strings.Count(string(stacks[:runtime.Stack(stacks, true)]), "preview.(*Server).events(")
}

func hiddenTabIsQuiet(t *testing.T, b browser) {
	e, site := liveSite(t)
	w := b.open(t, site.Address+releasePage, chromedp.WithNewWindow(false))
	hasStreams := func(n int) {
		t.Helper()
		if err := sitetest.Eventually(10*time.Second, func() error {
			if now := streams(); now != n {
				return fmt.Errorf("%d tabs hold a connection, want %d", now, n)
			}
			return nil
		}); err != nil {
			t.Fatal(err)
		}
	}
	hasStreams(1)
	cover := b.open(t, "", chromedp.WithNewWindow(false))
	activate := func(w *window) {
		t.Helper()
		id := chromedp.FromContext(w.ctx).Target.TargetID
		if _, err := chromedp.CallBrowser(b.ctx, target.ActivateTarget, target.ActivateTargetParams{TargetID: id}); err != nil {
			t.Fatal(err)
		}
	}
	activate(cover)
	hasStreams(0)
	e.Put(releaseFile, []byte(e.Read(releaseFile)+"\nSista ordet.\n"))
	activate(w)
	w.await("what changed meanwhile", `text().includes('Sista ordet.')`)
	hasStreams(1)
	w.hasNoFaults()
}

func restartIsFound(t *testing.T, b browser) {
	e, site := liveSite(t)
	w := b.open(t, site.Address+releasePage)
	start := b.open(t, site.Address+"/_preview/")
	site.Stop()
	w.await("that contact is lost", `bar().includes('No contact')`)
	e.Put(releaseFile, []byte(e.Read(releaseFile)+"\nSista ordet.\n"))
	e.Put("content/press/ny.md", []byte(sitetest.MadeUp(3)))
	sitetest.StartAt(t, e.Root, 0, strings.TrimPrefix(site.Address, "http://"))
	w.await("the new state", `text().includes('Sista ordet.') && !bar().includes('No contact')`)
	start.await("the new text", `text().includes('content/press/ny.md')`)
	w.hasNoFaults("ERR_CONNECTION_REFUSED", "ERR_INCOMPLETE_CHUNKED", "ERR_CONNECTION_RESET")
}

func barAndStartPage(t *testing.T, b browser) {
	e, site := liveSite(t)
	w := b.open(t, site.Address+"/pressmeddelanden/")
	w.await("no draft", `!text().includes('Påhittad nyhet 1\n') && bar().includes('Drafts: show')`)
	w.click("_drafts=1")
	w.await("the draft", `location.search === '?_drafts=1' && text().includes('Påhittad nyhet 1\n') && bar().includes('Drafts: hide')`)
	w.click("/_preview/")
	w.await("the start page", `!!document.querySelector('tr.draft') && !!document.querySelector('svg rect') && text().includes('`+releaseFile+`')`)
	w.await("translations to be linked", `[...document.querySelectorAll('td a')].some((a) => a.pathname.startsWith('/en/'))`)
	w.do(mark)
	e.Put("content/press/made-4.md", []byte(strings.Replace(e.Read("content/press/made-4.md"), "Påhittad nyhet 4", "Omdöpt nyhet", 1)))
	w.await("the new title", `text().includes('Omdöpt nyhet') && `+isLoaded)
	w.do(`[...document.querySelectorAll('tr.draft a')][0].click()`)
	w.await("the draft's page, still with drafts", `location.search === '?_drafts=1' && document.querySelector('h1').innerText.includes('nyhet')`)
	w.navigate(site.Address + "/finns-inte/")
	w.await("the page for what is not there", `location.pathname === '/finns-inte/' && !!dock()`)
	w.do(mark)
	e.Put("content/press/made-4.md", []byte(e.Read("content/press/made-4.md")+"\nMer.\n"))
	time.Sleep(time.Second)
	w.await("it not to be loaded again and again", isMarked)
	w.hasNoFaults("404")
}

func startPageFilter(t *testing.T, b browser) {
	e, site := liveSite(t)
	w := b.open(t, site.Address+"/_preview/?_drafts=1")
	w.await("the filter", `!!document.querySelector('.filter:not([hidden]) input') && document.querySelectorAll('svg text').length > 0`)
	w.do(`document.getElementById('filter').focus(), document.execCommand('insertText', false, 'PAHITTAD made-4')`)
	const shown = `[...document.querySelectorAll('#texts tbody tr')].filter((r) => r.getClientRects().length > 0)`
	w.await("one row, whatever its case and accents", shown+`.length === 1 && `+shown+`[0].innerText.includes('Påhittad nyhet 4') && document.querySelector('.filter output').value.startsWith('1 / ')`)
	w.do(mark)
	e.Put("content/press/made-4.md", []byte(strings.Replace(e.Read("content/press/made-4.md"), "Påhittad nyhet 4", "Påhittad nyhet 4, omdöpt", 1)))
	w.await("the filter to stay", `text().includes('omdöpt') && `+isLoaded+` && `+shown+`.length === 1`)
	w.do(`document.getElementById('filter').select(), document.execCommand('delete')`)
	w.await("all rows", shown+`.length === document.querySelectorAll('#texts tbody tr').length`)
	w.hasNoFaults()
}

func startPageMakesFile(t *testing.T, b browser) {
	e, site := liveSite(t)
	w := b.open(t, site.Address+"/_preview/")
	fill := func(title string) {
		w.await("the form", `!!document.querySelector('.new form')`)
		w.do(`document.querySelector('.new').open = true, document.getElementById('kind').value = 'pages', document.getElementById('title').focus(), document.execCommand('selectAll'), document.execCommand('insertText', false, '` + title + `')`)
	}
	send := func() { w.do(`document.querySelector('.new button').click()`) }
	fill("En helt ny sida")
	w.do(mark)
	e.Put("content/pages/annan.md", []byte("---\ntitle: En annan\n---\n\nText.\n"))
	w.await("what is typed to stay while another file changes", isLoaded+` && text().includes('En annan') && !!document.querySelector('.new[open]') && document.getElementById('title').value === 'En helt ny sida'`)
	send()
	w.await("the file to be named", `document.querySelector('.made')?.innerText.includes('content/pages/en-helt-ny-sida.md') && location.pathname === '/_preview/'`)
	if !strings.HasPrefix(e.Read("content/pages/en-helt-ny-sida.md"), "---\ntitle: En helt ny sida\n") {
		t.Error("the file is another one")
	}
	w.do(`document.querySelector('.made a').click()`)
	w.await("the page of the draft", `location.pathname === '/en-helt-ny-sida/' && text().includes('En helt ny sida')`)
	w.navigate(site.Address + "/_preview/")
	fill("En helt ny sida")
	send()
	w.await("why there is none", `document.querySelector('.new[open] [role=alert]')?.innerText.includes('content/pages/en-helt-ny-sida.md') && document.getElementById('title').value === 'En helt ny sida'`)
	w.hasNoFaults("422")
}
