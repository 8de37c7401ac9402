package routes

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// A picture desk finds every picture with its photographer, terms and release, and none of what is withheld or withdrawn.
func TestAllPressPicturesStandInOneList(t *testing.T) {
	s := newSample(t)
	s.templates = os.DirFS("../../templates")
	for id, front := range map[string]string{
		"aldre": "date: 2026-05-01\nimages: [{file: b.svg, alt: En skylt, credit: Bo Ek, licence: CC-BY-4.0}, {file: b.svg, alt: Samma}, {file: c.svg, alt: ''}]",
		"nyare": "date: 2026-06-01\nimages: [{file: b.svg, alt: Ett torg, credit: Bo Ek, licence: Fri.}]",
		"borta": "date: 2026-06-02\nwithdrawn: {date: 2026-06-03, reason: Fel.}\nimages: [{file: b.svg, alt: Borta, credit: Bo, licence: Fri.}]",
		"sedan": "date: 2026-07-02\nimages: [{file: b.svg, alt: Hemlig, credit: Bo, licence: Fri.}]",
		"utan":  "date: 2026-06-02",
	} {
		s.content["press/"+id+"/index.md"] = file("---\ntitle: T " + id + "\ncontacts: [anna-ek]\n" + front + "\n---\n\nText.\n")
		for _, name := range []string{"b.svg", "c.svg"} {
			s.content["press/"+id+"/"+name] = file(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>`)
		}
	}
	s.content["press/nyare/index.en.md"] = file("---\ntitle: Newer\n---\n\nText.\n")
	table, _ := s.list(t)
	page := output(t, table, "/bilder/")
	if got := strings.Join(regexp.MustCompile(`alt="[^"]*"`).FindAllString(page, -1), " "); got != `alt="Ett torg" alt="En skylt"` {
		t.Errorf("the pictures are %s", got)
	}
	for _, want := range []string{"Foto: Bo Ek.", `rel="license">CC BY 4.0</a>`, `<a href="/pressmeddelanden/nyare/">T nyare</a>`, `download="alingsas-kommun-aldre-1-foto-bo-ek.svg"`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if english := output(t, table, "/en/images/"); !strings.Contains(english, ">Newer</a>") || !strings.Contains(english, `lang="sv">T aldre</a>`) || strings.Contains(english, "Hemlig") {
		t.Errorf("in English it is %s", english)
	}
	if list := output(t, table, "/pressmeddelanden/"); !strings.Contains(list, `<a href="/bilder/">Alla pressbilder</a>`) {
		t.Error("the list of releases does not lead there")
	}
	bare := newSample(t)
	if table, _ := bare.list(t); output(t, table, "/bilder/") != "" {
		t.Error("a site without pictures has the list")
	}
}

// Portraits that others may have and the organisation's logotypes stand there too, on the first page and in each language.
func TestPortraitsAndLogotypesStandAmongThePressPictures(t *testing.T) {
	s := newSample(t)
	s.templates = os.DirFS("../../templates")
	s.content["site.yaml"] = file(string(s.content["site.yaml"].Data) + "page_size: 1\nlogotypes:\n" +
		"  - {file: vapen.svg, title: {sv: Vapen i färg, en: Arms in colour}, alt: {sv: Ett vapen, en: A coat of arms}, licence: CC-BY-ND-4.0}\n" +
		"  - {file: logotyper/ord.svg, title: Ordbild, alt: Ett ord, licence: {sv: Fri i nyheter., en: Free in news.}}\n")
	const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>`
	s.content["vapen.svg"], s.content["logotyper/ord.svg"] = file(drawing), file(drawing)
	for id, photo := range map[string]string{
		"bo-ek":  "photo: {file: p.svg, alt: Bo Ek, credit: Kim Sol, licence: CC-BY-4.0}",
		"lo-ek":  "photo: {file: p.svg, alt: Lo Ek, credit: Kim Sol}",
		"ola-ek": "left: 2026-06-01\nphoto: {file: p.svg, alt: Ola Ek, credit: Kim Sol, licence: CC-BY-4.0}",
		"ida-ek": "draft: true\nphoto: {file: p.svg, alt: Ida Ek, credit: Kim Sol, licence: CC-BY-4.0}",
	} {
		s.content["contacts/"+id+"/index.md"], s.content["contacts/"+id+"/p.svg"] = file("---\nname: T "+id+"\nrole: chef\n"+photo+"\n---\n"), file(drawing)
	}
	for _, id := range []string{"a", "b"} {
		s.content["press/"+id+"/index.md"] = file("---\ntitle: T\ndate: 2026-05-01\ncontacts: [anna-ek]\nimages: [{file: b.svg, alt: En skylt, credit: Bo Ek, licence: Fri.}]\n---\n\nText.\n")
		s.content["press/"+id+"/b.svg"] = file(drawing)
	}
	table, diags := s.list(t)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	alts := func(page string) string {
		return strings.Join(regexp.MustCompile(`alt="[^"]*"`).FindAllString(page, -1), " ")
	}
	page := output(t, table, "/bilder/")
	if got := alts(page); got != `alt="En skylt" alt="Bo Ek" alt="Ett vapen" alt="Ett ord"` {
		t.Errorf("the pictures are %s", got)
	}
	for _, want := range []string{
		`<a href="/bilder/vapen.svg" download="alingsas-kommun-vapen-i-farg.svg">Ladda ner (svg, `, `<a href="/bilder/logotyper/ord.svg" download="alingsas-kommun-ordbild.svg">`,
		"Vapen i färg. ", `rel="license">CC BY-ND 4.0</a>`, "Villkor: Fri i nyheter.", `download="alingsas-kommun-bo-ek-1-foto-kim-sol.svg"`, `<a href="/kontakt/bo-ek/">T bo-ek</a>, <span>chef</span>`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if got := alts(output(t, table, "/bilder/sida/2/")); got != `alt="En skylt"` {
		t.Errorf("the second page has %s", got)
	}
	english := output(t, table, "/en/images/")
	for _, want := range []string{"Arms in colour", `alt="A coat of arms"`, "Terms: Free in news.", `<a href="/bilder/vapen.svg" download=`, `<span lang="sv">chef</span>`} {
		if !strings.Contains(english, want) {
			t.Errorf("in English the page lacks %s", want)
		}
	}
	for url, isOffered := range map[string]bool{"/kontakt/bo-ek/": true, "/kontakt/lo-ek/": false, "/kontakt/ola-ek/": false} {
		if page := output(t, table, url); strings.Contains(page, "download=") != isOffered || !strings.Contains(page, "Foto: Kim Sol.") {
			t.Errorf("%s offers the portrait: %v is wanted, and its photographer", url, isOffered)
		}
	}
	if output(t, table, "/bilder/vapen.svg") == "" {
		t.Error("the logotype is not published")
	}
}

// A site that has nothing but logotypes has the list, which says nothing of pictures.
func TestLogotypesAloneMakeTheList(t *testing.T) {
	s := newSample(t)
	s.templates = os.DirFS("../../templates")
	s.content["site.yaml"] = file(string(s.content["site.yaml"].Data) + "logotypes: [{file: vapen.svg, title: Vapen, alt: Ett vapen, licence: Fri.}]\n")
	s.content["vapen.svg"] = file(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>`)
	table, _ := s.list(t)
	if page := output(t, table, "/bilder/"); !strings.Contains(page, "Ett vapen") || strings.Contains(page, "de senaste först") {
		t.Errorf("the page is %s", page)
	}
	if !strings.Contains(output(t, table, "/pressmeddelanden/"), `<a href="/bilder/">`) {
		t.Error("the list of releases does not lead there")
	}
}

// The picture that a reader sees first is asked for first; those further down are loaded when they are scrolled to.
func TestTheLeadPictureIsAskedForFirst(t *testing.T) {
	s := newSample(t)
	s.templates = os.DirFS("../../templates")
	s.content["press/a/index.md"] = file("---\ntitle: T\ndate: 2026-05-01\nimages: [{file: b.svg, alt: Ett, credit: Bo Ek, licence: Fri.}, {file: c.svg, alt: Två, credit: Bo Ek, licence: Fri.}]\n---\n\nText.\n")
	for _, name := range []string{"b.svg", "c.svg"} {
		s.content["press/a/"+name] = file(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>`)
	}
	table, _ := s.list(t)
	page := output(t, table, "/pressmeddelanden/a/")
	if !regexp.MustCompile(`alt="Ett"[^>]* fetchpriority="high"`).MatchString(page) || !regexp.MustCompile(`alt="Två"[^>]* loading="lazy"`).MatchString(page) || strings.Count(page, "fetchpriority") != 1 {
		t.Errorf("the pictures are asked for in another order: %s", page)
	}
}
