package routes

import (
	"bytes"
	"image"
	"image/png"
	"io/fs"
	"net/url"
	"os"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode"
	"unicode/utf8"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/locale"
	"alingsas.se/dialog/generator/pictures"
	"alingsas.se/dialog/generator/site"
	"alingsas.se/dialog/generator/web"
)

// A sample is a site without faults to which a test adds what it tries.
type sample struct {
	content, static fstest.MapFS
	templates       fs.FS
	words           map[string]*locale.Words
	pictures        *pictures.Cache // nil keeps nothing
}

func newSample(t testing.TB) *sample {
	t.Helper()
	words, diags := content.LoadWords(os.DirFS("../../templates/words"), "words", []string{"sv", "en"})
	if len(diags) > 0 {
		t.Fatalf("the project's words: %v", diags)
	}
	return &sample{words: words, templates: plainTemplates, static: fstest.MapFS{"assets/site.css": file(tokens), "assets/site.js": file("a()"), "assets/search.js": file("b()"), "assets/search-engine.js": file("c()"), "assets/search-files.js": file("e()"), "assets/search-words.js": file("d()"), "assets/search-results.js": file("f()"), "assets/icon.svg": file("x"), "assets/share.png": file(pixel), "favicon.ico": file("x")}, content: fstest.MapFS{
		"site.yaml":           file("title: Dialog\nbase_url: https://dialog.example.se\nlanguages: [sv, en]\nsecurity_contact: mailto:it@example.se\norganisation: {name: Alingsås kommun, email: press@example.se}\n"),
		"accessibility.yaml":  file("status: full\nassessed: 2026-01-01\nupdated: 2026-01-01\nmethod: Självskattning\nfeedback: {url: https://www.alingsas.se}\n"),
		"contacts/anna-ek.md": file("---\nname: Anna Ek\nrole: ordförande\npress: true\nemail: anna.ek@example.se\n---\n"),
	}}
}

// pixel is a PNG.
var pixel = func() string {
	var w strings.Builder
	if err := png.Encode(&w, image.NewGray(image.Rect(0, 0, 1, 1))); err != nil {
		panic(err)
	}
	return w.String()
}()

// tokens is a style sheet with the colours of pictures of links.
const tokens = ":root{--paper:#fff;--ink:#000;--muted:#333;--line:#ccc;--accent:#004;--on-accent:#fff;--alert:#400}"

func file(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }

// list gives the table of the sample as of 15 June 2026, with all that was found.
func (s *sample) list(t testing.TB) (web.Table, diag.List) {
	t.Helper()
	set, diags, _ := content.NewLoader(s.content, "content").Load()
	model, found := site.Link(set, site.Options{Now: time.Date(2026, 6, 15, 10, 0, 0, 0, time.UTC), BaseURL: "https://dialog.example.se", Words: s.words})
	diags = append(diags, found...)
	table, found := List(model, Sources{Templates: s.templates, TemplatesLabel: "templates", Static: s.static, StaticLabel: "static", Content: s.content, Pictures: s.pictures})
	return table, append(diags, found...)
}

var plainTemplates = fstest.MapFS{"header.html": file(""), "footer.html": file(""), "head.html": file("")}

// output renders one route, "" where there is none.
func output(t testing.TB, table web.Table, url string) string {
	t.Helper()
	r, found := table.Find(url)
	if !found {
		return ""
	}
	var w bytes.Buffer
	if _, err := r.Render(&w); err != nil {
		t.Fatal(err)
	}
	return w.String()
}

