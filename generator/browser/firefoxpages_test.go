package browser

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"
)

// firefoxChecks are what is looked at in Firefox too, where its engine lays out, tells and prints in its own way.
var firefoxChecks = []struct {
	name   string
	widths []int
	isOf   func(sitePage) bool // nil = all pages
	look   func(*firefox, sitePage) ([]string, error)
}{
	{"layout", allWidths, nil, (*firefox).overflows},
	{"console", []int{1280}, nil, (*firefox).tells},
	{"print", []int{1280}, isPrinted, (*firefox).emptySheets},
}

// TestPagesInFirefox opens a page of each kind. Each check is a subtest of its own.
func TestPagesInFirefox(t *testing.T) {
	skipWithoutTime(t)
	f, sites := startFirefox(t), buildSites(t)
	for _, c := range firefoxChecks {
		t.Run(c.name, func(t *testing.T) {
			result := checkResult{check: c.name, findings: map[string][]pageView{}}
			for _, p := range firefoxPages(sites) {
				if c.isOf != nil && !c.isOf(p) {
					continue
				}
				for _, width := range c.widths {
					v := pageView{p, width, "light"}
					found, err := f.look(v, c.look)
					if err != nil {
						t.Fatalf("%s: %v", v, err)
					}
					for _, text := range found {
						result.findings[text] = append(result.findings[text], v)
					}
				}
			}
			report(t, result)
		})
	}
}

// firefoxPages are a page of each kind of the invented site in its first language, and in each language where the long
// form looks.
func firefoxPages(sites []*builtSite) (pages []sitePage) {
	for _, s := range sites {
		if s.name == looksName || isLong() {
			pages = append(pages, oneOfEachKind(s.pages, isLong())...)
		}
	}
	return pages
}

func (f *firefox) look(v pageView, look func(*firefox, sitePage) ([]string, error)) ([]string, error) {
	if err := f.open(v.page, v.width); err != nil {
		return nil, err
	}
	return look(f, v.page)
}

// overflows wants nothing to be wider than the window, cut off, or over something else.
func (f *firefox) overflows(sitePage) (found []string, err error) {
	err = f.evaluate(script("reflow"), &found)
	return found, err
}

// tells wants no word in the console and no request in vain, also when every button of the page is pressed.
func (f *firefox) tells(sitePage) ([]string, error) {
	var waited int
	err := f.evaluate(fmt.Sprintf(`(async () => {
		document.querySelectorAll('button:not(form[role=search] *)').forEach((b) => b.click()); // to search leads to another page
		await new Promise((r) => setTimeout(r, %d));
		return 0;
	})()`, quietTime.Milliseconds()), &waited)
	return f.heard, err
}

// emptySheets wants text on every sheet of paper, and the fact sheet of a meeting that is to come on one.
func (f *firefox) emptySheets(p sitePage) (found []string, err error) {
	pdf, err := f.print()
	if err != nil {
		return nil, err
	}
	texts := sheetTexts(pdf)
	if len(texts) == 0 {
		return nil, fmt.Errorf("no sheet is found in a PDF file of %d bytes", len(pdf))
	}
	for i, n := range texts {
		if n <= 1 { // its number
			found = append(found, fmt.Sprintf("sheet %d of %d is blank", i+1, len(texts)))
		}
	}
	if p.kind == "meeting, confirmed" && len(texts) > 1 {
		found = append(found, fmt.Sprintf("the fact sheet is %d sheets of paper", len(texts)))
	}
	return found, nil
}

var (
	pdfStream = regexp.MustCompile(`(?s)stream\r?\n(.*?)endstream`)
	// pdfDrawing is how what is drawn on a sheet begins: with the turn from the paper's corner to the page's.
	pdfDrawing = regexp.MustCompile(`^1 0 0 -1 0 \d+ cm\b`)
	pdfText    = regexp.MustCompile(`\bT[jJ]\b`)
)

// sheetTexts counts the texts on each sheet of a PDF file by Firefox.
func sheetTexts(pdf []byte) (texts []int) {
	for _, m := range pdfStream.FindAllSubmatch(pdf, -1) {
		r, err := zlib.NewReader(bytes.NewReader(m[1]))
		if err != nil {
			continue // a picture or a font
		}
		data, _ := io.ReadAll(r)
		if pdfDrawing.Match(data) {
			texts = append(texts, len(pdfText.FindAll(data, -1)))
		}
	}
	return texts
}

// A check that finds nothing may be a check that finds nothing ever.
func TestFirefoxChecksFindFaults(t *testing.T) {
	skipWithoutTime(t)
	f, maker := startFirefox(t), newPageMaker(t)
	for _, c := range firefoxChecks {
		p := maker.make(t, goodPage, goodStyle, "")
		if found, err := f.look(pageView{p, c.widths[0], "light"}, c.look); err != nil || len(found) > 0 {
			t.Errorf("%s: finds %v, %v in a page that has no fault", c.name, found, err)
		}
	}
	for _, fault := range []struct{ check, name, by, style, script string }{
		{"layout", "a box that is too wide", `<p class="wide">Bred</p>`, `.wide { width: 30rem }`, ""},
		{"console", "a script that fails", "", "", `throw new Error('no')`},
		{"console", "a picture that is not there", `<img src="/missing.png" alt="">`, "", ""},
		{"print", "a sheet that is blank", `<div class="after"></div>`, `.after { break-before: page; height: 1px }`, ""},
	} {
		p := maker.make(t, strings.Replace(goodPage, "</main>", fault.by+"</main>", 1), goodStyle+fault.style, fault.script)
		for _, c := range firefoxChecks {
			if c.name != fault.check {
				continue
			}
			if found, err := f.look(pageView{p, c.widths[0], "light"}, c.look); err != nil || len(found) == 0 {
				t.Errorf("%s: %s is not found: %v", c.name, fault.name, err)
			}
		}
	}
}
