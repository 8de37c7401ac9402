package browser

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The queries that generator/search runs on the index are typed into the page too: the scripts find the same. Without
// -long it is each fourth.
func TestTheSearchPageFindsWhatItShould(t *testing.T) {
	skipWithoutTime(t)
	s := buildSite(t, "search", "../testdata/search/content", "2026-06-15 12:00")
	tb := startBrowser(t).tab(t)
	text, err := os.ReadFile("../testdata/search/queries.txt")
	if err != nil {
		t.Fatal(err)
	}
	open, number := "", 0
	for line := range strings.Lines(string(text)) {
		lang, rest, isQuery := strings.Cut(strings.TrimSpace(line), " | ")
		if strings.HasPrefix(line, "#") || !isQuery {
			continue
		}
		if number++; !*long && number%4 != 0 {
			continue
		}
		if lang != open {
			openSearch(t, tb, s, lang, "")
			open = lang
		}
		at := strings.LastIndex(rest, " | ")
		query, wants := rest[:at], strings.Fields(rest[at:])[1:]
		if faults := unlike(typed(t, tb, query).URLs, wants); len(faults) > 0 {
			t.Errorf("%s %q: %s", lang, query, strings.Join(faults, "; "))
		}
	}
	if told := tb.told(); len(told) > 0 {
		t.Errorf("the console says %q", told)
	}
}

// unlike tells which wants are not true of results: those of the first page may be meant alone.
func unlike(urls, wants []string) (faults []string) {
	for _, want := range wants {
		at := slices.IndexFunc(urls, func(url string) bool { return strings.HasSuffix(url, "/"+want[1:]+"/") })
		isTrue := map[byte]bool{'=': at == 0, '+': at >= 0, '!': at < 0, '0': len(urls) == 0}
		if !isTrue[want[0]] {
			faults = append(faults, fmt.Sprintf("%s is not true of %q", want, urls))
		}
	}
	return faults
}

// searchPage is the page of a language.
func searchPage(t *testing.T, s *builtSite, lang string) sitePage {
	t.Helper()
	for _, p := range s.pages {
		if p.kind == "search" && p.lang == lang {
			return p
		}
	}
	t.Fatalf("there is no search page in %s", lang)
	return sitePage{}
}

func openSearch(t *testing.T, tb *tab, s *builtSite, lang, query string) {
	t.Helper()
	p := searchPage(t, s, lang)
	p.url += query
	if err := tb.show(pageView{p, 1280, "light"}); err != nil {
		t.Fatal(err)
	}
}

// A searchResult is what the page shows.
type searchResult struct {
	URLs, Marks, Texts []string
	Status, Notice     string
}

// typed writes a query into the field and gives what the page shows then, all of it.
func typed(t *testing.T, tb *tab, query string) searchResult {
	t.Helper()
	quoted, err := json.Marshal(query)
	if err != nil {
		t.Fatal(err)
	}
	return shown(t, tb, `input.value = `+string(quoted)+`; list.replaceChildren(); status.textContent = '…'; document.querySelector('[data-search]').requestSubmit();`)
}

