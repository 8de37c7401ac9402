package browser

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"alingsas.se/dialog/generator/site"
)

// goodPage is a page with which nothing is wrong, and goodStyle is its style sheet. What the checks do
// not find in these they must find when one thing is changed.
const (
	goodPage = `<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Prov</title>
<link rel="stylesheet" href="/style.css">
<link rel="icon" href="/icon.svg">
</head>
<body>
<a class="skip" href="#_main">Hoppa till innehållet</a>
<header><nav aria-label="Meny"><ul><li><a class="item" href="/ett/">Första sidan</a></li></ul></nav></header>
<main id="_main" tabindex="-1">
<h1>Ett prov</h1>
<p>Här står en mening som är lång nog för att vara brödtext, och i den finns <a href="/tva/">en länk</a> till något annat.</p>
<p><strong class="tag">Inställd: blir inte av</strong></p>
<p><a class="item" href="tel:+46313900600">031-390 06 00</a></p>
</main>
<footer><p>Alingsås kommun, dialog.example.se</p></footer>
</body>
</html>
`
	goodStyle = `:root { color-scheme: light dark; }
body { margin: 1rem; font: 1rem/1.5 sans-serif; background: #fff; color: #111; }
a { color: #004; }
main:focus { outline: none; }
:focus-visible { outline: 3px solid #111; }
.skip { position: absolute; top: -9rem; }
.skip:focus { top: 0; }
.item { display: inline-block; padding: .5rem; }
.tag { border: 1px solid #111; padding: 0 .5rem; }
.box { display: block; width: 3rem; height: 3rem; }
@media (prefers-color-scheme: dark) {
  body { background: #111; color: #eee; }
  a { color: #ddf; }
  :focus-visible { outline-color: #eee; }
  .tag { border-color: #eee; }
}
@media print { nav, .skip { display: none; } }
`
)

// pageFaults are what is wrong with a page, and who must find it.
var pageFaults = []struct {
	check, name   string
	of, by        string // in the page; of = "" adds to the end of main
	style, script string // is added to the style sheet; is a script of the page
	width         int
}{
	{check: "axe", name: "a picture without a description", by: `<p><img src="/icon.svg" width="40" height="40"></p>`},
	{check: "axe", name: "a button without a name", by: `<button type="button"></button>`},
	{check: "contrast", name: "pale text", style: `p { color: #aaa }`},
	{check: "contrast", name: "body text of less than 7:1", style: `p { color: #666; background: #fff }`},
	{check: "contrast", name: "a field with a pale border", by: `<label>Namn <input></label>`, style: `input { border: 1px solid #ccc; background: #fff; color: #000 }`},
	{check: "reflow", name: "a box that is too wide", by: `<p class="wide">Bred</p>`, style: `.wide { width: 30rem }`},
	{check: "reflow", name: "text that is cut off", style: `h1 { height: 1rem; overflow: hidden }`},
	{check: "reflow", name: "text over text", style: `h1 { margin-bottom: -3rem }`},
	{check: "zoom", name: "text of a fixed size", style: `p { font-size: 14px }`, width: 1280},
	{check: "zoom", name: "a box that is too wide for 400 %", style: `h1 { min-width: 400px }`},
	{check: "spacing", name: "a box of a fixed height", style: `nav ul { height: 2.2rem; overflow: hidden } .item { padding: 0 } h1 { height: 1.2em; overflow: hidden; line-height: 1.1 }`},
	{check: "targets", name: "a tiny button", by: `<button type="button" class="tiny">x</button>`, style: `.tiny { width: 16px; height: 16px; padding: 0 }`},
	{check: "keyboard", name: "another order than one reads in", of: `href="tel:`, by: `tabindex="1" href="tel:`},
	{check: "keyboard", name: "no link to the content", of: `<a class="skip" href="#_main">Hoppa till innehållet</a>`},
	{check: "keyboard", name: "a trap", script: `document.querySelector('main a').addEventListener('keydown', (e) => { if (e.key === 'Tab') e.preventDefault() })`},
	{check: "keyboard", name: "content that takes no focus", of: ` tabindex="-1"`},
	{check: "focus", name: "a focus that one can't see", style: `:focus-visible { outline: none }`},
	{check: "focus", name: "a focus that is covered", style: `main::before { content: ""; position: fixed; inset: 0; background: #fff }`},
	{check: "forced-colours", name: "a tag that is only coloured", style: `.tag { border: 0; background: #ddd; color: #111 }`},
	{check: "forced-colours", name: "a state that is only coloured", of: `Inställd: blir inte av`, by: `Träffen`},
	{check: "motion", name: "an animation", style: `@keyframes a { to { opacity: .9 } } h1 { animation: a 1s infinite }`},
	{check: "motion", name: "smooth scrolling", style: `html { scroll-behavior: smooth }`},
	{check: "headings", name: "a level that is left out", by: `<h3>För djup</h3>`},
	{check: "headings", name: "a second heading of the first level", by: `<h1>Två</h1>`},
	{check: "headings", name: "English that is not told", by: `<p>This is what the others have said, and we can not tell.</p>`},
	{check: "headings", name: "no main", of: `<main id="_main"`, by: `<div id="main"`},
	{check: "console", name: "a style of an element", of: `<h1>`, by: `<h1 style="color: red">`},
	{check: "console", name: "a script in the page", by: `<script>document.title = 'x'</script>`},
	{check: "console", name: "a script that fails", script: `throw new Error('no')`},
	{check: "console", name: "a picture that is not there", by: `<img src="/missing.png" alt="">`},
	{check: "console", name: "a picture of another host", by: `<img src="https://bild.example.se/x.png" alt="">`},
	{check: "scripts", name: "text that a script adds", script: `document.querySelector('main').append('Mer')`},
	{check: "print", name: "a menu on paper", style: `@media print { nav { display: block } }`},
	{check: "print", name: "a number that is not printed", style: `@media print { .item { display: none } }`},
	{check: "print", name: "no address", of: "dialog.example.se"},
	{check: "weight", name: "a large style sheet", style: large()},
}

