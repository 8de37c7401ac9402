package content

import (
	"io/fs"
	"net/mail"
	"net/url"
	"path"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/locale"
	"go.yaml.in/yaml/v4"
)

// A readFunc reads one value.
type readFunc func(*decoder, *yaml.Node) string

// taken and refused check what a readFunc makes of texts in quotes.
func taken(t *testing.T, key string, read readFunc, texts ...string) {
	t.Helper()
	for _, text := range texts {
		reads(t, key, strconv.Quote(text), read, text, "")
	}
}

func refused(t *testing.T, key string, read readFunc, code diag.Code, texts ...string) {
	t.Helper()
	for _, text := range texts {
		reads(t, key, strconv.Quote(text), read, "", code)
	}
}

func TestAnEmailAddressIsOneThatEveryProgramTakesTheSameWay(t *testing.T) {
	taken(t, "email", (*decoder).email, "a@example.se", "anna.ek+press@sub.example.se", "o'brien@example.ie", "a_b-c@xn--malm-8qa.se")
	refused(t, "email", (*decoder).email, diag.BadEmail,
		"a", "a@b", "<a@example.se>", "Anna <a@example.se>", "a@example.se?subject=x", "a@example.se&cc=b@example.se", "a%0a@example.se",
		"a b@example.se", "", "a@b@example.se", "a@example.se, b@example.se", "a@example.se;b@example.se", `"a b"@example.se`, "mailto:a@example.se",
		"å@example.se", "å@malmö.se", "namn@ö..se", "namn@-å.se", "a@example.se.", "a@.se", "a@b..se", "a@[192.0.2.1]", "a@192.0.2.1", "a@-b.se", "a@example.se#x", "a/b@example.se",
		"a@example.se\nBcc: b@example.se", "a@example.se\r\nX: y", "a@ex\tample.se", strings.Repeat("a", 250)+"@b.se")
	refused(t, "email", (*decoder).email, diag.ControlChar, "a\u200b@example.se", "a\u00ad@example.se", "a@example.se\u2060")
	reads(t, "email", "[a@example.se]", (*decoder).email, "", diag.WrongType)
	reads(t, "email", "namn@MALMÖ.se", (*decoder).email, "namn@xn--malm-8qa.se", "")
	for _, address := range []string{"namn@malmö.se", "a@example.se", "a@xn--.se", "a"} {
		if got := ReadableEmail(MachineEmail(address)); got != address {
			t.Errorf("%s is read as %s", address, got)
		}
	}
}

func TestAWebAddressIsAbsoluteAndLeadsToAHost(t *testing.T) {
	taken(t, "url", (*decoder).webURL, "https://a.se", "http://a.se:8080/b?c=d#e", "HTTPS://a.se/", "https://malmö.se/å", "https://[2001:db8::1]/", "https://localhost.example.se/")
	refused(t, "url", (*decoder).webURL, diag.PreviewLink, "http://localhost", "http://127.0.0.1:8080/a", "https://[::1]/", "http://0.0.0.0:80/", "http://a.localhost/")
	refused(t, "url", (*decoder).webURL, diag.BadURL,
		"a.se", "//a.se", "/a", "ftp://a.se", "https://", "https:///x", "https:a.se", "https://?x", "https://#x", "https://:80", "https://a.se:", "https://a.se:99999",
		"https://.", "https://a.se.", "https://a..se", "https://a.se./b", "https://*.se", "https://a,b.se", "https://a;b.se", "https://a b.se",
		"https://a:b@a.se", "https://a@a.se", "https://a.se/b c", "https://a.se/\"b", "https://a.se/<b>", "https://a.se/%zz",
		"javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)", "java\tscript:alert(1)", "data:text/html,a", "mailto:a@b.se",
		"https://a.se\nSet-Cookie: b")
	refused(t, "url", (*decoder).webURL, diag.ControlChar, "https://a\u200b.se", "https://a.se/\u00ad")
}

func aliasAddress(d *decoder, n *yaml.Node) string { return d.alias(n).Address() }

func aliasPath(d *decoder, n *yaml.Node) string { return d.alias(n).Path }

func TestAnOldAddressIsAPathThatMeansNothingButItself(t *testing.T) {
	for text, want := range map[string]string{
		"/nyheter/1/": "/nyheter/1/", "/träff": "/tr%C3%A4ff", "/tr%E4ff": "/tr%E4ff", "/min%20sida": "/min%20sida", "/a;b,c=d": "/a;b,c=d",
		"/Wiki/Special%3ASearch": "/Wiki/Special%3ASearch", "/a{b}|c": "/a%7Bb%7D%7Cc", "/default.aspx": "/default.aspx", "/.well-known/x": "/.well-known/x",
		"/tr%c3%a4ff/%6eu%2D1": "/tr%C3%A4ff/nu-1", "/default.aspx?id=3": "/default.aspx?id=3", "/?p=123": "/?p=123", "/a?b=2&a=1&&b=2": "/a?a=1&b=2", "/a?skriv": "/a?skriv=",
		"/a?q=ä&r=%e4&s=a+b": "/a?q=%C3%A4&r=%E4&s=a%20b", "/a?u=/b:c*d&e==f": "/a?e=%3Df&u=%2Fb%3Ac%2Ad",
	} {
		reads(t, "aliases", strconv.Quote(text), aliasAddress, want, "")
	}
	refused(t, "aliases", aliasAddress, diag.BadPath,
		"", "/", "a", "//b.se/c", "https://b.se/c", "/a b", "/a\u00a0b", "/a\n/b /c 200", "/a 301!", "/a?", "/a?1=b", "/a?123", "/a?=b", "/a?b=%zz", "/a?b=%0a", "/?", "/*?a=b", "/a?b=c#d", "/a?b c", "/a#", "/a#b", "/a%3Fb", "/a%23b",
		"/*", "/a*", "/%2A", "/a/%2a", "/:a", "/a:b", "/%3Aa", "/a/%3ab", "/a//b", "/a/../b", "/%2e%2e/b", "/./a", "/a/.", "/a%2Fb", "/a%2f..%2fb", "/a%5Cb", "/a\\b",
		"/a%0Ab", "/a%00", "/a%", "/%zz", "/.netlify/functions/a", "/.Netlify", "/http://b.se")
	refused(t, "aliases", aliasAddress, diag.ControlChar, "/\u200b", "/a\u202eb")
}

