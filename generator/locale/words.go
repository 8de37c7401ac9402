package locale

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/go-playground/locales"
)

// A Word is one interface word or sentence. Names in braces, {name}, stand for what is put there;
// a name is ASCII letters, digits and underscores. Other braces are text.
type Word struct {
	Text       string
	One, Other string // the two forms of what is counted by {n}; then Text is empty
}

// Names lists the names in all texts of the word, each once, sorted. Comparing them between
// languages finds one that is misspelled before [Words.Text] panics over it.
func (w Word) Names() []string {
	var names []string
	for _, text := range [...]string{w.Text, w.One, w.Other} {
		for _, p := range pieces(text) {
			if p.name != "" {
				names = append(names, p.name)
			}
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// Words are the interface words of one language.
type Words struct {
	lang  *Language
	words map[string]phrase
}

// NewWords takes the words of lang by their keys.
func NewWords(lang *Language, words map[string]Word) *Words {
	w := &Words{lang: lang, words: make(map[string]phrase, len(words))}
	for key, word := range words {
		w.words[key] = phrase{pieces(word.Text), pieces(word.One), pieces(word.Other)}
	}
	return w
}

// Has reports whether there is a word for key.
func (w *Words) Has(key string) bool {
	_, ok := w.words[key]
	return ok
}

// Keys lists all keys, sorted.
func (w *Words) Keys() []string { return slices.Sorted(maps.Keys(w.words)) }

// Names lists the names in braces in the texts of a word, each once, sorted; none for a key that is
// not there.
func (w *Words) Names(key string) []string {
	var names []string
	p := w.words[key]
	for _, pieces := range [...][]piece{p.text, p.one, p.other} {
		for _, piece := range pieces {
			if piece.name != "" {
				names = append(names, piece.name)
			}
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// Text gives the word for key. args are names and values in turn and take the place of the names in
// braces; those that the text does not name are left out, since languages differ in what they need.
// A value is a string, an int or a [fmt.Stringer]. The int named "n" chooses the plural form, by
// CLDR's rule for the language (everything but "one" is "other"), and is written with groups of
// thousands, other ints without.
//
// It panics where the site's code or its checks are at fault: no such key (ask [Words.Has] before),
// a name in the text without a value (compare [Word.Names]), a plural without n, a value of
// another type.
func (w *Words) Text(key string, args ...any) string {
	p, ok := w.words[key]
	if !ok {
		panic(fmt.Sprintf("locale: no word %q in %s", key, w.lang.Tag))
	}
	form := p.text
	if p.isPlural() {
		form = w.plural(key, p, args)
	}
	if len(form) == 1 && form[0].name == "" {
		return form[0].text
	}
	parts := make([]string, 0, 8) // most words have fewer
	for _, piece := range form {
		if piece.name == "" {
			parts = append(parts, piece.text)
		} else {
			parts = append(parts, w.value(key, piece.name, args))
		}
	}
	return strings.Join(parts, "")
}

func (w *Words) plural(key string, p phrase, args []any) []piece {
	n, ok := find("n", args).(int)
	if !ok {
		panic(fmt.Sprintf("locale: word %q in %s is a plural and needs an int n", key, w.lang.Tag))
	}
	isOne := w.lang.cldr.CardinalPluralRule(float64(n), 0) == locales.PluralRuleOne
	if isOne && p.one != nil || p.other == nil {
		return p.one
	}
	return p.other
}

func (w *Words) value(key, name string, args []any) string {
	switch v := find(name, args).(type) {
	case string:
		return v
	case int:
		if name == "n" {
			return w.lang.Number(v)
		}
		return strconv.Itoa(v)
	case fmt.Stringer:
		return v.String()
	case nil:
		panic(fmt.Sprintf("locale: word %q in %s names {%s}, which has no value", key, w.lang.Tag, name))
	default:
		panic(fmt.Sprintf("locale: word %q in %s: {%s} cannot be a %T", key, w.lang.Tag, name, v))
	}
}

// find gives the value that follows name, or nil.
func find(name string, args []any) any {
	for i := 0; i+1 < len(args); i += 2 {
		if args[i] == name {
			return args[i+1]
		}
	}
	return nil
}

// A phrase is a Word taken apart, so that writing it doesn't look for braces each time.
type phrase struct{ text, one, other []piece }

func (p phrase) isPlural() bool { return p.one != nil || p.other != nil }

// A piece is text or the name of what is put there; the other is "".
type piece struct{ text, name string }

// pieces takes a text apart at its names. The empty text has none.
func pieces(text string) []piece {
	var found []piece
	from := 0 // where the text begins that is not yet in a piece
	for i := 0; i < len(text); i++ {
		name := nameAt(text[i:])
		if name == "" {
			continue
		}
		if from < i {
			found = append(found, piece{text: text[from:i]})
		}
		found = append(found, piece{name: name})
		from = i + len("{}") + len(name)
		i = from - 1
	}
	if from < len(text) {
		found = append(found, piece{text: text[from:]})
	}
	return found
}

// nameAt gives the name in the braces that a text begins with, or "".
func nameAt(text string) string {
	if text[0] != '{' {
		return ""
	}
	inside, _, closed := strings.Cut(text[1:], "}")
	if !closed || strings.IndexFunc(inside, notInName) >= 0 {
		return ""
	}
	return inside
}

func notInName(c rune) bool {
	return c != '_' && (c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z')
}
