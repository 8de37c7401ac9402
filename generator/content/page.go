package content

import "alingsas.se/dialog/generator/diag"

// A Page is any other page.
type Page struct {
	Item
	Menu  Menu // "" = in none
	Order int
}

// A Menu is where a page is linked.
type Menu string

const (
	MainMenu   Menu = "main"
	FooterMenu Menu = "footer"
)

var pageFields = append(explained([]field[Page]{
	titleField((*Page).item),
	fieldOf("menu", func(p *Page) *Menu { return &p.Menu }, choice(MainMenu, FooterMenu)),
	fieldOf("order", func(p *Page) *int { return &p.Order }, asNumber),
}, pageHelp, sharedHelp), commonFields((*Page).item)...)

// complete checks what the keys say together.
func (p *Page) complete(d *decoder) {
	d.require(p.Title != "" || p.Has("title"), diag.Position{File: p.File}, "title")
}