func TestAFileBesideAnItemIsInItsFolderAndNotHidden(t *testing.T) {
	taken(t, "file", (*decoder).localFile, "plan.pdf", "bilder/torg.jpg", "Plan å 1.pdf")
	refused(t, "file", (*decoder).localFile, diag.BadPath,
		"", "..", ".", "../a.pdf", "a/../b.pdf", "/a.pdf", "./a.pdf", "a//b.pdf", "a/", ".a.pdf", "a/.b/c.pdf", "..a", "a\\b.pdf", "a.md", "a.MD")
}

func TestTheSecurityContactIsOneAddress(t *testing.T) {
	taken(t, "security_contact", (*decoder).contactURI, "mailto:a@example.se", "https://example.se/security", "https://example.se/a?b#c")
	refused(t, "security_contact", (*decoder).contactURI, diag.WrongType,
		"a@example.se", "mailto:", "mailto:@", "mailto:a@example.se Policy: https://b.se", "mailto:a@example.se\nPolicy: https://b.se", "mailto:a@example.se\r\nExpires: x",
		"mailto:a@example.se%0aPolicy:b", "mailto:a@example.se?subject=a", "mailto:a@example.se,b@example.se", "mailto:a\u200b@example.se",
		"http://example.se", "https://", "https://example.se/a b", "https://example.se\nPolicy: b", "tel:112", "https://example.se/\u2028b", "https://a.se/\u200b")
}

// Whatever a text, what is taken of it is nothing but an address of its kind.
func FuzzAddressesAreNothingElse(f *testing.F) {
	for _, text := range []string{
		"a@example.se", "a\u200b@b.se", "a@b.se?cc=c@d.se", "a@b.se\nBcc: x", `"a"@b.se`, "a@b.se,c@d.se", "å@b.se", "https://a.se/b?c#d", "javascript:alert(1)", "https://a@b.se", "https://å.se:80",
		"https://[::1]:1/", "https://a.se.", "HTTP:\\\\a", "mailto:a@b.se", "mailto:a@b.se\nPolicy: x", "//[::0](0", "https://a.se/**b**", "plan.pdf", "../a", "a/b.txt", `a\b`, "/a/b", "/%2e%2e", "/a%0a", "/*", "om-oss", "a--b", "\u212a",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip("no file that is read holds it")
		}
		read := func(key string, read readFunc) string {
			d := &decoder{file: "a.md", name: "press/a/index.md", settings: testSettings(), key: key}
			value := read(d, &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: text, Line: 1, Column: 1})
			if (value == "") != d.diags.HasErrors() {
				t.Errorf("%s: %q gives %q and reports %v", key, text, value, d.diags)
			}
			if strings.ContainsFunc(value, func(r rune) bool { return unicode.IsControl(r) }) || key != "file" && strings.Contains(value, "  ") {
				t.Errorf("%s: %q gives %q", key, text, value)
			}
			return value
		}
		if v := read("email", (*decoder).email); v != "" {
			a, err := mail.ParseAddress(v)
			u, urlErr := url.Parse("mailto:" + v)
			if err != nil || urlErr != nil || a.Address != v || u.Opaque != v || u.RawQuery != "" || u.Fragment != "" {
				t.Errorf("e-mail %q is %v and %v", v, a, u)
			}
		}
		if v := read("url", (*decoder).webURL); v != "" {
			u, err := url.Parse(v)
			if err != nil || u.Hostname() == "" || u.User != nil || u.Scheme != "https" && u.Scheme != "http" || strings.ContainsFunc(v, unicode.IsSpace) {
				t.Errorf("web address %q is %v, %v", v, u, err)
			}
		}
		if v := read("security_contact", (*decoder).contactURI); strings.ContainsFunc(v, unicode.IsSpace) {
			t.Errorf("contact %q is more than one field", v)
		}
		if v := read("file", (*decoder).localFile); v != "" && (!fs.ValidPath(v) || !isLocal(v) || strings.HasPrefix(path.Join("press/a", v)+"/", "press/a/.")) {
			t.Errorf("file %q leaves its folder", v)
		}
		if v := read("slug", (*decoder).slug); v != "" && v != locale.Slug(v, "sv") {
			t.Errorf("slug %q", v)
		}
		if v := read("aliases", aliasPath); v != "" {
			if u, err := url.ParseRequestURI(v); err != nil || u.RawQuery != "" || u.EscapedPath() != v {
				t.Errorf("old address %q is %v, %v", v, u, err)
			}
		}
	})
}

// isLocal tells whether a name stays in its folder. Windows has names of its own that no file can have, such as a:b; there
// such a file is missing.
func isLocal(name string) bool { return runtime.GOOS == "windows" || filepath.IsLocal(name) }
