package preview

import (
	"bytes"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
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
	"alingsas.se/dialog/generator/routes"
	"alingsas.se/dialog/generator/site"
	"alingsas.se/dialog/generator/web"
	"golang.org/x/text/unicode/norm"
)

// A draft is a site that is made of what an author calls things.
type draft struct{ id, slug, beside, topic, static string }

// folders gives the content and the static files of a draft, and false where no disk can hold them.
func (d draft) folders() (texts, static fstest.MapFS, ok bool) {
	item := "press/" + d.id + "/"
	for _, name := range []string{d.id, d.beside, d.static} {
		if name == "" || name == "." || name == ".." || len(name) > 255 || strings.ContainsAny(name, "/\x00") {
			return nil, nil, false
		}
	}
	head := "---\ntitle: A\ndate: 2026-06-01\ncontacts: [anna-ek]\ntopics: [" + strconv.Quote(d.topic) + "]\nattachments: [{file: " + strconv.Quote(d.beside) + "}]\n"
	if d.slug != "" {
		head += "slug: " + strconv.Quote(d.slug) + "\n"
	}
	texts = fstest.MapFS{
		"site.yaml":           textFile("title: Dialog\nbase_url: https://dialog.example.se\nlanguages: [sv, en]\norganisation: {name: Alingsås kommun}\n"),
		"accessibility.yaml":  textFile("status: full\nassessed: 2026-01-01\nupdated: 2026-01-01\nmethod: Självskattning\nfeedback: {url: https://www.alingsas.se}\n"),
		"contacts/anna-ek.md": textFile("---\nname: Anna Ek\nrole: ordförande\n---\n"),
		item + "index.md":     textFile(head + "---\nSe [filen](<" + d.beside + ">).\n"),
		item + d.beside:       textFile("x"),
		"press/a.md":          textFile("---\ntitle: B\ndate: 2026-06-02\ncontacts: [anna-ek]\ntopics: [Handel]\n---\n"),
		"pages/om.md":         textFile("---\ntitle: Om\n---\n"),
	}
	return texts, fstest.MapFS{d.static: textFile("x"), "om/" + d.static: textFile("x"), "assets/" + d.static: textFile("x")}, true
}

func textFile(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }

// Whatever authors call their texts, files and topics: each address is one file inside the published
// folder, by a name that any system can hold, no two are one file where disks fold case or compose
// letters, and the host finds each of them again.
func FuzzEveryAddressIsOneFileAndIsFoundAgain(f *testing.F) {
	names := []string{
		"dialog", "2012-03-27-dialog", "träff", "tra\u0308ff", "a b", "a.b", "a.en", "..a", "a..", "a.", "a ", " a", "%41", "%2e%2e", "a%2Fb", "a\\b", "a?b", "a#b", "a:b", "a\nb", "a\x01b",
		"\xff", "a\u2028b", "a\u200bb", "CON", "nul", "aux.txt", "index", "index.html", "404.html", "feed.xml", "en", "2026", "sida", "_headers", "_redirects", "assets", "A", "K", "\u212a", "ſ", "ß", "ss",
		"\u0130", "ı", "日本", "<script>", "a\"b", "a'b", "a&b", "a+b", "a*b", "~a", "#a", ".a", "🙂", strings.Repeat("a", 255), strings.Repeat("å", 127), "Thumbs.db", "om", "Om", "robots.txt", "sitemap.xml",
	}
	for _, name := range names {
		f.Add(name, "", name, name, name)
		f.Add("dialog", name, "plan.pdf", "Handel", "x.txt")
		f.Add("x", "y", name, strings.ToUpper(name), name)
	}
	f.Add("dialog", "", "plan.pdf", strings.Repeat("ä", 300), "x.txt")
	words, diags := content.LoadWords(os.DirFS("../../templates/words"), "words", []string{"sv", "en"})
	if len(diags) > 0 {
		f.Fatalf("the project's words: %v", diags)
	}
	f.Fuzz(func(t *testing.T, id, slug, beside, topic, static string) {
		texts, files, ok := draft{id, slug, beside, topic, static}.folders()
		if !ok {
			t.Skip("no disk can hold it")
		}
		table, diags := tableOf(texts, files, words)
		if diags.HasErrors() {
			return // nothing is published
		}
		known := map[string]string{}
		h := hostOf(table)
		for _, r := range table {
			if fault := faultOf(r); fault != "" {
				t.Errorf("%q, the file %q: %s", r.URL, r.File(), fault)
			}
			key := plainest(r.File())
			if other, taken := known[key]; taken {
				t.Errorf("%q and %q are one file on some disks", r.URL, other)
			}
			known[key] = r.URL
			for _, path := range asked(r) {
				u := httptest.NewRequest("GET", "http://127.0.0.1"+path, nil).URL
				if a := h.answer(table, u); a.route.URL != r.URL || a.status != http.StatusOK {
					t.Errorf("%q is answered by %q with status %d", path, a.route.URL, a.status)
				}
			}
		}
		for file, url := range known {
			for at := strings.LastIndexByte(file, '/'); at > 0; at = strings.LastIndexByte(file[:at], '/') {
				if other, taken := known[file[:at]]; taken {
					t.Errorf("%q is in a folder, and %q a file of that name", url, other)
				}
			}
		}
	})
}

