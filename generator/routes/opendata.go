package routes

import (
	"bytes"
	"iter"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/formats"
	"alingsas.se/dialog/generator/site"
	"alingsas.se/dialog/generator/web"
)

// dataFolder holds what other programs read. There is one file for all languages: each record is a text in one
// language, and the same id in two records is the same thing in two languages.
const dataFolder = "/data/"

// forAllSites lets the scripts of other sites read a file.
const forAllSites = "Access-Control-Allow-Origin: *"

const (
	schemaType = "application/schema+json"
	dcatType   = "application/rdf+xml"
	csvType    = "text/csv; charset=utf-8; header=present"
	jsonType   = "application/json"
)

// A dataset is one kind of items as files.
type dataset struct {
	name    string // of its files, and of its words
	columns []formats.DataColumn
	json    func(w *bytes.Buffer, head formats.DataHead)
	csv     func(w *bytes.Buffer) error // nil where there is no such file
}

// newDataset is a dataset of JSON alone.
func newDataset[T any](name string, fields []formats.DataField[T], records iter.Seq[T]) dataset {
	return dataset{name: name, columns: formats.Columns(fields), json: func(w *bytes.Buffer, head formats.DataHead) {
		formats.DataJSON(w, head, fields, records)
	}}
}

// newTable is a dataset that is a table, too.
func newTable[T any](name string, fields []formats.DataField[T], records iter.Seq[T]) dataset {
	d := newDataset(name, fields, records)
	d.csv = func(w *bytes.Buffer) error { return formats.DataCSV(w, fields, records) }
	return d
}

func (d dataset) jsonURL() string { return dataFolder + d.name + ".json" }

// csvURL is "" where there is no such file.
func (d dataset) csvURL() string {
	if d.csv == nil {
		return ""
	}
	return dataFolder + d.name + ".csv"
}

// schemaURL is where the schema is that explains the fields in the words of an edition.
func (d dataset) schemaURL(e *site.Edition) string {
	if e.Prefix == "" {
		return dataFolder + d.name + ".schema.json"
	}
	return dataFolder + d.name + ".schema." + e.Lang.Tag + ".json"
}

const dcatURL = dataFolder + "dcat.rdf"

// datasets are those that have something to tell.
func (l *lister) datasets() []dataset {
	var all []dataset
	add := func(d dataset, isThere func(*site.Edition) bool) {
		if anyEdition(l.site, isThere) {
			all = append(all, d)
		}
	}
	add(newTable("press", releaseFields, l.releaseRecords()), hasReleases)
	add(newTable("meetings", meetingFields, l.meetingRecords()), hasMeetings)
	add(newDataset("contacts", contactFields, l.contactRecords()), hasContacts)
	return all
}

func hasReleases(e *site.Edition) bool { return len(e.Releases) > 0 }
func hasMeetings(e *site.Edition) bool { return len(e.Meetings) > 0 }
func hasContacts(e *site.Edition) bool { return len(e.Contacts) > 0 }

// hasData tells whether a site has anything to give as data.
func hasData(s *site.Site) bool {
	return anyEdition(s, hasReleases) || anyEdition(s, hasMeetings) || anyEdition(s, hasContacts)
}

func anyEdition(s *site.Site, is func(*site.Edition) bool) bool {
	for _, e := range s.Editions {
		if is(e) {
			return true
		}
	}
	return false
}

// dataLicence is the licence of the data in the words of an edition; without a name none was chosen.
func dataLicence(e *site.Edition) site.Licence {
	settings := e.Site.Settings
	return site.LicenceOf(settings.DataLicence.In(e.Lang.Tag, settings.Languages[0]))
}

// licenceAddress is the address of a licence that holds for the files, "" where there is none: the terms may be words.
func (l *lister) licenceAddress() string { return dataLicence(l.site.Editions[0]).URL }

// listOpenData adds the files. It comes after the editions, of which they tell together.
func (l *lister) listOpenData() {
	for _, d := range l.datasets() {
		l.listDataset(d)
	}
	if l.describesData() {
		l.file(dcatURL, func(w *bytes.Buffer) error { return formats.DCAT(w, l.catalogue()) })
	}
}

// describesData tells whether there is a description for the data portal, which demands a licence that has an address.
func (l *lister) describesData() bool { return hasData(l.site) && l.licenceAddress() != "" }

func (l *lister) listDataset(d dataset) {
	head := formats.DataHead{
		Schema:    l.site.BaseURL + d.schemaURL(l.site.Editions[0]),
		Publisher: l.site.Editions[0].Organisation.Name, Licence: l.licenceAddress(),
	}
	l.file(d.jsonURL(), func(w *bytes.Buffer) error {
		d.json(w, head)
		return nil
	})
	if d.csv != nil {
		l.file(d.csvURL(), d.csv)
	}
	for _, e := range l.editions {
		l.file(d.schemaURL(e.Edition), func(w *bytes.Buffer) error { return formats.WriteSchema(w, e.schema(d)) })
	}
}

// file adds a route that no text of its own stands behind.
func (l *lister) file(url string, write func(w *bytes.Buffer) error) {
	l.add(web.Route{URL: url, Source: l.site.Settings.File, Render: func(w *bytes.Buffer) (diag.List, error) {
		return nil, write(w)
	}})
}

func (e *edition) schema(d dataset) formats.DataSchema {
	return formats.DataSchema{
		ID: e.Site.BaseURL + d.schemaURL(e.Edition), Columns: d.columns,
		Title: e.Words.Text("data." + d.name), Description: e.Words.Text("data." + d.name + "-text"),
		Help: func(name string) string { return e.fieldHelp(d, name) },
	}
}

// fieldHelp says what a field means.
func (e *edition) fieldHelp(d dataset, name string) string {
	return e.Words.Text(fieldWord(d.name, name))
}

// A typedFile is a file whose type the host would not know by its name.
type typedFile struct{ url, mediaType string }

// dataTypes are the types of the files, by address.
func (l *lister) dataTypes() []typedFile {
	var all []typedFile
	for _, d := range l.datasets() {
		if d.csv != nil {
			all = append(all, typedFile{d.csvURL(), csvType})
		}
		for _, e := range l.site.Editions {
			all = append(all, typedFile{d.schemaURL(e), schemaType})
		}
	}
	if l.describesData() {
		all = append(all, typedFile{dcatURL, dcatType})
	}
	return all
}
