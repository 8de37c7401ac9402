package formats

import (
	"encoding/json"
	"io"
)

// A DataSchema describes the JSON file of a dataset in one language.
type DataSchema struct {
	ID, Title, Description string
	Columns                []DataColumn
	Help                   func(name string) string // what a field means; also $schema, publisher, licence and items
}

// SchemaDialect is the version of JSON Schema that schemas are written in.
const SchemaDialect = "https://json-schema.org/draft/2020-12/schema"

// object is a JSON object; encoding/json writes its names sorted.
type object map[string]any

// WriteSchema writes a JSON Schema, media type application/schema+json.
func WriteSchema(w io.Writer, s DataSchema) error {
	item := object{}
	required := []string{}
	for _, c := range s.Columns {
		item[c.Name] = c.schema(s.Help(c.Name))
		if c.Always {
			required = append(required, c.Name)
		}
	}
	address := DataColumn{Kind: DataURL}
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	out.SetIndent("", " ")
	return out.Encode(object{
		"$schema": SchemaDialect, "$id": uri(s.ID), "title": s.Title, "description": s.Description,
		"type": "object", "additionalProperties": false, "required": []string{"$schema", "publisher", "items"},
		"properties": object{
			"$schema":   address.schema(s.Help("$schema")),
			"publisher": DataColumn{Kind: DataText}.schema(s.Help("publisher")),
			"licence":   address.schema(s.Help("licence")),
			"items":     object{"type": "array", "items": object{"$ref": "#/$defs/item"}, "description": s.Help("items")},
		},
		"$defs": object{"item": object{"type": "object", "additionalProperties": false, "required": required, "properties": item}},
	})
}

// schema tells what a value may be.
func (c DataColumn) schema(help string) object {
	o := object{"description": help, "type": "string"}
	switch c.Kind {
	case DataText:
		o["minLength"] = 1
	case DataChoice:
		o["enum"] = c.Choices
	case DataURL:
		o["format"] = "uri"
	case DataDate:
		o["anyOf"] = []object{{"format": "date"}, {"format": "date-time"}}
	case DataNumber:
		o["type"] = "number"
	case DataFlag:
		o["type"] = "boolean"
	case DataTexts:
		o["type"] = "array"
		o["items"] = object{"type": "string", "minLength": 1}
	}
	return o
}