// Netlify serves a file where there is one, and would drop or ignore the redirect; whoever wrote the old
// address would wait for it in vain.
func TestAnOldAddressLeadsFromWhereNothingIs(t *testing.T) {
	for _, alias := range []string{
		"/feed.xml", "/feed.json", "/FEED.XML", "/feed.xml/", "/en", "/en/", "/EN/", "/en/index.html", "/index.html", "/404.html", "/_headers", "/_redirects", "/_Redirects",
		"/.well-known/security.txt", "/robots.txt", "/sitemap.xml", "/favicon.ico", "/%66avicon.ico", "/kontakt", "/Kontakt/Anna-Ek/", "/kontakt/anna-ek/index.html",
		"/pressmeddelanden/a", "/pressmeddelanden/2026/", "/amnen/handel/feed.xml", "/amnen/h%61ndel/",
	} {
		s := newSample(t)
		s.content["press/a.md"] = file("---\ntitle: A\ndate: 2026-06-01\ncontacts: [anna-ek]\ntopics: [Handel]\naliases: [" + alias + "]\n---\nText.\n")
		table, diags := s.list(t)
		if len(diags) != 1 || diags[0].Code != diag.URLCollision || diags[0].Line != 6 || output(t, table, redirectsURL) != "" {
			t.Errorf("%s: reported %v, want a collision", alias, diags)
		}
	}
	s := newSample(t)
	s.content["press/a.md"] = file("---\ntitle: A\ndate: 2026-06-01\ncontacts: [anna-ek]\naliases: [/tr%C3%A4ff, /Träff/, /nyheter/träff.html]\n---\nText.\n")
	table, diags := s.list(t)
	if len(diags) != 1 || diags[0].Arg("url") != "/Tr%C3%A4ff/" {
		t.Errorf("one old address in two spellings: reported %v", diags)
	}
	if got, want := output(t, table, redirectsURL), "/nyheter/tr%C3%A4ff.html /pressmeddelanden/a/ 301\n/tr%C3%A4ff /pressmeddelanden/a/ 301\n"; got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestAnOldAddressMayHaveAQuery(t *testing.T) {
	s := newSample(t)
	s.content["press/a.md"] = file("---\ntitle: A\ndate: 2026-06-01\ncontacts: [anna-ek]\naliases: [/default.aspx, /default.aspx?id=3, /Default.aspx?b=2&id=3, /?p=12, /kontakt/?id=å, '/x?q=a:b']\n---\nText.\n")
	table, diags := s.list(t)
	if len(diags) > 0 {
		t.Errorf("reported %v", diags)
	}
	want := "/Default.aspx b=2 id=3 /pressmeddelanden/a/ 301\n/ p=12 /pressmeddelanden/a/ 301!\n/default.aspx id=3 /pressmeddelanden/a/ 301\n" +
		"/kontakt/ id=%C3%A5 /pressmeddelanden/a/ 301!\n/x q=a%3Ab /pressmeddelanden/a/ 301\n/default.aspx /pressmeddelanden/a/ 301\n"
	if got := output(t, table, redirectsURL); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	s.content["press/b.md"] = file("---\ntitle: B\ndate: 2026-06-01\ncontacts: [anna-ek]\naliases: [/default.aspx?id=3]\n---\nText.\n")
	if _, diags := s.list(t); len(diags) != 1 || diags[0].Arg("url") != "/default.aspx?id=3" {
		t.Errorf("the same address twice: reported %v", diags)
	}
	s.content["press/b.md"] = file("---\ntitle: B\ndate: 2026-06-01\ncontacts: [anna-ek]\naliases: ['/pressmeddelanden/b/?id=3']\n---\nText.\n")
	if _, diags := s.list(t); len(diags) != 1 || diags[0].Arg("url") != "/pressmeddelanden/b/?id=3" {
		t.Errorf("an address that leads to itself: reported %v", diags)
	}
}

// A redirectRule is a line of _redirects as Netlify documents it:
//
//	from [query…] [to] [status[!]] [conditions…]
//
// Query and conditions are name=value; what begins with # is a comment.
type redirectRule struct {
	from, to, status  string
	query, conditions []string
}

// readRedirects reads a _redirects file with nothing but that description in mind.
func readRedirects(text string) []redirectRule {
	var rules []redirectRule
	for line := range strings.SplitSeq(text, "\n") {
		words := strings.FieldsFunc(line, func(r rune) bool { return unicode.IsSpace(r) || r == '\uFEFF' }) // JavaScript's \s
		if i := slices.IndexFunc(words, func(w string) bool { return strings.HasPrefix(w, "#") }); i >= 0 {
			words = words[:i]
		}
		if len(words) == 0 {
			continue
		}
		rule := redirectRule{from: words[0]}
		words = words[1:]
		for len(words) > 0 && !strings.HasPrefix(words[0], "/") && !strings.HasPrefix(words[0], "http") {
			rule.query, words = append(rule.query, words[0]), words[1:]
		}
		if len(words) > 0 {
			rule.to, words = words[0], words[1:]
		}
		if len(words) > 0 {
			rule.status, words = words[0], words[1:]
		}
		rule.conditions = words
		rules = append(rules, rule)
	}
	return rules
}

// fault tells why a rule is more or less than one path of this site that moved for good to a page.
func (r redirectRule) fault(table web.Table) string {
	from, err := url.PathUnescape(r.from)
	parts := strings.Split(strings.Trim(from, "/"), "/")
	switch {
	case err != nil, !isASCII(r.from), !strings.HasPrefix(r.from, "/"), strings.HasPrefix(r.from, "//"), strings.ContainsAny(r.from, "?#\\"):
		return "its from is no path"
	case strings.ContainsAny(from, "*\\?#"), strings.ContainsFunc(from, unicode.IsControl):
		return "its from means more than a path"
	case from == "/" && len(r.query) > 0:
	case slices.ContainsFunc(parts, func(p string) bool { return p == "" || p == "." || p == ".." || p[0] == ':' }):
		return "its from has a part that is no name"
	case strings.EqualFold(parts[0], ".netlify"):
		return "its from is Netlify's"
	case len(r.conditions) > 0, r.status != "301" && !(r.status == "301!" && len(r.query) > 0):
		return "it has conditions, or is not permanent"
	case slices.ContainsFunc(r.query, func(q string) bool { return !plainQuery.MatchString(q) }):
		return "its query means more than itself"
	}
	if _, found := table.Find(r.to); !found || !strings.HasSuffix(r.to, "/") {
		return "it leads to no page"
	}
	return ""
}

// plainQuery is a name and a value of which Netlify reads neither as a status, a placeholder or a comment.
var plainQuery = regexp.MustCompile(`^[A-Za-z%._~-][A-Za-z0-9%._~-]*=[A-Za-z0-9%._~-]*$`)

func isASCII(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r > unicode.MaxASCII }) < 0 && utf8.ValidString(s)
}

