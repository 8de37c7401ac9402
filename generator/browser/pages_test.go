package browser

import (
	"cmp"
	"flag"
	"fmt"
	"maps"
	"slices"
	"sync"
	"testing"
	"time"
)

var long = flag.Bool("long", false, "look at every page in both colour schemes at every width (TestPages)")

// isLong tells whether this is the long form, which a record needs.
func isLong() bool { return *long || *recordPages }

// TestPages opens the public pages in a browser, in the ways that people do who zoom, who use no mouse,
// whose eyes want more contrast or their own colours, who print, or who run no scripts. Each check is a
// subtest of its own: go test ./generator/browser -run TestPages/focus
//
// The short form opens one page of each kind and takes turns with the colour schemes; -long opens every
// page of the real content, and each kind in each language of the others, in all of them.
func TestPages(t *testing.T) {
	skipWithoutTime(t)
	r := &pageRun{browser: startBrowser(t), sites: buildSites(t)}
	r.tabs = make(chan *tab, tabCount)
	for range tabCount {
		r.tabs <- r.browser.tab(t)
	}
	if *recordPages {
		r.sites = slices.DeleteFunc(r.sites, func(s *builtSite) bool { return s.name != realName })
	}
	for _, c := range pageChecks {
		t.Run(c.name, func(t *testing.T) { r.check(t, c) })
	}
	if *recordPages {
		r.record(t, t.Failed())
		return
	}
	t.Run("measure", r.measure)
	t.Run("sheet", r.oneSheet)
	t.Run("screenshots", r.screenshots)
}

// tabCount is how many pages are looked at at once. More tabs than processors gain nothing.
const tabCount = 2

// A pageCheck is a property that all pages must have.
type pageCheck struct {
	name      string
	widths    []int
	schemes   []string
	isBroad   bool                // also the short form looks at every width, and at the real content
	isOfWords bool                // also the short form looks at every language
	isOf      func(sitePage) bool // nil = all pages
	// prepare makes the function that looks. It skips or ends the test where something is missing.
	prepare func(*testing.T, *pageRun) lookFunc
}

// A lookFunc opens a page in a tab and tells what is wrong with it.
type lookFunc func(*tab, pageView) (findings []string, err error)

// always is for checks that need no preparation.
func always(look lookFunc) func(*testing.T, *pageRun) lookFunc {
	return func(*testing.T, *pageRun) lookFunc { return look }
}

var (
	allWidths   = []int{320, 768, 1280}
	bothSchemes = []string{"light", "dark"}
	oneScheme   = []string{"light"}
)

// pageChecks are the checks, by the names that they have in the record.
var pageChecks = []pageCheck{
	{name: "axe", widths: allWidths, schemes: bothSchemes, prepare: lookWithAxe},
	{name: "contrast", widths: []int{320, 1280}, schemes: bothSchemes, prepare: always(lookAtContrast)},
	{name: "reflow", widths: []int{320, 768}, schemes: oneScheme, prepare: always(lookForReflow)},
	{name: "zoom", widths: []int{320, 640, 1280}, schemes: oneScheme, prepare: always(lookZoomedIn)},
	{name: "spacing", widths: []int{320}, schemes: oneScheme, prepare: always(lookWithSpacing)},
	{name: "targets", widths: []int{320, 1280}, schemes: oneScheme, prepare: always(lookForTargets)},
	{name: "keyboard", widths: []int{320, 1280}, schemes: oneScheme, prepare: always(lookWithKeyboard)},
	{name: "focus", widths: []int{320, 1280}, schemes: bothSchemes, prepare: always(lookAtFocus)},
	{name: "forced-colours", widths: []int{1280}, schemes: bothSchemes, prepare: always(lookWithForcedColours)},
	{name: "motion", widths: []int{1280}, schemes: oneScheme, prepare: always(lookForMotion)},
	{name: "headings", widths: []int{1280}, schemes: oneScheme, isOfWords: true, prepare: always(lookAtOutline)},
	{name: "console", widths: []int{1280}, schemes: oneScheme, prepare: always(listenToConsole)},
	{name: "scripts", widths: []int{1280}, schemes: oneScheme, prepare: always(lookWithoutScripts)},
	{name: "print", widths: []int{1280}, schemes: bothSchemes, isOf: isPrinted, prepare: always(lookOnPaper)},
	{name: "weight", widths: []int{1280}, schemes: oneScheme, isBroad: true, prepare: always(weigh)},
}

