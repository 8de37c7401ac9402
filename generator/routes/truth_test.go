package routes

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// Views that show nothing but the text of a page keep the element that its paragraphs stand in, without what they take
// for ornaments, such as short <div>s; an author's name they take from what is called a dateline.
func TestNoticesStandInsideTheText(t *testing.T) {
	s := newSample(t)
	s.templates = os.DirFS("../../templates")
	s.content["press/ny.md"] = file("---\ntitle: Ny\ndate: 2026-06-03\ncontacts: [anna-ek]\n---\n\nNy text.\n")
	s.content["press/a.md"] = file("---\ntitle: A\ndate: 2026-06-01\ncontacts: [anna-ek]\nreplaced_by: ny\nwithdrawn: {date: 2026-06-03, reason: Allt var fel.}\n" +
		"corrections: [{date: 2026-06-02, text: Fel tal.}]\n---\n\nBrödtext.\n")
	for id, keys := range map[string]string{"installd": "start: 2026-07-01\nstatus: cancelled", "uppskjuten": "previous_start: 2026-07-01\nstatus: postponed", "flyttad": "start: 2026-07-01\nprevious_start: 2026-07-02"} {
		s.content["meetings/"+id+".md"] = file("---\ntitle: T " + id + "\n" + keys + "\nchanges: [{date: 2026-06-02, text: Ny lokal.}]\n---\n\nBrödtext.\n")
	}
	table, _ := s.list(t)
	for url, texts := range map[string][]string{
		"/pressmeddelanden/a/": {"Återkallat", "Allt var fel.", "Det finns ett nyare pressmeddelande", "Rättelse", "Fel tal.", "Brödtext."},
		"/traffar/installd/":   {"Träffen är inställd", "Ny lokal.", "Brödtext."},
		"/traffar/uppskjuten/": {"Ett nytt datum meddelas senare", "Ny lokal.", "Brödtext."},
		"/traffar/flyttad/":    {"Ny tid:", "Ny lokal.", "Brödtext."},
	} {
		page := output(t, table, url)
		main := textOfClass(t, page, "columns-main prose")
		for _, text := range texts {
			if !strings.Contains(main, text) {
				t.Errorf("%s: %q does not stand inside the text: %s", url, text, main)
			}
		}
		if strings.Contains(page, `<div class="prose"`) {
			t.Errorf("%s: the text stands in several elements", url)
		}
		if regexp.MustCompile(`<(div|header)[^>]*class="[^"]*notice`).MatchString(page) {
			t.Errorf("%s: a notice is in an element that is taken for an ornament", url)
		}
		if strings.Contains(textOfClass(t, page, "dateline"), "Inställd") || strings.HasPrefix(url, "/traffar/") && strings.Contains(page, "dateline") {
			t.Errorf("%s: a status is taken for an author", url)
		}
	}
}

// textOfClass is the text of the first element of a class.
func textOfClass(t *testing.T, page, class string) string {
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		for _, a := range n.Attr {
			if a.Key != "class" || !strings.HasPrefix(a.Val+" ", class+" ") {
				continue
			}
			var b strings.Builder
			for child := range n.Descendants() {
				if child.Type == html.TextNode {
					b.WriteString(child.Data)
				}
			}
			return b.String()
		}
	}
	return ""
}

// A role that was written in another language than the page's says so, in every place.
func TestARoleInAnotherLanguageSaysSo(t *testing.T) {
	s := newSample(t)
	s.templates = os.DirFS("../../templates")
	s.content["contacts/bo.md"] = file("---\nname: Bo Gick\nrole: näringslivschef\nleft: 2026-05-01\nreplaced_by: anna-ek\n---\n")
	s.content["contacts/bo.en.md"] = file("---\nname: Bo Gick\nrole: business director\n---\n")
	s.content["press/a.md"] = file("---\ntitle: A\ndate: 2026-04-01\ncontacts: [bo]\n---\n\nText.\n")
	s.content["press/a.en.md"] = file("---\ntitle: B\n---\n\nText.\n")
	table, diags := s.list(t)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	for _, url := range []string{"/en/contact/bo/", "/en/press/a/", "/en/feed.json", "/en/feed.xml"} {
		text := strings.NewReplacer(`\"`, `"`, "&#34;", `"`, "&lt;", "<", "&gt;", ">").Replace(output(t, table, url))
		for at := 0; ; {
			i := strings.Index(text[at:], "ordförande")
			if i < 0 {
				if at == 0 {
					t.Errorf("%s does not name the successor's role: %s", url, text)
				}
				break
			}
			at += i
			if !strings.HasSuffix(text[:at], ` lang="sv">`) {
				t.Errorf("%s names a role without its language: %s", url, text[max(0, at-80):at+20])
			}
			at += len("ordförande")
		}
	}
}

