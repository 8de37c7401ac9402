package routes

import (
	"alingsas.se/dialog/generator/search"
	"alingsas.se/dialog/generator/site"
)

// allTerms are topics, regions, organisations and series: whoever asks for one is led to its page first, as to a person.
// They come after all items, and are found by their names alone.
func (x *searchIndex) allTerms() []*site.Term {
	var terms []*site.Term
	for _, taxonomy := range x.edition.Taxonomies() {
		terms = append(terms, taxonomy.Terms...)
	}
	return terms
}

// hearTerm reads what a term is found by, and says what is shown of it.
func (x *searchIndex) hearTerm(document int, t *site.Term) search.Document {
	x.builder.Read(document, search.Text{In: search.Name, Text: []byte(t.Name)})
	words := x.edition.Words
	title := words.Text(t.Section+".one", "name", t.Name)
	return search.Document{
		URL: t.URL, Title: title, Kind: listKind,
		Lead: words.Text(t.Section+".one-description", "name", t.Name, "title", title, "organisation", x.edition.Organisation.Name),
	}
}
