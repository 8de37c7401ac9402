package site

import (
	"strings"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/locale"
)

// An Item is what releases, meetings, contacts and pages share.
type Item struct {
	Edition      *Edition
	Source       *content.Item
	ID           string
	Title        string
	Description  string // for search engines and link previews
	URL          string // from the root: "/pressmeddelanden/dialog/"
	TextLang     string // language of the texts; another than the edition's where no translation is
	Aliases      []content.Alias
	Body         *Body
	State        State // why it is shown although it is not public; Public in every real build
	Translations []Translation
}

// A Translation is the same page in another language.
type Translation struct{ Lang, Name, URL string }

// Foreign tells whether the item's texts are in another language than the edition e.
func (i *Item) Foreign(e *Edition) bool { return i.TextLang != e.Lang.Tag }

// A State tells whether an item is public.
type State int

const (
	Public State = iota
	Draft
	Embargoed
	Expired
)

// stateOf tells what an item is at the linker's moment. published and expires may be zero.
func (l *linker) stateOf(source *content.Item, published, expires locale.Date) State {
	switch {
	case source.Draft || source.Original().Draft:
		return Draft
	case !expires.IsZero() && !l.now.Before(expires.Time):
		return Expired
	case !published.IsZero() && l.now.Before(published.Time):
		return Embargoed
	}
	return Public
}

func (l *linker) isShown(s State) bool {
	return s == Public || s == Draft && l.options.Drafts || s == Embargoed && l.options.Future
}

// descriptionLimit is what search engines show of a description, in characters.
const descriptionLimit = 155

// excerpt cuts a text at a word to what a description may hold.
func excerpt(text string, limit int) string {
	runes := []rune(text)
	if len(runes) <= limit {
		return text
	}
	cut := string(runes[:limit])
	if i := strings.LastIndexByte(cut, ' '); i > limit/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:–-.") + " …"
}