// shown does something and waits until the page has answered.
func shown(t *testing.T, tb *tab, do string) searchResult {
	t.Helper()
	const page = `(async () => {
		const input = document.querySelector('[name=q]'), status = document.querySelector('[data-search-status]'), notice = document.querySelector('[data-fault-notice]');
		const list = document.querySelector('[data-search-results] ul');
		const pause = () => new Promise((done) => setTimeout(done, 10));
		%s
		const isDone = () => !notice.hidden || !list.closest('[aria-busy=true]') && !['…', document.querySelector('[data-search]').dataset.wait].includes(status.textContent);
		for (let i = 0; i < 1000 && !isDone(); i++) await pause();
		for (let more; (more = document.querySelector('[data-search-more]'));) {
			const n = list.children.length;
			more.click();
			for (let i = 0; i < 500 && list.children.length === n; i++) await pause();
		}
		const texts = (selector) => [...document.querySelectorAll(selector)].filter((element) => !element.closest('[hidden]')).map((element) => element.textContent);
		return {
			URLs: [...list.querySelectorAll('.item-title a')].map((link) => link.pathname), Marks: texts('[data-search-results] mark'),
			Texts: texts('[data-search-results] .item-text'), Status: status.textContent.trim(), Notice: notice.hidden ? '' : texts('[data-fault-notice] p').join(' '),
		};
	})()`
	result, err := evaluate[searchResult](tb, fmt.Sprintf(page, do))
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func TestSearchBySharedAddress(t *testing.T) {
	skipWithoutTime(t)
	s := buildSite(t, "search", "../testdata/search/content", "2026-06-15 12:00")
	tb := startBrowser(t).tab(t)
	for query, want := range map[string][]string{
		"?q=kommunstyrelsen&year=2024":         {"=kommunstyrelsen", "!budget"},
		"?q=kommunen&kind=kind%3Ainvitation":   {"0"},
		"?kind=kind%3Ainvitation":              {"=presstraff", "!badhus"},
		"?q=kvarnen&topic=topic%3Akultur":      {"=kvarnen", "!forskola"},
		"?q=vatten&region=region%3Anorra-sjon": {"=vatten", "!ishallen"},
		"?q=f%C3%B6rskola&year=1999":           {"=forskola"}, // a year that is no longer there chooses nothing
	} {
		openSearch(t, tb, s, "sv", query)
		result := shown(t, tb, "for (let i = 0; i < 300 && !status.textContent; i++) await pause();")
		if faults := unlike(result.URLs, want); len(faults) > 0 {
			t.Errorf("%s: %s", query, strings.Join(faults, "; "))
		}
	}
}

// What stands in the text alone is shown from there.
func TestSearchShowsThePlaceInTheText(t *testing.T) {
	skipWithoutTime(t)
	s := buildSite(t, "search", "../testdata/search/content", "2026-06-15 12:00")
	tb := startBrowser(t).tab(t)
	openSearch(t, tb, s, "sv", "")
	typed(t, tb, "läderbaggar")
	result := shown(t, tb, "for (let i = 0; i < 300 && !list.querySelector('mark'); i++) await pause();")
	if len(result.Marks) != 1 || result.Marks[0] != "Läderbaggen" || !strings.Contains(result.Texts[0], "Ekarna är 400 år gamla. Läderbaggen trivs i dem.") {
		t.Errorf("marked are %q in %q", result.Marks, result.Texts)
	}
	if result.Status != "1 resultat" {
		t.Errorf("the status is %q", result.Status)
	}
}

// Who finds something else than what was asked for is told so.
func TestSearchTellsWhatItDid(t *testing.T) {
	skipWithoutTime(t)
	s := buildSite(t, "search", "../testdata/search/content", "2026-06-15 12:00")
	tb := startBrowser(t).tab(t)
	openSearch(t, tb, s, "sv", "")
	for query, want := range map[string]string{
		"förskola":       "1 resultat",
		"tågförseningar": "tågförseningar hittades inte som ett ord. Det här innehåller tåg och förseningar: 2 resultat",
		"förskkola":      "förskkola hittades inte. Det här innehåller ord som liknar det: 1 resultat",
		"xyzzy":          "Inget hittades. Prova ett annat ord, eller leta i listorna här nedanför.",
	} {
		if status := typed(t, tb, query).Status; status != want {
			t.Errorf("%s: %q, want %q", query, status, want)
		}
	}
}

// badQueries are what no writer of a search thinks of.
var badQueries = []string{
	"", "   ", strings.Repeat("a", 10_000), strings.Repeat("kommunen ", 1200), `.*+?^${}()|[]\`, `"`, `""`, `"""“”„»«`, "<img src=x onerror=alert(1)>", "\u202Eöppet", "שלום", "🦄🦄", "%00%", "\\u0000", "a\u0308", "#kind:release", "__proto__", "constructor",
}

func TestSearchAnswersOddQueriesAndBrokenFilesInWords(t *testing.T) {
	skipWithoutTime(t)
	s := buildSite(t, "search", "../testdata/search/content", "2026-06-15 12:00")
	tb := startBrowser(t).tab(t)
	openSearch(t, tb, s, "sv", "")
	for _, query := range badQueries {
		if result := typed(t, tb, query); result.Notice != "" {
			t.Errorf("%.40q: %s", query, result.Notice)
		}
	}
	if told := tb.told(); len(told) > 0 {
		t.Errorf("the console says %q", told)
	}
	for name, c := range map[string]struct{ file, data, want string }{
		"a missing catalogue":              {"/sok/index.json", "", "kunde inte hämtas"},
		"a broken catalogue":               {"/sok/index.json", "{", "fungerar inte"},
		"one of another format":            {"/sok/index.json", `{"format":99}`, "har ändrats"},
		"a missing file of words":          {"/sok/words/", "", "kunde inte hämtas"},
		"a broken file of words":           {"/sok/words/", `[["!x"]`, "fungerar inte"},
		"a missing file of documents":      {"/sok/documents/", "", "kunde inte hämtas"},
		"a script that is no longer there": {"/assets/search-engine", "", "kunde inte hämtas"},
	} {
		t.Run(name, func(t *testing.T) {
			broken := copied(t, s)
			spoil(t, broken.dir, c.file, c.data)
			page := searchPage(t, broken, "sv")
			if err := tb.show(pageView{page, 1280, "light"}); err != nil {
				t.Fatal(err)
			}
			if result := typed(t, tb, "förskola"); !strings.Contains(result.Notice, c.want) || !strings.Contains(result.Notice, "Leta bland alla") {
				t.Errorf("the notice is %q", result.Notice)
			}
			for _, told := range tb.told() {
				if strings.HasPrefix(told, "a script fails") || strings.HasPrefix(told, "the page writes") {
					t.Errorf("the console says %q", told)
				}
			}
		})
	}
}

// copied serves a copy of a site.
func copied(t *testing.T, s *builtSite) *builtSite {
	t.Helper()
	c := &builtSite{name: s.name, model: s.model, dir: t.TempDir()}
	if err := os.CopyFS(c.dir, os.DirFS(s.dir)); err != nil {
		t.Fatal(err)
	}
	c.address = serveFolder(t, c.dir)
	for _, p := range s.pages {
		p.site = c
		c.pages = append(c.pages, p)
	}
	return c
}

// spoil gives the files whose addresses begin so other bytes, or takes them away.
func spoil(t *testing.T, dir, prefix, data string) {
	t.Helper()
	count := 0
	err := filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		url := strings.TrimPrefix(filepath.ToSlash(name), filepath.ToSlash(dir))
		switch {
		case err != nil || entry.IsDir() || !strings.HasPrefix(url, prefix):
			return err
		case data == "":
			count++
			return os.Remove(name)
		}
		count++
		return os.WriteFile(name, []byte(data), 0o644)
	})
	if err != nil || count == 0 {
		t.Fatalf("%d files begin with %s: %v", count, prefix, err)
	}
}

// A page that has been open since before the site was changed reads the catalogue again, and goes on.
func TestSearchOnAnOpenPageFindsWhatIsNew(t *testing.T) {
	skipWithoutTime(t)
	before := copied(t, buildSite(t, "search", "../testdata/search/content", "2025-01-01 12:00"))
	after := buildSite(t, "search", "../testdata/search/content", "2026-06-15 12:00")
	tb := startBrowser(t).tab(t)
	openSearch(t, tb, before, "sv", "")
	if urls := typed(t, tb, "naturreservat").URLs; len(urls) != 1 {
		t.Fatalf("before there is %q", urls)
	}
	if err := os.RemoveAll(filepath.Join(before.dir, "sok")); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(filepath.Join(before.dir, "sok"), os.DirFS(filepath.Join(after.dir, "sok"))); err != nil {
		t.Fatal(err)
	}
	for query, want := range map[string]string{"cykelväg": "=cykelvag", "ishallen": "=ishallen"} {
		result := typed(t, tb, query)
		if faults := unlike(result.URLs, []string{want}); len(faults) > 0 || result.Notice != "" {
			t.Errorf("%s: %q %s", query, faults, result.Notice)
		}
	}
}

// The script has the words of the index: vectors that both are held to stand in one file.
func TestSearchSplitsAndStemsAsTheIndexDoes(t *testing.T) {
	skipWithoutTime(t)
	s := buildSite(t, "search", "../testdata/search/content", "2026-06-15 12:00")
	tb := startBrowser(t).tab(t)
	openSearch(t, tb, s, "sv", "")
	for _, kind := range []string{"stems", "groups"} {
		text, err := os.ReadFile("../search/testdata/" + kind + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		asked, err := json.Marshal(string(text))
		if err != nil {
			t.Fatal(err)
		}
		got, err := evaluate[string](tb, fmt.Sprintf(`(async () => {
			const { stem, groups } = await import(document.querySelector('[data-search]').dataset.words);
			const { months } = await (await fetch('/sok/index.json')).json();
			const make = {
				stems: ([lang, word]) => [lang, word, stem(lang, word)],
				groups: ([text]) => [text, groups(text, months).map(({ words, joined }) => words.join('+') + joined.map((word) => '=' + word).join('')).join(' ')],
			};
			return %s.split('\n').map((line) => line ? make.%s(line.split('\t')).join('\t') : '').join('\n');
		})()`, asked, kind))
		if err != nil {
			t.Fatal(err)
		}
		if got != string(text) {
			for i, line := range strings.Split(string(text), "\n") {
				if other := strings.Split(got, "\n")[i]; other != line {
					t.Errorf("%s: the script has %q, not %q", kind, other, line)
				}
			}
		}
	}
}

// The results are as accessible as the page is without them.
func TestSearchResultsAreAccessible(t *testing.T) {
	skipWithoutTime(t)
	source := readAxe(t)
	s := buildSite(t, "search", "../testdata/search/content", "2026-06-15 12:00")
	tb := startBrowser(t).tab(t)
	for _, c := range []pageView{{width: 320, scheme: "light"}, {width: 1280, scheme: "dark"}} {
		c.page = searchPage(t, s, "sv")
		c.page.url += "?q=vandring&kind=kind%3Ameeting"
		if err := tb.show(c); err != nil {
			t.Fatal(err)
		}
		if result := shown(t, tb, "for (let i = 0; i < 300 && !list.children.length; i++) await pause();"); len(result.URLs) != 1 {
			t.Fatalf("found %q", result.URLs)
		}
		if _, err := evaluate[bool](tb, source+"\n;true"); err != nil {
			t.Fatal(err)
		}
		result, err := ask[axeResult](tb, "axe")
		if err != nil || len(result.Violations) > 0 {
			t.Errorf("%v: %q %v", c, result.Violations, err)
		}
		wide, err := evaluate[int](tb, "document.documentElement.scrollWidth")
		if err != nil || wide > c.width {
			t.Errorf("%v: %d pixels wide %v", c, wide, err)
		}
	}
}

func TestSearchResultsAreWalkedWithArrows(t *testing.T) {
	skipWithoutTime(t)
	s := buildSite(t, "search", "../testdata/search/content", "2026-06-15 12:00")
	tb := startBrowser(t).tab(t)
	openSearch(t, tb, s, "sv", "")
	urls := typed(t, tb, "dialog").URLs
	got, err := evaluate[[]string](tb, `(() => {
		document.querySelector('[name=q]').focus();
		return ['ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp'].map((key) => {
			document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
			return document.activeElement.pathname ?? document.activeElement.name;
		});
	})()`)
	if want := []string{urls[0], urls[1], urls[0], "q"}; err != nil || !slices.Equal(got, want) {
		t.Errorf("the arrows lead to %q, want %q: %v", got, want, err)
	}
}
