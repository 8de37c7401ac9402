package browser

import (
	"fmt"
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

// Results stand there while one types: nobody waits for them until one has stopped, and who hears the page is told once.
func TestSearchAnswersWhileOneTypes(t *testing.T) {
	if isRace || testing.Short() {
		t.Skip("a browser looks at pages only where tests may take their time")
	}
	s := buildSite(t, "search", "../testdata/search/content", "2026-06-15 12:00")
	tb := startBrowser(t).tab(t)
	openSearch(t, tb, s, "sv", "")
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
	if isRace || testing.Short() {
		t.Skip("a browser looks at pages only where tests may take their time")
	}
	s := buildSite(t, "search", "../testdata/search/content", "2026-06-15 12:00")
	tb := startBrowser(t).tab(t)
	openSearch(t, tb, s, "sv", "")
	got := typing(t, tb, "naturreservat", 0)
	if n := len(got.Shown); n == 0 || n > 8 || got.Shown[n-1] != "naturreservat: /pressmeddelanden/naturreservat/" {
		t.Errorf("of thirteen letters, results were shown %d times: %q", n, got.Shown)
	}
}

// A beginning of one or two letters begins too much, and waits for a pause.
func TestSearchWaitsForThreeLetters(t *testing.T) {
	if isRace || testing.Short() {
		t.Skip("a browser looks at pages only where tests may take their time")
	}
	s := buildSite(t, "search", "../testdata/search/content", "2026-06-15 12:00")
	tb := startBrowser(t).tab(t)
	openSearch(t, tb, s, "sv", "")
	got := typing(t, tb, "in", 100)
	if slices.ContainsFunc(got.Shown, func(shown string) bool { return strings.HasPrefix(shown, "i:") }) || len(got.Shown) == 0 {
		t.Errorf("for two letters, results are %q", got.Shown)
	}
}
