package content

import (
	"alingsas.se/dialog/generator/diag"
	"go.yaml.in/yaml/v4"
)

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

var pageFields = append([]field[Page]{
	titleField((*Page).item),
	fieldOf("menu", func(p *Page) *Menu { return &p.Menu }, func(d *decoder, n *yaml.Node) Menu {
		return Menu(d.choice(n, string(MainMenu), string(FooterMenu)))
	}),
	fieldOf("order", func(p *Page) *int { return &p.Order }, (*decoder).integer),
}, commonFields((*Page).item)...)

// complete checks what the keys say together.
func (p *Page) complete(d *decoder) {
	d.require(p.Title != "" || p.Has("title"), diag.Position{File: p.File}, "title")
}
