package formats

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"
	"iter"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A DataKind is what the values of a field are.
type DataKind string

const (
	DataText   DataKind = "text"
	DataChoice DataKind = "choice" // one of few words
	DataURL    DataKind = "url"    // absolute
	DataDate   DataKind = "date"   // a day, or a moment with its offset
	DataNumber DataKind = "number"
	DataFlag   DataKind = "flag"
	DataTexts  DataKind = "texts"
)

// A DataColumn is what a schema and a table of fields tell of a field.
type DataColumn struct {
	Name    string
	Kind    DataKind
	Always  bool     // each record has it
	Choices []string // of a DataChoice
}

// A DataField is one field of records that are made of T. The same field gives JSON, CSV and the schema, so that they
// say the same.
type DataField[T any] struct {
	DataColumn
	json func(out []byte, of T) []byte // with the value, or as it was where it is not known
	cell func(of T) string
}

// Required is a field that each record has.
func (f DataField[T]) Required() DataField[T] {
	f.Always = true
	return f
}

// TextField is a field of a text, an address or a date; one that is empty is left out.
func TextField[T any](name string, kind DataKind, get func(T) string) DataField[T] {
	tidy := clean
	if kind == DataURL {
		tidy = uri
	}
	return DataField[T]{
		DataColumn: DataColumn{Name: name, Kind: kind},
		json: func(out []byte, of T) []byte {
			if text := tidy(get(of)); text != "" {
				return appendQuoted(out, text)
			}
			return out
		},
		cell: func(of T) string { return forSpreadsheets(tidy(get(of))) },
	}
}

// ChoiceField is a field whose values are known beforehand.
func ChoiceField[T any](name string, choices []string, get func(T) string) DataField[T] {
	f := TextField(name, DataChoice, get)
	f.Choices = choices
	return f.Required()
}

// TextsField is a field of a list. It is always there, be it empty.
func TextsField[T any](name string, get func(T) []string) DataField[T] {
	return DataField[T]{
		DataColumn: DataColumn{Name: name, Kind: DataTexts, Always: true},
		json: func(out []byte, of T) []byte {
			out = append(out, '[')
			for i, text := range get(of) {
				if i > 0 {
					out = append(out, ',')
				}
				out = appendQuoted(out, clean(text))
			}
			return append(out, ']')
		},
		cell: func(of T) string { return forSpreadsheets(clean(strings.Join(get(of), DataListMark))) },
	}
}

// NumberField is a field of a number, nil where it is not known.
func NumberField[T any](name string, get func(T) *float64) DataField[T] {
	number := func(out []byte, of T) []byte {
		if n := get(of); n != nil {
			return strconv.AppendFloat(out, *n, 'f', -1, 64)
		}
		return out
	}
	return DataField[T]{
		DataColumn: DataColumn{Name: name, Kind: DataNumber},
		json:       number,
		cell:       func(of T) string { return string(number(nil, of)) },
	}
}

// FlagField is a field that is true or false.
func FlagField[T any](name string, get func(T) bool) DataField[T] {
	return DataField[T]{
		DataColumn: DataColumn{Name: name, Kind: DataFlag, Always: true},
		json:       func(out []byte, of T) []byte { return strconv.AppendBool(out, get(of)) },
		cell:       func(of T) string { return strconv.FormatBool(get(of)) },
	}
}

// DataListMark stands between the values of a list that is one cell of a table.
const DataListMark = "|"

// forSpreadsheets puts an apostrophe before a text that a spreadsheet would take for a formula and count.
func forSpreadsheets(text string) string {
	switch first, _ := utf8.DecodeRuneInString(text); first {
	case '=', '+', '-', '@', '\t', '＝', '＋', '－', '＠':
		return "'" + text
	}
	return text
}

// appendQuoted adds a text as JSON has it. Markup stays as it is: it is no part of a page.
func appendQuoted(out []byte, text string) []byte {
	if !needsEscape(text) {
		return append(append(append(out, '"'), text...), '"')
	}
	var w bytes.Buffer
	e := json.NewEncoder(&w)
	e.SetEscapeHTML(false)
	_ = e.Encode(text) // no text is an error
	return append(out, bytes.TrimSuffix(w.Bytes(), []byte("\n"))...)
}

// DataHead is what stands before the records of a file.
type DataHead struct {
	Schema    string // address of the schema
	Publisher string
	Licence   string // its address, "" where none was chosen
}

// DataJSON writes records as JSON, a line each, so that two editions of a file can be compared.
func DataJSON[T any](w *bytes.Buffer, head DataHead, fields []DataField[T], records iter.Seq[T]) {
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = `"` + f.Name + `":`
	}
	out := append(w.AvailableBuffer(), `{"$schema":`...)
	out = appendQuoted(out, uri(head.Schema))
	out = appendQuoted(append(out, `,"publisher":`...), oneLine(head.Publisher))
	if head.Licence != "" {
		out = appendQuoted(append(out, `,"licence":`...), uri(head.Licence))
	}
	w.Write(append(out, `,"items":[`...))
	before := "\n{"
	for of := range records {
		out = append(w.AvailableBuffer(), before...)
		w.Write(append(appendRecord(out, names, fields, of), '}'))
		before = ",\n{"
	}
	w.WriteString("\n]}\n")
}

// appendRecord adds what is known of a record.
func appendRecord[T any](out []byte, names []string, fields []DataField[T], of T) []byte {
	first := len(out)
	for i, f := range fields {
		before := len(out)
		if before > first {
			out = append(out, ',')
		}
		out = append(out, names[i]...)
		value := len(out)
		if out = f.json(out, of); len(out) == value {
			out = out[:before] // it is not known
		}
	}
	return out
}

// DataCSV writes records as RFC 4180 has them: a line of names first, lines that end with CR and LF, in UTF-8 without a
// byte-order mark, which programs take for a part of the first name.
func DataCSV[T any](w io.Writer, fields []DataField[T], records iter.Seq[T]) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	row := make([]string, len(fields))
	for i, f := range fields {
		row[i] = f.Name
	}
	err := out.Write(row)
	for of := range records {
		for i, f := range fields {
			row[i] = f.cell(of)
		}
		if err = out.Write(row); err != nil {
			break
		}
	}
	out.Flush()
	if err == nil {
		err = out.Error()
	}
	return err
}

// Columns are what can be told of fields without a record.
func Columns[T any](fields []DataField[T]) []DataColumn {
	columns := make([]DataColumn, len(fields))
	for i, f := range fields {
		columns[i] = f.DataColumn
	}
	return columns
}
