package routes

import (
	"bytes"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/formats"
	"alingsas.se/dialog/generator/locale"
	"alingsas.se/dialog/generator/site"
	"alingsas.se/dialog/generator/web"
)

// listCards adds a vCard for every contact who has not left.
func (e *edition) listCards() {
	for _, p := range e.Contacts {
		e.list.add(web.Route{URL: cardURL(p), Source: p.Source.File, Render: func(w *bytes.Buffer) (diag.List, error) {
			return nil, formats.VCard(w, e.card(p))
		}})
	}
}

func (e *edition) card(p *site.Contact) formats.Card {
	v := formats.Card{
		UID: "contact-" + permanent(p.ID) + "@" + e.authority(), Name: p.Title, Family: p.FamilyName, Organisation: p.Organisation, Role: p.Role,
		Email: p.Email, URL: e.Site.BaseURL + p.URL, Revised: p.Source.Updated.Time, Lang: p.TextLang,
	}
	v.Given, _ = locale.GivenNames(p.Title, p.FamilyName)
	if filed := locale.WithoutParticles(p.FamilyName); filed != p.FamilyName {
		v.SortBy = filed
	}
	if p.Hours != "" {
		v.Note = e.Words.Text("contact.hours") + ": " + p.Hours
	}
	if p.Phone.Number != "" {
		v.Phones = append(v.Phones, formats.CardPhone{Number: p.Phone.Number, Kind: "work"})
	}
	if p.Mobile.Number != "" {
		v.Phones = append(v.Phones, formats.CardPhone{Number: p.Mobile.Number, Kind: "cell"})
	}
	if a := e.Organisation.Address; p.Organisation == e.Organisation.Name && a.Street != "" {
		v.Street, v.Postcode, v.City, v.Country = a.Street, a.Postcode, a.City, a.Country
	}
	return v
}