// large gives a style sheet that can't be compressed to little.
func large() string {
	var text strings.Builder
	for i, x := 0, uint32(1); i < 4000; i++ {
		x = x*1664525 + 1013904223
		text.WriteString(".c" + string(rune('a'+x>>28)) + string(rune('a'+x>>24&15)) + string(rune('a'+x>>20&15)) + string(rune('a'+x>>16&15)) + string(rune('a'+x>>12&15)) + string(rune('a'+x>>8&15)) + "{}\n")
	}
	return text.String()
}

// A check that finds nothing may be a check that finds nothing ever.
func TestPageChecksFindFaults(t *testing.T) {
	skipWithoutTime(t)
	r := &pageRun{browser: startBrowser(t)}
	tb := r.browser.tab(t)
	looks := map[string]lookFunc{}
	widths := map[string]int{}
	maker := newPageMaker(t)
	good := maker.make(t, goodPage, goodStyle, "")
	for _, c := range pageChecks {
		t.Run(c.name+"/nothing is wrong", func(t *testing.T) {
			looks[c.name], widths[c.name] = c.prepare(t, r), c.widths[0]
			for _, scheme := range bothSchemes {
				found, err := looks[c.name](tb, pageView{good, c.widths[0], scheme})
				if err != nil || len(found) > 0 {
					t.Errorf("%s: finds %v, %v in a page that has no fault", scheme, found, err)
				}
			}
		})
	}
	for _, fault := range pageFaults {
		t.Run(fault.check+"/"+fault.name, func(t *testing.T) {
			look := looks[fault.check]
			if look == nil {
				t.Skip("SKIPPED: the check can't be run")
			}
			of, by := fault.of, fault.by
			if of == "" {
				of, by = "</main>", by+"</main>"
			}
			if !strings.Contains(goodPage, of) {
				t.Fatalf("the good page does not hold %q", of)
			}
			p := maker.make(t, strings.Replace(goodPage, of, by, 1), goodStyle+fault.style, fault.script)
			width := max(fault.width, widths[fault.check])
			found, err := look(tb, pageView{p, width, "light"})
			if err != nil {
				t.Fatal(err)
			}
			if len(found) == 0 {
				t.Error("is not found")
			}
			t.Log(strings.Join(found, "\n"))
		})
	}
}

// A pageMaker serves pages with or without faults, under the headers of the real site and as if they
// were that of a meeting that is cancelled.
type pageMaker struct {
	model   *site.Site
	headers []byte
}

func newPageMaker(t *testing.T) pageMaker {
	t.Helper()
	s := buildSite(t, realName, "../../content", "")
	headers, err := os.ReadFile(filepath.Join(s.dir, "_headers"))
	if err != nil {
		t.Fatal(err)
	}
	return pageMaker{s.model, headers}
}

func (m pageMaker) make(t *testing.T, page, style, script string) sitePage {
	t.Helper()
	dir := t.TempDir()
	if script != "" {
		page = strings.Replace(page, "</head>", `<script src="/script.js" defer></script></head>`, 1)
	}
	for name, text := range map[string]string{
		"index.html": page, "style.css": style, "script.js": script, "_headers": string(m.headers),
		"icon.svg": `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>`,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	s := &builtSite{name: "fault", dir: dir, address: serveFolder(t, dir), model: m.model}
	return sitePage{site: s, url: "/", kind: "meeting, cancelled", lang: "sv"}
}
