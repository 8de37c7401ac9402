package check

import (
	"bytes"
	"html"
	"slices"
	"testing"

	"alingsas.se/dialog/generator/content"
	"alingsas.se/dialog/generator/site"
	"alingsas.se/dialog/generator/web"
)

// What was looked up on the page before hides no dead link, and no address is passed over: a check that remembers
// nothing and goes from quote to quote finds the same.
func FuzzLinks(f *testing.F) {
	for _, seed := range []string{
		`<a href="/nyheter/">`, `<a href="/nyhet/">`, `<a href="https://dialog.example.se/nyheter/">`, `<a href="https://dialog.example.se/nyhet/">`,
		`<img src="bild.jpg"><a href="../nyheter/"><a href="nyheter/">`, `<a href="#x"><a href=""><a href="mailto:a@example.se">`,
		`<a data-href="/a/" href = "/b/" href='/c/' href=/d/ xhref="/e/">`, `= href="/nyheter/=" href="/a`, ` href="" src="/x"src="/y" src=`, ` href=" href="/a/"`,
		`<a href="HTTPS://DIALOG.example.se/a"><a href="//dialog.example.se/b"><a href="https://dialog.example.se:443/c">`, ` src="/a&amp;b/" href="/%61/"`,
	} {
		f.Add(seed, ` href="/nyheter/" href="/b/" href="nyheter/"`)
	}
	table := web.Table{{URL: "/"}, {URL: "/a&amp;b/"}, {URL: "/nyheter/"}, {URL: "/nyheter/bild.jpg"}, {URL: "/a/b.html"}}
	s := &site.Site{BaseURL: "https://dialog.example.se", Settings: &content.Settings{}}
	f.Fuzz(func(t *testing.T, first, second string) {
		l, slow := NewLinks(s, table, nil), NewLinks(s, table, nil)
		pages := []string{first, second, first}
		for i, r := range []web.Route{table[2], table[4], table[0]} {
			l.Inspect(r, []byte(pages[i]))
			slow.inspectSlowly(r, []byte(pages[i]))
		}
		if !slices.Equal(l.misses, slow.misses) {
			t.Errorf("got %v,\nwant %v", l.misses, slow.misses)
		}
	})
}

func (l *Links) inspectSlowly(r web.Route, page []byte) {
	for {
		before, rest, isQuoted := bytes.Cut(page, []byte(`"`))
		value, after, isClosed := bytes.Cut(rest, []byte(`"`))
		switch {
		case !isQuoted:
			return
		case !bytes.HasSuffix(before, []byte(" href=")) && !bytes.HasSuffix(before, []byte(" src=")):
			page = rest
			continue
		case !isClosed:
			return
		}
		page = after
		target := html.UnescapeString(string(value))
		if path, isHere := l.pathOf(r, target); mayBeHere(value, l.site.BaseURL) && isHere && !l.exists(path) && !l.urls[string(value)] {
			l.misses = append(l.misses, miss{r.Source, target})
		}
	}
}
