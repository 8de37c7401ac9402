package browser

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"alingsas.se/dialog/generator/command"
	"alingsas.se/dialog/generator/sitetest"
	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// madeAt is when the site of these tests is built; readers come later.
var madeAt = time.Date(2026, 6, 15, 12, 0, 0, 0, sitetest.Zone("Europe/Stockholm"))

// buildLivingSite builds the invented municipality at madeAt by the clock, as a host does.
func buildLivingSite(t *testing.T) (address string) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "public")
	var output bytes.Buffer
	clock := func() time.Time { return madeAt }
	args := []string{"build", "--root", sitetest.Project, "--content", "../testdata/looks/content", "--out", dir}
	if code := command.Run(args, command.Environment{Stdout: &output, Stderr: &output, Getenv: func(string) string { return "" }, Clock: clock}); code != 0 {
		t.Fatalf("%v exits with %d:\n%s", args, code, &output)
	}
	return serveFolder(t, dir)
}

// A reader is a browser whose clock, place and abilities are chosen. What it copies and shares is kept.
type reader struct {
	t    *testing.T
	tab  *tab
	home string
}

// Of the browser's own clock only "now" is replaced: dates that a page names are parsed as ever.
const readersBrowser = `
	const Real = Date, start = Real.parse(%q);
	window.Date = class extends Real {
		constructor(...args) { args.length ? super(...args) : super(start); }
		static now() { return start; }
	};
	window.copied = [];
	window.shared = [];
	Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { if (window.isRefused) throw new Error('refused'); copied.push(text); } } });
	Object.defineProperty(navigator, 'share', { value: %s, configurable: true });
`

const sharing = `async (what) => {
	if (window.isDismissed) throw new DOMException('', 'AbortError');
	if (window.isRefused) throw new Error('refused');
	shared.push(what.url);
}`

type readerOptions struct {
	at     string // the reader's moment, RFC 3339
	zone   string // where the reader is; "" = where the site is
	shares bool   // the browser has the system's share sheet
}

func (b browser) reader(t *testing.T, address string, o readerOptions) *reader {
	t.Helper()
	tb := b.tab(t)
	tb.host = strings.TrimPrefix(address, "http://")
	if o.zone != "" {
		if _, err := chromedp.Call(tb.ctx, emulation.SetTimezoneOverride, emulation.SetTimezoneOverrideParams{TimezoneID: o.zone}); err != nil {
			t.Fatal(err)
		}
	}
	share := "undefined"
	if o.shares {
		share = sharing
	}
	script := page.AddScriptToEvaluateOnNewDocumentParams{Source: fmt.Sprintf("{"+readersBrowser+"}", o.at, share)}
	if _, err := chromedp.Call(tb.ctx, page.AddScriptToEvaluateOnNewDocument, script); err != nil {
		t.Fatal(err)
	}
	return &reader{t, tb, address}
}

func (r *reader) open(url string) {
	r.t.Helper()
	if err := chromedp.Do(r.tab.ctx, chromedp.Navigate(r.home+url)); err != nil {
		r.t.Fatal(err)
	}
}

// sees compares what an expression gives in the page.
func (r *reader) sees(expression, want string) {
	r.t.Helper()
	got, err := evaluate[string](r.tab, "(async () => String(await ("+expression+")))()")
	if err != nil {
		r.t.Fatalf("%s: %v", expression, err)
	}
	if got != want {
		r.t.Errorf("%s\n got %q\nwant %q", expression, got, want)
	}
}

// lists gives the sections of a page with the titles and states of what they list, past meetings apart.
const lists = `[...document.querySelectorAll('main section:not(.box)')].filter((s) => s.querySelector('.meetings') || s.querySelector('h2').textContent.includes('träff')).map((s) =>
	s.querySelector('h2').textContent + ': ' + ([...s.querySelectorAll('li')].map((li) =>
		li.querySelector('h3').textContent + ' [' + li.querySelector('.tag').textContent + (li.matches('.meeting-past') ? ', past' : '') + ']').join(', ') || s.querySelector('p')?.textContent)).join('\n')`