// Whatever an author writes as an old address, each line of _redirects is one plain rule that leads to
// the item; where nothing is reported, there is one for each old address.
func FuzzRedirectsAreOnePlainRuleForEachOldAddress(f *testing.F) {
	for _, alias := range []string{
		"/nyheter/1/", "/nyheter/träff", "/a b", "/a /b 200!", "/a\n/b /c 200", "/*", "/%2A", "/:a", "/%3Aa", "/a?b=c", "/a#b", "/a%0A/b%20/c", "//b.se", "https://b.se/a",
		"/.netlify/a", "/feed.xml", "/FEED.XML", "/en", "/404.html", "/_headers", "/_redirects", "/.well-known/security.txt", "/a%2Fb", "/%2e%2e/a", "/a\u2028b", "/\ufeffa", "/Kontakt/",
		"/index.html", "/pressmeddelanden/a/index.html", "/a;b,c=d&e", "/tr%E4ff", "/tr%c3%a4ff", "/favicon.ico", "/a' #b", "/a!", "\"/b\"]\nslug: c\n", "/b, /c", "/b\n---\n---\naliases: [/c]",
		"/default.aspx?id=3", "/?p=1", "/a?u=/b 200!", "/a?b=:c", "/a?:b=c", "/a?#=b", "/a?1=2", "/kontakt/?a=b&c=d", "/a?b=c=d&e", "/.netlify/?a=b",
	} {
		f.Add(alias, "/gammal/", false)
		f.Add(alias, alias, true)
		f.Add(alias, "", false)
	}
	s := newSample(f)
	f.Fuzz(func(t *testing.T, one, two string, raw bool) {
		list := strconv.Quote(one) + ", " + strconv.Quote(two)
		if raw {
			list = one + ", " + two
		}
		s.content["press/a.md"] = file("---\ntitle: A\ndate: 2026-06-01\ncontacts: [anna-ek]\naliases: [" + list + "]\n---\nText.\n")
		table, diags := s.list(t)
		rules := readRedirects(output(t, table, redirectsURL))
		var from []string
		for _, r := range rules {
			if fault := r.fault(table); fault != "" {
				t.Errorf("%q: %s: %q", list, fault, r)
			}
			plain, _ := url.PathUnescape(r.from)
			from = append(from, plain)
		}
		if raw || diags.HasErrors() || !utf8.ValidString(one) || !utf8.ValidString(two) { // \xE5 in quotes is å in YAML
			return
		}
		// What says nothing is as if it were not there.
		aliases := slices.DeleteFunc([]string{one, two}, func(alias string) bool { return strings.TrimSpace(alias) == "" })
		for _, alias := range aliases {
			before, _, _ := strings.Cut(strings.TrimSpace(alias), "?")
			if plain, err := url.PathUnescape(before); err != nil || !slices.Contains(from, plain) || len(rules) != len(aliases) {
				t.Errorf("%q is nowhere in %q", alias, rules)
			}
		}
	})
}

// A headerRule is a path of _headers with what is sent there.
type headerRule struct {
	path    string
	headers [][2]string
}

// readHeaders reads a _headers file as Netlify does: a line that begins with a slash, indented or not,
// is a path, and one with a colon a header of the last path.
func readHeaders(t *testing.T, text string) []headerRule {
	t.Helper()
	var rules []headerRule
	for line := range strings.SplitSeq(strings.TrimSuffix(text, "\n"), "\n") {
		trimmed := strings.TrimSpace(line)
		name, value, isHeader := strings.Cut(trimmed, ":")
		switch {
		case strings.HasPrefix(trimmed, "/") && line == trimmed:
			rules = append(rules, headerRule{path: trimmed})
		case isHeader && len(rules) > 0 && strings.HasPrefix(line, "  "):
			last := &rules[len(rules)-1]
			last.headers = append(last.headers, [2]string{name, strings.TrimSpace(value)})
		default:
			t.Fatalf("%q is neither a path nor a header", line)
		}
	}
	return rules
}