// A pageView is a page as one looks at it.
type pageView struct {
	page   sitePage
	width  int
	scheme string
}

func (v pageView) String() string { return fmt.Sprintf("%s at %d px, %s", v.page, v.width, v.scheme) }

// A pageRun is one run of the checks and what it found.
type pageRun struct {
	browser browser
	sites   []*builtSite
	tabs    chan *tab
	results []checkResult
}

// A checkResult is what a check found.
type checkResult struct {
	check    string
	views    []pageView
	findings map[string][]pageView
}

// views are what a check looks at. The short form takes a page of each kind, of the invented site at one
// width after the other, in one scheme after the other; only broad checks see more than that.
func (r *pageRun) views(c pageCheck) (views []pageView) {
	for _, s := range r.sites {
		pages := s.pages
		if c.isOf != nil {
			pages = slices.DeleteFunc(slices.Clone(pages), func(p sitePage) bool { return !c.isOf(p) })
		}
		if isLong() {
			if s.name != realName {
				pages = oneOfEachKind(pages, true)
			}
			for _, p := range pages {
				views = append(views, c.all(p)...)
			}
			continue
		}
		isLooks := s.name == looksName
		for i, p := range oneOfEachKind(pages, c.isOfWords) {
			for j, width := range c.widths {
				if (isLooks && c.isBroad) || (isLooks || c.isBroad) && i%len(c.widths) == j {
					views = append(views, pageView{p, width, c.schemes[(i+j)%len(c.schemes)]})
				}
			}
		}
	}
	return views
}

// all gives a page at every width in every scheme.
func (c pageCheck) all(p sitePage) (views []pageView) {
	for _, width := range c.widths {
		for _, scheme := range c.schemes {
			views = append(views, pageView{p, width, scheme})
		}
	}
	return views
}

// check looks at all views of a check.
func (r *pageRun) check(t *testing.T, c pageCheck) {
	look, began := c.prepare(t, r), time.Now()
	result := checkResult{check: c.name, views: r.views(c)}
	result.findings = r.look(result.views, look)
	t.Logf("%d views in %v", len(result.views), time.Since(began).Round(time.Second))
	report(t, result)
	r.results = append(r.results, result)
}

// look looks at views in as many tabs as there are, and gives where each finding was made.
func (r *pageRun) look(views []pageView, look lookFunc) map[string][]pageView {
	findings := map[string][]pageView{}
	var mu sync.Mutex
	var wg sync.WaitGroup
	for _, v := range views {
		tb := <-r.tabs
		wg.Go(func() {
			defer func() { r.tabs <- tb }()
			found, err := look(tb, v)
			if err != nil {
				found = append(found, fmt.Sprintf("can't be looked at: %v", err))
			}
			mu.Lock()
			defer mu.Unlock()
			for _, text := range found {
				findings[text] = append(findings[text], v)
			}
		})
	}
	wg.Wait()
	return findings
}

// report tells each finding once, with some of the places where it is.
func report(t *testing.T, result checkResult) {
	t.Helper()
	for _, text := range slices.Sorted(maps.Keys(result.findings)) {
		views := result.findings[text]
		slices.SortFunc(views, func(a, b pageView) int { return cmp.Compare(a.String(), b.String()) })
		views = slices.Compact(views)
		more := ""
		if n := len(views); n > 3 {
			views, more = views[:3], fmt.Sprintf(" and %d more", n-3)
		}
		t.Errorf("%s\n\t%v%s", text, views, more)
	}
}
