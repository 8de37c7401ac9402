package browser

import (
	"fmt"
	"strings"
	"testing"
)

func lookForReflow(tb *tab, v pageView) ([]string, error) {
	if err := tb.show(v); err != nil {
		return nil, err
	}
	return ask[[]string](tb, "reflow")
}

// lookZoomedIn looks at a window of 1280 px that is zoomed to 400 %, which leaves 320, and at wider ones
// where text alone is doubled (WCAG 1.4.4 and 1.4.10).
func lookZoomedIn(tb *tab, v pageView) ([]string, error) {
	const zoom, screenHeight = 4, 1024
	c := v.in()
	if v.width*zoom == 1280 {
		c.scale, c.height = zoom, screenHeight/zoom
		if err := tb.open(v.page, c); err != nil {
			return nil, err
		}
		return ask[[]string](tb, "reflow")
	}
	if err := tb.open(v.page, c); err != nil {
		return nil, err
	}
	return lookAtDoubledText(tb)
}

// A textSize is how large a text is shown, in CSS px.
type textSize struct {
	Text string
	Size float64
}

// leastGrowth is how much every text must grow when the size of text is doubled. A heading whose size
// depends on the window's width in part doubles not quite, and reaches its double at a higher zoom.
const leastGrowth = 1.5

func lookAtDoubledText(tb *tab) ([]string, error) {
	before, err := ask[[]textSize](tb, "sizes")
	if err != nil {
		return nil, err
	}
	if err := tb.addStyle("html { font-size: 200% !important }"); err != nil {
		return nil, err
	}
	after, err := ask[[]textSize](tb, "sizes")
	if err != nil {
		return nil, err
	}
	var found []string
	for i := range min(len(before), len(after)) {
		if growth := after[i].Size / before[i].Size; growth < leastGrowth {
			found = append(found, fmt.Sprintf("%q grows %.2f times where text is doubled", before[i].Text, growth))
		}
	}
	if len(before) != len(after) {
		found = append(found, fmt.Sprintf("%d texts are seen, and %d when text is doubled", len(before), len(after)))
	}
	moved, err := ask[[]string](tb, "reflow")
	return append(found, moved...), err
}

// textSpacing is what a reader may set (WCAG 1.4.12).
const textSpacing = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-block-end: 2em !important }`

func lookWithSpacing(tb *tab, v pageView) ([]string, error) {
	if err := tb.show(v); err != nil {
		return nil, err
	}
	if err := tb.addStyle(textSpacing); err != nil {
		return nil, err
	}
	return ask[[]string](tb, "reflow")
}

func lookForTargets(tb *tab, v pageView) ([]string, error) {
	if err := tb.show(v); err != nil {
		return nil, err
	}
	return ask[[]string](tb, "targets")
}

// A paragraph's measure is how many characters its full lines hold.
type measure struct {
	Text       string
	Lines      int
	Characters float64
}

// The measure that is easy to read.
const leastMeasure, mostMeasure = 60, 75

// measure looks at the longest paragraphs of releases in a wide window.
func (r *pageRun) measure(t *testing.T) {
	tb := <-r.tabs
	defer func() { r.tabs <- tb }()
	measured := 0
	for _, s := range r.sites {
		for _, p := range oneOfEachKind(s.pages, true) {
			if !strings.HasPrefix(p.kind, "release") {
				continue
			}
			if err := tb.show(pageView{p, 1280, "light"}); err != nil {
				t.Fatal(err)
			}
			measures, err := ask[[]measure](tb, "measure")
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range measures {
				if m.Lines <= 2 {
					continue
				}
				measured++
				t.Logf("%s: %.1f characters in %d lines of %q", p, m.Characters, m.Lines, m.Text)
				if m.Characters < leastMeasure || m.Characters > mostMeasure {
					t.Errorf("%s: the lines of %q hold %.1f characters, want %d to %d", p, m.Text, m.Characters, leastMeasure, mostMeasure)
				}
			}
		}
	}
	if measured == 0 {
		t.Error("no paragraph is long enough to be measured")
	}
}

// A phone that is held upright shows when and where a meeting is without being scrolled.
func TestAPhoneShowsWhenAndWhereAtOnce(t *testing.T) {
	skipWithoutTime(t)
	s := buildSite(t, looksName, "../testdata/looks/content", "2026-06-15 12:00")
	tb := startBrowser(t).tab(t)
	for _, url := range []string{"/traffar/frukost-i-juni/", "/en/meetings/frukost-i-juni/"} {
		c := pageView{width: 360, scheme: "light"}.in()
		c.height = 640
		if err := tb.open(sitePage{site: s, url: url}, c); err != nil {
			t.Fatal(err)
		}
		end, err := evaluate[float64](tb, `(() => {
			const where = document.createRange();
			where.selectNodeContents(document.querySelectorAll('.fact-list dd')[1].firstChild);
			return where.getBoundingClientRect().bottom;
		})()`)
		if err != nil || end > float64(c.height) {
			t.Errorf("%s: the place ends at %.0f px of %d: %v", url, end, c.height, err)
		}
	}
}
