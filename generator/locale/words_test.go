package locale

import (
	"slices"
	"strings"
	"testing"
	"time"
)

func swedishWords(t *testing.T) *Words {
	return NewWords(speaking(t, "sv"), map[string]Word{
		"menu":     {Text: "Meny"},
		"empty":    {Text: ""},
		"hits":     {One: "{n} träff på {query}", Other: "{n} träffar på {query}"},
		"only-one": {One: "en"},
		"by":       {Text: "{who}, {role} sedan {year}"},
		"twice":    {Text: "{a}{b}{a}"},
		"braces":   {Text: "{} { {två ord} {å} {{a}} }{"},
	})
}

func TestWordsArePutTogether(t *testing.T) {
	words := swedishWords(t)
	for _, c := range []struct {
		key  string
		args []any
		want string
	}{
		{"menu", nil, "Meny"},
		{"menu", []any{"unused", 1}, "Meny"},
		{"empty", nil, ""},
		{"hits", []any{"n", 0, "query", "dialog"}, "0 träffar på dialog"},
		{"hits", []any{"n", 1, "query", "dialog"}, "1 träff på dialog"},
		{"hits", []any{"query", "{n}", "n", 2}, "2 träffar på {n}"},
		{"hits", []any{"n", 40000, "query", ""}, "40~000 träffar på "},
		{"only-one", []any{"n", 3}, "en"},
		{"by", []any{"who", "Åsa Ek", "role", time.April, "year", 2012}, "Åsa Ek, April sedan 2012"},
		{"twice", []any{"a", "1", "b", "2"}, "121"},
		{"braces", []any{"a", "x"}, "{} { {två ord} {å} {x} }{"},
	} {
		if got := visible(words.Text(c.key, c.args...)); got != c.want {
			t.Errorf("%s with %v is %q, want %q", c.key, c.args, got, c.want)
		}
	}
}

func TestPluralsFollowTheLanguage(t *testing.T) {
	hits := map[string]Word{"hits": {One: "one", Other: "other"}}
	for _, c := range []struct {
		tag  string
		n    int
		want string
	}{
		{"sv", 0, "other"}, {"sv", 1, "one"}, {"sv", 2, "other"}, {"sv", -1, "one"},
		{"en", 0, "other"}, {"en", 1, "one"},
		{"fr", 0, "one"}, {"fr", 2, "other"},
		{"uk", 21, "one"}, {"uk", 11, "other"},
		{"se", 2, "other"},
	} {
		if got := NewWords(speaking(t, c.tag), hits).Text("hits", "n", c.n); got != c.want {
			t.Errorf("%s: %d takes %q, want %q", c.tag, c.n, got, c.want)
		}
	}
}

func TestWordsThatTheCodeGetsWrongPanicWithTheKeyAndTheLanguage(t *testing.T) {
	words := swedishWords(t)
	for _, c := range []struct {
		name, key string
		args      []any
		want      string
	}{
		{"no such word", "nothing", nil, `no word "nothing" in sv`},
		{"no value", "by", []any{"who", "Åsa", "year", 2012}, `word "by" in sv names {role}, which has no value`},
		{"a name at the end", "twice", []any{"a", "1", "b"}, `word "twice" in sv names {b}, which has no value`},
		{"no number", "hits", []any{"query", "x"}, `word "hits" in sv is a plural and needs an int n`},
		{"another type", "twice", []any{"a", "1", "b", 1.5}, `word "twice" in sv: {b} cannot be a float64`},
	} {
		t.Run(c.name, func(t *testing.T) {
			defer func() {
				if message, _ := recover().(string); !strings.Contains(message, c.want) {
					t.Errorf("panic %q, want %q in it", message, c.want)
				}
			}()
			words.Text(c.key, c.args...)
		})
	}
}

func TestKeysAndNamesAreListedSorted(t *testing.T) {
	words := swedishWords(t)
	if want := []string{"braces", "by", "empty", "hits", "menu", "only-one", "twice"}; !slices.Equal(words.Keys(), want) {
		t.Errorf("keys %v, want %v", words.Keys(), want)
	}
	if !words.Has("empty") || words.Has("nothing") {
		t.Errorf("Has: empty %v, nothing %v", words.Has("empty"), words.Has("nothing"))
	}
	word := Word{One: "{n} träff på {query}", Other: "{n} träffar på {query} i {place}"}
	if want := []string{"n", "place", "query"}; !slices.Equal(word.Names(), want) {
		t.Errorf("names %v, want %v", word.Names(), want)
	}
	if names := (Word{Text: "Meny {}"}).Names(); len(names) != 0 {
		t.Errorf("names %v, want none", names)
	}
}

func FuzzWordsKeepAllTheirText(f *testing.F) {
	for _, text := range []string{"", "Meny", "{n} träffar", "{a}{b}", "{{a}}", "{å}", "{", "}{", "{a", "\xff{a}"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var args []any
		for _, name := range (Word{Text: text}).Names() {
			args = append(args, name, "{"+name+"}")
		}
		l, _ := Lookup("sv")
		if got := NewWords(l, map[string]Word{"w": {Text: text}}).Text("w", args...); got != text {
			t.Errorf("%q, with its names put back, is %q", text, got)
		}
	})
}
