package site

import (
	"cmp"
	"slices"
	"time"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/locale"
)

// A Contact is a person whom one can call or meet.
type Contact struct {
	Item
	FamilyName   string // the end of Title, or its beginning
	Role         string
	Organisation string
	Phone        locale.Phone // Phone, Mobile and Email are empty where the person has left
	Mobile       locale.Phone
	Email        string
	Hours        string // when one can be reached; empty where the person has left
	Photo        *Image
	Press        bool
	Areas        []string
	Departed     bool
	ReplacedBy   *Contact
	Releases     []*Release  // newest first
	Meetings     []*Meeting  // by start
	Updated      locale.Date // zero where it was not changed
	source       *content.Contact
}

// Reachable tells whether one can call or write.
func (c *Contact) Reachable() bool {
	return c.Phone.Number != "" || c.Mobile.Number != "" || c.Email != ""
}

func (l *linker) newContact(e *Edition, c *content.Contact) *Contact {
	p := &Contact{
		Item:       l.newItem(e, &c.Item, "contacts"),
		FamilyName: familyName(c), Role: c.Role, Organisation: cmp.Or(c.Organisation, e.Organisation.Name),
		Phone: c.Phone, Mobile: c.Mobile, Email: c.Email, Hours: c.Hours, Press: c.Press, Areas: c.Areas, source: c,
	}
	p.distinction = func() string { return c.Role }
	p.State = l.stateOf(&c.Item, locale.Date{}, locale.Date{})
	if p.Departed = !c.Left.IsZero() && !l.now.Before(c.Left.Time); p.Departed {
		p.Phone, p.Mobile, p.Email, p.Hours, p.Press = locale.Phone{}, locale.Phone{}, "", "", false
	}
	p.Updated = l.sofar(c.Updated)
	l.moments.add(Departure, c.Left.Time)
	return p
}

// familyName gives what the author says, unless a translation spells the name so that it is no part of it.
func familyName(c *content.Contact) string {
	if _, isPart := locale.GivenNames(c.Name, c.FamilyName); isPart && c.FamilyName != "" {
		return c.FamilyName
	}
	return locale.FamilyName(c.Name)
}

// Description says who it is and how to reach them.
func (p *Contact) Description() string {
	if p.source.Description != "" {
		return p.source.Description
	}
	text := p.Title + ", " + p.Role + ", " + p.Organisation
	for _, phone := range []locale.Phone{p.Phone, p.Mobile} {
		if phone.Number != "" {
			text += ". " + p.Edition.Words.Text("contact.phone") + " " + phone.Text
		}
	}
	if p.Email != "" {
		text += ". " + p.Edition.Words.Text("contact.email") + " " + content.ReadableEmail(p.Email)
	}
	return text
}

func (l *linker) linkContact(p *Contact) {
	p.ReplacedBy = l.contactOf(p.Edition, p.source.ReplacedBy)
	if p.source.Photo != nil {
		if images := l.images(p.Source, []content.Image{*p.source.Photo}); len(images) > 0 {
			p.Photo = &images[0]
		}
	}
}

// OffersPhoto tells whether others may have the portrait: where it is said on what terms, and as long as the person is
// there.
func (p *Contact) OffersPhoto() bool {
	return p.Photo != nil && p.Photo.Licence.Name != "" && !p.Departed
}

// checkDeparted reports contacts who have left, whom something still names and nobody replaces.
func (l *linker) checkDeparted(e *Edition) {
	for _, p := range e.Departed {
		if p.source.ReplacedBy.ID == "" && len(p.Releases)+len(p.Meetings) > 0 && e == l.site.Editions[0] {
			l.tellDeparted(p, p.Source.At("left"))
		}
	}
}

// checkLeft reports people whom a text names although they had left when it was written, or when it will take
// place: nobody can call them.
func (l *linker) checkLeft(refs []content.Ref, when time.Time) {
	for _, ref := range refs {
		p := l.people.find(ref.ID, l.first())
		if p != nil && p.Departed && !when.Before(p.source.Left.Time) {
			l.tellDeparted(p, ref.At)
		}
	}
}

// tellDeparted reports a person who has left, with the successor where there is one: who is known already is not
// asked for.
func (l *linker) tellDeparted(p *Contact, at diag.Position) {
	sv, en := "byt ut kontakten, eller skriv `replaced_by` i "+p.Source.File, "choose another contact, or write `replaced_by` in "+p.Source.File
	if id := p.source.ReplacedBy.ID; id != "" {
		sv, en = "skriv efterträdaren i stället: `"+id+"`", "write the successor instead: `"+id+"`"
	}
	l.diags.Add(at, diag.DepartedContact, "name", p.Title, "advice", sv, "advice-en", en)
}

// sortContacts puts press contacts first, then goes by order, family name and name.
func sortContacts(e *Edition, contacts []*Contact) {
	locale.SortBy(e.Lang, contacts, func(p *Contact) string { return p.Title })
	locale.SortBy(e.Lang, contacts, func(p *Contact) string { return locale.WithoutParticles(p.FamilyName) })
	slices.SortStableFunc(contacts, func(a, b *Contact) int {
		if a.Press != b.Press {
			if a.Press {
				return -1
			}
			return 1
		}
		return cmp.Compare(a.source.Order, b.source.Order)
	})
}