// Without the script the page would say what was true when it was made, and as of when.
func TestPagesKeepUpWithTheClock(t *testing.T) {
	skipWithoutTime(t)
	b, address := startBrowser(t), buildLivingSite(t)
	for _, test := range []struct{ name, at, url, want string }{
		{"nothing has passed", "2026-06-15T12:01:00+02:00", "/", `Nästa träff: Lunchmöte på webben [Preliminär: kan ändras]
Fler kommande träffar: Kvällsmöte om vattnet [Inställd: blir inte av], Frukost i juni [Bekräftad: blir av], Öppet hus på reningsverket [Flyttad: har en ny tid], Sommardagar på torget [Preliminär: kan ändras], Höstmöte om översiktsplanen [Preliminär: kan ändras], Vandring runt sjöarna [Uppskjuten: ny tid meddelas senare]`},
		{"the next meeting has passed", "2026-06-23T08:00:00+02:00", "/", `Nästa träff: Frukost i juni [Bekräftad: blir av]
Fler kommande träffar: Öppet hus på reningsverket [Flyttad: har en ny tid], Sommardagar på torget [Preliminär: kan ändras], Höstmöte om översiktsplanen [Preliminär: kan ändras], Vandring runt sjöarna [Uppskjuten: ny tid meddelas senare]
Tidigare träffar: Lunchmöte på webben [Har varit, past], Kvällsmöte om vattnet [Inställd: blir inte av, past]`},
		{"a minute before the end", "2026-06-24T08:59:59+02:00", "/traffar/", `Kommande träffar: Frukost i juni [Bekräftad: blir av], Öppet hus på reningsverket [Flyttad: har en ny tid], Sommardagar på torget [Preliminär: kan ändras]
Datum meddelas senare: Höstmöte om översiktsplanen [Preliminär: kan ändras], Vandring runt sjöarna [Uppskjuten: ny tid meddelas senare]
Tidigare träffar: Lunchmöte på webben [Har varit, past], Kvällsmöte om vattnet [Inställd: blir inte av, past], Frukost i maj [Har varit, past]`},
		{"the end", "2026-06-24T09:00:00+02:00", "/traffar/", `Kommande träffar: Öppet hus på reningsverket [Flyttad: har en ny tid], Sommardagar på torget [Preliminär: kan ändras]
Datum meddelas senare: Höstmöte om översiktsplanen [Preliminär: kan ändras], Vandring runt sjöarna [Uppskjuten: ny tid meddelas senare]
Tidigare träffar: Frukost i juni [Har varit, past], Lunchmöte på webben [Har varit, past], Kvällsmöte om vattnet [Inställd: blir inte av, past], Frukost i maj [Har varit, past]`},
		{"all have passed", "2026-08-01T12:00:00+02:00", "/traffar/", `Kommande träffar: Just nu är inga träffar med bestämt datum planerade.
Datum meddelas senare: Höstmöte om översiktsplanen [Preliminär: kan ändras], Vandring runt sjöarna [Uppskjuten: ny tid meddelas senare]
Tidigare träffar: Sommardagar på torget [Har varit, past], Öppet hus på reningsverket [Har varit, past], Frukost i juni [Har varit, past], Lunchmöte på webben [Har varit, past], Kvällsmöte om vattnet [Inställd: blir inte av, past], Frukost i maj [Har varit, past]`},
		{"a page of someone who was to come", "2026-08-01T12:00:00+02:00", "/kontakt/sara-exempel/", `Kommande träffar: Höstmöte om översiktsplanen [Preliminär: kan ändras]
Tidigare träffar: Frukost i juni [Har varit, past], Lunchmöte på webben [Har varit, past], Frukost i maj [Har varit, past]`},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := b.reader(t, address, readerOptions{at: test.at})
			r.open(test.url)
			r.sees(lists, test.want)
			if told := r.tab.told(); len(told) > 0 {
				t.Error(told)
			}
		})
	}
}