// tableOf lists a site as of 15 June 2026, with all that was found.
func tableOf(texts, static fstest.MapFS, words map[string]*locale.Words) (web.Table, diag.List) {
	set, diags, _ := content.NewLoader(texts, "content").Load()
	model, found := site.Link(set, site.Options{Now: time.Date(2026, 6, 15, 10, 0, 0, 0, time.UTC), BaseURL: "https://dialog.example.se", Words: words})
	diags = append(diags, found...)
	templates := fstest.MapFS{"header.html": textFile(""), "footer.html": textFile(""), "head.html": textFile("")}
	table, found := routes.List(model, routes.Sources{Templates: templates, TemplatesLabel: "templates", Static: static, StaticLabel: "static", Content: texts})
	return table, append(diags, found...)
}

// faultOf tells why an address is not one file that lies where it says.
func faultOf(r web.Route) string {
	file := r.File()
	again := (&url.URL{Path: "/" + file}).EscapedPath()
	u, err := url.Parse(r.URL)
	switch {
	case err != nil, u.Host != "", u.RawQuery != "", u.Fragment != "", !strings.HasPrefix(r.URL, "/"), strings.HasPrefix(r.URL, "//"):
		return "the address is no path"
	case strings.IndexFunc(r.URL, func(c rune) bool { return c <= ' ' || c > '~' }) >= 0:
		return "the address is not escaped"
	case "/"+file != u.Path && "/"+file != u.Path+"index.html", strings.TrimSuffix(again, "index.html") == "":
		return "the address is another file"
	case !fs.ValidPath(file), !utf8.ValidString(file), strings.ContainsAny(file, "\\?#\x00"), strings.ContainsFunc(file, unicode.IsControl):
		return "the file has no name that any system can hold"
	}
	for part := range strings.SplitSeq(file, "/") {
		if part == "" || part == "." || part == ".." || len(part) > 255 {
			return "a part is no name"
		}
	}
	return ""
}

// plainest gives names the same form that some disk takes for the same: one form of each letter, and of all
// that differ in case only the first.
func plainest(name string) string {
	return norm.NFC.String(strings.Map(func(r rune) rune {
		least := r
		for c := unicode.SimpleFold(r); c != r; c = unicode.SimpleFold(c) {
			least = min(least, c)
		}
		return least
	}, norm.NFD.String(name)))
}

// asked gives the ways in which a browser asks for a route: as the site writes it, with as little escaped
// as can be, and with more than needed.
func asked(r web.Route) []string {
	u, err := url.Parse(r.URL)
	if err != nil {
		return nil
	}
	var all bytes.Buffer
	for _, c := range []byte(u.Path) {
		if c == '/' {
			all.WriteByte(c)
			continue
		}
		all.WriteString("%" + strings.ToUpper(strconv.FormatUint(uint64(c)|0x100, 16)[1:]))
	}
	return []string{r.URL, (&url.URL{Path: u.Path}).EscapedPath(), all.String()}
}
