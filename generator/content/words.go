package content

import (
	"io/fs"
	"slices"
	"strings"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/locale"
	"go.yaml.in/yaml/v4"
)

// LoadWords reads the interface words of every language of the site from fsys, one file a language
// ("sv.yaml"). label is the folder's name in messages. Groups of words are flattened: a word "lead"
// in a group "release" is "release.lead". A word that one language has and another lacks is an error
// there, and so is one whose names in braces differ.
func LoadWords(fsys fs.FS, label string, languages []string) (map[string]*locale.Words, diag.List) {
	var diags diag.List
	catalogues := map[string]map[string]locale.Word{}
	all := map[string]locale.Word{}
	for _, lang := range languages {
		file := lang + ".yaml"
		words, found := loadCatalogue(fsys, file, label+"/"+file)
		diags = append(diags, found...)
		catalogues[lang] = words
		for key, word := range words {
			if _, ok := all[key]; !ok {
				all[key] = word
			}
		}
	}
	result := map[string]*locale.Words{}
	for _, lang := range languages {
		file := label + "/" + lang + ".yaml"
		diags = append(diags, compareWords(file, catalogues[lang], all)...)
		language, _ := locale.Lookup(lang)
		result[lang] = locale.NewWords(language, catalogues[lang])
	}
	return result, diags
}

func compareWords(file string, words, all map[string]locale.Word) diag.List {
	var diags diag.List
	for key, other := range all {
		word, ok := words[key]
		switch {
		case !ok:
			diags.Add(diag.Position{File: file}, diag.MissingWord, "word", key, "file", file)
		case !slices.Equal(word.Names(), other.Names()):
			diags.Add(diag.Position{File: file}, diag.WordNames, "word", key, "names", braced(word.Names()), "other", braced(other.Names()))
		}
	}
	return diags
}

func braced(names []string) string {
	if len(names) == 0 {
		return "–"
	}
	return "{" + strings.Join(names, "} {") + "}"
}

func loadCatalogue(fsys fs.FS, name, file string) (map[string]locale.Word, diag.List) {
	root, diags := loadYAML(fsys, name, file)
	words := map[string]locale.Word{}
	if root != nil {
		d := &decoder{file: file, settings: &Settings{}}
		d.catalogue(root, "", words)
		diags = append(diags, d.diags...)
	}
	return words, diags
}

// catalogue flattens a group of words into words, each under its path.
func (d *decoder) catalogue(n *yaml.Node, prefix string, words map[string]locale.Word) {
	if !d.isMap(n) {
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		name := prefix + key.Value
		d.key = name
		_, again := words[name]
		switch {
		case again:
			d.fail(key, diag.DuplicateKey, "key", name, "line", "–")
		case !d.hasValue(key, value):
		case value.Kind == yaml.ScalarNode:
			words[name] = locale.Word{Text: d.oneLine(value)}
		case valueOf(value, "other") != nil:
			var word locale.Word
			decodeMap(d, value, &word, pluralFields)
			words[name] = word
		default:
			d.catalogue(value, name+".", words)
		}
	}
}

var pluralFields = []field[locale.Word]{
	fieldOf("one", func(w *locale.Word) *string { return &w.One }, asText),
	fieldOf("other", func(w *locale.Word) *string { return &w.Other }, asText).required(),
}
