package search_test

import (
	"bytes"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"alingsas.se/dialog/generator/search"
	"alingsas.se/dialog/generator/web"
	"alingsas.se/dialog/generator/workspace"
)

// corpus is a site of an invented municipality that has all that the queries ask for.
var corpus = sync.OnceValues(func() (*workspace.Assembly, error) {
	return workspace.Assemble(workspace.Job{
		Content: "../testdata/search/content", Templates: "../../templates", Static: "../../static",
		Now: "2026-06-15 12:00", Clock: time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC),
	})
})

func rendered(t *testing.T, table web.Table, url string) []byte {
	t.Helper()
	r, found := table.Find(url)
	if !found {
		t.Fatalf("there is no %s", url)
	}
	var w bytes.Buffer
	if _, err := r.Render(&w); err != nil {
		t.Fatal(err)
	}
	return w.Bytes()
}

// openCorpus opens the index of each language.
func openCorpus(t *testing.T) (web.Table, map[string]*reader) {
	t.Helper()
	a, err := corpus()
	if err != nil || a.Diags.HasErrors() {
		t.Fatal(err, a.Diags)
	}
	readers := map[string]*reader{}
	for _, e := range a.Model.Editions {
		readers[e.Lang.Tag] = openIndex(t, e.Lang.Tag, func(name string) []byte { return rendered(t, a.Table, e.URL("search")+name) })
	}
	return a.Table, readers
}

var (
	phrases = regexp.MustCompile(`["”“„»«]([^"”“„»«]+)["”“„»«]`)
	tags    = regexp.MustCompile(`<[^>]*>`)
)

func TestQueriesFindWhatTheyShould(t *testing.T) {
	table, readers := openCorpus(t)
	text, err := os.ReadFile("../testdata/search/queries.txt")
	if err != nil {
		t.Fatal(err)
	}
	count := 0
	for line := range strings.Lines(string(text)) {
		lang, rest, isQuery := strings.Cut(strings.TrimSpace(line), " | ")
		if strings.HasPrefix(line, "#") || !isQuery {
			continue
		}
		count++
		at := strings.LastIndex(rest, " | ")
		query, wants := rest[:at], strings.Fields(rest[at:])[1:]
		var urls []string
		for _, document := range readers[lang].search(query) {
			if result := readers[lang].result(document); hasPhrases(t, table, query, result) {
				urls = append(urls, result[0])
			}
		}
		for _, want := range wants {
			at := slices.IndexFunc(urls, func(url string) bool { return strings.HasSuffix(url, "/"+want[1:]+"/") })
			isThere := map[byte]bool{'=': at == 0, '+': at >= 0, '!': at < 0, '0': len(urls) == 0}
			if !isThere[want[0]] {
				t.Errorf("%s %q: %s is not true of %q", lang, query, want, urls)
			}
		}
	}
	if count < 80 {
		t.Errorf("there are %d queries, at least 80 are wanted", count)
	}
}

// Without script the page shows nothing that would do nothing: its field leads to all releases.
func TestThePageWithoutScriptPromisesNothing(t *testing.T) {
	a, _ := openCorpus(t)
	page := string(rendered(t, a, "/sok/"))
	for _, want := range []string{`action="/pressmeddelanden/" data-search="/sok/"`, `<details class="search-filters" data-needs-script hidden>`, "<p data-script-missing>"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page has no %s", want)
		}
	}
}

// What is a draft or under embargo is in no file, nor is any word that only it has.
func TestNothingWithheldIsInTheIndex(t *testing.T) {
	_, readers := openCorpus(t)
	withheld := regexp.MustCompile(`zebra|jättelager|kvastfening|xerxes|yxkull|hemligst|avgångsvederlag|utropare|utkast|embargo`)
	for lang, r := range readers {
		count := 0
		for _, firsts := range [][]string{r.catalogue.Words, r.catalogue.Ends} {
			for n := range firsts {
				entries, isBackwards := r.wordFile, &firsts[0] == &r.catalogue.Ends[0]
				if isBackwards {
					entries = r.endFile
				}
				for _, e := range entries(n) {
					word := e.head + e.word
					if isBackwards {
						word = search.Reversed(word)
					}
					count++
					if withheld.MatchString(word) {
						t.Errorf("%s: %q is in the index", lang, word)
					}
				}
			}
		}
		for n := range r.catalogue.Documents {
			if text := strings.ToLower(strings.Join(r.result(n), " ")); withheld.MatchString(text) {
				t.Errorf("%s: %q is in the index", lang, text)
			}
		}
		if count < 100 {
			t.Errorf("%s: only %d words were looked at", lang, count)
		}
	}
}

func hasPhrases(t *testing.T, table web.Table, query string, result []string) bool {
	t.Helper()
	for _, m := range phrases.FindAllStringSubmatch(query, -1) {
		page := tags.ReplaceAllString(string(rendered(t, table, result[0])), " ")
		if !strings.Contains(" "+strings.Join(search.Tokens(page), " ")+" ", " "+strings.Join(search.Tokens(m[1]), " ")+" ") {
			return false
		}
	}
	return true
}