func TestMeetingsPassOnTheirPages(t *testing.T) {
	skipWithoutTime(t)
	b, address := startBrowser(t), buildLivingSite(t)
	const sheet = `[document.querySelector('.sheet-header .tag').textContent, !!document.querySelector('.sheet.meeting-past'), !!document.querySelector('a[href$=".ics"]'),
		[...document.querySelectorAll('dt')].find((dt) => dt.textContent === 'Anmälan').nextElementSibling.innerText.replace(/\s+/g, ' ').trim()].join(' | ')`
	for _, test := range []struct{ at, want string }{
		{"2026-06-22T23:59:00+02:00", "Bekräftad: blir av | false | true | Anmäl dig på anmalan.example.se E-post: anmalan@example.se Telefon: 031-390 06 20 Senast 22 juni 2026 Säg till om du behöver tolk eller specialkost. Vi använder uppgifterna till träffen och raderar dem efteråt."},
		{"2026-06-23T00:00:00+02:00", "Bekräftad: blir av | false | true | Anmälan stängde 22 juni 2026."},
		{"2026-06-24T09:00:00+02:00", "Har varit | true | false | Träffen har varit."},
	} {
		r := b.reader(t, address, readerOptions{at: test.at})
		r.open("/traffar/frukost-i-juni/")
		r.sees(sheet, test.want)
	}
}

// The days are counted by the calendar of the place, wherever the reader is.
func TestDaysUntilADateAreTold(t *testing.T) {
	skipWithoutTime(t)
	b, address := startBrowser(t), buildLivingSite(t)
	const days = `document.querySelector('.fact-main time').dataset.relative ?? ''`
	for _, test := range []struct{ url, at, zone, want string }{
		{"/traffar/frukost-i-juni/", "2026-06-21T12:00:00+02:00", "", "om 3 dagar"},
		{"/traffar/frukost-i-juni/", "2026-06-23T00:00:00+02:00", "", "i morgon"},
		{"/traffar/frukost-i-juni/", "2026-06-24T00:00:00+02:00", "", "i dag"},
		{"/traffar/frukost-i-juni/", "2026-06-24T00:00:00+02:00", "America/Los_Angeles", "i dag"},
		{"/traffar/frukost-i-juni/", "2026-06-23T23:59:00+02:00", "Pacific/Auckland", "i morgon"},
		{"/traffar/frukost-i-juni/", "2026-06-24T09:00:00+02:00", "", ""},
		{"/traffar/sommardagar/", "2026-07-24T12:00:00+02:00", "", "i dag"},
		{"/traffar/sommardagar/", "2026-07-26T23:59:00+02:00", "Pacific/Auckland", "i dag"},
		{"/traffar/sommardagar/", "2026-07-27T00:00:00+02:00", "", ""},
		{"/traffar/kvallsmote-installt/", "2026-06-17T12:00:00+02:00", "", ""},
		{"/traffar/hostmote/", "2026-06-17T12:00:00+02:00", "", ""},
		{"/en/meetings/webbmote/", "2026-06-21T12:00:00+02:00", "", "tomorrow"},
	} {
		r := b.reader(t, address, readerOptions{at: test.at, zone: test.zone})
		r.open(test.url)
		r.sees(strings.Replace(days, "document.querySelector('.fact-main time')", "(document.querySelector('.fact-main time') ?? document.body)", 1), test.want)
		if t.Failed() {
			t.Fatalf("at %s, seen from %q", test.at, test.zone)
		}
	}
}

// A site at a chosen moment is looked at as of that moment, years later too.
func TestPagesOfAChosenMomentKeepToIt(t *testing.T) {
	skipWithoutTime(t)
	b, s := startBrowser(t), buildSite(t, "looks", "../testdata/looks/content", "2026-06-15 12:00")
	r := b.reader(t, s.address, readerOptions{at: "2031-01-01T00:00:00+01:00"})
	r.open("/traffar/frukost-i-juni/")
	r.sees(`document.querySelector('.sheet-header .tag').textContent`, "Bekräftad: blir av")
	r.sees(`document.querySelector('.fact-main time').dataset.relative`, "om 9 dagar")
}