// An invitation and a statement say what they are wherever they are read, and the usual release only on its page.
func TestTheKindOfAReleaseIsSaid(t *testing.T) {
	s := newSample(t)
	s.templates = os.DirFS("../../templates")
	for id, front := range map[string]string{
		"usual": "title: Vanligt", "invited": "title: Välkomna\nkind: invitation", "stated": "title: Uttalande om torget\nkind: statement",
		"mended": "title: Ny tid\nkind: invitation\ncorrections: [{date: 2026-05-03, text: Tiden.}]",
	} {
		s.content["press/"+id+".md"] = file("---\n" + front + "\ndate: 2026-05-01\ncontacts: [anna-ek]\n---\n\nText om det hela.\n")
	}
	s.content["press/invited.en.md"] = file("---\ntitle: Welcome\n---\n\nText.\n")
	table, _ := s.list(t)
	for url, want := range map[string]struct{ kicker, cite, genre string }{
		"/pressmeddelanden/usual/":   {"Pressmeddelande", "Ur pressmeddelandet ”Vanligt”", ""},
		"/pressmeddelanden/invited/": {"Pressinbjudan", "Ur pressinbjudan ”Välkomna”", `"genre":"Pressinbjudan"`},
		"/pressmeddelanden/stated/":  {"Uttalande", "Ur uttalandet ”Uttalande om torget”", `"genre":"Uttalande"`},
		"/en/press/invited/":         {"Press invitation", "From the press invitation “Welcome”", `"genre":"Press invitation"`},
	} {
		page := output(t, table, url)
		if got := textOfClass(t, page, "kicker"); got != want.kicker {
			t.Errorf("%s is called %q, want %q", url, got, want.kicker)
		}
		if !strings.Contains(page, want.cite) || strings.Contains(page, `"genre"`) != (want.genre != "") || !strings.Contains(page, want.genre) {
			t.Errorf("%s does not tell its kind: %s", url, page)
		}
	}
	if list := output(t, table, "/pressmeddelanden/"); strings.Count(list, ">Pressinbjudan<") != 2 || strings.Count(list, ">Uttalande<") != 1 || strings.Contains(list, ">Pressmeddelande<") {
		t.Errorf("the list says otherwise: %s", list)
	}
	feed := output(t, table, "/feed.xml")
	for _, title := range []string{">Vanligt<", ">Pressinbjudan: Välkomna<", ">Uttalande om torget<", ">Rättat: Pressinbjudan: Ny tid<"} {
		if !strings.Contains(feed, title) {
			t.Errorf("the feed does not say %s", title)
		}
	}
}

// What a picture and an attachment are called is in the language of whoever wrote it, on pages in other languages too.
func TestWordsOfFilesSayTheirLanguage(t *testing.T) {
	s := newSample(t)
	s.templates = os.DirFS("../../templates")
	const files = "images: [{file: b.svg, alt: En skylt, caption: Skylten.}]\nattachments: [{file: p.pdf, title: Programmet}]\n"
	for _, dir := range []string{"meetings/kvall", "press/nyhet", "press/helt"} {
		s.content[dir+"/b.svg"] = file(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>`)
		s.content[dir+"/p.pdf"] = file("%PDF-1.4\n")
	}
	s.content["meetings/kvall/index.md"] = file("---\ntitle: Kväll\nstart: 2026-07-01 18:00\n" + files + "---\n\nText.\n")
	s.content["press/nyhet/index.md"] = file("---\ntitle: Nyhet\ndate: 2026-06-01\ncontacts: [anna-ek]\n" + files + "---\n\nText.\n")
	s.content["press/nyhet/index.en.md"] = file("---\ntitle: News\n---\n\nText.\n")
	s.content["press/helt/index.md"] = s.content["press/nyhet/index.md"]
	s.content["press/helt/index.en.md"] = file("---\ntitle: Whole\nimages: [{file: b.svg, alt: A sign, caption: The sign.}]\nattachments: [{file: p.pdf, title: Programme}]\n---\n\nText.\n")
	s.content["press/halvt/b.svg"], s.content["press/halvt/c.svg"] = s.content["press/nyhet/b.svg"], s.content["press/nyhet/b.svg"]
	s.content["press/halvt/index.md"] = file("---\ntitle: Halvt\ndate: 2026-06-01\ncontacts: [anna-ek]\nimages:\n  - {file: c.svg, alt: Först, credit: Bo}\n  - {file: b.svg, alt: En skylt, caption: Skylten., credit: Bo Ek, licence: CC-BY-4.0}\n---\n\nText.\n")
	s.content["press/halvt/index.en.md"] = file("---\ntitle: Half\nimages: [{file: b.svg, caption: The sign.}]\n---\n\nText.\n")
	table, diags := s.list(t)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	for url, wants := range map[string][]string{
		"/en/press/halvt/":         {`alt="Först" lang="sv"`, `alt="En skylt" lang="sv"`, `<figcaption>The sign. <span class="credit">Photo: Bo Ek.</span> <span class="licence">Terms: <a href="https://creativecommons.org/licenses/by/4.0/" rel="license">CC BY 4.0</a></span>`},
		"/en/meetings/kvall/":      {`alt="En skylt" lang="sv"`, `<span lang="sv">Skylten.</span>`, `<span lang="sv">Programmet</span> (pdf`},
		"/en/press/nyhet/":         {`alt="En skylt" lang="sv"`, `<span lang="sv">Skylten.</span>`, `<span lang="sv">Programmet</span> (pdf`},
		"/en/press/helt/":          {`alt="A sign" width`, `<figcaption>The sign. `, `>Programme (pdf`},
		"/pressmeddelanden/nyhet/": {`alt="En skylt" width`, `<figcaption>Skylten. `, `>Programmet (pdf`},
	} {
		page := output(t, table, url)
		for _, want := range wants {
			if !strings.Contains(page, want) {
				t.Errorf("%s lacks %s: %s", url, want, page)
			}
		}
	}
}
