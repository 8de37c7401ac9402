package routes

import (
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/formats"
	"alingsas.se/dialog/generator/site"
)

type dataView struct {
	Edition  *site.Edition
	Crumbs   []crumb
	Licence  site.Licence // without a name: none was chosen
	Datasets []datasetView
	DCAT     string // address of the description for the data portal, "" where there is none
}

type datasetView struct {
	Name, Text, Note  string // Note is "" where there is nothing to add
	JSON, CSV, Schema string // addresses; CSV is "" where there is no such file
	Fields            []fieldView
}

// A fieldView explains a field.
type fieldView struct {
	Name, Kind, Help string
	Choices          []string
	Always           bool
}

// listDataPage adds the page that documents the files.
func (e *edition) listDataPage() {
	if !hasData(e.Site) {
		return
	}
	crumbs := e.crumbs(step(e.Words.Text("data.title"), e.URL("data")))
	e.page(pageSpec{
		url: e.URL("data"), source: e.Site.Settings.File, translations: e.sectionElsewhere("data"), template: "data.html",
		content: func() (pageContent, diag.List) {
			return pageContent{
				title: e.Words.Text("data.title"), crumbs: crumbs, view: e.newDataView(crumbs),
				description: e.Words.Text("data.description", "organisation", e.Organisation.Name),
			}, nil
		},
	})
}

func (e *edition) newDataView(crumbs []crumb) dataView {
	v := dataView{Edition: e.Edition, Crumbs: crumbs, Licence: dataLicence(e.Edition)}
	for _, d := range e.list.datasets() {
		v.Datasets = append(v.Datasets, e.newDatasetView(d))
	}
	if e.list.describesData() {
		v.DCAT = dcatURL
	}
	return v
}

func (e *edition) newDatasetView(d dataset) datasetView {
	v := datasetView{
		Name: e.Words.Text("data." + d.name), Text: e.Words.Text("data." + d.name + "-text"),
		JSON: d.jsonURL(), CSV: d.csvURL(), Schema: d.schemaURL(e.Edition),
	}
	for _, c := range d.columns {
		v.Fields = append(v.Fields, fieldView{c.Name, e.Words.Text("data.kind-" + string(c.Kind)), e.fieldHelp(d, c.Name), c.Choices, c.Always})
	}
	if d.name == "press" {
		v.Note = e.Words.Text("data.press-note")
	}
	return v
}

// catalogue describes the files for the data portal, in all languages of the site.
func (l *lister) catalogue() formats.DataCatalogue {
	first, base := l.site.Editions[0], l.site.BaseURL
	o := first.Organisation
	c := formats.DataCatalogue{
		URL: base + dcatURL, Page: base + first.URL("data"), Licence: l.licenceAddress(), Languages: l.site.Settings.Languages,
		PublisherPage: o.URL, Email: o.Email, Phone: o.Phone.Number,
		Titles: l.inAll("data.catalogue"), Descriptions: l.inAll("data.catalogue-text"),
	}
	for _, e := range l.site.Editions {
		c.Publisher = append(c.Publisher, formats.LangText{Lang: e.Lang.Tag, Text: e.Organisation.Name})
	}
	for _, d := range l.datasets() {
		c.Datasets = append(c.Datasets, l.catalogueEntry(d))
	}
	return c
}

func (l *lister) catalogueEntry(d dataset) formats.CatalogueEntry {
	base := l.site.BaseURL
	entry := formats.CatalogueEntry{
		ID: base + dcatURL + "#" + d.name, Titles: l.inAll("data." + d.name), Descriptions: l.inAll("data." + d.name + "-text"),
		Keywords: l.inAll("data." + d.name + "-keyword"),
		Files:    []formats.CatalogueFile{{URL: base + d.jsonURL(), Type: jsonType, Schema: base + d.schemaURL(l.site.Editions[0])}},
	}
	if d.csv != nil {
		entry.Files = append(entry.Files, formats.CatalogueFile{URL: base + d.csvURL(), Type: "text/csv"})
	}
	return entry
}

// inAll is a word in each language of the site.
func (l *lister) inAll(word string) []formats.LangText {
	var all []formats.LangText
	for _, e := range l.site.Editions {
		all = append(all, formats.LangText{Lang: e.Lang.Tag, Text: e.Words.Text(word, "organisation", e.Organisation.Name)})
	}
	return all
}
