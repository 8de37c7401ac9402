package main

import (
	"fmt"
	"strings"
	"unicode"
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
	for _, text := range append(ways, v.page.site.model.Edition(v.page.lang).Organisation.Name) {
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
