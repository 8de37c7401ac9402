package site

import (
	"strings"
	"unicode/utf8"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/locale"
)

// An Item is what releases, meetings, contacts and pages share.
type Item struct {
	Edition      *Edition
	Source       *content.Item
	ID           string
	Title        string
	URL          string // from the root: "/pressmeddelanden/dialog/"
	TextLang     string // language of the texts; another than the edition's where no translation is
	Aliases      []content.Alias
	Body         *Body
	State        State // why it is shown although it is not public; Public in every real build
	Translations []Translation

	distinction func() string
	number      int
}

// Number tells the items of a site apart: from 0 up to, but not including, [Site.Numbers]. Whoever keeps something
// of each item finds it by this sooner than by a map.
func (i *Item) Number() int { return i.number }

func (i *Item) title() string { return i.Title }

// Version is another one for each text that the item has had while it was linked.
func (i *Item) Version() *content.Text { return i.Body.Version() }

// Distinction says in a few words what tells the item from another of the same title: when it is, or
// who.
func (i *Item) Distinction() string {
	if i.distinction == nil {
		return i.ID
	}
	return i.distinction()
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

// stateOf tells what an item is at the linker's moment. published and expires may be zero. A
// translation with a date of its own is not public while its original is not.
func (l *linker) stateOf(source *content.Item, published, expires locale.Date) State {
	switch {
	case source.Draft || source.Original().Draft:
		return Draft
	case !expires.IsZero() && !l.now.Before(expires.Time):
		return Expired
	case !published.IsZero() && l.now.Before(published.Time):
		return Embargoed
	case source.Original() != source:
		return l.targets.files[source.Original().Name].state
	}
	return Public
}

func (l *linker) isShown(s State) bool {
	return s == Public || s == Draft && l.options.Drafts || s == Embargoed && l.options.Future
}

// descriptionLimit is what search engines show of a description, in characters.
const descriptionLimit = 155

// excerpt cuts a text at a word, so that it holds at most limit characters with the mark of the cut.
func excerpt(text string, limit int) string {
	if utf8.RuneCountInString(text) <= limit {
		return text
	}
	// One more than fits beside the mark: it may be the space after a word that just fits.
	cut := firstRunes(text, limit-utf8.RuneCountInString(cutMark)+1)
	if i := strings.LastIndexByte(cut, ' '); i >= 0 && utf8.RuneCountInString(cut[:i]) > limit/2 {
		cut = cut[:i]
	} else {
		_, size := utf8.DecodeLastRuneInString(cut)
		cut = cut[:len(cut)-size]
	}
	return strings.TrimRight(cut, " ,;:–-.") + cutMark
}

const cutMark = " …"

// firstRunes gives the beginning of a text that has more characters.
func firstRunes(text string, count int) string {
	for i := range text {
		if count == 0 {
			return text[:i]
		}
		count--
	}
	return text
}
