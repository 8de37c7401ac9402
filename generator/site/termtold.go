package site

import "alingsas.se/dialog/generator/diag"

// A termKind says of what kind the terms of a section are, to an author.
type termKind struct{ name, example diag.Words }

var termKinds = map[string]termKind{
	"topics":        {diag.Both("ämnet", "the topic"), diag.Both("[Näringsliv]", "[Business]")},
	"regions":       {diag.Both("området", "the region"), diag.Both("[Centrum]", "[Centrum]")},
	"organisations": {diag.Both("organisationen", "the organisation"), diag.Both("[Exempelföretagarna]", "[Exempelföretagarna]")},
	"series":        {diag.Both("serien", "the series"), diag.Both("Frukostar", "Breakfasts")},
}

// tellTerm tells an author what is the matter with the name of a term, if anything is.
func (l *linker) tellTerm(at diag.Position, section, key, name string, all *spellings) {
	kind := termKinds[section]
	switch {
	case all.slug == "":
		l.diags.Add(at, diag.TermWithoutLetters, "kind", kind.name.Swedish, "kind-en", kind.name.English, "name", name,
			"example", key+": "+kind.example.Swedish, "example-en", key+": "+kind.example.English)
	case name == all.term.Name:
	default:
		code, suggestion := diag.TermSpelling, ""
		if spelling(name) == spelling(all.term.Name) {
			code, suggestion = diag.TwoSpellings, all.term.Name
		}
		l.diags.Add(at, code, "kind", kind.name.Swedish, "kind-en", kind.name.English, "name", name,
			"other", all.term.Name, "where", all.chosen().oldest.Source.At(key).String(), "suggestion", suggestion)
	}
}