func TestButtonsCopyAndShare(t *testing.T) {
	skipWithoutTime(t)
	b, address := startBrowser(t), buildLivingSite(t)
	const (
		press  = `(async (text) => { const b = [...document.querySelectorAll('button')].filter((b) => b.textContent === text)[%d]; b.click(); await new Promise((r) => setTimeout(r, 50)); return b.textContent; })(%q)`
		source = "Ur pressmeddelandet ”Ny busslinje mellan torget och sjöarna”, Exempelköpings kommun, 12 juni 2026 kl. 09.00.\nhttps://press.example.se/pressmeddelanden/ny-busslinje/\n"
	)
	r := b.reader(t, address, readerOptions{at: "2026-06-15T12:01:00+02:00"})
	r.open("/pressmeddelanden/ny-busslinje/")
	r.sees(fmt.Sprintf(press, 0, "Kopiera citatet"), "Kopierat")
	r.sees(`document.querySelector('[role=status]').textContent`, "Kopierat")
	r.sees(`copied.pop()`, "– Vi har lyssnat på dem som reser, och nu gör vi som de säger, säger Sara Exempel, presschef i Exempelköpings kommun.\n\n"+source)
	r.sees(fmt.Sprintf(press, 1, "Kopiera citatet"), "Kopierat")
	r.sees(`copied.pop()`, "– Äntligen! säger Sara Exempel.\n\nSara Exempel, presschef. "+source)
	r.sees(fmt.Sprintf(press, 0, "Kopiera adressen"), "Kopierat")
	r.sees(`copied.pop()`, "sara.exempel@example.se")
	r.sees(fmt.Sprintf(press, 0, "Kopiera länken"), "Kopierat")
	r.sees(`copied.pop()`, "https://press.example.se/pressmeddelanden/ny-busslinje/")
	r.sees(`(window.isRefused = true, `+fmt.Sprintf(press, 0, "Kopiera citatet")+`)`, "Det gick inte")
	r.sees(`copied.length`, "0")

	r.open("/pressmeddelanden/badvatten/")
	r.sees(fmt.Sprintf(press, 0, "Kopiera citatet"), "Kopierat")
	r.sees(`copied.pop().split('\n')[0]`, "– Båda badplatserna har mycket bra vatten, säger Sara Exempel.")

	r = b.reader(t, address, readerOptions{at: "2026-06-15T12:01:00+02:00", shares: true})
	r.open("/en/meetings/webbmote/")
	r.sees(fmt.Sprintf(press, 0, "Share"), "Share")
	r.sees(`shared.pop()`, "https://press.example.se/en/meetings/webbmote/")
	r.sees(`(window.isDismissed = true, `+fmt.Sprintf(press, 0, "Share")+`)`, "Share")
	r.sees(`(window.isDismissed = false, window.isRefused = true, `+fmt.Sprintf(press, 0, "Share")+`)`, "It did not work")
}

// Who hears a page hears links and buttons without what stands around them: an address as one word, and of each button what
// it copies.
func TestEarsTellLinksAndButtonsApart(t *testing.T) {
	skipWithoutTime(t)
	b, address := startBrowser(t), buildLivingSite(t)
	r := b.reader(t, address, readerOptions{at: "2026-06-15T12:01:00+02:00"})
	for _, url := range []string{"/kontakt/", "/en/contact/", "/pressmeddelanden/ny-busslinje/"} {
		r.open(url)
		names := map[string]bool{}
		for _, n := range r.heard() {
			switch {
			case n.role == "link" && strings.Contains(n.name, "@") && strings.ContainsAny(n.name, " \u200b"):
				t.Errorf("%s: an address is read as %q", url, n.name)
			case n.role == "button" && names[n.name]:
				t.Errorf("%s: two buttons are called %q", url, n.name)
			case n.role == "button":
				names[n.name] = true
			}
		}
		if len(names) < 2 {
			t.Errorf("%s has the buttons %v, want several", url, names)
		}
	}
	r.open("/kontakt/sara-exempel/")
	r.sees(`(async () => { const b = document.querySelector('.ways button'); const before = b.ariaLabel; b.click(); await new Promise((r) => setTimeout(r, 50)); return before + ' | ' + b.ariaLabel; })()`,
		"Kopiera adressen: sara.exempel@example.se | null")
}

// A heardNode is what is read of a part of a page.
type heardNode struct{ role, name string }

// heard gives what is read of a page, in order.
func (r *reader) heard() (nodes []heardNode) {
	r.t.Helper()
	tree, err := chromedp.Call(r.tab.ctx, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
	if err != nil {
		r.t.Fatal(err)
	}
	for _, n := range tree.Nodes {
		if n.Role != nil && n.Name != nil {
			nodes = append(nodes, heardNode{strings.Trim(string(n.Role.Value), `"`), strings.Trim(string(n.Name.Value), `"`)})
		}
	}
	return nodes
}
