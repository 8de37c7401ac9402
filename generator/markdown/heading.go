package markdown

import (
	"strconv"

	"github.com/gosimple/slug"
)

// A Heading is a heading of a document.
type Heading struct {
	Level int    // 2–6: a first-level heading is taken for one of the second
	ID    string // for fragments: a–z, 0–9 and hyphens; never empty, unique within the document
	Text  string // plain
}

// headingIDs makes ids. Goldmark's own lose å, ä and ö.
type headingIDs struct {
	taken map[string]bool
	next  map[string]int // the number to try next for a text that came before
}

// idFor gives the id of a heading: "Åtgärder" is "atgarder", its second "atgarder-2".
func (ids *headingIDs) idFor(text, lang string) string {
	if ids.taken == nil {
		ids.taken, ids.next = map[string]bool{}, map[string]int{}
	}
	base := slug.MakeLang(text, lang)
	if base == "" {
		base = "section" // a heading of signs alone
	}
	id := base
	for n := max(ids.next[base], 2); ids.taken[id]; n++ {
		id = base + "-" + strconv.Itoa(n)
		ids.next[base] = n + 1
	}
	ids.taken[id] = true
	return id
}
