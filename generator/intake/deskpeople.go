package intake

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/locale"
)

// A contact is a person of the site, or one that comes to it.
type contact struct {
	id       string
	known    *content.Contact // nil where it is new
	made     person
	from     string // the source of a new one
	isPublic bool   // a text that is no draft names it
}

// file is the contact file of a new contact.
func (c *contact) file() *File {
	var m matter
	m.text("name", c.made.name)
	m.text("role", c.made.role)
	m.text("organisation", c.made.organisation)
	m.reach("phone", c.made.phone)
	m.reach("mobile", c.made.mobile)
	m.reach("email", c.made.email)
	if c.made.isPress && c.made.phone+c.made.mobile+c.made.email != "" {
		m.bare("press", "true")
	}
	return &File{Name: "contacts/" + c.id + ".md", From: c.from, IsDraft: !c.isPublic || c.made.role == "", matter: m.b.String()}
}

// settlePeople matches the people of an article with the contacts that there are, and makes the others.
func (d *desk) settlePeople(a *article) {
	for _, list := range [][]person{a.people, a.attending} {
		for i := range list {
			if list[i].name != "" {
				d.settle(a, &list[i])
			}
		}
	}
	for _, list := range [][]person{a.people, a.attending} {
		for _, p := range list {
			if c := d.people[letters(p.name)]; c != nil && c.known == nil && c.made.role == "" {
				a.tell(p.line, diag.ImportNoRole, "name", p.name)
			}
		}
	}
}

// settle finds the contact that a person is, or makes one.
func (d *desk) settle(a *article, p *person) {
	key := letters(p.name)
	c := d.people[key]
	if c == nil {
		if other := d.misspelled(p); other != nil {
			a.tell(p.line, diag.ImportContactDiffers, "name", p.name, "value", p.name, "other", other.known.Name, "other-en", other.known.Name, "file", other.known.File)
			p.name = other.known.Name
			return
		}
		c = &contact{id: d.name("contacts", locale.Slug(p.name, d.site.lang), a), made: *p, from: a.source.File}
		d.people[key] = c
		return
	}
	if c.known == nil {
		c.add(p)
	}
	d.compare(a, c, p)
}

// misspelled finds the contact whose name is one letter off and who has the same number or address.
func (d *desk) misspelled(p *person) *contact {
	for _, key := range slices.Sorted(maps.Keys(d.people)) {
		c := d.people[key]
		if c.known == nil || diag.OneLetterOff(p.name, []string{c.known.Name}) == "" {
			continue
		}
		if p.email != "" && strings.EqualFold(p.email, c.known.Email) || d.number(p.phone) != "" && d.number(p.phone) == c.known.Phone.Number {
			return c
		}
	}
	return nil
}

// number is a telephone number to dial; "" for none.
func (d *desk) number(text string) string {
	parsed, err := locale.ParsePhone(text, d.site.region)
	if err != nil {
		return ""
	}
	return parsed.Number
}

// add takes what a text tells of somebody whom an earlier one told less of.
func (c *contact) add(p *person) {
	c.made.role = cmp.Or(c.made.role, p.role)
	c.made.organisation = cmp.Or(c.made.organisation, p.organisation)
	c.made.phone = cmp.Or(c.made.phone, p.phone)
	c.made.mobile = cmp.Or(c.made.mobile, p.mobile)
	c.made.email = cmp.Or(c.made.email, p.email)
	c.made.isPress = c.made.isPress || p.isPress
}

// compare tells what a text says of a contact that the contact's own file does not.
func (d *desk) compare(a *article, c *contact, p *person) {
	file, there := d.label+"/contacts/"+c.id+".md", c.made
	if k := c.known; k != nil {
		file, there = k.File, person{role: k.Role, organisation: k.Organisation, email: k.Email, phone: k.Phone.Text, mobile: k.Mobile.Text}
	}
	for _, pair := range [][2]string{{p.role, there.role}, {p.organisation, there.organisation}} {
		if pair[0] != "" && letters(pair[0]) != letters(pair[1]) {
			a.tell(p.line, diag.ImportOtherRole, "name", p.name, "value", pair[0], "other", cmp.Or(pair[1], "ingenting"), "other-en", cmp.Or(pair[1], "nothing"), "file", file)
		}
	}
	for _, pair := range [][2]string{{p.email, there.email}, {p.phone, there.phone}, {p.mobile, there.mobile}} {
		if pair[0] != "" && !strings.EqualFold(pair[0], pair[1]) && (d.number(pair[0]) == "" || d.number(pair[0]) != d.number(pair[1])) {
			a.tell(p.line, diag.ImportContactDiffers, "name", p.name, "value", pair[0], "other", cmp.Or(pair[1], "ingenting"), "other-en", cmp.Or(pair[1], "nothing"), "file", file)
		}
	}
}

// idsOf gives the ids of people, each once.
func (d *desk) idsOf(people []person) []string {
	var ids []string
	for _, p := range people {
		if c := d.people[letters(p.name)]; c != nil && p.name != "" {
			ids = appendNew(ids, c.id)
		}
	}
	return ids
}
