package browser

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A typedQuery is what a page did while a query was typed, letter by letter.
type typedQuery struct {
	Shown  []string // the query that stood in the field whenever results changed, and the first of them
	Told   []string // what those who hear the page were told
	Search string   // the address afterwards
}

// typing types a query with a pause after each letter, in milliseconds.
func typing(t *testing.T, tb *tab, query string, pause int) typedQuery {
	t.Helper()
	got, err := evaluate[typedQuery](tb, fmt.Sprintf(`(async () => {
		const input = document.querySelector('[name=q]'), status = document.querySelector('[data-search-status]'), list = document.querySelector('[data-search-results] ul');
		const wait = (time) => new Promise((done) => setTimeout(done, time));
		const Shown = [], Told = [];
		input.focus();
		await wait(300);
		new MutationObserver(() => Shown.push(input.value + ': ' + (list.querySelector('a')?.pathname ?? ''))).observe(list, { childList: true });
		new MutationObserver(() => { if (status.textContent) Told.push(status.textContent); }).observe(status, { childList: true });
		for (const letter of %q) {
			input.value += letter;
			input.dispatchEvent(new Event('input', { bubbles: true }));
			await wait(%d);
		}
		await wait(600);
		return { Shown, Told, Search: decodeURI(location.search) };
	})()`, query, pause))
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// searching opens the search page of a site.
func searching(t *testing.T, content string) *tab {
	t.Helper()
	skipWithoutTime(t)
	tb := startBrowser(t).tab(t)
	openSearch(t, tb, buildSite(t, "search", content, "2026-06-15 12:00"), "sv", "")
	return tb
}

// Results stand there while one types: nobody waits for them until one has stopped, and who hears the page is told once.
func TestSearchAnswersWhileOneTypes(t *testing.T) {
	tb := searching(t, "../testdata/search/content")
	got := typing(t, tb, "badhuset", 120)
	if !slices.ContainsFunc(got.Shown, func(shown string) bool { return strings.HasPrefix(shown, "badhu: /") }) {
		t.Errorf("while one types, results are %q", got.Shown)
	}
	if len(got.Told) != 1 || got.Search != "?q=badhuset" {
		t.Errorf("told is %q, and the address has %q", got.Told, got.Search)
	}
	if told := tb.told(); len(told) > 0 {
		t.Errorf("the console says %q", told)
	}
}

// Who types faster than the index is searched waits for one search alone, and sees no results of another query.
func TestSearchIsNotOvertakenByWhatWasTypedBefore(t *testing.T) {
	tb := searching(t, "../testdata/search/content")
	got := typing(t, tb, "naturreservat", 0)
	if n := len(got.Shown); n == 0 || n > 8 || got.Shown[n-1] != "naturreservat: /pressmeddelanden/naturreservat/" {
		t.Errorf("of thirteen letters, results were shown %d times: %q", n, got.Shown)
	}
}

// A beginning of one or two letters begins too much, and waits for a pause.
func TestSearchWaitsForThreeLetters(t *testing.T) {
	tb := searching(t, "../testdata/search/content")
	got := typing(t, tb, "in", 100)
	if slices.ContainsFunc(got.Shown, func(shown string) bool { return strings.HasPrefix(shown, "i:") }) || len(got.Shown) == 0 {
		t.Errorf("for two letters, results are %q", got.Shown)
	}
}

// A phrase is looked for in whole pages: of a large archive in so many as a first answer may load, and in others when the
// reader wants more.
func TestAPhraseIsLookedForWithinLimits(t *testing.T) {
	content := t.TempDir()
	writeContent(t, content, "site.yaml", "title: Nyheter\nbase_url: https://nyheter.example.se\nlanguages: [sv]\ntimezone: Europe/Stockholm\npage_size: 40\norganisation:\n  name: Exempelköpings kommun\n  url: https://www.example.se\n")
	for day := 1; day <= 28; day++ {
		text := "Av plan blev en ny."
		if day == 1 {
			text = "Det finns en ny plan."
		}
		writeContent(t, content, fmt.Sprintf("press/2026-02-%02d-text-%d.md", day, day), fmt.Sprintf("---\ntitle: Text %d\ndate: 2026-02-%02d 09:00\nlead: Kort.\n---\n\n%s\n", day, day, text))
	}
	tb := searching(t, content)
	first := typing(t, tb, `"en ny plan"`, 60)
	if len(first.Told) != 1 || !strings.HasPrefix(strings.TrimSpace(first.Told[0]), "0 resultat med frasen, bland de ") {
		t.Fatalf("first, %q is told", first.Told)
	}
	more := shown(t, tb, "")
	if !strings.Contains(more.Status, "1 resultat") || len(more.URLs) != 1 || !strings.HasSuffix(more.URLs[0], "/text-1/") {
		t.Errorf("then %q is told, and %q are shown", more.Status, more.URLs)
	}
}

func writeContent(t *testing.T, dir, name, text string) {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}
