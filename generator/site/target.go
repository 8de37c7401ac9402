package site

import (
	"path"
	"slices"
	"strings"
	"time"

	"alingsas.se/dialog/generator/content"
)

// A target is a content file that a link in a text may lead to, shown or not.
type target struct {
	file             string // as messages name it
	folder, id, lang string
	state            State
	from             time.Time // of an embargo: when it ends
}

// A knownTarget is a target as the texts of one edition see it.
type knownTarget struct {
	url  string // "" where it is not shown
	why  noun   // then: why
	body *Body  // what stands there, for links to its headings

	isExpired bool
}

// Items gives everything in the edition that has a page and a text.
func (e *Edition) Items() []*Item {
	var items []*Item
	for _, r := range e.Releases {
		items = append(items, &r.Item)
	}
	for _, m := range e.Meetings {
		items = append(items, &m.Item)
	}
	for _, p := range slices.Concat(e.Contacts, e.Departed) {
		items = append(items, &p.Item)
	}
	for _, p := range e.Pages {
		items = append(items, &p.Item)
	}
	return items
}

// folder is the kind of an item as its path tells it: "press".
func folder(c *content.Item) string {
	kind, _, _ := strings.Cut(c.Name, "/")
	return kind
}

// A targetMap knows every content file and where what is shown has its page. It does not change after
// Link.
type targetMap struct {
	files map[string]target // by name in the content folder, shown or not
	shown map[urlKey]*Body  // by language, folder and id
	why   func(target) noun // why something is not shown
	first string            // the site's first language
}

// A urlKey finds an item in one language.
type urlKey struct{ lang, folder, id string }

// target tells the edition's texts where a link to a content file leads: to the item in the edition's
// language, or in the first one where it was not translated. A link that names a translation's file
// leads to that.
func (e *Edition) target(name string) (k knownTarget, isContent bool) {
	m := e.Site.targets
	t, isContent := m.files[name]
	if !isContent {
		return k, false
	}
	langs := []string{e.Lang.Tag, m.first}
	if t.lang != m.first {
		langs = []string{t.lang}
	}
	for _, lang := range langs {
		if body := m.shown[urlKey{lang, t.folder, t.id}]; body != nil {
			return knownTarget{url: body.url, body: body}, true
		}
	}
	return knownTarget{why: m.why(t), isExpired: t.state == Expired}, true
}

// listNames tells the edition's texts who speaks in them. A name that two contacts share is nobody's, but a draft
// shares none.
func (e *Edition) listNames() {
	e.byName = map[string]*Contact{}
	var drafts []*Contact
	for _, p := range slices.Concat(e.Contacts, e.Departed) {
		_, again := e.byName[p.Title]
		switch {
		case p.State == Draft:
			drafts = append(drafts, p)
		case again:
			e.byName[p.Title] = nil
		default:
			e.byName[p.Title] = p
		}
	}
	for _, p := range drafts {
		if _, again := e.byName[p.Title]; !again {
			e.byName[p.Title] = p
		}
	}
}

// relative writes a name of the content folder as a file in the folder from would link to it.
func relative(from, name string) string {
	switch {
	case name == "":
		return ""
	case path.Dir(name) == from:
		return path.Base(name)
	}
	return strings.Repeat("../", 1+strings.Count(from, "/")) + name
}
