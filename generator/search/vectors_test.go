package search_test

import (
	"flag"
	"os"
	"strings"
	"testing"

	"alingsas.se/dialog/generator/locale"
	"alingsas.se/dialog/generator/search"
)

var update = flag.Bool("update", false, "write what is expected anew")

// The script is held to the same vectors in a browser: see generator/browser.
func TestStems(t *testing.T) {
	vectors(t, "testdata/stems.txt", func(fields []string) []string { return append(fields[:2:2], search.Stem(fields[0], fields[1])) })
}

func TestGroups(t *testing.T) {
	sv, _ := locale.Lookup("sv")
	vectors(t, "testdata/groups.txt", func(fields []string) []string {
		var groups []string
		for _, g := range search.Groups(fields[0], sv.Months()) {
			text := strings.Join(g.Words, "+")
			for _, joined := range g.Joined {
				text += "=" + joined
			}
			groups = append(groups, text)
		}
		return append(fields[:1:1], strings.Join(groups, " "))
	})
}

// vectors compares the lines of a file with what is made of their first fields.
func vectors(t *testing.T, name string, make func([]string) []string) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(data), "\n")
	for i, line := range lines {
		if line == "" {
			continue
		}
		got := strings.Join(make(strings.Split(line, "\t")), "\t")
		if got != line && !*update {
			t.Errorf("%s:%d: %q, want %q", name, i+1, got, line)
		}
		lines[i] = got
	}
	if *update {
		if err := os.WriteFile(name, []byte(strings.Join(lines, "\n")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestTheFormsOfAWordMeet(t *testing.T) {
	wordLines(t, "testdata/families.txt", 150, func(forms []string) {
		for _, form := range forms[1:] {
			if a, b := search.Stem("sv", forms[0]), search.Stem("sv", form); a != b {
				t.Errorf("%s is %s, %s is %s", forms[0], a, form, b)
			}
		}
	})
	for _, words := range []string{"meeting meetings", "company companies", "municipality municipalities", "decide decided decides deciding"} {
		first, _, _ := strings.Cut(words, " ")
		for word := range strings.FieldsSeq(words) {
			if a, b := search.Stem("en", first), search.Stem("en", word); a != b {
				t.Errorf("%s is %s, %s is %s", first, a, word, b)
			}
		}
	}
}

func TestWordsOfDifferentMeaningStayApart(t *testing.T) {
	wordLines(t, "testdata/strangers.txt", 60, func(pair []string) {
		if a, b := search.Stem("sv", pair[0]), search.Stem("sv", pair[1]); a == b {
			t.Errorf("%s and %s are %s", pair[0], pair[1], a)
		}
	})
}

// wordLines reads lines of words, as the index has them, of which there have to be enough.
func wordLines(t *testing.T, name string, enough int, act func(words []string)) {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		if words := search.Tokens(line); !strings.HasPrefix(line, "#") {
			act(words)
			enough--
		}
	}
	if enough > 0 {
		t.Errorf("%s: %d lines are missing", name, enough)
	}
}

// Every word of every document finds it.
func TestEveryWordFindsItsDocument(t *testing.T) {
	_, readers := openCorpus(t)
	a, _ := corpus()
	for _, e := range a.Model.Editions {
		r := readers[e.Lang.Tag]
		documents := map[string]int{}
		for n := range r.catalogue.Documents {
			documents[r.result(n)[0]] = n
		}
		for _, i := range e.Items() {
			document, isThere := documents[i.URL]
			if !isThere {
				t.Errorf("%s is not in the index", i.URL)
				continue
			}
			for _, word := range search.Tokens(i.Title + "\n\n" + i.Body.Document().Plain()) {
				if word == "s" { // SKR:s is SKR
					continue
				}
				if found := r.search(word); !contains(found, document) {
					t.Errorf("%s: %q finds %v", i.URL, word, found)
				}
			}
		}
	}
}

func contains(list []int, wanted int) bool {
	for _, n := range list {
		if n == wanted {
			return true
		}
	}
	return false
}
