package routes

import (
	"slices"
	"strings"

	"alingsas.se/dialog/generator/formats"
)

// ownFields are fields that mean something else in their dataset than in the others.
var ownFields = []string{"press-status", "meetings-status", "contacts-modified"}

// fieldWord is the word that says what a field means.
func fieldWord(dataset, field string) string {
	if own := dataset + "-" + field; slices.Contains(ownFields, own) {
		return "data.field-" + own
	}
	return "data.field-" + field
}

// headFields stand before the records of a JSON file.
var headFields = []string{"$schema", "publisher", "licence", "items"}

// dataWords are the words that open data needs, in the form of neededWords: those of each field are found by its name.
func dataWords() string {
	words := []string{"data.title", "data.description organisation", "data.catalogue", "data.catalogue-text organisation"}
	for _, kind := range []formats.DataKind{formats.DataText, formats.DataChoice, formats.DataURL, formats.DataDate, formats.DataNumber, formats.DataFlag, formats.DataTexts} {
		words = append(words, "data.kind-"+string(kind))
	}
	for _, d := range []struct {
		name    string
		columns []formats.DataColumn
	}{{"press", formats.Columns(releaseFields)}, {"meetings", formats.Columns(meetingFields)}, {"contacts", formats.Columns(contactFields)}} {
		words = append(words, "data."+d.name, "data."+d.name+"-text", "data."+d.name+"-keyword")
		for _, name := range headFields {
			words = append(words, fieldWord(d.name, name))
		}
		for _, c := range d.columns {
			words = append(words, fieldWord(d.name, c.Name))
		}
	}
	slices.Sort(words)
	return strings.Join(slices.Compact(words), "\n")
}
