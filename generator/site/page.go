package site

import (
	"cmp"
	"slices"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/locale"
)

// A Page is any other page.
type Page struct {
	Item
	Menu    content.Menu
	Updated locale.Date
	order   int
}

func (l *linker) newPage(e *Edition, c *content.Page) *Page {
	p := &Page{Item: l.newItem(e, &c.Item, ""), Menu: c.Menu, Updated: l.sofar(c.Updated), order: c.Order}
	p.State = l.stateOf(&c.Item, locale.Date{}, locale.Date{})
	return p
}

// Description is what search engines and link previews show.
func (p *Page) Description() string {
	if p.Source.Description != "" {
		return p.Source.Description
	}
	return cmp.Or(excerpt(p.Body.FirstParagraph(), descriptionLimit), p.Title)
}

// Menu gives the pages that a menu links, in their order.
func (e *Edition) Menu(menu content.Menu) []*Page {
	var pages []*Page
	for _, p := range e.Pages {
		if p.Menu == menu {
			pages = append(pages, p)
		}
	}
	return pages
}

// sortPages goes by order and title.
func sortPages(e *Edition) {
	locale.SortBy(e.Lang, e.Pages, func(p *Page) string { return p.Title })
	slices.SortStableFunc(e.Pages, func(a, b *Page) int { return cmp.Compare(a.order, b.order) })
}