// matches tells whether a rule is for a path: * stands for anything, and so does a part that begins with
// a colon. Netlify does not tell cases apart here.
func (r headerRule) matches(path string) bool {
	rule, path := strings.ToLower(r.path), strings.ToLower(path)
	if strings.Contains(rule, "/:") {
		return true
	}
	before, after, hasStar := strings.Cut(rule, "*")
	if !hasStar {
		return rule == path
	}
	return len(path) >= len(rule)-1 && strings.HasPrefix(path, before) && strings.HasSuffix(path, after)
}

// sent gives the values of a header that are sent with a path.
func sent(rules []headerRule, header, path string) []string {
	var values []string
	for _, r := range rules {
		for _, h := range r.headers {
			if h[0] == header && r.matches(path) {
				values = append(values, h[1])
			}
		}
	}
	return values
}

// knownHeaders are all that may stand under a path of _headers.
func knownHeaders(path string) []string {
	switch path {
	case "/*":
		return []string{
			"Content-Security-Policy", "Strict-Transport-Security", "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy",
		}
	case "/*.ics", "/*.vcf", "/*feed.xml", "/*feed.json":
		return []string{"Content-Type"}
	case "/data/*":
		return []string{"Cache-Control", "Access-Control-Allow-Origin"}
	case "/data/contacts.schema.json", "/data/contacts.schema.en.json":
		return []string{"Content-Type"}
	}
	return []string{"Cache-Control"}
}

// Whatever static files and pages are called, _headers names known headers only, tells every file
// once how long it may be kept, and nothing but what has a fingerprint is kept for good.
func FuzzHeadersAreTheKnownOnesForEveryName(f *testing.F) {
	for _, name := range []string{
		"robots2.txt", "a b.txt", "a\n  X-Evil: 1\n/b", "/*", "*", ":a", "a:b", "%41", "a%0A", "?", "#", "a?b#c", "_headers", "_redirects", "_HEADERS", "å.txt", "a\u030a.txt", "\xff",
		"a\\b", "a\u2028b", "a\r", "~", "a.", "feed.xml", "x.ics", "assets", "Assets", "en", "index.html", "404.html", "con", "sitemap.xml", "..a", "a/..b", "\u212a", "K",
	} {
		f.Add(name, name, "a")
		f.Add("x.txt", name, "om-oss")
	}
	f.Add("a.txt", "b", "assets")
	f.Add("assets", "assets", "assets-2")
	s := newSample(f)
	f.Fuzz(func(t *testing.T, root, below, slug string) {
		for _, name := range []string{root, below} {
			if !isDiskName(name) {
				t.Skip("no disk has a file of that name")
			}
		}
		s.static = fstest.MapFS{root: file("x"), below + "/y.css": file("a{}"), "assets/" + below: file("x"), "assets/" + below + "2/z": file("x")}
		s.content["pages/a.md"] = file("---\ntitle: A\nslug: " + strconv.Quote(slug) + "\n---\n")
		table, diags := s.list(t)
		text := output(t, table, headersURL)
		if text == "" && diags.HasErrors() {
			return // another file has taken its place
		}
		if !utf8.ValidString(text) {
			t.Errorf("_headers is no UTF-8: %q", text)
		}
		rules := readHeaders(t, text)
		for _, r := range rules {
			for _, h := range r.headers {
				if !slices.Contains(knownHeaders(r.path), h[0]) {
					t.Errorf("%q has the header %q", r.path, h)
				}
			}
		}
		if diags.HasErrors() {
			return
		}
		for _, r := range table {
			if r.URL == headersURL || r.URL == redirectsURL {
				continue
			}
			isForGood := strings.HasPrefix(r.URL, "/assets/")
			kept := sent(rules, "Cache-Control", r.URL)
			if len(kept) != 1 || strings.HasSuffix(kept[0], "immutable") != isForGood || isForGood && !hasFingerprint(r.URL) {
				t.Errorf("%q is kept %q:\n%s", r.URL, kept, text)
			}
			if types := sent(rules, "Content-Type", r.URL); len(types) > 1 {
				t.Errorf("%q is of the types %q", r.URL, types)
			}
		}
	})
}

// isDiskName tells whether a file can have the name; all but two bytes can stand in one on Unix.
func isDiskName(name string) bool {
	return name != "" && name != "." && name != ".." && len(name) <= 255 && !strings.ContainsAny(name, "/\x00")
}

func hasFingerprint(url string) bool {
	name := strings.TrimSuffix(path.Base(url), path.Ext(url))
	dot := strings.LastIndexByte(name, '.')
	return dot >= 0 && len(name)-dot == len(".abcdefgh") || len(path.Ext(url)) == len(".abcdefgh")
}
