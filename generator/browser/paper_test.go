package browser

import (
	"context"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/chromedp/chromedp"
)

// isPrinted tells of what kinds a page is that people print: to hand out, to file, to put on a wall.
func isPrinted(p sitePage) bool {
	return strings.HasPrefix(p.kind, "release") || strings.HasPrefix(p.kind, "meeting")
}

// A paper is what stands on a printed page.
type paper struct {
	Text string
	Seen []string // what only a screen needs, and is there all the same
}

// paperWidth is that of an A4 page with margins of 2 cm, in CSS px.
const paperWidth = 642

func lookOnPaper(tb *tab, v pageView) ([]string, error) {
	if err := tb.show(v); err != nil {
		return nil, err
	}
	ways, err := evaluate[[]string](tb, `[...document.querySelectorAll('main a[href^="tel:"], main a[href^="mailto:"]')].map((a) => a.textContent)`)
	if err != nil {
		return nil, err
	}
	c := v.in()
	c.media, c.width = "print", paperWidth
	if err := tb.emulate(c); err != nil {
		return nil, err
	}
	printed, err := ask[paper](tb, "printed")
	if err != nil {
		return nil, err
	}
	var found []string
	for _, name := range printed.Seen {
		found = append(found, name+" is printed")
	}
	address := strings.TrimPrefix(v.page.site.model.BaseURL, "https://") + v.page.url
	for _, text := range append(ways, v.page.site.model.Edition(v.page.lang).Organisation.Name, strings.TrimSuffix(address, "/")) {
		if !strings.Contains(unspaced(printed.Text), unspaced(text)) {
			found = append(found, fmt.Sprintf("%q is not printed", text))
		}
	}
	return found, nil
}

// unspaced leaves out where a text may be broken.
func unspaced(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u00ad' || r == '\u200b' {
			return -1
		}
		return r
	}, text)
}

// oneSheet wants the fact sheet of a meeting that is to come to be one A4 page, to be put on a wall.
func (r *pageRun) oneSheet(t *testing.T) {
	tb := <-r.tabs
	defer func() { r.tabs <- tb }()
	seen := 0
	for _, s := range r.sites {
		if s.name != looksName {
			continue
		}
		for _, p := range s.pages {
			if p.kind != "meeting, confirmed" {
				continue
			}
			seen++
			if n, err := tb.sheets(p); err != nil || n != 1 {
				t.Errorf("%s is %d sheets of paper, want 1: %v", p, n, err)
			}
		}
	}
	if seen == 0 {
		t.Error("there is no meeting that is confirmed")
	}
}

// pdfPage is what each page of a PDF file by Chromium has once.
var pdfPage = regexp.MustCompile(`/Type\s*/Page\b`)

// sheets prints a page on A4 and counts them.
func (tb *tab) sheets(p sitePage) (int, error) {
	if err := tb.show(pageView{p, 1280, "light"}); err != nil {
		return 0, err
	}
	ctx, cancel := context.WithTimeout(tb.ctx, callTime)
	defer cancel()
	pdf, err := chromedp.Run(ctx, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4), chromedp.PDFPreferCSSPageSize()))
	return len(pdfPage.FindAll(pdf, -1)), err
}

// Whatever the length of what stands before it, a heading goes with what it is the heading of.
func TestNoHeadingStandsAloneAtTheFootOfASheet(t *testing.T) {
	skipWithoutTime(t)
	s := buildSite(t, looksName, "../testdata/looks/content", "2026-06-15 12:00")
	tb := startBrowser(t).tab(t)
	for _, p := range oneOfEachKind(s.pages, false) {
		if !isPrinted(p) && p.kind != "statement" && p.kind != "page" && p.kind != "contact" {
			continue
		}
		c := pageView{width: paperWidth, scheme: "light"}.in()
		c.media = "print"
		if err := tb.open(p, c); err != nil {
			t.Fatal(err)
		}
		found, err := ask[[]string](tb, "alone")
		if err != nil {
			t.Fatalf("%s: %v", p, err)
		}
		for _, text := range found {
			t.Errorf("%s: %s", p, text)
		}
	}
}
